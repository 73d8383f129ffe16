"""The ten answers, each reached by a badge that was really signed, and what makes a badge a good one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from badges import strictjson
from badges.strictjson import JsonObject
from tests import world
from tests.places import edited, there, without
from tests.verifier.reports import failing
from tests.world import NOW, World
from verifier.needs import Absence, Missing, Withdrawal
from verifier.report import Answer, Report, Standing, State, Status, Verdict


def essence(report: Report) -> tuple[Verdict, Answer, Standing, Status, State]:
    """Give the answer in five words."""
    return report.verdict, report.authentic, report.issuer, report.status, report.state


class TestTenStates:
    def test_valid(self, earth: World) -> None:
        """A badge of a known issuer, unchanged and not withdrawn, is valid."""
        report = earth.report(earth.signed())
        expected = (Verdict.VALID, Answer.YES, Standing.KNOWN, Status.ACTIVE, State.VALID)
        assert expected == essence(report)
        assert failing(report) == set()
        assert report.heading.nl == "Dit bewijs is echt"
        assert report.text.nl.startswith("Magazijn De Maas heeft dit bewijs gegeven.")

    def test_unlisted(self, earth: World) -> None:
        """A badge of an issuer that no register knows is valid too, and says so."""
        report = earth.report(earth.signed(earth.stranger))
        expected = (Verdict.VALID, Answer.YES, Standing.UNKNOWN, Status.ACTIVE, State.UNLISTED)
        assert expected == essence(report)
        assert {"issuer-known"} == failing(report)
        assert "wie Rijschool Havenzicht is" in report.text.nl

    def test_stale_when_the_list_is_out_of_reach(self, earth: World) -> None:
        """Without its list a badge is authentic, and nobody can say whether it was withdrawn."""
        earth.lists[earth.issuer.list_url] = Missing(Absence.UNREACHABLE)
        report = earth.report(earth.signed())
        expected = (Verdict.INDETERMINATE, Answer.YES, Standing.KNOWN, Status.UNKNOWN, State.STALE)
        assert expected == essence(report)
        assert {"status"} == failing(report)
        assert report.list_of is None

    def test_stale_when_the_list_is_past_its_end(self, earth: World) -> None:
        """A list past its validUntil never makes a badge valid; its date is told."""
        raw = earth.signed()
        earth.clock.advance(timedelta(days=2))
        report = earth.report(raw)
        expected = (Verdict.INDETERMINATE, Answer.YES, Standing.KNOWN, Status.UNKNOWN, State.STALE)
        assert expected == essence(report)
        assert report.list_of == NOW - timedelta(hours=1)
        assert "De laatste die wij hebben is van 22 november 2026." in report.text.nl

    def test_expired(self, earth: World) -> None:
        """An expired badge is still authentic."""
        report = earth.report(earth.signed(validUntil="2026-11-01T00:00:00Z"))
        expected = (Verdict.INVALID, Answer.YES, Standing.KNOWN, Status.ACTIVE, State.EXPIRED)
        assert expected == essence(report)
        assert {"valid-until"} == failing(report)
        assert report.text.nl.startswith("Het was geldig tot 1 november 2026.")

    def test_early(self, earth: World) -> None:
        """A badge of the future is authentic, and not valid yet."""
        report = earth.report(earth.signed(validFrom="2027-01-01T00:00:00Z"))
        expected = (Verdict.INVALID, Answer.YES, Standing.KNOWN, Status.ACTIVE, State.EARLY)
        assert expected == essence(report)
        assert {"valid-from"} == failing(report)
        assert report.text.nl == "Het gaat in op 1 januari 2027."

    @pytest.mark.parametrize(
        ("options", "state", "nl"),
        [
            (
                {"expires": "2026-11-01T00:00:00Z"},
                State.EXPIRED,
                "De handtekening is verlopen. Wat deze persoon toen kon, staat er nog.",
            ),
            ({"created": NOW + timedelta(days=1)}, State.EARLY, "De handtekening is van een later moment."),
        ],
    )
    def test_out_of_the_time_of_its_proof(
        self, earth: World, options: dict[str, Any], state: State, nl: str
    ) -> None:
        """A proof that has ended, or is still to come, is the issuer's all the same."""
        document = world.badge_of(earth.issuer)
        report = earth.report(world.sign_by_reference(document, signer=earth.issuer.signer(), **options))
        assert (Verdict.INVALID, Answer.YES, Standing.KNOWN, Status.ACTIVE, state) == essence(report)
        assert {"proof-time"} == failing(report)
        assert nl == report.text.nl

    def test_early_before_it_was_made(self, earth: World) -> None:
        """Asked as of a day before both, the start of the badge is told: it has a date."""
        document = world.badge_of(earth.issuer) | {"validFrom": "2026-12-24T00:00:00Z"}
        made = NOW + timedelta(days=1)
        report = earth.report(world.sign(document, signer=earth.issuer.signer(), created=made))
        assert (State.EARLY, {"proof-time", "valid-from"}) == (report.state, failing(report))
        assert report.text.nl == "Het gaat in op 24 december 2026."

    def test_revoked(self, earth: World) -> None:
        """A withdrawn badge is authentic: withdrawn does not mean forged."""
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        report = earth.report(earth.signed())
        expected = (Verdict.INVALID, Answer.YES, Standing.KNOWN, Status.REVOKED, State.REVOKED)
        assert expected == essence(report)
        assert {"status"} == failing(report)
        assert "Ingetrokken is niet vals." in report.text.nl

    def test_replaced(self, earth: World) -> None:
        """A replaced badge leads to the better version."""
        raw = earth.signed()
        badge_id = str(strictjson.loads_object(raw)["id"])
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        earth.withdrawals[(earth.issuer.did, badge_id)] = Withdrawal(
            on=datetime(2026, 7, 1, 9, tzinfo=UTC), replaced_by="https://bewijs.voorbeeld/b/nieuw"
        )
        report = earth.report(raw)
        expected = (Verdict.INVALID, Answer.YES, Standing.KNOWN, Status.REPLACED, State.REPLACED)
        assert expected == essence(report)
        assert report.replacement == "https://bewijs.voorbeeld/b/nieuw"
        assert "iets verbeterd op 1 juli 2026" in report.text.nl

    def test_fake(self, earth: World) -> None:
        """A changed badge is not authentic, and nothing of what it says is shown."""
        report = earth.report(world.edited(earth.signed(), name="Directeur van de haven"))
        expected = (Verdict.INVALID, Answer.NO, Standing.UNKNOWN, Status.UNKNOWN, State.FAKE)
        assert expected == essence(report)
        assert {"signature"} == failing(report)
        assert report.facts is None
        assert "Directeur" not in strictjson.dumps(report.as_json()).decode()

    def test_fake_when_its_issuer_made_it_badly(self, earth: World) -> None:
        """What the issuer itself signed is no badge when its form is wrong; the reader is told both."""
        report = earth.report(earth.signed(validUntil="2026-06-01T00:00:00Z"))
        assert (Verdict.INVALID, Answer.NO, State.FAKE) == (report.verdict, report.authentic, report.state)
        assert report.text.nl.startswith(
            "De handtekening klopt, maar het bewijs is niet goed gemaakt. "
            "De datums van geldigheid kloppen niet."
        )

    def test_fake_when_it_was_made_badly_and_changed(self, earth: World) -> None:
        """Where the signature is wrong, nothing is said of how the issuer made it."""
        raw = earth.signed(validUntil="2026-06-01T00:00:00Z")
        report = earth.report(world.edited(raw, name="Directeur"))
        assert report.text.nl.startswith("De handtekening klopt niet.")

    @pytest.mark.parametrize("proof", [{}, {"proof": []}, {"proof": None}], ids=str)
    def test_unsigned(self, earth: World, proof: JsonObject) -> None:
        """A badge without a proof proves nothing, and is not called a fake."""
        report = earth.report(strictjson.dumps(world.badge_of(earth.issuer) | proof))
        expected = (Verdict.INVALID, Answer.NO, Standing.UNKNOWN, Status.UNKNOWN, State.UNSIGNED)
        assert expected == essence(report)
        assert report.facts is None

    @pytest.mark.parametrize("reason", list(Absence))
    def test_unsure_when_the_key_is_missing(self, earth: World, reason: Absence) -> None:
        """Without the issuer's key nobody can say anything."""
        earth.documents[earth.issuer.did] = Missing(reason)
        report = earth.report(earth.signed())
        expected = (Verdict.INDETERMINATE, Answer.UNKNOWN, Standing.UNKNOWN, Status.UNKNOWN, State.UNSURE)
        assert expected == essence(report)
        assert report.facts is None
        assert report.text.nl.endswith("Dat zegt niet dat het vals is.")


