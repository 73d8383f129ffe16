"""A proposal as JSON and in lines, so that an examencommissie can check each step."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from badges.moments import dutch_day
from badges.strictjson import Json, JsonObject
from badges.wording import Sentence, day_nl
from schools.evidence.evidence import Identity, Obstacle, SetAside
from schools.mapping.atlas import Atlas
from schools.mapping.relating import Doubt
from schools.mapping.rules import Rulebook, Strength
from schools.proposals.covering import Coverage
from schools.proposals.nearest import Near
from schools.proposals.proposing import Line, Proposal, Shown, doubts
from schools.proposals.weighing import Support

PROPOSED: Final = Sentence(
    "Dit is een voorstel. De examencommissie beslist.",
    "This is a proposal. The examencommissie decides.",
)
SAYS: Final = {
    Strength.AANGETOOND: Sentence("Hiervoor is bewijs.", "There is evidence for this."),
    Strength.DEELS: Sentence(
        "Hiervoor is een deel van het bewijs.", "There is a part of the evidence for this."
    ),
    None: Sentence("Hiervoor is nog geen bewijs.", "There is no evidence for this yet."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Hold a proposal with all that belongs to its explanation."""

    proposal: Proposal
    coverage: Coverage
    doubts: tuple[Doubt, ...]
    near: tuple[Near, ...]
    book: Rulebook

    @property
    def counted(self) -> frozenset[Identity]:
        """Name the badges that count."""
        return frozenset(each.identity for fact in self.coverage.facts for each in fact.evidence)


def explain(proposal: Proposal, coverage: Coverage, *, near: tuple[Near, ...], atlas: Atlas) -> Told:
    """Put a proposal together with what is unknown and what is near."""
    unknown = tuple(doubts(coverage, proposal.target, atlas=atlas))
    return Told(proposal, coverage, doubts=unknown, near=near, book=atlas.book)


def as_json(told: Told) -> JsonObject:
    """Give it for programs: `{target, covered, open}`, and what explains it."""
    proposal = told.proposal
    return {
        "target": proposal.target.code,
        "about": proposal.target.as_json(),
        "on": dutch_day(proposal.on).isoformat(),
        "says": PROPOSED.as_json(),
        "complete": proposal.is_complete,
        "ended": proposal.target.has_ended(dutch_day(proposal.on)),
        "kerntaken": [_kerntaak(each) for each in proposal.kerntaken],
        "covered": [_covered(line, told=told) for line in proposal.covered],
        "open": [_open(line, book=told.book) for line in proposal.open],
        "hints": [
            pointer.hint.as_json() | {"evidence": list(pointer.fact.ids)} for pointer in proposal.pointers
        ],
        "unknown": [each.as_json() for each in told.doubts],
        "nearest": [each.as_json() for each in told.near],
        "setAside": [each.as_json() for each in told.coverage.aside],
        "rules": told.book.version,
    }


def _kerntaak(of: Shown) -> JsonObject:
    return {
        "code": of.kerntaak.code,
        "title": of.kerntaak.title,
        "shown": of.shown,
        "partly": of.partly,
        "open": of.open,
        "complete": of.is_complete,
    }


def _covered(line: Line, *, told: Told) -> JsonObject:
    best = line.supports[0]
    ids: list[Json] = [id_ for each in line.supports for id_ in each.fact.ids]
    return _named(line) | {
        "strength": best.strength.value,
        "evidence": ids,
        "rule": best.match.rule.code,
        "source": best.match.source,
        "says": SAYS[best.strength].as_json(),
        "why": why(best).as_json(),
        "needed": [each.as_json() for each in line.needed(told.book)],
        "supports": [_support(each, on=told.proposal.on) for each in line.supports],
    }


def _open(line: Line, *, book: Rulebook) -> JsonObject:
    return _named(line) | {
        "says": SAYS[None].as_json(),
        "needed": [each.as_json() for each in line.needed(book)],
    }


def _named(line: Line) -> JsonObject:
    return {
        "crebo": line.werkproces.crebo,
        "code": line.werkproces.code,
        "title": line.werkproces.title,
        "kerntaak": line.werkproces.kerntaak_code,
    }


