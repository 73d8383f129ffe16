"""Nothing that a school gives is signed that should not be: each rule of its own."""

from collections.abc import Callable
from typing import Any

import pytest

from badges import linting
from badges.credential import UnsignedCredential
from badges.errors import LintError
from badges.jsonld import walker
from badges.strictjson import JsonObject
from tests.badges.linting.changing import BSN, put
from tests.world import World, endorsement_of, verklaring_of

WORLD = World()
BADGE = WORLD.signed()
VERKLARING = verklaring_of(WORLD.school, leerbedrijf=WORLD.issuer, badge=BADGE)
ENDORSEMENT = endorsement_of(WORLD.school, badge=BADGE)
SUBJECT = "/credentialSubject"
ACHIEVEMENT = f"{SUBJECT}/achievement"
WORK = f"{ACHIEVEMENT}/alignment"
CITED = "/relatedResource"
MISSING: Any = ...


def found(document: JsonObject, pointer: str, value: Any, *, lint: Callable[..., object]) -> set[str]:
    """Change one thing, and give the codes of what lint finds."""
    try:
        lint(UnsignedCredential(put(pointer, value)(document)), issuer=WORLD.school.did)
    except LintError as error:
        return {problem.code for problem in error.problems}
    return set()


class TestLintPraktijkverklaring:
    """The last look at a praktijkverklaring."""

    def test_passes_what_we_compose(self) -> None:
        """It may be signed, and carries the N-Quads that were looked at."""
        linted = linting.lint_praktijkverklaring(UnsignedCredential(VERKLARING), issuer=WORLD.school.did)
        assert walker.canonicalize(VERKLARING) == linted.canonical

    @pytest.mark.parametrize(
        ("code", "pointer", "value"),
        [
            ("type", "/type", ["VerifiableCredential", "EndorsementCredential"]),
            ("issuer", "/issuer/id", WORLD.issuer.did),
            ("title", "/name", "Mbo-certificaat"),
            ("title", "/name", "Diploma"),
            ("title", f"{ACHIEVEMENT}/name", "Oordeel, klaar voor de mbo-verklaring"),
            ("achievement-type", f"{ACHIEVEMENT}/achievementType", "Certificate"),
            ("achievement-type", f"{ACHIEVEMENT}/achievementType", "Competency"),
            ("source", f"{SUBJECT}/source", MISSING),
            ("source", f"{SUBJECT}/source/id", WORLD.school.did),
            ("werkprocessen", WORK, [VERKLARING["credentialSubject"]["achievement"]["alignment"][0]] * 2),  # type: ignore[index,call-overload]
            ("werkprocessen", f"{WORK}/0/targetCode", "B1-K2-W1"),
            ("werkprocessen", f"{WORK}/0/targetType", "ceasn:Competency"),
            ("werkprocessen", WORK, MISSING),
            ("cites", CITED, MISSING),
            ("cites", f"{CITED}/0/digestMultibase", "uEiAAA"),
            ("cites", f"{CITED}/0/mediaType", "text/html"),
            ("cites", f"{CITED}/0/id", "https://bewijs.voorbeeld/b/1"),
            ("id-form", f"{ACHIEVEMENT}/id", VERKLARING["id"]),
            ("dates", f"{SUBJECT}/activityEndDate", "2027-01-01T00:00:00Z"),
            ("status", "/credentialStatus", MISSING),
            ("text-bsn", f"{SUBJECT}/narrative", f"Sam ({BSN}) kan dit."),
            ("text-sensitive", f"{SUBJECT}/narrative", "Sam heeft ADHD en kan dit."),
        ],
    )
    def test_finds(self, code: str, pointer: str, value: Any) -> None:
        """Each rule finds its problem."""
        assert code in found(VERKLARING, pointer, value, lint=linting.lint_praktijkverklaring)

    def test_is_no_badge(self) -> None:
        """The rules of a badge refuse its name: what is called so passes this look only."""
        assert {"protected-name", "achievement-type", "leervorm", "photos"} == found(
            VERKLARING, "/name", "Praktijkverklaring", lint=linting.lint
        )


class TestLintEndorsement:
    """The last look at an endorsement."""

    def test_passes_what_we_compose(self) -> None:
        """It may be signed."""
        linted = linting.lint_endorsement(UnsignedCredential(ENDORSEMENT), issuer=WORLD.school.did)
        assert walker.canonicalize(ENDORSEMENT) == linted.canonical

    @pytest.mark.parametrize(
        ("code", "pointer", "value"),
        [
            ("type", "/type", ["VerifiableCredential", "OpenBadgeCredential"]),
            ("issuer", "/issuer/id", WORLD.issuer.did),
            ("subject", f"{SUBJECT}/id", "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1e"),
            ("subject", "/id", ENDORSEMENT["credentialSubject"]["id"]),  # type: ignore[index,call-overload]
            ("cites", CITED, MISSING),
            ("dates", "/awardedDate", "2026-06-27T14:05:00Z"),
            ("status", "/credentialStatus", MISSING),
            ("text-sensitive", f"{SUBJECT}/endorsementComment", "Sam heeft ADHD."),
        ],
    )
    def test_finds(self, code: str, pointer: str, value: Any) -> None:
        """Each rule finds its problem."""
        assert code in found(ENDORSEMENT, pointer, value, lint=linting.lint_endorsement)
