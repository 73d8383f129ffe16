"""Let a praktijkopleider agree to stand by name and function in what a school gives, or take that back."""

from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.texts import normalize, text_problems
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.people.permissions import Action, Actor, require
from issuers.werkplekprofiel.keeping import do_with
from issuers.werkplekprofiel.tables import Werkplekprofiel

MOST_OF_A_FUNCTION: Final = 60
NO_FUNCTION: Final = FieldProblem(
    "functie",
    "missing",
    "Vul je functie in. Bijvoorbeeld: teamleider logistiek.",
    "Fill in your function. For example: team leader logistics.",
)


def read_function(typed: str) -> str:
    """Read what somebody's function is.

    Raises:
        FormError: there is none, or it cannot stand there.
    """
    function = " ".join(normalize(typed).split())
    if not function:
        raise FormError([NO_FUNCTION])
    problems = text_problems(function, max_length=MOST_OF_A_FUNCTION)
    if problems:
        raise FormError([FieldProblem.of(each, field="functie") for each in problems])
    return function


def name_trainer(desk: IssuingDesk, profiel_id: UUID, *, function: str, actor: Actor) -> None:
    """Let the actor stand in it, by his own name; who stood there before does not any more.

    Raises:
        PermissionDeniedError: the actor judges nothing here, or not any more.
        NotFoundError: the organisation has no such werkplekprofiel.
    """
    require(actor, Action.ISSUE)

    def name(_session: Session, row: Werkplekprofiel) -> None:
        row.trainer, row.trainer_function = actor.name, function

    do_with(desk, profiel_id, name, actor=actor)


def unname_trainer(desk: IssuingDesk, profiel_id: UUID, *, actor: Actor) -> None:
    """Let nobody stand in it; what was given before says what it said.

    Raises:
        PermissionDeniedError: the actor judges nothing here, or not any more.
        NotFoundError: the organisation has no such werkplekprofiel.
    """
    require(actor, Action.ISSUE)

    def unname(_session: Session, row: Werkplekprofiel) -> None:
        row.trainer = row.trainer_function = None

    do_with(desk, profiel_id, unname, actor=actor)
