"""The words in which a decision is kept: what it is, what came out of it, how far it is."""

from enum import StrEnum


class Kind(StrEnum):
    """Say what it is: a besluit about who is enrolled, or an advice to who is not."""

    BESLUIT = "besluit"
    ADVIES = "advies"


class Outcome(StrEnum):
    """Say what was decided, or what was advised; the last three are of an advice."""

    VRIJSTELLING = "vrijstelling"
    GEEN = "geen-vrijstelling"
    MEER = "meer-bewijs"
    VRAAG_AAN = "vraag-aan"
    NU_NIET = "nu-niet"
    EERST_MEER = "eerst-meer-bewijs"


class RequestState(StrEnum):
    """Say how far a request is."""

    OPEN = "open"
    DECIDED = "besloten"
    WITHDRAWN = "hoeft-niet"


class DecisionState(StrEnum):
    """Say how far a decision is; only one that is `vast` counts, and `vervangen` names a newer one."""

    WAITING = "wacht"
    FINAL = "vast"
    GIVEN_BACK = "teruggegeven"
    REPLACED = "vervangen"


class Asks(StrEnum):
    """Say what a decision waits for."""

    NOBODY = "niemand"
    SECOND = "tweede-persoon"
