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
    """Say that an organisation can do nothing new now; its kind says why."""

    code = "organisation-suspended"
    nl = (
        "Jullie organisatie staat nu stil. Een bewijs, een uitnodiging of een sleutel maken kan even niet. "
        "Het beheer van deze dienst kan helpen."
    )
    en = (
        "Your organisation is stopped for a while. It cannot make a badge, an invitation or a key. "
        "Whoever runs this service can help."
    )


class OrganisationEndedError(OrganisationStoppedError):
    """Say that an organisation stopped for good."""

    code = "organisation-closed"
    nl = "Deze organisatie is gestopt. Een bewijs, een uitnodiging of een sleutel maken kan niet meer."
    en = "This organisation has stopped. It cannot make a badge, an invitation or a key any more."


class OrganisationMergedError(OrganisationEndedError):
    """Say that an organisation went up in another."""

    code = "organisation-merged"
    nl = (
        "Deze organisatie is opgegaan in een andere. Een bewijs, een uitnodiging of een sleutel maken kan "
        "alleen nog daar."
    )
    en = (
        "This organisation has become part of another. Only there can you make a badge, an invitation or "
        "a key."
    )
