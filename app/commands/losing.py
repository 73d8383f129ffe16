"""Say what it means that the key is lost which guards the others, before anything is done about it."""

from collections.abc import Iterator

from issuers.keys.loss import Loss
from issuers.keys.tables import SEALABLE, STANDING, KeyPurpose
from issuers.keystore.places import FilePlace

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
_ADDRESSES = (
    "Mailadressen en telefoonnummers waarmee iemand bij zijn bewijzen komt, herkennen wij niet meer. Met een "
    "passkey of een kaart komt hij binnen, en zet het adres er opnieuw bij."
)
_ELSE = (
    "Passkeys, reservecodes, accounts van anderen, uitnodigingen en API-sleutels blijven werken: daarvan is "
    "niets met deze sleutel gesloten."
)

_OF_BADGES = "wat bewijzen ondertekent"
_OF_LISTS = "wat lijsten en ijkpunten ondertekent"
_WRAPPED_BY_A_TEXT = (
    f"De nieuwe sleutels van {_OF_BADGES} worden gesloten met de eerste die in PRAKTIJKBEWIJS_KEY staat."
)


def told_loss(loss: Loss, *, place: FilePlace | None, lists: FilePlace) -> Iterator[str]:
    """Say it line by line.

    `place` is where the key is of what signs badges, if that is a file; `lists` is that of what is never
    sealed.
    """
    yield _FIRST
    yield f"\nNiet open gaan nu: {', '.join(_closed(loss))}. Dit gebeurt ermee:"
    yield from (f"- {each}" for each in _steps(loss, place=place, lists=lists))


def told_copies(place: FilePlace | None, *, lists: FilePlace) -> str:
    """Say of which files a copy is needed from now on, and how the service goes on."""
    paths = " en ".join(str(each.path) for each in (place, lists) if each)
    return (
        f"Bewaar nu een kopie van {paths}, ergens anders dan de database. Draait de dienst nog, dan neemt "
        "hij vanzelf de nieuwe sleutels. Draait hij niet, start hem dan: praktijkbewijs serve"
    )


def _closed(loss: Loss) -> Iterator[str]:
    if loss.keys:
        owners = "1 organisatie" if loss.organisations == 1 else f"{loss.organisations} organisaties"
        yield f"{_counted(loss.keys)} van {owners}"
    if loss.own_keys:
        yield f"{_counted(loss.own_keys)} van de dienst zelf"
    if loss.apps:
        yield "1 app met codes" if loss.apps == 1 else f"{loss.apps} apps met codes"
    if loss.marks:
        yield "de sleutel waarmee wij adressen herkennen"


def _counted(keys: int) -> str:
    return "1 sleutel" if keys == 1 else f"{keys} sleutels"


def _steps(loss: Loss, *, place: FilePlace | None, lists: FilePlace) -> Iterator[str]:
    yield from (_GONE, _GOOD, _NEW)
    yield _LISTS if KeyPurpose.LIST in loss.purposes else _SAME_LISTS
    if KeyPurpose.CHECKPOINT in loss.purposes:
        yield _CHECKPOINTS
    if loss.apps:
        yield (
            f"Bij {loss.apps} van de mensen werkt de app met codes niet meer. Met een reservecode of passkey "
            "komen ze binnen, en nemen ze een nieuwe. Wie dat niet heeft: praktijkbewijs rescue MAILADRES"
        )
    if loss.marks:
        yield _ADDRESSES
    yield _ELSE
    if loss.purposes & SEALABLE:
        yield _wrapped_by(place, what=_OF_BADGES) if place else _WRAPPED_BY_A_TEXT
    if loss.purposes & STANDING or loss.apps or loss.marks:
        yield _wrapped_by(lists, what=_OF_LISTS)


def _wrapped_by(place: FilePlace, *, what: str) -> str:
    """Say which file will guard the new keys."""
    if place.path.exists():
        return (
            f"{place.path} sluit de nieuwe sleutels van {what}. Die ligt er al, en opent de oude niet. "
            "Is hij van een andere dienst? Stop dan, en zet hem eerst weg."
        )
    return (
        f"{place.path} wordt gemaakt, en sluit de nieuwe sleutels van {what}. Draait de dienst op meer "
        "machines, kopieer hem dan naar elke machine."
    )
