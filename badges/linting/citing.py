"""The rule for what a credential cites before it is signed: each badge once, in exactly its bytes."""

import re
from collections.abc import Iterator

from badges.errors import LintProblem
from badges.linting.frame import is_web_address
from badges.linting.issued import is_random_name
from badges.members import objects
from badges.relatedresource import ACHIEVEMENT_MEDIA_TYPE, BADGE_MEDIA_TYPE
from badges.strictjson import JsonObject

_DIGEST = re.compile(r"uEi[A-Za-z0-9_-]{44}")
"""A multihash of SHA-256 in base64url: what we write."""


def achievement_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for one achievement, with a digest of what stands at its address (VCDM 2.0 5.3)."""
    cited = objects(document, "relatedResource")
    if len(cited) != 1 or not _is_achievement(cited[0]):
        yield LintProblem(
            code="cites",
            pointer="/relatedResource",
            nl="Hier hoort één badgeklasse te staan, met de controlesom van wat op haar adres staat.",
            en="One achievement is expected here, with the digest of what stands at its address.",
        )


def citing_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for at least one badge, each once, with a digest of its bytes (VCDM 2.0 5.3)."""
    cited = objects(document, "relatedResource")
    complete = bool(cited) and len({str(each.get("id")) for each in cited}) == len(cited)
    if not complete or not all(map(_is_cited, cited)):
        yield LintProblem(
            code="cites",
            pointer="/relatedResource",
            nl="Hier hoort elk bewijs één keer te staan, met de controlesom van zijn bytes.",
            en="Each badge is expected here once, with the digest of its bytes.",
        )


def _is_achievement(entry: JsonObject) -> bool:
    return (
        is_web_address(entry.get("id"))
        and _DIGEST.fullmatch(str(entry.get("digestMultibase"))) is not None
        and entry.get("mediaType") == ACHIEVEMENT_MEDIA_TYPE
    )


def _is_cited(entry: JsonObject) -> bool:
    return (
        is_random_name(entry.get("id"))
        and _DIGEST.fullmatch(str(entry.get("digestMultibase"))) is not None
        and entry.get("mediaType") == BADGE_MEDIA_TYPE
    )
