"""`praktijkbewijs organisations`: let one stop for a while or for good, or go up in another."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from app.commands.asking import Sure, require_word
from app.commands.printing import say
from app.settings import read_settings
from app.worlds import require_own_desk
from badges.texts import shown_in_line
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError
from issuers.organisations import standing
from issuers.organisations.deciding import read_reason
from issuers.organisations.founding import find_organisation, organisations
from issuers.organisations.tables import Organisation
from issuers.people.permissions import OPERATOR, operator

cli = typer.Typer(
    help="Zet een organisatie stil, laat haar stoppen of voeg haar samen.", no_args_is_help=True
)

_SURE = "VOORGOED"
_ENDS = (
    "- Zij kan geen bewijs meer geven. De sleutels waarmee dat ging, worden gestopt.",
    "- Wat mensen kregen, blijft geldig en te controleren. Intrekken kan nog.",
)
_STAYS = "- Haar pagina blijft staan, met de zin dat zij is gestopt."
_FOR_GOOD = "Dit kan niet ongedaan."

Code = Annotated[str, typer.Argument(metavar="CODE", help="De korte code van de organisatie.")]


@cli.command("list")
def list_all() -> None:
    """Toon elke organisatie met haar korte code, en of zij bewijzen kan geven."""
    with _opened() as desk:
        for each in organisations(desk):
            say(f"{each.id}\t{shown_in_line(each.name)}\t{_standing(each)}")


@cli.command("suspend")
def suspend(
    code: Code,
    reason: Annotated[str, typer.Option("--reden", help="Waarom; haar beheerder leest dit.")],
) -> None:
    """Zet een organisatie stil: zij geeft geen bewijzen tot je haar verder laat gaan."""
    because = _reason(reason)
    with _opened() as desk:
        found = _find(desk, code)
        standing.suspend(desk, code, by=OPERATOR, reason=because)
    say(f"{shown_in_line(found.name)} staat stil. Verder gaan: praktijkbewijs organisations resume {code}")


@cli.command("resume")
def resume(code: Code) -> None:
    """Laat een organisatie die stilstaat verder gaan."""
    with _opened() as desk:
        _find(desk, code)
        standing.resume(desk, code, by=OPERATOR)
        say(f"Dit is nu: {_standing(find_organisation(desk, code))}.")


@cli.command("close")
def close(code: Code, yes: Sure = False) -> None:
    """Laat een organisatie voorgoed stoppen. Zegt eerst wat dat betekent."""
    with _opened() as desk:
        found = _find(desk, code)
        say("\n".join((f"{shown_in_line(found.name)} stopt:", *_ENDS, _STAYS, _FOR_GOOD)))
        if not yes:
            require_word(_SURE)
        standing.close(desk, actor=operator(code, now=desk.clock.now()))
    say("Gestopt.")


@cli.command("merge")
def merge(
    code: Code,
    into: Annotated[str, typer.Argument(metavar="NAAR", help="De code van de organisatie die verder gaat.")],
    yes: Sure = False,
) -> None:
    """Laat een organisatie opgaan in een andere. Zegt eerst wat dat betekent."""
    if code == into:
        raise typer.BadParameter("Dit is twee keer dezelfde organisatie. Noem er twee.")
    with _opened() as desk:
        name, other = (shown_in_line(_find(desk, each).name) for each in (code, into))
        moves = (
            f"- Haar pagina blijft staan, met een link naar {other}.",
            f"- Aan {other} verandert niets. Mensen, erkenningen en API-sleutels gaan niet mee.",
        )
        say("\n".join((f"{name} gaat op in {other}:", *_ENDS, *moves, _FOR_GOOD)))
        if not yes:
            require_word(_SURE)
        standing.merge(desk, code, into=into, by=OPERATOR)
    say("Samengevoegd.")


@contextmanager
def _opened() -> Iterator[IssuingDesk]:
    desk = require_own_desk(read_settings())
    try:
        yield desk
    finally:
        desk.register.close()


def _find(desk: IssuingDesk, code: str) -> Organisation:
    try:
        return find_organisation(desk, code)
    except NotFoundError:
        raise typer.BadParameter(
            f"Er is geen organisatie met de code {shown_in_line(code)}. "
            "Welke er zijn, toont: praktijkbewijs organisations list"
        ) from None


def _reason(typed: str) -> str:
    try:
        return read_reason(typed)
    except FormError as error:
        raise typer.BadParameter(" ".join(each.nl for each in error.problems)) from None


def _standing(organisation: Organisation) -> str:
    if organisation.merged_into is not None:
        return f"opgegaan in {organisation.merged_into}"
    if organisation.closed is not None:
        return "gestopt"
    return "staat stil" if organisation.suspended is not None else "geeft"
