"""What docs/verifying.md gives as examples: each is made for real, in a small world, under its name there."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from badges import base64url, keys, moments, strictjson
from badges.jsonld import contexts
from badges.strictjson import JsonObject
from tests import forging, world
from tests.badges.openbadges2.samples import ASSERTION, BADGE, ISSUER, assertion, badge_class, profile
from tests.places import there
from tests.verifier.openbadges2.school import KEY, KNOWN, LIST, key, revocation_list, signed_assertion, token
from tests.verifier.test_kinds import OB_301, OWN_SCHEMA, REFRESH, SCHEMA, endorsement, signed_old
from tests.verifier.test_presentations import presentation
from tests.verifier.test_vouching import signature_of, withdraw
from tests.world import AWARDED, NOW, World
from verifier.needs import Absence, Missing

Make: TypeAlias = Callable[[World], bytes]

UNREACHABLE = Missing(Absence.UNREACHABLE)
OTHER_CONTEXT = "https://elders.voorbeeld/v1"


def signed(**members: Any) -> Make:
    """Sign a badge with these members in it."""
    return lambda earth: earth.signed(**members)


def changed(way: tuple[str | int, ...], value: Any = None) -> Make:
    """Sign a badge with another value at one place; None takes it away."""

    def make(earth: World) -> bytes:
        document: Any = world.badge_of(earth.issuer)
        place = there(document, way[:-1])
        if value is None:
            del place[way[-1]]
        else:
            place[way[-1]] = value
        return world.sign(document, signer=earth.issuer.signer())

    return make


def edited(**members: Any) -> Make:
    """Change a signed badge without signing it again."""
    return lambda earth: world.edited(earth.signed(), **members)


def about_nobody(earth: World) -> bytes:
    """Sign a badge that is about nobody."""
    document: Any = world.badge_of(earth.issuer, said=world.judgement(name=None))
    del document["credentialSubject"]["id"]
    return world.sign(document, signer=earth.issuer.signer())


def unsigned(earth: World) -> bytes:
    """Give a badge without a proof."""
    return strictjson.dumps(world.badge_of(earth.issuer))


def of_another_suite(earth: World) -> bytes:
    """Name a suite that we do not accept."""
    proof: Any = strictjson.loads_object(earth.signed())["proof"]
    return world.edited(earth.signed(), proof=[proof[0] | {"cryptosuite": "bbs-2023"}])


def of_the_future(earth: World) -> bytes:
    """Sign tomorrow."""
    return world.sign(
        world.badge_of(earth.issuer), signer=earth.issuer.signer(), created=NOW + timedelta(days=1)
    )


def of_a_signature_that_ended(earth: World) -> bytes:
    """Sign for the summer only."""
    return world.sign_by_reference(
        world.badge_of(earth.issuer), signer=earth.issuer.signer(), expires="2026-09-01T00:00:00Z"
    )


def by_another_key(earth: World) -> bytes:
    """Let a stranger sign under the name of the issuer."""
    return world.sign(world.badge_of(earth.issuer), signer=earth.stranger.signer())


def with_key(there: Missing | bytes) -> Make:
    """Let this be at the address of the issuer's key, or nothing."""

    def make(earth: World) -> bytes:
        earth.documents[earth.issuer.did] = there
        return earth.signed()

    return make


def with_unread_key(earth: World) -> bytes:
    """Publish a key of a kind that we do not read."""
    document: Any = earth.issuer.document()
    for method in document["verificationMethod"]:
        method["type"] = "JsonWebKey"
    earth.documents[earth.issuer.did] = document
    return earth.signed()


def by_a_withdrawn_key(*, known: bool | None, since: datetime = NOW) -> Make:
    """Sign a badge with a key that was withdrawn; whether the issuer's register knows it."""

    def make(earth: World) -> bytes:
        withdraw(earth, world.public_key(earth.issuer.key), since=since)
        raw = earth.signed()
        if known is not None:
            earth.issued = {signature_of(raw)} if known else set()
        return raw

    return make


def in_a_token_by_a_key_with_an_end(earth: World) -> bytes:
    """Sign as a token, by a key that will end."""
    document: Any = earth.issuer.document()
    for method in document["verificationMethod"]:
        method["expires"] = "2036-01-01T00:00:00Z"
    earth.documents[earth.issuer.did] = document
    return in_a_token(kid=earth.issuer.signer().verification_method)(earth)


