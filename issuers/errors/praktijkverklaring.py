"""What can go wrong with what a school gives."""

from collections.abc import Sequence

from issuers.errors.root import IssuersError


class VerklaringError(IssuersError):
    """Say that a school cannot give this now."""

    code = "verklaring"
    nl = "Dit kan de school nu niet geven."
    en = "The school cannot give this now."


class BadgeGoneError(VerklaringError):
    """Refuse what rests on a badge that was withdrawn."""

    code = "badge-gone"
    nl = "Dit bewijs is intussen ingetrokken. Bekijk opnieuw wat er is."
    en = "This badge has been withdrawn meanwhile. Look again at what there is."


class VerklaringChangedError(VerklaringError):
    """Refuse to give what is another than was looked at."""

    code = "verklaring-changed"
    nl = "Er is intussen iets veranderd. Bekijk opnieuw wat erin komt te staan."
    en = "Something has changed meanwhile. Look again at what will stand in it."


class VerklaringHinderedError(VerklaringError):
    """Refuse what something stands in the way of; the page says what, and what to do."""

    code = "verklaring-hindered"
    nl = "Er staat nog iets in de weg. Bij het werk lees je wat je kunt doen."
    en = "Something stands in the way still. Beside the work you read what you can do."


class VerklaringUnreadError(VerklaringError):
    """Refuse to give what is another than was read, and name what changed."""

    code = "verklaring-unread"
    nl = "Er is iets veranderd sinds je dit las. Lees het nog een keer."
    en = "Something has changed since you read this. Read it once more."

    def __init__(self, changed: Sequence[str]) -> None:
        super().__init__(f"changed since it was read: {', '.join(changed)}")
        self.changed = tuple(changed)
