"""The list of suites that we accept."""

import pytest

from badges.cryptosuites import ACCEPTED, ACCEPTED_TYPES, accepted
from badges.errors import SuiteNotAcceptedError


class TestAccepted:
    """`accepted`."""

    def test_lists_every_suite_by_name(self) -> None:
        """The list is explicit."""
        names = ["eddsa-rdfc-2022", "ecdsa-rdfc-2019", "eddsa-jcs-2022", "ecdsa-jcs-2019"]
        assert names == [accepted(name).name for name in ACCEPTED]
        assert ["Ed25519Signature2020"] == [accepted(n, among=ACCEPTED_TYPES).name for n in ACCEPTED_TYPES]

    @pytest.mark.parametrize(
        "name",
        [
            *("", "eddsa-2022", "EDDSA-RDFC-2022", "none", "bbs-2023", "ecdsa-sd-2023"),
            *("Ed25519Signature2020", "DataIntegrityProof"),
        ],
    )
    def test_refuses_a_suite_outside_the_list(self, name: str) -> None:
        """What is not listed cannot be judged; a type of proof is no cryptosuite."""
        with pytest.raises(SuiteNotAcceptedError):
            accepted(name)

    @pytest.mark.parametrize("name", ["Ed25519Signature2018", "JsonWebSignature2020", "eddsa-rdfc-2022"])
    def test_refuses_other_types_of_proof(self, name: str) -> None:
        """A cryptosuite is no type of proof either."""
        with pytest.raises(SuiteNotAcceptedError):
            accepted(name, among=ACCEPTED_TYPES)