def in_a_token(*, claims: JsonObject | None = None, **header: Any) -> Make:
    """Sign a badge as a token, with these members in its header and these claims around it."""

    def make(earth: World) -> bytes:
        signer = earth.issuer.signer()
        head = {"alg": "EdDSA", "typ": "vc+jwt", **header}
        written = ".".join(
            forging.encoded(strictjson.dumps(each))
            for each in (head, world.badge_of(earth.issuer) | (claims or {}))
        )
        return f"{written}.{forging.encoded(signer.sign(written.encode()))}".encode()

    return make


def with_its_own_key(earth: World) -> bytes:
    """Put the key into the header of a token, and into no document of the issuer."""
    earth.documents[earth.issuer.did] = keys.did_document(earth.issuer.did, assertion=[])
    public = world.public_key(earth.issuer.key)
    return in_a_token(jwk={"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(public.raw)})(earth)


def with_list(missing: Missing | None = None, **members: Any) -> Make:
    """Publish the list of the issuer with these members, or not at all."""

    def make(earth: World) -> bytes:
        document = world.list_of(earth.issuer) | members
        signer = earth.issuer.signer(earth.issuer.list_key)
        earth.lists[earth.issuer.list_url] = missing or world.sign(document, signer=signer, created=NOW)
        return earth.signed()

    return make


def withdrawn(earth: World) -> bytes:
    """Withdraw a badge."""
    earth.publish_list(earth.issuer, revoked=(world.INDEX,))
    return earth.signed()


def suspended(earth: World) -> bytes:
    """Suspend a badge: it stands in a list of that purpose."""
    document: Any = world.list_of(earth.issuer, revoked=(world.INDEX,))
    document["credentialSubject"]["statusPurpose"] = "suspension"
    with_list(**document)(earth)
    return changed(("credentialStatus", "statusPurpose"), "suspension")(earth)


def with_schema(schema: JsonObject | None, *, identifier: str = SCHEMA, kind: str = "JsonSchema") -> Make:
    """Name a schema in a badge; None is one that cannot be had."""

    def make(earth: World) -> bytes:
        if schema is not None:
            earth.schemas[SCHEMA] = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        return extended(earth, credentialSchema=[{"id": identifier, "type": kind}])

    return make


def extended(earth: World, **members: Any) -> bytes:
    """Sign a badge with members that the extensions of Open Badges define."""
    document: Any = world.badge_of(earth.issuer)
    document["@context"].append(contexts.OB_EXTENSIONS)
    return world.sign(document | members, signer=earth.issuer.signer())


def refreshable(newer: Callable[[World], bytes | None]) -> Make:
    """Say in a badge where its newer version is; None is a version that cannot be had."""

    def make(earth: World) -> bytes:
        found = newer(earth)
        if found is not None:
            earth.refreshed[REFRESH] = found
        return with_refresh(earth)

    return make


def with_refresh(earth: World, **members: Any) -> bytes:
    """Sign a badge that names a refresh service."""
    return extended(earth, refreshService={"id": REFRESH, "type": "1EdTechCredentialRefresh"}, **members)


def endorsed(*, about: str | None = None, reachable: bool = True) -> Make:
    """Put an endorsement by a stranger into a badge."""

    def make(earth: World) -> bytes:
        said = endorsement(earth) if about is None else endorsement(earth, about=about)
        if not reachable:
            earth.documents[earth.stranger.did] = UNREACHABLE
        return signed(endorsement=[said])(earth)

    return make


def shown(*held: Make) -> Make:
    """Put badges together in a presentation."""
    return lambda earth: strictjson.dumps(presentation(*(make(earth) for make in held)))


def of_unknown_key(earth: World) -> bytes:
    """Give a badge of a stranger whose key is out of reach."""
    earth.documents[earth.stranger.did] = UNREACHABLE
    return earth.signed(earth.stranger)


def hosted(**changes: Any) -> Make:
    """Host an Open Badge 2.0 with these changes."""
    return school(given=assertion(**changes))


def school(*, given: Any = None, its_class: Any = None, its_issuer: Any = None) -> Make:
    """Host an Open Badge 2.0 and what belongs to it, and hand over the assertion."""

    def make(earth: World) -> bytes:
        earth.known[ISSUER] = KNOWN
        earth.lists |= {
            ASSERTION: given or assertion(),
            BADGE: its_class or badge_class(),
            ISSUER: its_issuer or profile(),
        }
        return strictjson.dumps(assertion())

    return make


def sent_on(earth: World) -> bytes:
    """Let the host of an Open Badge 2.0 send us to another one."""
    earth.sent_on[ASSERTION] = "https://elders.voorbeeld/17"
    return hosted()(earth)


def signed_2_0(
    *revoked: str, by: str | None = None, reachable: bool = True, listed: tuple[str, ...] = (KEY,)
) -> Make:
    """Sign an Open Badge 2.0 as a token, of an issuer that names these keys."""

    def make(earth: World) -> bytes:
        school(its_issuer=profile(publicKey=list(listed), revocationList=LIST))(earth)
        earth.documents[KEY] = key() if reachable else UNREACHABLE
        earth.lists[LIST] = revocation_list(*revoked)
        return token(signed_assertion(verification={"type": "signed"}), by=by)

    return make


_IN_OLDER_WORDS = {"@context": "https://w3id.org/openbadges/v1"}
_OTHER_LIST = {"id": "https://elders.voorbeeld/lijst", "type": "JsonSchema"}
_METHOD = World().issuer.signer().verification_method
_ACHIEVEMENT = ("credentialSubject", "achievement")


def of_an_issuer_that_nobody_looked_up(earth: World) -> bytes:
    """Sign for an issuer whose kind only the issuer says."""
    known = earth.known[earth.issuer.did]
    earth.known[earth.issuer.did] = replace(known, declared=known.kind)
    return earth.signed()


EXAMPLES: dict[str, Make] = {
    "a good badge": signed(),
    "a good badge that ends next year": signed(validUntil="2027-06-26T00:00:00Z"),
    "a badge of version 1.1": signed_old,
    "a badge without a list": changed(("credentialStatus",)),
    "a badge of an issuer that no register has": lambda earth: earth.signed(earth.stranger),
    "a badge of an issuer that nobody looked up": of_an_issuer_that_nobody_looked_up,
    "a name that was changed": edited(name="Directeur"),
    "no proof": unsigned,
    "a token that names another issuer around the badge": in_a_token(
        claims={"iss": "did:web:elders.voorbeeld"}, kid=_METHOD
    ),
    "a suite that we do not accept": of_another_suite,
    "a key of somebody else": by_another_key,
    "a key at a site that does not answer": with_key(UNREACHABLE),
    "a key elsewhere, and we are offline": with_key(Missing(Absence.ELDERS)),
    "a key that was taken away": with_key(Missing(Absence.GONE)),
    "a key that is not at its address": with_key(Missing(Absence.UNKNOWN)),
    "a page at the address of a key": with_key(Missing(Absence.WRONG)),
    "something that is no JSON at the address of a key": with_key(b"<html>"),
    "a key at an address where we do not go": with_key(Missing(Absence.REFUSED)),
    "a kind of key that we do not read": with_unread_key,
    "a token that brings its own key, of an issuer that lists none": with_its_own_key,
    "a token without the name of a key": in_a_token(),
    "a token that names a key by half, which the issuer does not have": in_a_token(kid="key-1"),
    "a token by a key that has an end": in_a_token_by_a_key_with_an_end,
    "a withdrawn key, and the issuer's register has the badge": by_a_withdrawn_key(known=True),
    "a withdrawn key, and the issuer's register has not": by_a_withdrawn_key(known=False),
    "a withdrawn key, and no register to ask": by_a_withdrawn_key(known=None),
    "a badge from after its key was withdrawn": by_a_withdrawn_key(known=None, since=AWARDED),
    "a signature of tomorrow": of_the_future,
    "a signature that has ended": of_a_signature_that_ended,
    "a word that no context has": edited(oordeel="goed"),
    "a context that we do not know": edited(
        **{"@context": [contexts.CREDENTIALS_V2, contexts.OB_V3, OTHER_CONTEXT]}
    ),
    "two thousand pieces of evidence that look alike": edited(evidence=[{"type": ["Evidence"]}] * 2_000),
    "contexts in another order": edited(**{"@context": [contexts.OB_V3, OB_301]}),
    "a status list": lambda earth: earth.lists[earth.issuer.list_url],
    "a type that the standard does not have": changed((*_ACHIEVEMENT, "achievementType"), "Tegeltje"),
    "a photo without a digest": signed(relatedResource=[{"id": "https://a.voorbeeld/foto.jpg"}]),
    "nobody whom it is about": about_nobody,
    "an end that comes before the start": signed(validUntil="2026-06-01T00:00:00Z"),
    "dates in words": signed(validFrom="26 juni 2026", validUntil="morgen"),
    "ended on 1 November": signed(validUntil="2026-11-01T00:00:00Z"),
    "starts next year": signed(validFrom="2027-01-01T00:00:00Z"),
    "a schema of 1EdTech": with_schema(None, identifier=OWN_SCHEMA, kind="1EdTechJsonSchemaValidator2019"),
    "a schema that asks for more": with_schema({"type": "object", "required": ["diploma"]}),
    "a schema that cannot be had": with_schema(None),
    "a schema that leads to another": with_schema({"$ref": "https://elders.voorbeeld/ander.json"}),
    "a withdrawn badge": withdrawn,
    "a list that does not come": with_list(UNREACHABLE),
    "a list of last week": with_list(
        validFrom=moments.write(NOW - timedelta(days=7)), validUntil=moments.write(NOW - timedelta(days=6))
    ),
    "a list of another issuer": with_list(issuer="did:web:elders.voorbeeld"),
    "a kind of list that we do not read": changed(("credentialStatus",), _OTHER_LIST),
    "a badge that was suspended": suspended,
    "work that ends before it starts": changed(
        ("credentialSubject", "activityEndDate"), "2025-01-01T00:00:00Z"
    ),
    "a werkproces without its crebo": changed((*_ACHIEVEMENT, "alignment", 0, "targetCode"), "B1-K2-W1"),
    "a good endorsement": endorsed(),
    "an endorsement of another badge": endorsed(about="urn:uuid:0"),
    "an endorsement that we cannot check": endorsed(reachable=False),
    "a newer version": refreshable(lambda earth: with_refresh(earth, name="Nieuwer")),
    "the same version": refreshable(with_refresh),
    "a newer version that cannot be had": refreshable(lambda _: None),
    "two good badges together": shown(signed(), signed()),
    "a good and a forged badge together": shown(signed(), edited(name="Directeur")),
    "a badge that we cannot check, with others": shown(signed(), of_unknown_key),
    "a presentation of one good badge": shown(signed()),
    "a presentation of one forged badge": shown(edited(name="Directeur")),
    "a presentation of one badge that we cannot check": shown(of_unknown_key),
    "a presentation of nothing": shown(),
    "a hosted badge": hosted(),
    "a hosted badge without an address": lambda _: strictjson.dumps(assertion(id=None)),
    "a hosted badge that is not at its address": school(given=Missing(Absence.UNKNOWN)),
    "a hosted badge at a site that does not answer": school(given=UNREACHABLE),
    "a hosted badge elsewhere, and we are offline": school(given=Missing(Absence.ELDERS)),
    "a hosted badge at an address where we do not go": school(given=Missing(Absence.REFUSED)),
    "a hosted badge with another one at its address": hosted(id=f"{ASSERTION}?ander"),
    "a hosted badge with something too large at its address": school(given=Missing(Absence.UNREAD)),
    "a hosted badge that was taken back": school(given=Missing(Absence.GONE)),
    "a hosted badge outside the place of its issuer": school(
        its_issuer=profile(verification={"startsWith": ["https://elders.voorbeeld/"]})
    ),
    "a hosted badge whose issuer does not answer": school(its_issuer=UNREACHABLE),
    "a hosted badge whose issuer is elsewhere, and we are offline": school(
        its_issuer=Missing(Absence.ELDERS)
    ),
    "a hosted badge whose issuer is where we do not go": school(its_issuer=Missing(Absence.REFUSED)),
    "a hosted badge whose issuer is not there": school(its_issuer=Missing(Absence.UNKNOWN)),
    "a hosted badge that sends us to another site": sent_on,
    "a hosted badge in words of before 2.0": school(its_class=badge_class(**_IN_OLDER_WORDS)),
    "a hosted badge in other words": school(its_class=badge_class(**{"@context": OTHER_CONTEXT})),
    "a hosted badge of a wrong form": hosted(issuedOn=17),
    "a hosted badge about nobody": hosted(recipient={}),
    "a hosted badge that ended": hosted(expires="2025-03-01T00:00:00Z"),
    "a hosted badge that starts next year": hosted(issuedOn="2027-01-01T00:00:00Z"),
    "a hosted badge with dates in words": hosted(issuedOn="vandaag", expires="morgen"),
    "a signed badge": signed_2_0(),
    "a signed badge by another key": signed_2_0(by="EdDSA"),
    "a signed badge of an issuer without keys": signed_2_0(listed=()),
    "a signed badge of an issuer with nine keys": signed_2_0(listed=(KEY,) * 9),
    "a signed badge whose key does not come": signed_2_0(reachable=False),
    "a signed badge that was withdrawn": signed_2_0(str(signed_assertion()["id"])),
}
