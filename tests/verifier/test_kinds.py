"""Other kinds than a plain badge: version 1.1, endorsements, a CLR, schemas, a newer version."""

from typing import Any

import pytest

from badges import keys, strictjson
from badges.jsonld import contexts
from badges.strictjson import JsonObject
from tests import forging, world
from tests.places import there
from tests.world import World
from verifier.needs import Absence, Missing
from verifier.report import Kind, Outcome, Report, State, Verdict

OB_301 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json"
DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2"
BADGE_ID = "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"
SCHEMA = "https://elders.voorbeeld/schema.json"
OWN_SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
REFRESH = "https://elders.voorbeeld/nieuwer"


def signed_old(earth: World, **members: Any) -> bytes:
    """Sign a badge on the older data model."""
    return world.sign_by_reference(old_badge(earth, **members), signer=earth.issuer.signer())


def outcome_of(report: Report, code: str) -> Outcome | None:
    """Give how one check ended."""
    return next((check.outcome for check in report.checks if check.code == code), None)


def signed(earth: World, document: JsonObject, *, by: world.Issuer | None = None) -> bytes:
    """Sign a document by the issuer, or by another."""
    return world.sign(document, signer=(by or earth.issuer).signer())


def old_badge(earth: World, **members: Any) -> JsonObject:
    """Give a badge as version 1.1 of the data model has it."""
    return {
        "@context": [contexts.CREDENTIALS_V1, OB_301, DATA_INTEGRITY],
        "id": BADGE_ID,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Verzamelt orders",
        "issuer": {"id": earth.issuer.did, "type": ["Profile"], "name": "Magazijn De Maas"},
        "issuanceDate": "2024-06-26T14:05:00Z",
        "credentialSubject": {
            "id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "https://bewijs.voorbeeld/badgeklassen/1",
                "type": ["Achievement"],
                "name": "Verzamelt orders",
                "description": "Dit is gezien.",
                "criteria": {"narrative": "De praktijkopleider zag het."},
            },
        },
        **members,
    }


class TestVersionOne:
    def test_is_valid(self, earth: World) -> None:
        """A badge on the older data model is a badge (VCDM 1.1)."""
        report = earth.report(signed_old(earth))
        assert (State.VALID, Kind.BADGE) == (report.state, report.kind)

    def test_expires_by_its_own_word(self, earth: World) -> None:
        """It says `expirationDate` where the newer one says `validUntil`."""
        raw = signed_old(earth, expirationDate="2025-01-01T00:00:00Z")
        report = earth.report(raw)
        assert State.EXPIRED is report.state
        assert report.text.nl.startswith("Het was geldig tot 1 januari 2025.")

    def test_starts_by_its_own_word(self, earth: World) -> None:
        """It says `issuanceDate` where the newer one says `validFrom`."""
        raw = signed_old(earth, issuanceDate="2027-01-01T00:00:00Z")
        assert State.EARLY is earth.report(raw).state

    def test_ends_by_the_newer_word_too(self, earth: World) -> None:
        """Its context has `validUntil` as well, and OB 3.0 once wrote that: the first end counts."""
        raw = signed_old(earth, validUntil="2025-01-01T00:00:00Z", expirationDate="2027-01-01T00:00:00Z")
        report = earth.report(raw)
        assert State.EXPIRED is report.state
        assert report.text.nl.startswith("Het was geldig tot 1 januari 2025.")

    def test_starts_by_the_newer_word_too(self, earth: World) -> None:
        """It must have begun by both words."""
        assert State.EARLY is earth.report(signed_old(earth, validFrom="2027-01-01T00:00:00Z")).state

    def test_with_an_end_in_words_is_doubtful(self, earth: World) -> None:
        """An end that cannot be read is no endless badge; the schema of OB 3.0 does not see it."""
        report = earth.report(signed_old(earth, validUntil="2025"))
        assert Outcome.UNKNOWN is outcome_of(report, "valid-until")

    def test_that_was_changed_is_not(self, earth: World) -> None:
        """The second engine covers every word."""
        raw = world.edited(signed_old(earth), name="x")
        assert State.FAKE is earth.report(raw).state


def endorsement(earth: World, *, about: str = BADGE_ID) -> JsonObject:
    """Let a stranger say something good."""
    document: JsonObject = {
        "@context": world.badge_of(earth.issuer)["@context"],
        "id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a99",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": earth.stranger.did, "type": ["Profile"]},
        "name": "Wij kennen Sam",
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "id": about,
            "type": ["EndorsementSubject"],
            "endorsementComment": "Zo is het.",
        },
    }
    return strictjson.loads_object(signed(earth, document, by=earth.stranger))