class TestPeriod:
    @pytest.mark.parametrize(
        "members",
        [
            {"validUntil": "2026-06-01T00:00:00Z"},
            {"validUntil": "morgen"},
            {"validFrom": "2026-06-26T14:05:00"},
            {"validFrom": "26 juni 2026"},
        ],
        ids=str,
    )
    def test_that_cannot_be_is_no_good_badge(self, earth: World, members: dict[str, str]) -> None:
        """A period that ends before it starts, or that nobody can read, is wrong (VCDM 2.0 4.9)."""
        document = world.badge_of(earth.issuer) | members
        report = earth.report(world.sign(document, signer=earth.issuer.signer()))
        assert Verdict.INVALID is report.verdict
        assert "period" in failing(report)

    @pytest.mark.parametrize(("late", "state"), [(300, State.VALID), (301, State.EARLY)])
    def test_starts_within_five_minutes_of_our_clock(self, earth: World, late: int, state: State) -> None:
        """Clocks differ a little."""
        start = (NOW + timedelta(seconds=late)).strftime("%Y-%m-%dT%H:%M:%SZ")
        assert state is earth.report(earth.signed(validFrom=start)).state

    def test_lasts_up_to_and_with_its_last_second(self, earth: World) -> None:
        """At validUntil itself the badge is still valid; a second later it is not."""
        raw = earth.signed(validUntil=NOW.strftime("%Y-%m-%dT%H:%M:%SZ"))
        assert State.VALID is earth.report(raw).state
        earth.clock.advance(timedelta(seconds=1))
        assert State.EXPIRED is earth.report(raw).state


