"""What the tests of drafts share with those of werkplekprofielen."""

from tests.issuers.werkplekprofiel.conftest import proposed, sam

__all__ = ["proposed", "sam"]
