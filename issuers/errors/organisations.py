"""What can go wrong with who issues here."""

from typing import Final

from issuers.errors.root import IssuersError


class NumberError(IssuersError):
    """Refuse what cannot be a number of its kind; the sentence says which rule it breaks."""

    def __init__(self, code: str, *, nl: str, en: str) -> None:
        super().__init__(code)
        self.code = code
        self.nl = nl
        self.en = en


class AlreadyDecidedError(IssuersError):
    """Say that somebody decided on it before."""

    code = "already-decided"
    nl = "Hierover is al beslist."
    en = "This was decided before."


class OrganisationStoppedError(IssuersError):
    """Say that an organisation gives no badges now: suspended by the platform, or closed for good."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        self.nl, self.en = _STOPPED[code]


_STOPPED: Final = {
    "organisation-suspended": (
        "Jullie organisatie kan nu even geen bewijzen geven. De beheerder weet waarom.",
        "Your organisation cannot give badges at this moment. Its beheerder knows why.",
    ),
    "organisation-closed": (
        "Deze organisatie is gestopt en geeft geen bewijzen meer.",
        "This organisation has stopped and gives no badges any more.",
    ),
}
