"""The rules for what a credential cites before it is signed: each thing once, in exactly its bytes."""

import re
from collections.abc import Iterator

from badges.errors import LintProblem
from badges.linting.frame import is_web_address
from badges.linting.issued import is_random_name
from badges.members import objects
from badges.relatedresource import (
    ACHIEVEMENT_MEDIA_TYPE,
    BADGE_MEDIA_TYPE,
    PHOTO_MEDIA_TYPE,
    digest_sri,
)
from badges.strictjson import Json, JsonObject

_DIGEST = re.compile(r"uEi[A-Za-z0-9_-]{44}")
"""A multihash of SHA-256 in base64url: what we write."""

_PHOTO = re.compile(r"/foto/[A-Za-z0-9_-]{22}")
"""How the address of a photo ends: in a token that nobody guesses."""


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


def photo_addresses(document: JsonObject) -> frozenset[Json]:
    """Give what is cited as an address, not as a name that leads nowhere."""
    cited = (each.get("id") for each in objects(document, "relatedResource"))
    return frozenset(address for address in cited if is_web_address(address))


def photo_problems(document: JsonObject) -> Iterator[LintProblem]:
    """Ask for each photo once among the evidence and once with the digests of its bytes (VCDM 2.0 5.3)."""
    cited = objects(document, "relatedResource")
    names = [str(each.get("id")) for each in cited]
    addresses = [
        str(each["id"]) for each in objects(document, "evidence")[1:] if is_web_address(each.get("id"))
    ]
    are_whole = ("relatedResource" in document) == bool(cited) and all(map(_is_photo, cited))
    if addresses != names or len(set(names)) != len(names) or not are_whole:
        yield LintProblem(
            code="photos",
            pointer="/relatedResource",
            nl="Elke foto hoort hier één keer te staan, met zijn adres en de controlesom van zijn bytes.",
            en="Each photo is expected here once, with its address and the digest of its bytes.",
        )


def _is_photo(entry: JsonObject) -> bool:
    address, digest = str(entry.get("id")), str(entry.get("digestMultibase"))
    return (
        is_web_address(address)
        and _PHOTO.fullmatch(address[-len("/foto/") - 22 :]) is not None
        and _DIGEST.fullmatch(digest) is not None
        and entry.get("digestSRI") == digest_sri(digest)
        and entry.get("mediaType") == PHOTO_MEDIA_TYPE
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
