"""What can go wrong with what a school gives."""

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
