"""Read what an organisation says that it is, or say everything that is wrong with it at once.

A number is asked once, whatever number of kinds it proves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeVar

from issuers.errors import FieldProblem, FormError, NumberError
from issuers.organisations.facts import WELCOME, NewFact
from issuers.organisations.numbers import NumberKind, OfficialNumber, read_number
from issuers.organisations.tables import OrganisationKind, SchoolKind

NEEDED: Final[Mapping[OrganisationKind, tuple[tuple[NumberKind, ...], ...]]] = {
    OrganisationKind.LEERBEDRIJF: ((NumberKind.LEERBEDRIJF,), (NumberKind.KVK,), (NumberKind.VESTIGING,)),
    OrganisationKind.SCHOOL: ((NumberKind.BRIN,),),
    OrganisationKind.MAATSCHAPPELIJK: ((NumberKind.KVK, NumberKind.RSIN),),
    OrganisationKind.GEMEENTE: ((NumberKind.OIN, NumberKind.RSIN),),
}
"""What proves each kind: one number of each group, the first one where nobody chose."""

OF_NO_PERSON: Final = FieldProblem(
    "rechtspersoon",
    "number-of-a-person",
    "Is dit RSIN echt niet je BSN? Ze zien er hetzelfde uit. Bij een eenmanszaak zijn ze vaak gelijk. "
    "Een BSN mogen wij niet bewaren. Zet het vinkje als het van een rechtspersoon is.",
    "Is this RSIN really not your BSN? They look the same, and for a sole trader they often are. "
    "We may not keep a BSN. Tick the box if it is of a legal person.",
)

_NAMES: Final[Mapping[NumberKind, tuple[str, str]]] = {
    NumberKind.KVK: ("het KvK-nummer", "the KvK number"),
    NumberKind.VESTIGING: ("het vestigingsnummer", "the vestigingsnummer"),
    NumberKind.RSIN: ("het RSIN", "the RSIN"),
    NumberKind.BRIN: ("de BRIN", "the BRIN"),
    NumberKind.BRIN_VESTIGING: ("de vestiging van de school", "the place of the school"),
    NumberKind.LEERBEDRIJF: ("het leerbedrijf-ID", "the leerbedrijf-ID"),
    NumberKind.OIN: ("het OIN", "the OIN"),
}
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class TypedFacts:
    """Hold the part of a form about what an organisation is, as it was typed.

    `of_no_person` is the tick beside the RSIN: "Dit is het nummer van een rechtspersoon, niet mijn BSN".
    """

    kinds: tuple[str, ...] = ()
    numbers: Mapping[NumberKind, str] = field(default_factory=dict)
    school_kind: str = ""
    of_no_person: str = ""


def read_facts(typed: TypedFacts) -> tuple[NewFact, ...]:
    """Read what an organisation says that it is.

    Raises:
        FormError: with every problem of every field.
    """
    problems: list[FieldProblem] = []
    kinds = _read_kinds(typed.kinds, problems=problems)
    numbers = _read_numbers(typed, kinds=kinds, problems=problems)
    school_kind = _read_school_kind(typed.school_kind, kinds=kinds, problems=problems)
    if problems:
        raise FormError(problems)
    return tuple(
        NewFact(
            kind,
            numbers=tuple(numbers[each] for each in WELCOME[kind] if each in numbers),
            school_kind=school_kind if kind is OrganisationKind.SCHOOL else None,
        )
        for kind in kinds
    )


def _read_kinds(words: Sequence[str], *, problems: list[FieldProblem]) -> tuple[OrganisationKind, ...]:
    """Read what an organisation is, each once, in the order of the form."""
    chosen = {word for text in words if (word := _word(text, OrganisationKind))}
    if not chosen or len(chosen) < len(set(words)):
        problems.append(
            FieldProblem(
                "soort",
                "kind-missing",
                "Kies wat jullie zijn. Meer dan 1 mag.",
                "Choose what you are. More than one is fine.",
            )
        )
    return tuple(kind for kind in OrganisationKind if kind in chosen)


def _read_numbers(
    typed: TypedFacts, *, kinds: Sequence[OrganisationKind], problems: list[FieldProblem]
) -> dict[NumberKind, OfficialNumber]:
    """Read the numbers that the chosen kinds know; what was filled in for another kind is left alone."""
    given = {kind: text for kind, text in typed.numbers.items() if text.strip()}
    found: dict[NumberKind, OfficialNumber] = {}
    for kind in NumberKind:
        if kind in given and any(kind in WELCOME[each] for each in kinds):
            try:
                found[kind] = read_number(given[kind], kind=kind)
            except NumberError as error:
                problems.append(FieldProblem.of(error, field=kind.value))
    problems += _missing_numbers(given, kinds=kinds)
    if NumberKind.RSIN in found and not typed.of_no_person:
        problems.append(OF_NO_PERSON)
    problems += _place_problems(found)
    return found


def _missing_numbers(
    given: Mapping[NumberKind, str], *, kinds: Sequence[OrganisationKind]
) -> list[FieldProblem]:
    """Ask for one number of each group that is needed, each field once."""
    groups = dict.fromkeys(group for kind in kinds for group in NEEDED[kind])
    problems = {}
    for group in groups:
        if not any(each in given for each in group):
            nl = " of ".join(_NAMES[each][0] for each in group)
            en = " or ".join(_NAMES[each][1] for each in group)
            problems[group[0]] = FieldProblem(
                group[0].value, "number-missing", f"Vul {nl} in.", f"Fill in {en}."
            )
    return list(problems.values())


def _place_problems(found: Mapping[NumberKind, OfficialNumber]) -> list[FieldProblem]:
    """Find a place of another school than the one that is named."""
    school, place = found.get(NumberKind.BRIN), found.get(NumberKind.BRIN_VESTIGING)
    if school is None or place is None or place.value.startswith(school.value):
        return []
    return [
        FieldProblem(
            place.kind.value,
            "number-of-another-school",
            "Deze vestiging is van een andere school. De eerste 4 tekens zijn de BRIN van de school.",
            "This place is of another school. Its first 4 signs are the BRIN of the school.",
        )
    ]


def _read_school_kind(
    text: str, *, kinds: Sequence[OrganisationKind], problems: list[FieldProblem]
) -> SchoolKind | None:
    """Read what kind of school it is; others are not asked."""
    found = _word(text, SchoolKind)
    if OrganisationKind.SCHOOL in kinds and found is None:
        problems.append(
            FieldProblem(
                "schoolsoort",
                "school-kind-missing",
                "Kies wat voor school jullie zijn.",
                "Choose what kind of school you are.",
            )
        )
    return found


def _word(text: str, words: type[_Word]) -> _Word | None:
    try:
        return words(text)
    except ValueError:
        return None
