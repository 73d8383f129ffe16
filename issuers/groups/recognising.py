"""Recognise in a roster who learns here, by kenmerk or else by name, and what was agreed with him."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from issuers.errors import FieldProblem
from issuers.groups.lines import KnownLine
from issuers.groups.noticing import (
    NAMESAKES,
    PERSON_TWICE,
    chosen,
    given_before,
    has_it,
    lapsed_since,
    name_has_it,
    no_profiel,
    no_yes,
    other_work,
    unknown,
)
from issuers.groups.reading import with_keys
from issuers.groups.roll import Roll
from issuers.recipients.tables import Recipient
from issuers.werkplekprofiel.known import Standing, standing_of
from issuers.werkplekprofiel.tables import Werkplekprofiel, WerkprocesKey


@dataclass(frozen=True, slots=True)
class Recognised:
    """Hold who a line is about, as far as we know him, and what there is to say of it.

    `problems` are in the way; `notices` are told. `profiel_id` is the agreement that the badge is for.
    `is_given` says that the line asks for a badge that was given before, or that waits already.
    """

    recipient_id: UUID | None = None
    profiel_id: UUID | None = None
    problems: tuple[FieldProblem, ...] = ()
    notices: tuple[FieldProblem, ...] = ()
    is_given: bool = False

    @property
    def is_stranger(self) -> bool:
        """Tell whether nobody whom we know is meant, as far as can be seen."""
        return self.recipient_id is None and NAMESAKES not in self.problems


def recognise(lines: Sequence[KnownLine], roll: Roll) -> list[Recognised]:
    """Say of each line whom it is about."""
    by_reference = {each.reference: each for each in roll.recipients if each.reference}
    by_name: dict[str, list[Recipient]] = {}
    for each in roll.recipients:
        by_name.setdefault(_folded(each.name), []).append(each)
    alone = []
    for known, asked in zip(lines, with_own_keys(lines), strict=True):
        found = by_reference.get(known.line.kenmerk)
        likely = [] if known.is_other else _likely(by_name.get(folded_name(known), ()), known=known)
        about = _recognised(asked, [found] if found else likely, roll=roll)
        is_given = known.badge_id is None and asked.line.key in roll.taken
        alone.append(replace(about, is_given=is_given))
    goals = Counter((each.profiel_id, work_of(known)) for each, known in zip(alone, lines, strict=True))
    return [
        replace(each, problems=(*each.problems, PERSON_TWICE))
        if each.profiel_id and goals[each.profiel_id, work_of(known)] > 1
        else each
        for each, known in zip(alone, lines, strict=True)
    ]


def with_own_keys(lines: Sequence[KnownLine]) -> list[KnownLine]:
    """Give each line that has no key yet the one that it will be asked for with."""
    keyed = with_keys(each.line for each in lines)
    return [
        known if known.line.key else replace(known, line=line)
        for known, line in zip(lines, keyed, strict=True)
    ]


def folded_name(known: KnownLine) -> str:
    """Give the name of a line as it is compared."""
    return _folded(known.line.name)


def work_of(known: KnownLine) -> WerkprocesKey:
    """Name the work of a line."""
    return known.line.crebo, known.line.code


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _likely(namesakes: Sequence[Recipient], *, known: KnownLine) -> list[Recipient]:
    """Leave out who is surely another: he has another kenmerk."""
    return [each for each in namesakes if not (known.line.kenmerk and each.reference)]


def _recognised(known: KnownLine, found: Sequence[Recipient], *, roll: Roll) -> Recognised:
    lapsed = tuple(lapsed_since(roll.lapsed.get(work_of(known))))
    if len(found) > 1:
        return Recognised(problems=(NAMESAKES,), notices=lapsed)
    if not found:
        return Recognised(notices=(*_unknown(known, roll=roll), *lapsed))
    [recipient] = found
    profielen = roll.profielen.get(recipient.id, ())
    profiel = next((each for each in profielen if _fits(each, work_of(known), roll=roll)), None)
    before = tuple(_before(recipient, profielen, known=known, roll=roll))
    if profiel is None:
        untied = (_untied(recipient, profielen, known=known, roll=roll), *_by_name(known, roll=roll))
        return Recognised(recipient.id, notices=(*untied, *before, *lapsed))
    given = roll.given.get((profiel.id, work_of(known)))
    problems = (has_it(recipient.name, given.day),) if given and given.key != known.line.key else ()
    notices = (*chosen(profiel.chosen_name or "", typed=known.line.name), *before, *lapsed)
    return Recognised(recipient.id, profiel.id, problems=problems, notices=notices)


def _fits(profiel: Werkplekprofiel, work: WerkprocesKey, *, roll: Roll) -> bool:
    return standing_of(profiel) is Standing.AGREED and work in roll.works.get(profiel.id, ())


def _untied(
    recipient: Recipient, profielen: Sequence[Werkplekprofiel], *, known: KnownLine, roll: Roll
) -> FieldProblem:
    """Say why a badge is for no agreement: it is given all the same, on its own."""
    going = [each for each in profielen if standing_of(each) is not Standing.ENDED]
    if not going:
        return no_profiel(recipient.name)
    if any(work_of(known) in roll.works.get(each.id, ()) for each in going):
        return no_yes(recipient.name)
    return other_work(recipient.name)


def _unknown(known: KnownLine, *, roll: Roll) -> Iterator[FieldProblem]:
    """Say that somebody is new, to an organisation that keeps who learns there; and what his namesake has."""
    if roll.recipients and known.line.name:
        yield unknown(known.line.name)
    yield from _by_name(known, roll=roll)


def _by_name(known: KnownLine, *, roll: Roll) -> Iterator[FieldProblem]:
    given = roll.named.get((folded_name(known), work_of(known)))
    if given and given.key != known.line.key:
        yield name_has_it(given.day)


def _before(
    recipient: Recipient, profielen: Sequence[Werkplekprofiel], *, known: KnownLine, roll: Roll
) -> Iterator[FieldProblem]:
    """Say what somebody got here before, besides what this line asks for."""
    days = [
        badge.day
        for profiel in profielen
        for work in roll.works.get(profiel.id, ())
        if (badge := roll.given.get((profiel.id, work))) and work != work_of(known)
    ]
    if days:
        yield given_before(recipient.name, len(days), last=max(days))
