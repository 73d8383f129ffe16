"""What can go wrong with who issues here."""

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
    """Say that an organisation gives no badges now; its kind says why."""

    code = "organisation-suspended"
    nl = "Jullie organisatie kan nu even geen bewijzen geven. De beheerder weet waarom."
    en = "Your organisation cannot give badges at this moment. Its beheerder knows why."


class OrganisationEndedError(OrganisationStoppedError):
    """Say that an organisation stopped for good."""

    code = "organisation-closed"
    nl = "Deze organisatie is gestopt en geeft geen bewijzen meer."
    en = "This organisation has stopped and gives no badges any more."


class OrganisationMergedError(OrganisationEndedError):
    """Say that an organisation went up in another."""

    code = "organisation-merged"
    nl = "Deze organisatie is opgegaan in een andere. Bewijzen geven kan alleen nog daar."
    en = "This organisation has become part of another. Badges can only be given there."