def _support(of: Support, *, on: datetime) -> JsonObject:
    first, match = of.fact.first, of.match
    found: JsonObject = {
        "evidence": list(of.fact.ids),
        "title": first.title,
        "issuer": first.issuer,
        "judgedBy": first.judged_by,
        "judgedOn": dutch_day(first.judged).isoformat() if first.judged else None,
        "ago": ago(first.judged, on=on).as_json() if first.judged else None,
        "strength": of.strength.value,
        "rule": match.rule.code,
        "ruleSays": match.rule.says.as_json(),
        "source": match.source,
        "note": match.note.as_json() if match.note else None,
        "grounds": [
            {"code": each.code, "says": each.says.as_json(), "lowers": each.lowers} for each in of.grounds
        ],
        "confirmedBy": list(of.fact.confirmed_by),
        "restsOn": [*sorted({id_ for each in of.fact.evidence for id_ in each.rests_on})],
    }
    return {name: value for name, value in found.items() if value not in (None, [])}


def why(of: Support) -> Sentence:
    """Say why a line is there: which rule, and on whose word."""
    rule, source = of.match.rule, of.match.source
    return Sentence(f"{rule.says.nl} Volgens: {source}.", f"{rule.says.en} According to: {source}.")


def ago(moment: datetime, *, on: datetime) -> Sentence:
    """Say how long ago it was, in whole years or months."""
    then, now = dutch_day(moment), dutch_day(on)
    months = (now.year - then.year) * 12 + now.month - then.month - (now.day < then.day)
    if months < 1:
        return Sentence("minder dan een maand geleden", "less than a month ago")
    if months < 12:  # noqa: PLR2004 - months of a year
        plural = months > 1
        return Sentence(
            f"{months} {'maanden' if plural else 'maand'} geleden",
            f"{months} month{'s' if plural else ''} ago",
        )
    years = months // 12
    return Sentence(f"{years} jaar geleden", f"{years} year{'s' if years > 1 else ''} ago")


def as_lines(told: Told) -> list[str]:
    """Write it for a person to read, in Dutch."""
    proposal, target = told.proposal, told.proposal.target
    lines = [f"{target.code} {target.title} ({target.kind.value})", PROPOSED.nl]
    lines += [each.nl for each in target.remarks]
    if target.has_ended(dutch_day(proposal.on)):
        lines.append(f"Deze opleiding is geëindigd op {target.ends}.")
    for shown in proposal.kerntaken:
        lines.append("")
        lines.append(
            f"{shown.kerntaak.code} {shown.kerntaak.title}: {shown.shown} aangetoond, "
            f"{shown.partly} deels, {shown.open} open"
        )
        own = (each for each in proposal.lines if each.werkproces.kerntaak_code == shown.kerntaak.code)
        for line in own:
            lines += _line(line, told=told)
    return [*lines, *_rest(told)]


def _line(line: Line, *, told: Told) -> Iterator[str]:
    state = line.strength.value if line.strength else "open"
    yield f"  {state}: {line.werkproces.code} {line.werkproces.title}"
    for each in line.supports:
        first = each.fact.first
        day = f", {day_nl(first.judged)}" if first.judged else ""
        yield f"    {first.judged_by}{day} [{each.match.rule.code}] {why(each).nl}"
        yield f"    {' '.join(ground.says.nl for ground in each.grounds)}"
    yield from (f"    Nodig: {needed.nl}" for needed in line.needed(told.book))


def _rest(told: Told) -> Iterator[str]:
    """Tell what only hints, what is unknown, what does not count, and what is near."""
    yield from _headed(
        "Aanwijzingen", (f"{each.hint.rule.says.nl} ({each.hint.about})" for each in told.proposal.pointers)
    )
    yield from _headed("Onbekend", (each.unknown.nl for each in told.doubts))
    yield from _headed(
        "Telt niet mee",
        aside_lines(told),
    )
    yield from _headed(
        "Dichtbij",
        (
            f"{each.target.code} {each.target.title}: {each.shown} van {each.of} aangetoond"
            for each in told.near
        ),
    )


def aside_lines(told: Told) -> Iterator[str]:
    """Say of all that does not count why."""
    return map(_aside, told.coverage.aside)


def _aside(of: SetAside) -> str:
    """Say why something does not count, with the name in it where that is the question."""
    named = f" ({of.name})" if of.name and of.obstacle in (Obstacle.WHOSE, Obstacle.OTHER_NAME) else ""
    return f"{of.file}{named}: {(of.detail or of.obstacle.says).nl}"


def _headed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = [*dict.fromkeys(lines)]
    if found:
        yield ""
        yield heading
        yield from (f"  {each}" for each in found)
