"""What an Open Badge 2.0 says: the same facts as of one of 3.0, as far as it has them.

The person is known by an address or a hash only, so there is never a name.
"""

from badges.factfinding import issuer_facts
from badges.facts import Facts, SkillFacts
from badges.members import only, part, parts, text, texts
from badges.openbadges2.values import read_moment
from badges.strictjson import Json, JsonObject


def read_facts(document: JsonObject, *, known_as: str | None = None, kind: str | None = None) -> Facts:
    """Take the facts out of an assertion that was checked, with its badge class and profile in it.

    Args:
        document: The assertion; its `badge` is the badge class, and the `issuer` of that the profile.
        known_as: The name that a register gives the issuer, if one does.
        kind: What kind of organisation the register says it is.
    """
    badge = part(document.get("badge"))
    return Facts(
        credential_id=text(document.get("id")) or "",
        issuer=issuer_facts(part(badge.get("issuer")), known_as=known_as, kind=kind),
        name=None,
        title=text(badge.get("name")),
        description=text(badge.get("description")),
        criteria=text(part(badge.get("criteria")).get("narrative")),
        narratives=_narratives(document),
        awarded=read_moment(only(document.get("issuedOn"))),
        valid_from=read_moment(only(document.get("issuedOn"))),
        valid_until=read_moment(only(document.get("expires"))),
        activity_start=None,
        activity_end=None,
        independence=None,
        role=None,
        learning=texts(badge.get("tags")),
        werkproces=None,
        skills=_skills(badge.get("alignment")),
    )


def _narratives(document: JsonObject) -> tuple[str, ...]:
    """Give what is told of the work: of all of it, and of each piece of evidence."""
    told = [document.get("narrative"), *(each.get("narrative") for each in parts(document.get("evidence")))]
    return tuple(found for each in told if (found := text(each)))


def _skills(alignment: Json) -> tuple[SkillFacts, ...]:
    """Give what the badge class points at (OB 2.0 AlignmentObject)."""
    return tuple(
        SkillFacts(label=label, url=text(each.get("targetUrl")))
        for each in parts(alignment)
        if (label := text(each.get("targetName")))
    )
