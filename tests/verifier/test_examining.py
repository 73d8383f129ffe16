"""The ten answers, each reached by a badge that was really signed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from badges import keys, strictjson
from badges.strictjson import JsonObject
from tests import world
from tests.places import edited, there, without
from tests.world import NOW, World
from verifier.conclusion import AUTHENTICITY, SENSE, STANDING, Evidence, conclude
from verifier.needs import Absence, Missing, Withdrawal
from verifier.report import Answer, Outcome, Report, Standing, State, Status, Verdict


@pytest.fixture
def earth() -> World:
    """Give a small world."""
    return World()


def failing(report: Report) -> set[str]:
    """Name the checks that did not pass."""
    return {check.code for check in report.checks if check.outcome is not Outcome.PASS}


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


class TestOrder:
    def test_revoked_comes_before_expired(self, earth: World) -> None:
        """What the issuer said counts for more than what the calendar says."""
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        report = earth.report(earth.signed(validUntil="2026-11-01T00:00:00Z"))
        assert State.REVOKED is report.state

    def test_expired_comes_before_stale(self, earth: World) -> None:
        """An expired badge is surely invalid, whatever its list says."""
        earth.lists.clear()
        report = earth.report(earth.signed(validUntil="2026-11-01T00:00:00Z"))
        assert State.EXPIRED is report.state

    def test_a_set_bit_counts_in_an_old_list(self, earth: World) -> None:
        """What was withdrawn never comes back, so an old list can still say it."""
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        raw = earth.signed()
        earth.clock.advance(timedelta(days=30))
        assert State.REVOKED is earth.report(raw).state

    def test_the_register_counts_before_the_list_has_caught_up(self, earth: World) -> None:
        """A withdrawal that our register knows is told at once."""
        raw = earth.signed()
        badge_id = str(strictjson.loads_object(raw)["id"])
        earth.withdrawals[(earth.issuer.did, badge_id)] = Withdrawal(on=NOW)
        report = earth.report(raw)
        assert (State.REVOKED, Status.REVOKED, NOW) == (report.state, report.status, report.withdrawn_on)

    def test_another_issuers_withdrawal_of_the_same_id_counts_for_nothing(self, earth: World) -> None:
        """An id alone is no ground: anyone can choose it."""
        raw = earth.signed()
        badge_id = str(strictjson.loads_object(raw)["id"])
        earth.withdrawals[(earth.stranger.did, badge_id)] = Withdrawal(on=NOW)
        assert State.VALID is earth.report(raw).state

    def test_all_checks_are_told_with_the_signature_first(self, earth: World) -> None:
        """A report is complete also when the first check already decides."""
        good = earth.report(earth.signed())
        bad = earth.report(strictjson.dumps(world.badge_of(earth.issuer)))
        assert "signature" == bad.checks[0].code
        assert [check.code for check in good.checks] == [check.code for check in bad.checks]


class TestKeyAtItsOwnAddress:
    SCHOOL, KEY = "https://school.voorbeeld", "https://school.voorbeeld/keys/1"

    def state(self, earth: World, own: Any) -> State:
        """Check a badge of a school with a key beside its own document."""
        earth.documents[self.KEY] = {
            "id": self.KEY,
            "type": "Multikey",
            "controller": self.SCHOOL,
            "publicKeyMultibase": world.public_key(earth.issuer.key).multikey,
        }
        earth.documents[self.SCHOOL] = own
        document = edited(world.badge_of(earth.issuer), at="/issuer/id", to=self.SCHOOL)
        del document["credentialStatus"]
        return earth.report(world.sign(document, signer=earth.issuer.signer(method=self.KEY))).state

    @pytest.mark.parametrize(
        ("own", "state"),
        [
            (Missing(Absence.UNKNOWN), State.UNLISTED),
            ({"id": SCHOOL, "type": ["Profile"]}, State.UNLISTED),
            ({"id": SCHOOL, "assertionMethod": [KEY]}, State.UNLISTED),
            ({"id": SCHOOL, "assertionMethod": [f"{SCHOOL}/keys/2"]}, State.FAKE),
            ({"id": SCHOOL, "publicKey": f"{SCHOOL}/keys/2"}, State.FAKE),
            (Missing(Absence.UNREACHABLE), State.UNSURE),
            (Missing(Absence.UNREAD), State.UNSURE),
            (b'{"assertionMethod": [], "assertionMethod": ["x"]}', State.UNSURE),
        ],
        ids=str,
    )
    def test_counts_unless_its_issuer_lists_others(self, earth: World, own: Any, state: State) -> None:
        """Whose key it is, the issuer's own document says, where it says so (ADR 9)."""
        assert state is self.state(earth, own)


class TestConclude:
    @pytest.mark.parametrize("left_out", [*AUTHENTICITY, *STANDING, *SENSE])
    def test_a_missing_check_is_never_valid(self, earth: World, left_out: str) -> None:
        """A set of checks that is not whole is doubtful."""
        raw = earth.signed()
        report = earth.report(raw)
        found = tuple(check for check in report.checks if check.code != left_out)
        evidence = Evidence(known_issuer=earth.known[earth.issuer.did])
        concluded = conclude(found, document=strictjson.loads_object(raw), evidence=evidence, now=NOW)
        assert Verdict.INDETERMINATE is concluded.verdict

    def test_no_checks_at_all_are_never_valid(self, earth: World) -> None:
        """An empty set of checks proves nothing."""
        evidence = Evidence(known_issuer=earth.known[earth.issuer.did])
        concluded = conclude((), document=world.badge_of(earth.issuer), evidence=evidence, now=NOW)
        assert (Verdict.INDETERMINATE, Answer.UNKNOWN) == (concluded.verdict, concluded.authentic)


class TestDidKey:
    def test_needs_no_source(self, earth: World) -> None:
        """A did:key holds its own key, so nothing is asked for it."""
        did = keys.did_key(world.public_key("lone"))
        document = world.badge_of(earth.issuer)
        document["issuer"] = did
        del document["credentialStatus"]
        raw = world.sign(document, signer=world.Issuer(did, "", "lone", "lone").signer())
        report = earth.report(raw)
        assert (State.UNLISTED, Status.NONE) == (report.state, report.status)
        assert [] == earth.asked

    def test_of_another_kind_of_key_is_unsure(self, earth: World) -> None:
        """A did:key with a key that we do not read cannot be checked."""
        report = earth.report(
            world.sign(
                world.badge_of(earth.issuer) | {"issuer": "did:key:zDnaexample"},
                signer=earth.issuer.signer(method="did:key:zDnaexample#zDnaexample"),
            )
        )
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)
