"""`praktijkbewijs keys`: see which keys speak for whom, replace them, and have things signed again."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import typer

from app.commands.asking import Sure, require_word
from app.commands.losing import told_copies, told_loss
from app.settings import SettingsError, read_settings
from app.worlds import (
    file_of_the_key,
    file_of_the_lists_key,
    require_desk_without_keys,
    require_own_desk,
)
from badges.moments import DUTCH
from badges.strictjson import dumps
from issuers.desk import IssuingDesk
from issuers.errors import KeyStoreError, NotFoundError
from issuers.issuing.reissuing import count_to_reissue, reissue
from issuers.keys.loss import closed_because, find_loss, start_over
from issuers.keys.managing import list_keys, rotate_key, sealed_because, withdraw_key
from issuers.keys.rewrapping import rewrap
from issuers.keys.tables import SEALABLE, Key, KeyPurpose
from issuers.organisations.founding import find_organisation, organisations
from issuers.people.permissions import Actor, operator
from issuers.publishing.documents import organisation_did_document

_PURPOSES = (KeyPurpose.ASSERTION, KeyPurpose.TOKEN, KeyPurpose.LIST)

cli = typer.Typer(help="Bekijk en vervang de sleutels waarmee wordt ondertekend.", no_args_is_help=True)


def _key_id(text: str) -> UUID:
    """Read which key is meant."""
    try:
        return UUID(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is geen sleutel. Kopieer hem uit: praktijkbewijs keys table CODE"
        ) from None


def _moment(text: str) -> datetime:
    """Read a day, or a day and a time, in the Netherlands."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=DUTCH)
    except ValueError:
        raise typer.BadParameter("Schrijf het als 2026-06-26 of 2026-06-26T14:05.") from None


def _purpose(text: str) -> KeyPurpose:
    """Read what a key is for."""
    if text not in _PURPOSES:
        raise typer.BadParameter(f"Kies uit: {', '.join(_PURPOSES)}.")
    return KeyPurpose(text)


Organisation = Annotated[str, typer.Argument(metavar="CODE", help="De korte code van de organisatie.")]
KeyId = Annotated[
    UUID,
    typer.Argument(metavar="SLEUTEL", parser=_key_id, help="De sleutel, zoals `keys table` hem noemt."),
]
_FIRST_THE_OLD = "Een nieuwe maken kan pas als de oude er ligt: die opent wat de nieuwe gaat sluiten."
_LOST = "KWIJT"
_STOLEN = "GESTOLEN"
_NO_TRUST = (
    "- De sleutel tekent niets meer. Was hij in gebruik, dan krijgt de organisatie een nieuwe.",
    "- Wat een ander ermee ondertekende, is bij een controle niet echt.",
    "- De eigen bewijzen blijven hier echt. Elders pas weer als je ze opnieuw ondertekent.",
    "Dit kan niet ongedaan.",
)
_IN_A_TEXT = (
    "PRAKTIJKBEWIJS_KEY staat in de omgeving. Zet daar de nieuwe sleutel vóór de oude, met een komma, start "
    "de dienst opnieuw, en draai dan: praktijkbewijs keys rewrap"
)


@cli.command("list")
def list_organisations() -> None:
    """Toon elke organisatie met haar korte code en haar did."""
    desk = require_own_desk(read_settings())
    for organisation in organisations(desk):
        print(f"{organisation.id}\t{organisation.name}\t{desk.addresses.did(organisation.id)}")


@cli.command("show")
def show_keys(organisation: Organisation) -> None:
    """Toon het did-document van een organisatie: haar openbare sleutels, zoals de wereld ze leest."""
    desk = require_own_desk(read_settings())
    print(dumps(organisation_did_document(desk, organisation)).decode())


@cli.command("table")
def show_table(organisation: Organisation) -> None:
    """Toon de sleutels van een organisatie: welke, waarvoor, sinds wanneer, en hoe de pagina hem noemt."""
    desk, actor = _office(organisation)
    for key in list_keys(desk, actor=actor):
        print("\t".join((str(key.id), key.purpose.value, _told(key.created), _state(key), key.multikey[-8:])))


@cli.command("status")
def show_status() -> None:
    """Zeg of de dienst kan ondertekenen, verzegeld is of niet start, en waarom."""
    try:
        desk = require_own_desk(read_settings())
    except KeyStoreError as problem:
        print(f"De dienst start niet. {problem.reason_nl}")
        raise typer.Exit(2) from None
    sealed = sealed_because(desk)
    print(f"Verzegeld: geven kan niet. {sealed.reason_nl}" if sealed else "De dienst kan ondertekenen.")
    raise typer.Exit(2 if sealed else 0)


@cli.command("rotate")
def rotate(
    organisation: Organisation,
    purpose: Annotated[
        KeyPurpose,
        typer.Option(
            "--voor",
            metavar="WAARVOOR",
            parser=_purpose,
            help="Waarvoor de nieuwe sleutel is: assertion, token of list.",
        ),
    ] = KeyPurpose.ASSERTION,
) -> None:
    """Neem een nieuwe sleutel in gebruik. Wat met de oude is ondertekend, blijft geldig."""
    desk, actor = _office(organisation)
    key = rotate_key(desk, purpose, actor=actor)
    print(f"Nieuwe sleutel: {key.id} {key.multikey}")


