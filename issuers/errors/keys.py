"""What can go wrong with key pairs, and with what keeps them closed."""

from datetime import datetime

from issuers.errors.root import IssuersError


class KeyStoreError(IssuersError):
    """Refuse to work with a key-encryption key that is not as it should be."""

    code = "key-store"
    nl = "De sleutels zijn niet te gebruiken. Er is niets uitgereikt."

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.en = reason


class SealedError(KeyStoreError):
    """Say that the service cannot sign badges now; all else works."""

    code = "sealed"
    nl = (
        "Ondertekenen kan nu niet. Dat ligt niet aan jou: het beheer van de dienst moet eerst een sleutel "
        "terugzetten. Bewijzen bekijken, controleren en intrekken kan wel."
    )

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.en = (
            "Nothing can be signed now. It is not your doing: whoever runs the service must put a key back "
            "first. Badges can be seen, checked and withdrawn."
        )

    def __str__(self) -> str:
        """Read as which key is not here, for whoever runs the service: it names a place on the machine."""
        return self.reason


class WrappingError(IssuersError):
    """Say that a private key does not open with this key-encryption key, under this label."""

    code = "wrapping"
    nl = "Een sleutel gaat niet open."
    en = "A private key does not open."


class NoActiveKeyError(IssuersError):
    """Say that the organisation has no key that may sign this."""

    code = "no-active-key"
    nl = "Deze organisatie heeft geen sleutel om mee te ondertekenen."
    en = "This organisation has no key to sign with."


class CompromiseError(IssuersError):
    """Refuse a moment at which a key cannot have fallen into other hands."""

    code = "compromise-moment"

    def __init__(self, *, created: datetime) -> None:
        super().__init__(created)
        day = created.date()
        self.nl = (
            f"Deze sleutel is er sinds {day:%d-%m-%Y}. Kies een moment daarna, op die dag zelf met de tijd "
            "erbij, en niet in de toekomst. Weet je het niet precies? Kies het vroegste moment dat kan."
        )
        self.en = (
            f"This key is there since {day:%d-%m-%Y}. Choose a moment after that, on that day itself with "
            "the time, and not in the future. Not sure? Choose the earliest that is possible."
        )
