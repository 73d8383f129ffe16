"""What can go wrong with a poster at the workplace."""

from issuers.errors.root import IssuersError


class PosterError(IssuersError):
    """Say that a poster takes nothing now."""

    code = "poster"


class PosterEndedError(PosterError):
    """Say that a poster was stopped, or is too old."""

    code = "poster-ended"
    nl = "Deze code werkt niet meer. Vraag je praktijkopleider om een nieuwe."
    en = "This code does not work any more. Ask your praktijkopleider for a new one."


class PosterFullError(PosterError):
    """Say that so much waits already that somebody must look at it first."""

    code = "poster-full"
    nl = "Er wacht al veel. Vraag je praktijkopleider om ernaar te kijken, en probeer het dan nog een keer."
    en = "A lot is waiting already. Ask your praktijkopleider to look at it, and then try again."
