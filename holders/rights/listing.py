"""List badges for a provider of EVC: what each says, and to which werkproces it belongs, as OKx names it."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from badges.catalogue.catalogue import Catalogue
from badges.catalogue.okx import COMPETENT_NL_REFS, KWALIFICATIE_REF, competent_nl_refs, kwalificatie_ref
from badges.facts import Facts
from badges.judged import WerkprocesFacts
from badges.members import part, parts, text, texts
from badges.moments import dutch_day
from badges.strictjson import Json, JsonObject
from issuers.sheets import Sheet

OF_BADGE: Final = ("id", "name", "person", "judgedBy", "judgedOn", "start", "end", "independence", "role")
REF: Final = ("dossier", "kwalificatie", "kerntaak", "werkproces")
HEADINGS: Final = (
    *OF_BADGE,
    "issuer.id",
    "issuer.name",
    *(f"learningOutcomes.{KWALIFICATIE_REF}.{each}" for each in REF),
    f"learningOutcomes.{COMPETENT_NL_REFS}.uri",
    "files",
)
_NONE: Final[JsonObject] = {}


def listed(facts: Facts, *, catalogue: Catalogue) -> JsonObject:
    """Say what a badge says, for a list; what it does not say is null."""
    verklaring = facts.verklaring
    works = verklaring.werkprocessen if verklaring else tuple(filter(None, [facts.werkproces]))
    return {
        "id": facts.credential_id,
        "name": facts.title,
        "person": facts.name,
        "judgedBy": verklaring.judged_by if verklaring else facts.issuer.name,
        "judgedOn": _day(facts.awarded),
        "start": _day(facts.activity_start),
        "end": _day(facts.activity_end),
        "independence": facts.independence,
        "role": facts.role,
        "issuer": {"id": facts.issuer.id, "name": facts.issuer.name},
        "learningOutcomes": [*_outcomes(facts, works, catalogue=catalogue)],
    }


def listed_elsewhere(title: str, *, issuer: str) -> JsonObject:
    """Say of a badge from elsewhere what is kept of it; the rest stands in its own file."""
    return {"name": title, "issuer": {"name": issuer}}


def listing_sheet(document: JsonObject) -> Sheet:
    """Lay a list out as a table: a row for each werkproces of a badge, and one for a badge without any."""
    rows = (
        _cells(outcome, badge)
        for badge in parts(document.get("badges"))
        for outcome in parts(badge.get("learningOutcomes")) or [_NONE]
    )
    return Sheet(name="lijst", headings=HEADINGS, rows=rows)


def _outcomes(facts: Facts, works: tuple[WerkprocesFacts, ...], *, catalogue: Catalogue) -> Iterator[Json]:
    uris = [each.url for each in facts.skills if each.url]
    for work in works:
        yield {
            "name": work.title,
            KWALIFICATIE_REF: kwalificatie_ref(work.crebo, work.code, catalogue=catalogue),
            COMPETENT_NL_REFS: competent_nl_refs(uris, crebo=work.crebo, catalogue=catalogue),
        }


def _cells(outcome: JsonObject, badge: JsonObject) -> tuple[str | None, ...]:
    issuer, ref = part(badge.get("issuer")), part(outcome.get(KWALIFICATIE_REF))
    skills = (text(each.get("uri")) or "" for each in parts(outcome.get(COMPETENT_NL_REFS)))
    return (
        *(text(badge.get(each)) for each in OF_BADGE),
        *(text(issuer.get(each)) for each in ("id", "name")),
        *(text(ref.get(each)) for each in REF),
        " ".join(skills) or None,
        " ".join(texts(badge.get("files"))) or None,
    )


def _day(moment: datetime | None) -> str | None:
    return dutch_day(moment).isoformat() if moment else None