class TestEndorsement:
    def endorsed(self, earth: World, *endorsements: JsonObject) -> Report:
        """Report on a badge with endorsements in it."""
        document = world.badge_of(earth.issuer)
        document["endorsement"] = list(endorsements)
        return earth.report(signed(earth, document))

    def test_that_is_a_presentation_is_none(self, earth: World) -> None:
        """A good badge of somebody else, wrapped up, confirms nothing."""
        wrapped: JsonObject = {
            "@context": [contexts.CREDENTIALS_V2],
            "type": ["VerifiablePresentation"],
            "verifiableCredential": [strictjson.loads(earth.signed(earth.stranger))],
        }
        holder = world.Issuer(keys.did_key(world.public_key("wie")), "", "wie", "wie").signer()
        header = strictjson.dumps({"alg": "EdDSA", "kid": holder.verification_method, "typ": "vp+jwt"})
        text = f"{forging.encoded(header)}.{forging.encoded(strictjson.dumps(wrapped))}"
        token = f"{text}.{forging.encoded(holder.sign(text.encode()))}"
        document = world.badge_of(earth.issuer)
        document["endorsementJwt"] = [token]
        report = earth.report(signed(earth, document))
        assert (State.VALID, Outcome.FAIL) == (report.state, outcome_of(report, "endorsements"))

    def test_is_told_beside_the_badge(self, earth: World) -> None:
        """It is a credential of its own, by another issuer."""
        report = self.endorsed(earth, endorsement(earth))
        assert (State.VALID, Outcome.PASS) == (report.state, outcome_of(report, "endorsements"))
        assert [(Kind.ENDORSEMENT, State.UNLISTED)] == [
            (part.report.kind, part.report.state) for part in report.endorsements if part.report
        ]

    def test_that_was_changed_makes_the_badge_no_falser(self, earth: World) -> None:
        """A stranger's broken words decide nothing about the badge."""
        changed = endorsement(earth)
        changed["name"] = "Wij kennen Tim"
        report = self.endorsed(earth, changed)
        assert (State.VALID, Outcome.FAIL) == (report.state, outcome_of(report, "endorsements"))

    def test_of_another_badge_does_not_count(self, earth: World) -> None:
        """Praise for another badge cannot be hung on this one."""
        report = self.endorsed(earth, endorsement(earth, about="urn:uuid:0"))
        assert Outcome.FAIL is outcome_of(report, "endorsements")

    def test_that_cannot_be_checked_is_doubt(self, earth: World) -> None:
        """Without the endorser's key nobody can say."""
        earth.documents[earth.stranger.did] = Missing(Absence.UNREACHABLE)
        report = self.endorsed(earth, endorsement(earth))
        assert (State.VALID, Outcome.UNKNOWN) == (report.state, outcome_of(report, "endorsements"))

    def test_in_a_badge_that_cannot_be_checked_is_told_apart(self, earth: World) -> None:
        """That the badge is in doubt makes the endorsement no worse."""
        document = world.badge_of(earth.issuer)
        document["endorsement"] = [endorsement(earth)]
        raw = signed(earth, document)
        earth.documents[earth.issuer.did] = Missing(Absence.UNREACHABLE)
        report = earth.report(raw)
        assert (State.UNSURE, Outcome.PASS) == (report.state, outcome_of(report, "endorsements"))

    def test_alone_is_an_answer_too(self, earth: World) -> None:
        """Somebody may hand over just the endorsement."""
        report = earth.report(strictjson.dumps(endorsement(earth)))
        assert (Kind.ENDORSEMENT, Verdict.VALID) == (report.kind, report.verdict)


class TestClr:
    def clr(
        self, earth: World, *held: bytes, types: tuple[str, ...] = ("ClrCredential",), **members: Any
    ) -> Report:
        """Report on a CLR with these badges in it."""
        subject: JsonObject = {
            "id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c",
            "type": ["ClrSubject"],
            "verifiableCredential": [strictjson.loads(each) for each in held],
        }
        document: JsonObject = {
            "@context": [
                contexts.CREDENTIALS_V2,
                "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                contexts.OB_V3,
            ],
            "id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a77",
            "type": ["VerifiableCredential", *types],
            "name": "Wat Sam kan",
            "issuer": {"id": earth.issuer.did, "type": ["Profile"], "name": "Magazijn De Maas"},
            "validFrom": "2026-06-26T14:05:00Z",
            "credentialSubject": subject,
            **members,
        }
        return earth.report(signed(earth, document))

    def test_counts_no_endorsement_among_its_badges(self, earth: World) -> None:
        """What a stranger says of it is told beside it, and a broken word makes it no worse."""
        broken = endorsement(earth, about="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a77") | {"name": "x"}
        report = self.clr(earth, earth.signed(), endorsement=[broken])
        told = [outcome_of(report, code) for code in ("inside", "endorsements")]
        assert (State.VALID, [Outcome.PASS, Outcome.FAIL]) == (report.state, told)
        assert (1, 1) == (len(report.inside), len(report.endorsements))

    def test_is_as_good_as_what_is_in_it(self, earth: World) -> None:
        """Each credential in it is verified apart (CLR 2.0)."""
        report = self.clr(earth, earth.signed(), earth.signed(earth.stranger))
        assert (Kind.CLR, Verdict.VALID) == (report.kind, report.verdict)
        assert [State.VALID, State.UNLISTED] == [part.report.state for part in report.inside if part.report]

    def test_with_a_forged_badge_in_it_is_not_to_be_used(self, earth: World) -> None:
        """Its own signature is right; what it holds is not."""
        report = self.clr(earth, earth.signed(), world.edited(earth.signed(), name="x"))
        assert (Verdict.INVALID, Outcome.FAIL) == (report.verdict, outcome_of(report, "inside"))

    def test_that_is_also_called_a_badge_is_a_clr(self, earth: World) -> None:
        """What holds others is as bad as the worst of them, whatever it is called first."""
        forged = world.edited(earth.signed(), name="x")
        report = self.clr(earth, forged, types=("AchievementCredential", "ClrCredential"))
        assert (Kind.CLR, Verdict.INVALID) == (report.kind, report.verdict)


