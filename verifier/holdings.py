"""Examine whatever somebody holds, and what it holds in turn.

a badge              with the endorsements in it (OB 3.0 Verification, step 6)
a CLR                with each credential in it (CLR 2.0 Verification)
a presentation       with each credential in it (VCDM 2.0 4.13)
an Open Badge 2.0    hosted or signed
"""

from collections.abc import Iterator
from itertools import chain

from badges.credential import UnverifiedCredential
from badges.members import at, items, part
from badges.strictjson import Json, JsonObject
from verifier.bundles import holding_report
from verifier.checks import kind_of
from verifier.endorsing import endorsed_report
from verifier.errors import UnreadableError
from verifier.examining import examine
from verifier.means import Means
from verifier.openbadges2 import examine_assertion
from verifier.presentations import examine_presentation
from verifier.reading import Assertion, Held, Presentation, Token, held_in, token_in
from verifier.refreshing import refreshed
from verifier.report import Kind, Part, Report, Unread
from verifier.states import HOLDERS
from verifier.tokens import examine_token

DEEPEST = 2
"""A presentation of a CLR of badges; what those hold is not looked at."""

MOST_INSIDE = 50
MOST_IN_ALL = 100
"""So many on both levels together: each asks for its issuer and for what was withdrawn."""


def examine_held(held: Held, *, means: Means, depth: int = 0) -> Report | None:
    """Report on what was read; None while the world has to be asked first.

    Raises:
        UnhandledShapeError: the fast engine leaves it to the second.
        UnreadableError: there is no credential in it.
    """
    report, document = _own_report(held, means=means)
    if report is not None and depth == 0 and report.kind is not Kind.PRESENTATION:
        report = refreshed(
            report, document=document, means=means, examine=lambda newer: _own_report(newer, means=means)[0]
        )
        document = (report.document if report else None) or document
    found = _signed_apart(document, means=means, depth=depth)
    credentials, said = (
        tuple(_part(each, means=means, depth=depth + 1) for each in several) for several in found
    )
    if report is None or means.answers.wanted:
        return None
    if report.kind in HOLDERS:
        report = holding_report(report, credentials)
    return endorsed_report(report, said, subjects=_endorsable(document))


def _own_report(held: Held, *, means: Means) -> tuple[Report | None, JsonObject]:
    """Report on the thing itself, and give the document in it."""
    match held:
        case UnverifiedCredential():
            return examine(held, means=means), held.document
        case Token():
            return examine_token(held, means=means)
        case Presentation():
            return examine_presentation(held.document, means=means), held.document
        case Assertion():
            return examine_assertion(held.document, means=means), {}


def _signed_apart(document: JsonObject, *, means: Means, depth: int) -> tuple[list[Json], list[Json]]:
    """List what a document holds that was signed apart: credentials, and endorsements.

    Raises:
        UnreadableError: more, or deeper, than anybody looks at.
    """
    found = _credentials(document), list(_endorsements(document))
    if depth >= DEEPEST:
        if found[0]:
            raise UnreadableError("wrapped-too-often")
        return [], []
    count = sum(map(len, found))
    if count > MOST_INSIDE or count > MOST_IN_ALL - len(means.inside):
        raise UnreadableError("too-many-inside")
    means.inside.extend(chain(*found))
    return found


def _credentials(document: JsonObject) -> list[Json]:
    """Find what it is handed over for: the credentials in a presentation (VCDM 2.0 4.13) or in a CLR."""
    subject = part(document.get("credentialSubject")) if kind_of(document) is Kind.CLR else {}
    return [*items(document.get("verifiableCredential")), *items(subject.get("verifiableCredential"))]


def _endorsements(document: JsonObject) -> Iterator[Json]:
    """Find what others say of a credential, of its issuer and of its achievement (OB 3.0, CLR 2.0)."""
    achievement = part(document.get("credentialSubject")).get("achievement")
    for endorsed in (document, part(document.get("issuer")), part(achievement)):
        yield from items(endorsed.get("endorsement"))
        yield from items(endorsed.get("endorsementJwt"))


def _part(embedded: Json, *, means: Means, depth: int) -> Part:
    """Report on one of them; what cannot be read says so."""
    try:
        held = _held(embedded)
        return Part(report=examine_held(held, means=means, depth=depth))
    except UnreadableError as error:
        return Part(unread=Unread(code=error.code, nl=error.nl, en=error.en))


def _held(embedded: Json) -> Held:
    """Read one of them: an object, or a compact JWS.

    Raises:
        UnreadableError: it is neither.
    """
    if isinstance(embedded, dict):
        return held_in(embedded)
    if isinstance(embedded, str):
        return token_in(embedded.encode(errors="replace"))
    raise UnreadableError("not-a-credential")


def _endorsable(document: JsonObject) -> frozenset[Json]:
    """Name what an endorsement in a badge may be about: the badge, its achievement, its issuer.

    `document` is what was examined, proven or not.
    """
    issuer = document.get("issuer")
    named = (
        document.get("id"),
        at(document, "credentialSubject", "achievement", "id"),
        part(issuer).get("id") if isinstance(issuer, dict) else issuer,
    )
    return frozenset(each for each in named if isinstance(each, str))