class TestSubject:
    def test_without_a_name_is_fine(self, earth: World) -> None:
        """An id of its own is enough: nobody has to be named."""
        document = world.badge_of(earth.issuer, said=world.judgement(name=None))
        report = earth.report(world.sign(document, signer=earth.issuer.signer()))
        assert State.VALID is report.state
        assert report.facts is not None
        assert report.facts.name is None

    def test_without_id_and_identifier_is_no_good_badge(self, earth: World) -> None:
        """A badge is about someone (OB 3.0 Verification, step 1)."""
        nameless = world.badge_of(earth.issuer, said=world.judgement(name=None))
        document = without(nameless, at="/credentialSubject/id")
        report = earth.report(world.sign(document, signer=earth.issuer.signer()))
        assert (Verdict.INVALID, {"subject"}) == (report.verdict, failing(report))


class TestSchema:
    def test_tells_a_developer_where(self, earth: World) -> None:
        """A signed badge of the wrong form is no good badge; the pointer is beside the sentence."""
        kind = "/credentialSubject/achievement/achievementType"
        document = edited(world.badge_of(earth.issuer), at=kind, to="Tegeltje")
        report = earth.report(world.sign(document, signer=earth.issuer.signer()))
        found = next(check for check in report.checks if check.code == "schema")
        assert (Verdict.INVALID, Answer.NO) == (report.verdict, report.authentic)
        assert kind == found.pointer
        assert "Een deel heeft niet de vorm die een Open Badge heeft." in report.text.nl

    def test_takes_one_proof_without_a_list(self, earth: World) -> None:
        """The signed example of OB 3.0 itself has its proof as one object (VC-DI 2.1)."""
        signed = strictjson.loads_object(earth.signed())
        alone = edited(signed, at="/proof", to=there(signed, "/proof/0"))
        assert State.VALID is earth.report(strictjson.dumps(alone)).state

    def test_of_the_standards_own_example_is_no_forgery(self, earth: World, corpus: Path) -> None:
        """What 1EdTech signed has its key elsewhere: doubt, no forgery."""
        vector = "conformance/1EdTech+openbadges-specification/test-vectors/obv3p0/ob-signed-credential.json"
        assert State.UNSURE is earth.report((corpus / vector).read_bytes()).state
