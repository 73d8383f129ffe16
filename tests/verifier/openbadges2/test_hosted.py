"""Hosted assertions: what counts is what stands at their own address."""

from datetime import timedelta
from typing import Any

import pytest

from badges import strictjson
from tests.badges.openbadges2.samples import (
    ASSERTION,
    BADGE,
    CONTEXT,
    ISSUER,
    assertion,
    badge_class,
    profile,
    without,
)
from tests.verifier.openbadges2.school import KNOWN, NOW, School
from verifier.errors import UnreadableError
from verifier.needs import Absence, Missing, Need, Purpose
from verifier.report import Answer, Kind, Outcome, Report, Standing, State, Status, Verdict

FORGER = "https://forger.voorbeeld"


def outcomes(report: Report) -> dict[str, Outcome]:
    """Give the checks that did not pass."""
    return {check.code: check.outcome for check in report.checks if check.outcome is not Outcome.PASS}


def essence(report: Report) -> tuple[Verdict, Answer, Standing, Status, State]:
    """Give the answer in five words."""
    return report.verdict, report.authentic, report.issuer, report.status, report.state


class TestExamineAssertion:
    """`examine_assertion`."""

    def test_finds_a_hosted_badge_valid(self) -> None:
        """It stands at its address, the issuer allows that, and nobody withdrew it."""
        report = School.hosting().check(assertion())
        expected = (Verdict.VALID, Answer.YES, Standing.KNOWN, Status.ACTIVE, State.VALID)
        assert expected == essence(report)
        assert Kind.OPEN_BADGES_2 is report.kind
        assert {} == outcomes(report)

    def test_tells_an_issuer_that_no_register_knows(self) -> None:
        """That is no reproach."""
        school = School.hosting()
        school.known.clear()
        assert State.UNLISTED is school.check(assertion()).state

    def test_asks_three_documents_and_nothing_else(self) -> None:
        """One a round; pictures, criteria and evidence are never fetched."""
        school = School.hosting()
        school.check(assertion())
        assert [Need(Purpose.HOSTED, each) for each in (ASSERTION, BADGE, ISSUER)] == school.asked
        assert 5 == school.rounds

    def test_takes_only_the_address_of_what_was_handed_in(self) -> None:
        """Whatever else stands in it, is not looked at and not shown."""
        forged = assertion(
            narrative="Zij is directeur.",
            expires="2020-01-01T00:00:00Z",
            badge=badge_class(name="Directeur", issuer=profile(name="Een ander")),
        )
        report = School.hosting().check(forged)
        assert State.VALID is report.state
        assert report.facts is not None
        assert ("Robots bouwen", KNOWN.name, "School aan de Maas") == (
            report.facts.title,
            report.facts.issuer.name,
            report.facts.issuer.stated_name,
        )
        assert "directeur" not in str(report.as_json()).lower()

    def test_takes_no_copy_for_the_badge_class_or_the_issuer(self) -> None:
        """Copies within a hosted assertion count for nothing."""
        school = School.hosting()
        school.web[ASSERTION] = assertion(badge=badge_class(name="Directeur", issuer=profile(name="Ander")))
        report = school.check(assertion())
        assert report.facts is not None
        assert ("Robots bouwen", "School aan de Maas") == (
            report.facts.title,
            report.facts.issuer.stated_name,
        )

    def test_finds_an_older_copy_at_its_address(self) -> None:
        """What was baked as 1.0 may be hosted as 2.0 today."""
        handed_in = {
            "uid": "17",
            "recipient": {},
            "badge": BADGE,
            "verify": {"type": "hosted", "url": ASSERTION},
        }
        assert State.VALID is School.hosting().check(handed_in).state

    @pytest.mark.parametrize("kind", ["BadgeClass", "Issuer", "Endorsement", ["Profile"]])
    def test_refuses_what_says_nothing_of_anybody(self, kind: Any) -> None:
        """A badge class alone is no badge that someone earned."""
        with pytest.raises(UnreadableError):
            School.hosting().check(badge_class(type=kind))

    @pytest.mark.parametrize(
        "handed_in",
        [without(assertion(), "id"), assertion(verification={"type": "signed"})],
    )
    def test_finds_nothing_behind_a_document_alone(self, handed_in: Any) -> None:
        """Without an address, or a signature where there should be one, anybody can have made it."""
        school = School.hosting()
        assert (State.UNSIGNED, Verdict.INVALID) == (
            school.check(handed_in).state,
            school.check(handed_in).verdict,
        )
        assert [] == school.asked