@cli.command("compromised")
def distrust(
    organisation: Organisation,
    key_id: KeyId,
    since: Annotated[
        datetime | None,
        typer.Option(
            "--sinds",
            metavar="MOMENT",
            parser=_moment,
            help="Sinds wanneer een ander hem kan hebben (Nederlandse tijd): 2026-06-26T14:05; leeg is: nu.",
        ),
    ] = None,
    yes: Sure = False,
) -> None:
    """Vertrouw een gestolen sleutel niet meer, en neem een nieuwe in gebruik. Zegt eerst wat dat betekent."""
    desk, actor = _office(organisation)
    stolen = _trusted_key(desk, key_id, actor=actor)
    moment = _told(since) if since else "nu"
    print("\n".join((f"Niet meer te vertrouwen, sinds {moment}: {_named(stolen)}", *_NO_TRUST)))
    if not yes:
        require_word(_STOLEN)
    key = withdraw_key(desk, key_id, actor=actor, since=since)
    print("De sleutel is niet meer te vertrouwen.")
    if key:
        print(f"In gebruik is nu: {key.id} {key.multikey}")
    if left := count_to_reissue(desk, key_id, actor=actor):
        print(f"Onderteken nu {left} opnieuw: praktijkbewijs keys reissue {organisation} {key_id}")


@cli.command("reissue")
def sign_again(organisation: Organisation, key_id: KeyId) -> None:
    """Onderteken opnieuw wat een gestolen sleutel ondertekende, en wat in het controlespoor staat."""
    desk, actor = _office(organisation)
    done = reissue(desk, key_id, actor=actor)
    print(f"Opnieuw ondertekend: {done.signed}.")
    for badge_id in done.left:
        print(f"Niet: {badge_id} staat niet zo in het controlespoor.")
    raise typer.Exit(1 if done.left else 0)


@cli.command("new-kek")
def prepare() -> None:
    """Maak een nieuwe sleutel die de andere bewaakt. Zet hem op elke machine, en draai dan `keys rewrap`."""
    settings = read_settings()
    desk = require_own_desk(settings)
    if closed := closed_because(desk):
        raise SettingsError(f"{_FIRST_THE_OLD} {closed.reason_nl}")
    place = file_of_the_key(settings)
    if place is None:
        raise SettingsError(_IN_A_TEXT)
    place.prepare()
    print(
        f"Klaar: {place.new}. Kopieer hem naar elke machine van de dienst. "
        "Draai dan: praktijkbewijs keys rewrap"
    )


@cli.command("rewrap")
def take_into_use() -> None:
    """Sluit alle sleutels met de nieuwste sleutel, terwijl de dienst draait."""
    settings = read_settings()
    desk = require_own_desk(settings)
    print(f"Opnieuw gesloten: {rewrap(desk, SEALABLE)} sleutels.")
    place = file_of_the_key(settings)
    if place is None:
        print("Nodig is nu de eerste in PRAKTIJKBEWIJS_KEY. Andere zijn alleen nog voor oudere back-ups.")
        return
    if place.new.exists():
        place.promote()
    if place.old.exists():  # said again where a run before this one was cut off just before it said so
        print(f"Nodig is nu {place.path}. {place.old} is alleen nog voor oudere back-ups; bewaar hem daar.")


@cli.command("lost-kek")
def go_on_without(yes: Sure = False) -> None:
    """Ga door als de sleutel die de andere bewaakt weg is, zonder kopie. Zegt eerst wat dat betekent."""
    settings = read_settings()
    place, lists = file_of_the_key(settings), file_of_the_lists_key(settings)
    desk = require_desk_without_keys(settings)
    try:
        print("\n".join(told_loss(find_loss(desk), place=place, lists=lists)))
        if not yes:
            require_word(_LOST)
        made = start_over(desk)
    finally:
        desk.register.close()
    print(f"Klaar. Nieuwe sleutels: {made}. {told_copies(place, lists=lists)}")


def _office(organisation: str) -> tuple[IssuingDesk, Actor]:
    """Open the desk, and act for an organisation as whoever runs the service."""
    desk = require_own_desk(read_settings())
    find_organisation(desk, organisation)
    return desk, operator(organisation, now=desk.clock.now())


def _trusted_key(desk: IssuingDesk, key_id: UUID, *, actor: Actor) -> Key:
    """Find the key that somebody means.

    Raises:
        NotFoundError: the organisation has no such key, or it was withdrawn before.
    """
    for key in list_keys(desk, actor=actor):
        if key.id == key_id and key.withdrawn is None:
            return key
    raise NotFoundError


def _named(key: Key) -> str:
    """Name a key as `keys table` and the page do."""
    return f"{key.id} ({key.purpose.value}, … {key.multikey[-8:]})"


def _state(key: Key) -> str:
    """Say how a key stands."""
    if key.withdrawn:
        return f"niet te vertrouwen sinds {_told(key.compromised or key.withdrawn)}"
    return f"tot {_told(key.retired)}" if key.retired else "in gebruik"


def _told(moment: datetime) -> str:
    """Write a moment as `--sinds` reads it: in the Netherlands."""
    return f"{moment.astimezone(DUTCH):%Y-%m-%dT%H:%M}"
