"""A proposal as learning outcomes, and as rows of a table, in the names of the OKx consumer profile.

Each says what the line of the proposal says, with its rule and source: no more, and no besluit.
"""

from collections.abc import Iterator
from typing import Final

from badges.catalogue.catalogue import Catalogue
from badges.catalogue.okx import COMPETENT_NL_REFS, KWALIFICATIE_REF, competent_nl_refs, kwalificatie_ref
from badges.members import part, parts, text, texts
from badges.moments import dutch_day
from badges.strictjson import JsonObject
from issuers.sheets import Sheet
from schools.mapping.statements import SkillSaid
from schools.proposals.proposing import Line
from schools.proposals.telling import PROPOSED, Told
from schools.proposals.weighing import Support

OPEN: Final = "open"
NAMES: Final = "OKx consumer profile: LearningOutcome"
REF: Final = ("dossier", "kwalificatie", "kerntaak", "werkproces")
OF_LINE: Final = ("name", "strength")
OF_BADGE: Final = ("id", "judgedBy", "judgedOn", "rule", "source")
HEADINGS: Final = (
    *("person", "target", "on", "rules"),
    *(f"{KWALIFICATIE_REF}.{each}" for each in REF),
    *OF_LINE,
    f"{COMPETENT_NL_REFS}.uri",
    *(f"evidence.{each}" for each in OF_BADGE),
    *("evidence.issuer.id", "evidence.issuer.name", "evidence.strength", "evidence.grounds"),
)
_EMPTY: Final[JsonObject] = {}


def rows_as_json(told: Told, *, name: str, catalogue: Catalogue) -> JsonObject:
    """Give a proposal as learning outcomes, for the system of a school."""
    proposal = told.proposal
    return {
        "names": NAMES,
        "says": PROPOSED.as_json(),
        "person": name,
        "target": proposal.target.code,
        "about": proposal.target.as_json(),
        "on": dutch_day(proposal.on).isoformat(),
        "rules": told.book.version,
        "complete": proposal.is_complete,
        "learningOutcomes": [_outcome(each, catalogue=catalogue) for each in proposal.lines],
    }


def rows_sheet(document: JsonObject) -> Sheet:
    """Lay those out as a table: a row for each badge behind a werkproces, and one where there is none."""
    rows = (
        _cells(badge, outcome, document)
        for outcome in parts(document.get("learningOutcomes"))
        for badge in parts(outcome.get("evidence")) or [_EMPTY]
    )
    return Sheet(name="koppeling", headings=HEADINGS, rows=rows)


def _outcome(line: Line, *, catalogue: Catalogue) -> JsonObject:
    work = line.werkproces
    skills = [
        said.uri for each in line.supports for said in each.fact.statements if isinstance(said, SkillSaid)
    ]
    found: JsonObject = {
        "name": work.title,
        KWALIFICATIE_REF: kwalificatie_ref(work.crebo, work.code, catalogue=catalogue),
        COMPETENT_NL_REFS: competent_nl_refs(skills, crebo=work.crebo, catalogue=catalogue),
        "strength": line.strength.value if line.strength else OPEN,
    }
    if line.supports:
        best = line.supports[0]
        found |= {"rule": best.match.rule.code, "source": best.match.source}
        found["evidence"] = [each for support in line.supports for each in _evidence(support)]
    return found


def _evidence(support: Support) -> Iterator[JsonObject]:
    """Name each badge behind a line; two editions of one fact say the same."""
    for each in support.fact.evidence:
        yield {
            "id": each.identity.id,
            "issuer": {"id": each.identity.issuer, "name": each.issuer},
            "judgedBy": each.judged_by,
            "judgedOn": dutch_day(each.judged).isoformat() if each.judged else None,
            "strength": support.strength.value,
            "rule": support.match.rule.code,
            "source": support.match.source,
            "grounds": [ground.code for ground in support.grounds],
        }


def _cells(badge: JsonObject, outcome: JsonObject, document: JsonObject) -> tuple[str | None, ...]:
    ref, issuer = part(outcome.get(KWALIFICATIE_REF)), part(badge.get("issuer"))
    skills = (text(each.get("uri")) or "" for each in parts(outcome.get(COMPETENT_NL_REFS)))
    return (
        *(text(document.get(each)) for each in ("person", "target", "on", "rules")),
        *(text(ref.get(each)) for each in REF),
        *(text(outcome.get(each)) for each in OF_LINE),
        " ".join(skills) or None,
        *(text(badge.get(each)) for each in OF_BADGE),
        *(text(issuer.get(each)) for each in ("id", "name")),
        text(badge.get("strength")),
        " ".join(texts(badge.get("grounds"))) or None,
    )