class TestAddress:
    """Where the assertion stands."""

    @pytest.mark.parametrize("absence", [each for each in Absence if each is not Absence.GONE])
    @pytest.mark.parametrize("address", [ASSERTION, BADGE, ISSUER])
    def test_out_of_reach_is_never_valid_and_never_forged(self, absence: Absence, address: str) -> None:
        """Nobody can say then; and what was handed in is not shown."""
        school = School.hosting()
        school.web[address] = Missing(absence)
        report = school.check(assertion())
        assert (Verdict.INDETERMINATE, State.UNSURE, Answer.UNKNOWN) == (
            report.verdict,
            report.state,
            report.authentic,
        )
        assert report.facts is None
        assert report.reason is not None

    @pytest.mark.parametrize("address", [ASSERTION, BADGE, ISSUER])
    @pytest.mark.parametrize(
        "there", [b"<html></html>", b"", b"[]", b'{"id":1,"id":2}', {}, {"id": f"{FORGER}/1"}]
    )
    def test_with_something_else_is_doubt(self, address: str, there: Any) -> None:
        """A page, another document, or no document at all."""
        school = School.hosting()
        school.web[address] = there
        assert State.UNSURE is school.check(assertion()).state

    @pytest.mark.parametrize(
        "address",
        [
            "urn:uuid:1",
            "did:web:school.voorbeeld",
            "ftp://school.voorbeeld/1",
            "https://a@b.voorbeeld/",
            "x" * 2000,
        ],
    )
    def test_that_is_none_is_not_asked(self, address: str) -> None:
        """What is no web address, or looks like two, leads nowhere."""
        school = School.hosting()
        assert State.UNSURE is school.check(assertion(id=address)).state
        assert [] == school.asked

    def test_may_be_found_by_way_of_the_same_host(self) -> None:
        """Redirects are allowed (OB 2.0 HostedBadge Verification)."""
        school = School.hosting()
        school.sent_on = {each: f"{each}?v=2" for each in (ASSERTION, BADGE, ISSUER)}
        assert State.VALID is school.check(assertion()).state

    @pytest.mark.parametrize("address", [ASSERTION, BADGE, ISSUER])
    def test_that_sends_us_elsewhere_is_doubt(self, address: str) -> None:
        """A host that sends anybody anywhere does not speak for where it sends them."""
        school = School.hosting()
        school.sent_on = {address: f"{FORGER}/1"}
        report = school.check(assertion())
        assert (State.UNSURE, {"key": Outcome.UNKNOWN}) == (report.state, outcomes(report))

    def test_may_send_us_where_the_issuer_says(self) -> None:
        """A host that the issuer itself names speaks for it."""
        school = School.hosting()
        school.web[ISSUER] = profile(
            verification={"allowedOrigins": ["badges.school.voorbeeld", "nieuw.voorbeeld"]}
        )
        school.sent_on = {ASSERTION: "https://nieuw.voorbeeld/17", BADGE: "https://nieuw.voorbeeld/b"}
        assert State.VALID is school.check(assertion()).state


class TestScope:
    """Whether the issuer allows it there."""

    def forged(self, **policy: Any) -> School:
        """Host an assertion elsewhere, of a badge class of the school."""
        school = School.hosting()
        school.web[f"{FORGER}/1"] = assertion(id=f"{FORGER}/1")
        school.web[ISSUER] = profile(**policy)
        return school

    def test_catches_an_assertion_of_a_stranger(self) -> None:
        """Anybody can name the badge class of a school; that does not make it the school's assertion."""
        report = self.forged().check(assertion(id=f"{FORGER}/1"))
        assert (State.FAKE, Answer.NO, {"key": Outcome.FAIL}) == (
            report.state,
            report.authentic,
            outcomes(report),
        )
        assert report.facts is None

    def test_catches_a_badge_class_of_a_stranger(self) -> None:
        """A badge class elsewhere may name any issuer as its own."""
        school = self.forged()
        school.web[f"{FORGER}/b"] = badge_class(id=f"{FORGER}/b")
        school.web[ASSERTION] = assertion(badge=f"{FORGER}/b")
        assert State.FAKE is school.check(assertion()).state

    def test_follows_what_the_issuer_allows(self) -> None:
        """By host, or by how an address starts."""
        allowed: list[Any] = [{"allowedOrigins": "forger.voorbeeld"}, {"startsWith": [f"{FORGER}/"]}]
        for policy in allowed:
            school = self.forged(verification=policy)
            assert State.VALID is school.check(assertion(id=f"{FORGER}/1")).state
            assert State.FAKE is school.check(assertion()).state


