"""What is wrong with a document of Open Badges 2.0, member by member (OB 2.0, Data Validation).

Members that the standard does not name are legal, and no part of what a badge says. A single value and an
array of one are the same (JSON-LD 1.1 4.3). Messages name members, never values.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from badges.members import items, only, text, texts
from badges.openbadges2.objects import verification_of
from badges.openbadges2.recipient import KINDS, is_hash
from badges.openbadges2.values import (
    is_email,
    is_flag,
    is_iri,
    is_moment,
    is_picture,
    is_text,
    is_url,
    read_moment,
)
from badges.schema import SchemaProblem
from badges.strictjson import Json, JsonObject

Test: TypeAlias = Callable[[Json], bool]
Inside: TypeAlias = Callable[[JsonObject], Iterator[SchemaProblem]]


@dataclass(frozen=True, slots=True)
class Member:
    """Say what a member of a class may hold.

    Attributes:
        test: Tells a value that is good.
        inside: Looks into an object, where one may stand instead.
        required: It must be there.
        many: There may be several.
    """

    test: Test
    inside: Inside | None = None
    required: bool = False
    many: bool = False


def assertion_problems(document: JsonObject) -> tuple[SchemaProblem, ...]:
    """Give what is wrong with an assertion (OB 2.0 Assertion)."""
    stated = {**document, "verification": verification_of(document)}
    return (
        *_type_problems(document, "Assertion"),
        *_problems(stated, _ASSERTION),
        *_period_problems(document),
    )


def badge_class_problems(document: JsonObject) -> tuple[SchemaProblem, ...]:
    """Give what is wrong with a badge class (OB 2.0 BadgeClass)."""
    return (*_type_problems(document, "BadgeClass"), *_problems(document, _BADGE_CLASS))


def profile_problems(document: JsonObject) -> tuple[SchemaProblem, ...]:
    """Give what is wrong with the profile of an issuer (OB 2.0 Profile)."""
    stated = {**document, "verification": verification_of(document)}
    return (*_type_problems(document, "Issuer", "Profile"), *_problems(stated, _PROFILE))


def _type_problems(document: JsonObject, *names: str) -> Iterator[SchemaProblem]:
    """Refuse a document of another class."""
    if set(names).isdisjoint(texts(document.get("type"))):
        yield SchemaProblem("/type", f"the type is not {' or '.join(names)}")


def _problems(document: JsonObject, members: Mapping[str, Member]) -> Iterator[SchemaProblem]:
    """Hold a document against the members of its class."""
    for name, member in members.items():
        values = items(document.get(name))
        if member.required and not values:
            yield SchemaProblem(f"/{name}", f"{name} is missing")
        if len(values) > 1 and not member.many:
            yield SchemaProblem(f"/{name}", f"{name} stands there more than once")
        for value in values:
            yield from _value_problems(value, name=name, member=member)


def _value_problems(value: Json, *, name: str, member: Member) -> Iterator[SchemaProblem]:
    """Hold one value against what its member may hold."""
    if isinstance(value, dict) and member.inside is not None:
        for problem in member.inside(value):
            yield SchemaProblem(f"/{name}{problem.pointer}", problem.message)
    elif not member.test(value):
        yield SchemaProblem(f"/{name}", f"{name} has another form")


def _period_problems(document: JsonObject) -> Iterator[SchemaProblem]:
    """Refuse an end that is not after the beginning."""
    start, end = read_moment(only(document.get("issuedOn"))), read_moment(only(document.get("expires")))
    if start and end and end <= start:
        yield SchemaProblem("/expires", "expires is not after issuedOn")


def _recipient_problems(stated: JsonObject) -> Iterator[SchemaProblem]:
    """Look at an IdentityObject: a hash says that it is one, and nothing else does."""
    yield from _problems(stated, _RECIPIENT)
    identity, hashed = text(stated.get("identity")), stated.get("hashed")
    if identity is not None and isinstance(hashed, bool) and is_hash(identity) is not hashed:
        yield SchemaProblem("/identity", "identity is a hash where hashed says not, or the other way round")
    if stated.get("type") == "email" and hashed is False and not is_email(identity):
        yield SchemaProblem("/identity", "identity is no e-mail address")


def _criteria_problems(stated: JsonObject) -> Iterator[SchemaProblem]:
    """Look at Criteria: a page, or a text."""
    yield from _problems(stated, _CRITERIA)
    if "id" not in stated and not text(stated.get("narrative")):
        yield SchemaProblem("", "criteria have an id or a narrative")


def _an_object(members: Mapping[str, Member]) -> Inside:
    """Look at an object by the members of its class."""
    return lambda stated: _problems(stated, members)


def _one_of(*names: str) -> Test:
    """Tell one of these names."""
    return lambda value: isinstance(value, str) and value in names


def _nothing(_: Json) -> bool:
    """Refuse every value where only an object may stand."""
    return False


_RECIPIENT: Mapping[str, Member] = {
    "type": Member(_one_of(*KINDS), required=True),
    "identity": Member(is_text, required=True),
    "hashed": Member(is_flag, required=True),
    "salt": Member(is_text),
}
_VERIFICATION: Mapping[str, Member] = {
    "type": Member(_one_of("hosted", "HostedBadge", "signed", "SignedBadge"), required=True),
    "creator": Member(is_iri, inside=_an_object({"id": Member(is_iri, required=True)})),
}
_POLICY: Mapping[str, Member] = {
    "verificationProperty": Member(_one_of("id", "@id")),
    "startsWith": Member(is_url, many=True),
    "allowedOrigins": Member(is_text, many=True),
}
_LINK = _an_object({"id": Member(is_iri, required=True)})
_PLAIN_IMAGE = _an_object({"id": Member(is_url, required=True), "caption": Member(is_text)})
_IMAGE = _an_object({"id": Member(is_picture, required=True), "caption": Member(is_text)})
_EVIDENCE: Mapping[str, Member] = {
    "id": Member(is_iri),
    "name": Member(is_text),
    "narrative": Member(is_text),
    "description": Member(is_text),
    "genre": Member(is_text),
    "audience": Member(is_text),
}
_CRITERIA: Mapping[str, Member] = {"id": Member(is_iri), "narrative": Member(is_text)}
_ALIGNMENT: Mapping[str, Member] = {
    "targetName": Member(is_text, required=True),
    "targetUrl": Member(is_url, required=True),
    "targetDescription": Member(is_text),
    "targetFramework": Member(is_text),
    "targetCode": Member(is_text),
}
_ASSERTION: Mapping[str, Member] = {
    "id": Member(is_iri, required=True),
    "recipient": Member(_nothing, inside=_recipient_problems, required=True),
    "badge": Member(is_iri, inside=_LINK, required=True),
    "verification": Member(_nothing, inside=_an_object(_VERIFICATION), required=True),
    "issuedOn": Member(is_moment, required=True),
    "expires": Member(is_moment),
    "image": Member(is_url, inside=_PLAIN_IMAGE),
    "evidence": Member(is_iri, inside=_an_object(_EVIDENCE), many=True),
    "narrative": Member(is_text),
    "revoked": Member(is_flag),
    "revocationReason": Member(is_text),
}
_BADGE_CLASS: Mapping[str, Member] = {
    "id": Member(is_iri, required=True),
    "name": Member(is_text, required=True),
    "description": Member(is_text, required=True),
    "image": Member(is_picture, inside=_IMAGE, required=True),
    "criteria": Member(is_iri, inside=_criteria_problems, required=True),
    "issuer": Member(is_iri, inside=_LINK, required=True),
    "alignment": Member(_nothing, inside=_an_object(_ALIGNMENT), many=True),
    "tags": Member(is_text, many=True),
}
_PROFILE: Mapping[str, Member] = {
    "id": Member(is_iri, required=True),
    "name": Member(is_text, required=True),
    "url": Member(is_url, required=True),
    "email": Member(is_email, required=True),
    "description": Member(is_text),
    "telephone": Member(is_text),
    "image": Member(is_picture, inside=_IMAGE),
    "publicKey": Member(is_iri, inside=_LINK, many=True),
    "verification": Member(_nothing, inside=_an_object(_POLICY)),
    "revocationList": Member(is_iri, inside=_LINK),
}
