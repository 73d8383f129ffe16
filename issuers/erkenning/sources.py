"""The port to a register that can be asked of a leerbedrijf, such as that of SBB.

SBB has no official interface for it, so there is nothing behind the port: `NOWHERE` is what `app` would hand
over, and a table or a form is how it comes in.
"""

from collections.abc import Iterable
from typing import Final, Protocol
from uuid import UUID

from issuers.desk import IssuingDesk
from issuers.erkenning.keeping import Kept, confirm
from issuers.erkenning.reading import NewErkenning


class Recogniser(Protocol):
    """Answer for which work a leerbedrijf is recognised."""

    name: str

    def ask(self, leerbedrijf: str) -> Iterable[NewErkenning]:
        """List it, as it is today."""
        ...


class Nowhere:
    """Know nothing of anybody: that is no answer, and never the answer no."""

    name = "niemand"

    def ask(self, leerbedrijf: str) -> Iterable[NewErkenning]:  # noqa: ARG002 - the port has it
        """Give nothing."""
        return ()


NOWHERE: Final = Nowhere()


def refresh(desk: IssuingDesk, leerbedrijven: Iterable[str], *, recogniser: Recogniser, by: UUID) -> Kept:
    """Ask a register of leerbedrijven, and keep what it says as confirmed."""
    rows = [row for each in leerbedrijven for row in recogniser.ask(each)]
    return confirm(desk, rows, source=recogniser.name, by=by)
