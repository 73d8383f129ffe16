"""Say what it means that the key is lost which guards the others, before anything is done about it."""

from collections.abc import Iterator

from issuers.keys.loss import Loss
from issuers.keys.places import FilePlace
from issuers.keys.tables import SEALABLE, KeyPurpose

_FIRST = (
    "Zoek eerst: in een back-up, op een andere machine van de dienst, of KEY_FILE of KEY goed staat. Ligt de "
    "sleutel er weer, dan is er niets kwijt. Maak ook een back-up van de database."
)
_GONE = "Hun geheime helft wordt weggegooid. Ze tekenen nooit meer iets, ook niet als je vindt wat ze opende."
_GOOD = (
    "Bewijzen die al zijn gegeven, blijven geldig en te controleren, met dezelfde link. De openbare helft "
    "van elke sleutel blijft staan, met vandaag als laatste dag."
)
_NEW = (
    "Elke organisatie krijgt nieuwe sleutels in de plaats van wat ze gebruikte. Dat staat bij Wie deed wat."
)
_LISTS = (
    "De statuslijsten worden opnieuw ondertekend, met een nieuwe sleutel. Wat is ingetrokken, blijft "
    "ingetrokken: dat staat in de database, niet in een sleutel."
)
_SAME_LISTS = (
    "De statuslijsten veranderen niet: hun sleutels gaan nog open. Wat is ingetrokken, blijft ingetrokken."
)
_CHECKPOINTS = "De dienst zelf krijgt een nieuwe sleutel voor de ijkpunten in het controlespoor."
_ELSE = (
    "Passkeys, reservecodes, accounts van anderen, uitnodigingen en API-sleutels blijven werken: daarvan is "
    "niets met deze sleutel gesloten."
)


def told_loss(loss: Loss, *, place: FilePlace | None) -> Iterator[str]:
    """Say it line by line; `place` is where the key is of what signs badges, if that is a file."""
    yield _FIRST
    owners = "1 organisatie" if loss.organisations == 1 else f"{loss.organisations} organisaties"
    yield f"\nNiet open gaan nu {loss.keys} sleutels van {owners}. Dit gebeurt ermee:"
    yield from (f"- {each}" for each in _steps(loss, place=place))


def _steps(loss: Loss, *, place: FilePlace | None) -> Iterator[str]:
    yield from (_GONE, _GOOD, _NEW)
    yield _LISTS if KeyPurpose.LIST in loss.purposes else _SAME_LISTS
    if KeyPurpose.CHECKPOINT in loss.purposes:
        yield _CHECKPOINTS
    if loss.apps:
        yield (
            f"Bij {loss.apps} van de mensen werkt de app met codes niet meer. Met een reservecode of passkey "
            "komen ze binnen, en nemen ze een nieuwe. Wie dat niet heeft: praktijkbewijs rescue MAILADRES"
        )
    yield _ELSE
    if loss.purposes & SEALABLE:
        yield _wrapped_by(place)


def _wrapped_by(place: FilePlace | None) -> str:
    """Say what will guard the new keys."""
    if place is None:
        return "De nieuwe sleutels worden gesloten met de eerste die in PRAKTIJKBEWIJS_KEY staat."
    if place.path.exists():
        return (
            f"De nieuwe sleutels worden gesloten met {place.path}. Die ligt er al, en opent de oude niet. "
            "Is hij van een andere dienst? Stop dan, en zet hem eerst weg."
        )
    return (
        f"{place.path} wordt gemaakt, en sluit de nieuwe sleutels. Draait de dienst op meer machines, "
        "kopieer hem dan naar elke machine: zolang is hij daar verzegeld."
    )