class TestWithdrawn:
    """Whether its address says that it was withdrawn."""

    @pytest.mark.parametrize(
        "there",
        [
            Missing(Absence.GONE),
            {"id": ASSERTION, "revoked": True},
            assertion(revoked=True, revocationReason="Vergissing"),
            assertion(revoked=[True]),
        ],
    )
    def test_reads_withdrawn(self, there: Any) -> None:
        """By 410 Gone or in the document, also one that is stripped (OB 2.0, Revoking Hosted Assertions)."""
        school = School.hosting()
        school.web[ASSERTION] = there
        report = school.check(assertion())
        assert (Verdict.INVALID, State.REVOKED, Status.REVOKED) == (
            report.verdict,
            report.state,
            report.status,
        )
        assert Outcome.FAIL is outcomes(report)["status"]
        assert report.facts is None

    def test_does_not_take_the_word_of_what_was_handed_in(self) -> None:
        """Only the address says so; and `false` says nothing."""
        school = School.hosting()
        school.web[ASSERTION] = assertion(revoked=False)
        assert State.VALID is school.check(assertion(revoked=True)).state

    def test_is_not_known_from_an_old_answer(self) -> None:
        """What its host said days ago does not tell that it stands today."""
        school = School.hosting()
        school.fetched_at = NOW - timedelta(days=2)
        report = school.check(assertion())
        assert (Verdict.INDETERMINATE, State.STALE) == (report.verdict, report.state)
        assert NOW - timedelta(days=2) == report.list_of


class TestDocuments:
    """What stands in the documents."""

    @pytest.mark.parametrize(
        ("address", "there", "pointer"),
        [
            (ASSERTION, without(assertion(), "issuedOn"), "/issuedOn"),
            (BADGE, without(badge_class(), "criteria"), "/badge/criteria"),
            (ISSUER, without(profile(), "email"), "/badge/issuer/email"),
            (ASSERTION, assertion(image="data:image/png;base64,AA"), "/image"),
        ],
    )
    def test_must_have_the_form_of_the_standard(self, address: str, there: Any, pointer: str) -> None:
        """A part that is missing or wrong makes it no Open Badge, and the place is told."""
        school = School.hosting()
        school.web[address] = there
        report = school.check(assertion())
        schema = next(check for check in report.checks if check.code == "schema")
        assert (Verdict.INVALID, Outcome.FAIL, pointer) == (report.verdict, schema.outcome, schema.pointer)

    @pytest.mark.parametrize(
        "context",
        ["https://w3id.org/openbadges/v1", [CONTEXT, "https://school.voorbeeld/context.json"], None],
    )
    @pytest.mark.parametrize("address", [ASSERTION, BADGE, ISSUER])
    def test_of_another_version_are_doubt(self, address: str, context: Any) -> None:
        """Older ones, and words that we do not know, are not forged."""
        school = School.hosting()
        school.web[address] = school.web[address] | {"@context": context}
        report = school.check(assertion())
        assert (State.UNSURE, Outcome.UNKNOWN) == (report.state, outcomes(report)["document"])

    def test_must_be_about_someone(self) -> None:
        """Without a recipient it says nothing of anybody."""
        school = School.hosting()
        school.web[ASSERTION] = without(assertion(), "recipient")
        assert Outcome.FAIL is outcomes(school.check(assertion()))["subject"]

    def test_that_say_signed_need_a_signature(self) -> None:
        """Where the issuer says that it signs, its address is not enough."""
        school = School.hosting()
        school.web[ASSERTION] = assertion(verification={"type": "signed"})
        assert State.UNSIGNED is school.check(assertion()).state

    @pytest.mark.parametrize(
        ("changes", "state"),
        [
            ({"expires": "2026-11-22T11:59:59Z"}, State.EXPIRED),
            ({"expires": ["2026-11-22T11:59:59Z"]}, State.EXPIRED),
            ({"expires": "2026-11-22T12:00:01Z"}, State.VALID),
            ({"expires": None}, State.VALID),
            ({"issuedOn": "2026-11-22T12:06:00Z"}, State.EARLY),
            ({"issuedOn": "2026-11-22T12:04:00Z"}, State.VALID),
            ({"issuedOn": "2026-11-22"}, State.FAKE),
            ({"expires": "morgen"}, State.FAKE),
            ({"expires": "2024-03-01T08:00:00Z"}, State.FAKE),
        ],
    )
    def test_tell_from_when_until_when(self, changes: dict[str, Any], state: State) -> None:
        """An end that is past, a beginning that is not yet, and dates that cannot be."""
        school = School.hosting()
        school.web[ASSERTION] = assertion(**changes)
        assert state is school.check(assertion()).state

    @pytest.mark.parametrize(
        ("code", "extra"),
        [("json-depth", 28), ("json-size", 0)],
    )
    def test_are_not_too_much_together(self, code: str, extra: int) -> None:
        """Documents that are each within the limits may be too much as one (security R11)."""
        deep: Any = "x" * 700_000 if not extra else []
        for _ in range(extra):
            deep = [deep]
        school = School.hosting()
        for address in (ASSERTION, BADGE, ISSUER):
            school.web[address] = school.web[address] | {"leerbedrijf": [[deep]] if extra else deep}
        with pytest.raises(UnreadableError) as caught:
            school.check(assertion())
        assert code == caught.value.code

    def test_may_be_written_twice_over(self) -> None:
        """A key that stands there twice is another document for the next reader."""
        school = School.hosting()
        raw = strictjson.dumps(profile())
        school.web[ISSUER] = raw[:-1] + b',"name":"Een ander"}'
        assert State.UNSURE is school.check(assertion()).state
