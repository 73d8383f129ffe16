"""What can go wrong with key pairs, and with what keeps them closed."""

from datetime import datetime

from badges.moments import dutch_day
from issuers.errors.root import IssuersError, NotFoundError


class KeyStoreError(IssuersError):
    """Refuse to work with a key-encryption key that is not as it should be.

    `reason` and `reason_nl` are for whoever runs the service: they may name a place on the machine.
    """

    code = "key-store"
    nl = "De sleutels zijn niet te gebruiken. Er is niets uitgereikt."
    en = "The keys cannot be used. Nothing was issued."

    def __init__(self, reason: str, *, nl: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.reason_nl = nl

    def __str__(self) -> str:
        """Read as the reason, for logs and commands."""
        return self.reason


class NothingLostError(KeyStoreError):
    """Refuse to give up keys that open."""

    code = "nothing-lost"

    def __init__(self) -> None:
        super().__init__(
            "Every key opens. Nothing is lost, and nothing was changed.",
            nl="Elke sleutel gaat open. Er is niets kwijt, en er is niets veranderd.",
        )


class SealedError(KeyStoreError):
    """Say that the service cannot sign badges now; all else works."""

    code = "sealed"
    nl = (
        "Ondertekenen kan nu niet. Dat ligt niet aan jou: het beheer van de dienst moet eerst een sleutel "
        "terugzetten. Bewijzen bekijken, controleren en intrekken kan wel."
    )
    en = (
        "Nothing can be signed now. It is not your doing: whoever runs the service must put a key back "
        "first. Badges can be seen, checked and withdrawn."
    )


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


class TrustedKeyError(NotFoundError):
    """Say that there is nothing to sign again: the key is trusted."""

    code = "key-trusted"
    nl = "Deze sleutel is niet als gestolen gemeld. Meld dat eerst; daarna onderteken je opnieuw."
    en = "Nobody reported this key as stolen. Report that first; then sign again."


class CompromiseError(IssuersError):
    """Refuse a moment at which a key cannot have fallen into other hands."""

    code = "compromise-moment"

    def __init__(self, *, created: datetime) -> None:
        super().__init__(created)
        day = dutch_day(created)
        self.nl = (
            f"Deze sleutel is er sinds {day:%d-%m-%Y}. Kies een moment daarna, op die dag zelf met de tijd "
            "erbij, en niet in de toekomst. Weet je het niet precies? Kies het vroegste moment dat kan."
        )
        self.en = (
            f"This key is there since {day:%d-%m-%Y}. Choose a moment after that, on that day itself with "
            "the time, and not in the future. Not sure? Choose the earliest that is possible."
        )
