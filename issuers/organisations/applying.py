"""Read the form with which an organisation joins, or say everything that is wrong with it at once."""

from dataclasses import dataclass
from typing import Final

from issuers.errors import FieldProblem, FormError
from issuers.organisations.changing import read_description
from issuers.organisations.declaring import TypedFacts
from issuers.organisations.face import Face, TypedFace
from issuers.organisations.facts import NewFact
from issuers.reading import name_problems, no_mail, read_mail, read_name

NO_PERSON: Final = FieldProblem(
    "persoon",
    "missing",
    "Vul de naam van de eerste beheerder in, met 80 tekens of minder.",
    "Fill in the name of the first beheerder, with 80 signs or fewer.",
)


@dataclass(frozen=True, slots=True)
class TypedApplication:
    """Hold the form as it was typed; the last three are ticks."""

    facts: TypedFacts
    face: TypedFace
    persoon: str = ""
    mail: str = ""
    geeft_zelf: str = ""
    overeenkomst: str = ""
    edities: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPerson:
    """Hold who joins for the organisation; it becomes its first beheerder."""

    name: str
    email: str
    gives_badges: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewApplication:
    """Hold what an organisation wrote; that it exists says that the contact person agreed with both texts."""

    face: Face
    facts: tuple[NewFact, ...]
    person: ContactPerson
    agreement: str


def read_application(typed: TypedApplication, *, agreement: str) -> NewApplication:
    """Read the form; `agreement` is the version that stood beside the tick.

    Raises:
        FormError: with every problem of every field.
    """
    problems: list[FieldProblem] = []
    description = None
    try:
        description = read_description(typed.facts, typed.face)
    except FormError as error:
        problems += error.problems
    person = _read_person(typed, problems=problems)
    problems += _ticks(typed)
    if problems or description is None:
        raise FormError(problems)
    return NewApplication(face=description.face, facts=description.facts, person=person, agreement=agreement)


def _read_person(typed: TypedApplication, *, problems: list[FieldProblem]) -> ContactPerson:
    """Read who becomes the first beheerder; the fields of the organisation have other names."""
    name, mail = read_name(typed.persoon), read_mail(typed.mail)
    problems += name_problems(typed.persoon, field="persoon", missing=NO_PERSON)
    problems += [] if mail else [no_mail(typed.mail)]
    return ContactPerson(name=name or "", email=mail or "", gives_badges=bool(typed.geeft_zelf))


def _ticks(typed: TypedApplication) -> list[FieldProblem]:
    """Ask for the two agreements without which nobody can join."""
    problems = []
    if not typed.overeenkomst:
        problems.append(
            FieldProblem(
                "overeenkomst",
                "agreement-missing",
                "Zonder deze overeenkomst mogen wij niets voor jullie bewaren. Lees hem en zet het vinkje.",
                "Without the processing agreement we may keep nothing for you. Read it and tick the box.",
            )
        )
    if not typed.edities:
        problems.append(
            FieldProblem(
                "edities",
                "editions-missing",
                "Zet dit vinkje ook. Zonder kan niemand een bewijs met minder erin laten zien.",
                "Tick this box too. Without it nobody can show a badge with less in it.",
            )
        )
    return problems
