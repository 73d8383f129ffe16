"""What an achievement says about work: our badges, edubadges, and any Open Badge 3.0 or 2.0."""

import re
from typing import Final

from badges.catalogue.editions import DIGEST_LENGTH
from badges.judged import target_code
from badges.members import at, items, part, parts, text
from badges.strictjson import Json, JsonObject
from schools.mapping.statements import (
    CodeSaid,
    ProgrammeSaid,
    SkillSaid,
    Statement,
    TargetSaid,
    WerkprocesSaid,
)

MOST_OF_A_TITLE: Final = 300
MOST_OF_AN_ADDRESS: Final = 100
"""Statements are remembered, and strangers write them."""

_CODE: Final = re.compile(r"[BP][0-9]{1,2}-K[0-9]{1,2}-W[0-9]{1,2}", re.ASCII)
_TARGET: Final = re.compile(r"[CK][0-9]{4}", re.ASCII)
_CREBO: Final = re.compile(r"[0-9]{5}", re.ASCII)
_TEXT: Final = re.compile(
    rf"/werkprocessen/([0-9]{{5}})/([A-Z0-9-]+)/([0-9a-f]{{{DIGEST_LENGTH}}})", re.ASCII
)
_SKILL: Final = "https://linkeddata.competentnl.nl/id/"
_EXTENSION: Final = "extensions:EducationProgramIdentifierExtension"


def statements_of(document: JsonObject) -> tuple[Statement, ...]:
    """Read what a verified badge of Open Badges 3.0 or 2.0 says about work, each thing once."""
    subject = part(document.get("credentialSubject"))
    achievement = part(subject.get("achievement") if subject else document.get("badge"))
    programmes = _programmes(achievement)
    said: list[Statement] = []
    for alignment in parts(achievement.get("alignment")):
        found = _statement(alignment, programmes=programmes)
        if found is not None:
            said.append(found)
    said += [ProgrammeSaid(each) for each in programmes]
    return tuple(dict.fromkeys(said))


def _statement(alignment: JsonObject, *, programmes: tuple[str, ...]) -> Statement | None:
    """Read one thing that an achievement points at; what we do not understand says nothing."""
    code, url = text(alignment.get("targetCode")) or "", text(alignment.get("targetUrl")) or ""
    title = (text(alignment.get("targetName")) or "")[:MOST_OF_A_TITLE] or None
    whole = target_code(alignment)
    if whole is not None:
        return WerkprocesSaid(*whole, digest=_digest(url, key=whole), title=title)
    if _CODE.fullmatch(code):
        return CodeSaid(code, programmes, title=title)
    if _TARGET.fullmatch(code):
        return TargetSaid(code)
    return SkillSaid(url) if url.startswith(_SKILL) and len(url) <= MOST_OF_AN_ADDRESS else None


def _digest(url: str, *, key: tuple[str, str]) -> str | None:
    """Take the digest of the agreed text from the address of the werkproces, if it is of this one."""
    found = _TEXT.search(url)
    if found is None or found.end() != len(url):
        return None
    return found[3] if (found[1], found[2]) == key else None


def _programmes(achievement: JsonObject) -> tuple[str, ...]:
    """Give the programmes that edubadges names: a number, a text, or several; in 2.0 as an extension."""
    told: list[Json] = [
        *items(achievement.get("educationProgramIdentifier")),
        *items(at(achievement, _EXTENSION, "EducationProgramIdentifier")),
    ]
    written = (str(each) for each in told if isinstance(each, int | str) and not isinstance(each, bool))
    return tuple(dict.fromkeys(each for each in written if _CREBO.fullmatch(each)))