class TestCredentialSchema:
    def report(
        self, earth: World, *, identifier: str, kind: str = "1EdTechJsonSchemaValidator2019"
    ) -> Report:
        """Report on a badge that names a schema."""
        document = world.badge_of(earth.issuer)
        document["@context"] = [*there(document, "/@context"), contexts.OB_EXTENSIONS]
        document["credentialSchema"] = [{"id": identifier, "type": kind}]
        return earth.report(signed(earth, document))

    def test_that_1edtech_published_is_answered_by_us(self, earth: World) -> None:
        """Nobody is asked for it."""
        report = self.report(earth, identifier=OWN_SCHEMA)
        assert (State.VALID, Outcome.PASS) == (report.state, outcome_of(report, "credential-schema"))
        assert OWN_SCHEMA not in earth.asked

    @pytest.mark.parametrize(
        ("schema", "expected"),
        [
            ({"type": "object", "required": ["awardedDate"]}, Outcome.PASS),
            ({"type": "object", "required": ["diploma"]}, Outcome.FAIL),
            ({"$ref": "https://elders.voorbeeld/ander.json"}, Outcome.UNKNOWN),
            ({"type": 3}, Outcome.UNKNOWN),
        ],
    )
    def test_of_another_is_fetched_and_run(self, earth: World, schema: JsonObject, expected: Outcome) -> None:
        """A schema that cannot be run leaves doubt."""
        earth.schemas[SCHEMA] = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        report = self.report(earth, identifier=SCHEMA)
        assert expected is outcome_of(report, "credential-schema")
        assert (report.verdict is Verdict.VALID) is (expected is Outcome.PASS)

    def test_out_of_reach_is_doubt(self, earth: World) -> None:
        """What cannot be had cannot be followed."""
        report = self.report(earth, identifier=SCHEMA)
        assert Verdict.INDETERMINATE is report.verdict


class TestRefresh:
    def badge(self, earth: World, **members: Any) -> bytes:
        """Sign a badge that says where its newer version is."""
        document = world.badge_of(earth.issuer) | members
        document["@context"] = [*there(document, "/@context"), contexts.OB_EXTENSIONS]
        document["refreshService"] = {"id": REFRESH, "type": "1EdTechCredentialRefresh"}
        return signed(earth, document)

    def test_gives_the_newer_version(self, earth: World) -> None:
        """What the issuer has now is what is reported."""
        earth.refreshed[REFRESH] = self.badge(earth, name="Nieuwer")
        report = earth.report(self.badge(earth))
        assert (State.VALID, Outcome.PASS) == (report.state, outcome_of(report, "refresh"))
        assert report.document is not None
        assert "Nieuwer" == report.document["name"]

    def test_that_fails_leaves_the_version_at_hand(self, earth: World) -> None:
        """An address out of reach is no reason for doubt (OB 3.0 Verification, step 3)."""
        report = earth.report(self.badge(earth))
        assert (State.VALID, Outcome.UNKNOWN) == (report.state, outcome_of(report, "refresh"))

    def test_by_another_issuer_is_not_believed(self, earth: World) -> None:
        """Whoever holds the address now cannot put another badge in its place."""
        earth.refreshed[REFRESH] = earth.signed(earth.stranger)
        report = earth.report(self.badge(earth))
        assert Outcome.UNKNOWN is outcome_of(report, "refresh")
        assert report.document is not None
        assert "Verzamelt en controleert orders" == report.document["name"]

    def test_about_another_person_is_not_believed(self, earth: World) -> None:
        """A newer version is of the same badge, about the same person."""
        subject = world.badge_of(earth.issuer, said=world.judgement(name="Tim"))["credentialSubject"]
        earth.refreshed[REFRESH] = self.badge(earth, credentialSubject=subject)
        report = earth.report(self.badge(earth))
        assert Outcome.UNKNOWN is outcome_of(report, "refresh")
        assert report.facts is not None
        assert "Sam de Vries" == report.facts.name

    def test_is_not_asked_of_a_forged_badge(self, earth: World) -> None:
        """Anybody can write an address into a badge that is not signed."""
        earth.report(world.edited(self.badge(earth), name="x"))
        assert REFRESH not in earth.asked
