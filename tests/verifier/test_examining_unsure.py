"""What makes a badge doubtful: it is not believed, and not called a fake."""

from datetime import UTC, datetime
from typing import Any

import pytest

from badges import strictjson
from badges.strictjson import JsonObject
from tests import world
from tests.places import edited, there
from tests.verifier.reports import failing
from tests.world import World
from verifier.report import Answer, State, Verdict


class TestUnsure:
    def test_says_what_is_missing_rather_than_what_follows_from_it(self, earth: World) -> None:
        """That the key is elsewhere says more than that the signature could not be checked."""
        earth.documents.clear()
        report = earth.report(earth.signed())
        assert report.text.nl.startswith("De sleutel van de uitgever is niet bij ons.")

    def test_of_a_suite_that_we_do_not_accept(self, earth: World) -> None:
        """A suite outside the list can neither be believed nor refused."""
        signed = strictjson.loads_object(earth.signed())
        document = edited(signed, at="/proof/0/cryptosuite", to="bbs-2023")
        report = earth.report(strictjson.dumps(document))
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)

    def test_of_a_context_that_we_do_not_know(self, earth: World) -> None:
        """An unknown context is no proof of forgery."""
        contexts = [*there(world.badge_of(earth.issuer), "/@context"), "https://elders.voorbeeld/v1"]
        report = earth.report(world.edited(earth.signed(), **{"@context": contexts}))
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)

    def test_of_another_kind_of_credential(self, earth: World) -> None:
        """A signed status list is authentic in its way, but no badge."""
        report = earth.report(earth.lists[earth.issuer.list_url])
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)

    @pytest.mark.parametrize(
        "members",
        [
            {"@context": ["https://www.w3.org/2018/credentials/v1"], "issuanceDate": "2020-01-01T00:00:00Z"},
            {"@context": ["https://www.w3.org/ns/credentials/v2"]},
            {"@context": ["https://www.w3.org/ns/credentials/v2", "https://elders.voorbeeld/v1"]},
        ],
        ids=["version 1.1", "version 2.0", "of another standard"],
    )
    @pytest.mark.parametrize("subject", [{"id": "did:example:1"}, [{"id": "did:example:1"}]])
    def test_of_another_kind_that_says_less(
        self, earth: World, members: dict[str, Any], subject: Any
    ) -> None:
        """Only a badge must have validFrom and someone it is about: other kinds are doubtful, not forged."""
        others = "did:web:elders.voorbeeld"
        proof: JsonObject = {
            "type": "DataIntegrityProof",
            "cryptosuite": "ecdsa-rdfc-2019",
            "verificationMethod": f"{others}#sleutel",
            "proofPurpose": "assertionMethod",
            "proofValue": "z5",
        }
        document: JsonObject = {
            "type": ["VerifiableCredential"],
            "issuer": others,
            "credentialSubject": subject,
            "proof": proof,
        }
        report = earth.report(strictjson.dumps({**document, **members}))
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)

    @pytest.mark.parametrize(
        "days",
        [
            {"activityEndDate": "gisteren"},
            {"activityStartDate": "2030-01-01T00:00:00Z", "activityEndDate": None},
        ],
        ids=str,
    )
    def test_of_days_that_cannot_be(self, earth: World, days: dict[str, Any]) -> None:
        """Work that starts in the future, or on a day that is none, is doubt."""
        document = world.badge_of(earth.issuer)
        subject = there(document, "/credentialSubject") | days
        document["credentialSubject"] = {name: value for name, value in subject.items() if value is not None}
        report = earth.report(world.sign(document, signer=earth.issuer.signer()))
        assert Verdict.VALID is not report.verdict

    def test_of_no_night_worker(self, earth: World) -> None:
        """Who signs at half past midnight did the work on a day that begins later in UTC."""
        earth.clock.advance(datetime(2026, 6, 26, 22, 30, tzinfo=UTC) - earth.clock.now())
        document = world.badge_of(earth.issuer)
        there(document, "/credentialSubject").update(
            {"activityStartDate": "2026-06-27T00:00:00Z", "activityEndDate": "2026-06-27T00:00:00Z"}
        )
        report = earth.report(world.sign(document, signer=earth.issuer.signer()))
        assert "dates" not in failing(report)

    def test_of_a_key_of_a_kind_that_we_do_not_read(self, earth: World) -> None:
        """A key of another kind says nothing about forgery."""
        document = earth.issuer.document()
        methods = [method | {"type": "JsonWebKey"} for method in there(document, "/verificationMethod")]
        earth.documents[earth.issuer.did] = document | {"verificationMethod": methods}
        report = earth.report(earth.signed())
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)
        assert "een soort sleutel die wij nog niet lezen" in report.text.nl

    def test_of_a_key_elsewhere_that_an_issuer_out_of_reach_may_have_named(self, earth: World) -> None:
        """Whose key it is, only the issuer can say; a document that was changed is found out all the same."""
        method = f"{earth.stranger.did}#{world.public_key(earth.stranger.key).multikey}"
        document = world.badge_of(earth.issuer)
        raw = world.sign(document, signer=earth.stranger.signer(method=method))
        assert State.FAKE is earth.report(raw).state
        del earth.documents[earth.issuer.did]
        report = earth.report(raw)
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)
        assert report.facts is None
        assert State.FAKE is earth.report(world.edited(raw, name="Iets anders")).state

    def test_of_a_werkproces_that_is_written_otherwise(self, earth: World) -> None:
        """A werkproces that we cannot read makes the badge doubtful, not forged."""
        code = "/credentialSubject/achievement/alignment/0/targetCode"
        document = edited(world.badge_of(earth.issuer), at=code, to="B1-K2-W1")
        report = earth.report(world.sign(document, signer=earth.issuer.signer()))
        assert (Verdict.INDETERMINATE, Answer.YES, State.UNSURE) == (
            report.verdict,
            report.authentic,
            report.state,
        )
        assert {"werkproces"} == failing(report)

    def test_of_work_that_ends_before_it_starts(self, earth: World) -> None:
        """Dates of the work that cannot be make the badge doubtful."""
        end = "/credentialSubject/activityEndDate"
        document = edited(world.badge_of(earth.issuer), at=end, to="2025-01-01T00:00:00Z")
        report = earth.report(world.sign(document, signer=earth.issuer.signer()))
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)
        assert {"dates"} == failing(report)
