"""Signed assertions: by a key that the issuer lists at its own address."""

from datetime import timedelta
from typing import Any

import pytest

from badges import jws
from badges.errors import DocumentError
from tests.badges.openbadges2.samples import (
    ASSERTION,
    BADGE,
    HOST,
    ISSUER,
    assertion,
    badge_class,
    profile,
    without,
)
from tests.verifier.openbadges2.school import (
    KEY,
    LIST,
    NOW,
    SIGNED_ID,
    School,
    key,
    revocation_list,
    signed_assertion,
    token,
)
from tests.verifier.openbadges2.test_hosted import essence, outcomes
from verifier.needs import Absence, Missing, Purpose
from verifier.openbadges2 import is_assertion
from verifier.openbadges2.signed import MAX_KEYS
from verifier.report import Answer, Outcome, Standing, State, Status, Verdict

FORGER = "https://forger.voorbeeld"


class TestIsAssertion:
    """`is_assertion`."""

    @pytest.mark.parametrize(
        ("payload", "good"),
        [
            (signed_assertion(), True),
            (signed_assertion(**{"@context": "https://w3id.org/openbadges/v1"}), True),
            ({"@context": "https://www.w3.org/ns/credentials/v2"}, False),
            ({}, False),
            ([], False),
        ],
    )
    def test_looks_at_the_payload(self, payload: Any, *, good: bool) -> None:
        """An assertion of 2.0 or older, and nothing else."""
        assert good is is_assertion(jws.split(token(payload)))


class TestExamineSignedAssertion:
    """`examine_signed_assertion`."""

    @pytest.mark.parametrize("alg", ["RS256", "ES256", "EdDSA"])
    def test_finds_a_signed_badge_valid(self, alg: str) -> None:
        """Signed by the key that the issuer lists, and not on the list of what it withdrew."""
        school = School.signing()
        school.web[KEY] = key(alg)
        report = school.check_token(token(signed_assertion(), alg=alg))
        expected = (Verdict.VALID, Answer.YES, Standing.KNOWN, Status.ACTIVE, State.VALID)
        assert expected == essence(report)
        assert {} == outcomes(report)
        assert {Purpose.HOSTED, Purpose.KEY, Purpose.REVOCATION_LIST} == school.purposes()

    def test_takes_the_badge_class_that_was_signed(self) -> None:
        """A copy in the token was signed with it; the issuer is asked all the same."""
        school = School.signing()
        del school.web[BADGE]
        copy = without(badge_class(name="Robots bouwen in 2024", issuer=profile(name="Oud")), "@context")
        report = school.check_token(token(signed_assertion(badge=copy)))
        assert report.facts is not None
        assert (State.VALID, "Robots bouwen in 2024", "School aan de Maas") == (
            report.state,
            report.facts.title,
            report.facts.issuer.stated_name,
        )

    def test_looks_for_a_hosted_one_at_its_address(self) -> None:
        """A token that says `hosted` is trusted for its address only."""
        school = School.hosting()
        assert State.VALID is school.check_token(token(assertion(), by="ES256")).state

    def test_needs_an_object(self) -> None:
        """A token with something else in it is none that we read."""
        with pytest.raises(DocumentError):
            School.signing().check_token(token([]))

    def test_reads_withdrawn_in_the_assertion_itself(self) -> None:
        """Whatever the list says."""
        assert State.REVOKED is School.signing().check_token(token(signed_assertion(revoked=True))).state


class TestSignature:
    """Whether a key of the issuer made it."""

    def test_catches_a_change(self) -> None:
        """Another payload under the same signature."""
        header, _, signature = token(signed_assertion()).split(b".")
        payload = token(signed_assertion(narrative="Zij is directeur.")).split(b".")[1]
        report = School.signing().check_token(b".".join((header, payload, signature)))
        assert (State.FAKE, {"signature": Outcome.FAIL}) == (report.state, outcomes(report))
        assert report.facts is None

    @pytest.mark.parametrize(
        ("raw", "state"),
        [
            (token(signed_assertion(), alg="ES256"), State.FAKE),
            (token(signed_assertion(), alg="RS256", by="EdDSA"), State.FAKE),
            (token(signed_assertion(), alg="none", by="RS256"), State.FAKE),
            (token(signed_assertion(), alg="HS256", by="RS256"), State.FAKE),
            (token(signed_assertion(), jwk={"kty": "RSA"}), State.FAKE),
            (token(signed_assertion(), jku=f"{FORGER}/keys"), State.FAKE),
            (token(signed_assertion(), crit=["exp"]), State.FAKE),
            (token(signed_assertion(), alg="PS256", by="RS256"), State.UNSURE),
            (token(signed_assertion(), typ="JWT"), State.VALID),
        ],
    )
    def test_lets_the_key_decide_the_algorithm(self, raw: bytes, state: State) -> None:
        """One that anybody can make, or a key that came along, is wrong; one that we do not know is doubt."""
        assert state is School.signing().check_token(raw).state

    def test_catches_the_key_of_a_stranger(self) -> None:
        """A key that is real, but that the issuer does not list."""
        school = School.signing()
        school.web[f"{FORGER}/key"] = key(id=f"{FORGER}/key")
        forged = signed_assertion() | {"verification": {"type": "signed", "creator": f"{FORGER}/key"}}
        report = school.check_token(token(forged))
        assert (State.FAKE, Outcome.FAIL) == (report.state, outcomes(report)["key"])
        assert f"{FORGER}/key" not in {need.address for need in school.asked}

    def test_catches_a_profile_within_the_token(self) -> None:
        """A copy of the issuer that lists another key counts for nothing."""
        school = School.signing()
        copy = profile(publicKey=key("ES256", id=f"{FORGER}/key"))
        forged = signed_assertion(badge=badge_class(issuer=copy)) | {"verification": {"type": "signed"}}
        assert State.FAKE is school.check_token(token(forged, alg="ES256")).state

    @pytest.mark.parametrize(
        "changes", [{"owner": f"{FORGER}/issuer"}, {"id": f"{FORGER}/key"}, {"owner": None}]
    )
    def test_needs_a_key_that_names_its_owner(self, changes: dict[str, Any]) -> None:
        """Issuer and key name one another (OB 2.0 CryptographicKey)."""
        school = School.signing()
        school.web[KEY] = key(**changes)
        report = school.check_token(token(signed_assertion()))
        assert (State.FAKE, Outcome.FAIL) == (report.state, outcomes(report)["key"])

    @pytest.mark.parametrize(
        "there",
        [
            Missing(Absence.UNREACHABLE),
            b"<html>",
            key(publicKeyPem="geen sleutel"),
            without(key(), "publicKeyPem"),
        ],
    )
    def test_that_cannot_be_checked_is_doubt(self, there: Any) -> None:
        """A key out of reach, or none that we read."""
        school = School.signing()
        school.web[KEY] = there
        report = school.check_token(token(signed_assertion()))
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)

    def test_tries_each_key_of_the_issuer(self) -> None:
        """Without a `creator` any key that it lists may have made it, also one within the profile."""
        school = School.signing()
        second = key("ES256", id=f"{HOST}/key2")
        school.web[ISSUER] = profile(publicKey=[KEY, second])
        for alg in ("RS256", "ES256"):
            raw = token(signed_assertion() | {"verification": {"type": "SignedBadge"}}, alg=alg)
            assert State.VALID is school.check_token(raw).state
        raw = token(signed_assertion() | {"verification": {"type": "signed"}}, alg="EdDSA")
        assert State.FAKE is school.check_token(raw).state

    @pytest.mark.parametrize(("count", "state"), [(MAX_KEYS, State.VALID), (MAX_KEYS + 1, State.UNSURE)])
    def test_tries_no_more_keys_than_the_limit(self, count: int, state: State) -> None:
        """A profile does not make us fetch without end, and more keys are no proof of forgery."""
        school = School.signing()
        others = [key("ES256", id=f"{HOST}/{number}") for number in range(count - 1)]
        school.web[ISSUER] = profile(publicKey=[*others, KEY])
        raw = token(signed_assertion() | {"verification": {"type": "signed"}})
        assert state is school.check_token(raw).state

    @pytest.mark.parametrize("address", [ISSUER, BADGE])
    def test_without_its_documents_is_doubt(self, address: str) -> None:
        """Who signed cannot be told without the issuer's own word."""
        school = School.signing()
        school.web[address] = Missing(Absence.UNREACHABLE)
        assert State.UNSURE is school.check_token(token(signed_assertion())).state

    def test_of_an_issuer_without_keys_is_doubt(self) -> None:
        """It may have taken them away."""
        school = School.signing()
        school.web[ISSUER] = profile()
        raw = token(signed_assertion() | {"verification": {"type": "signed"}})
        assert State.UNSURE is school.check_token(raw).state

    def test_of_an_issuer_elsewhere_is_doubt(self) -> None:
        """An address that sends us to another host does not say who that is."""
        school = School.signing()
        school.sent_on = {ISSUER: f"{FORGER}/issuer"}
        report = school.check_token(token(signed_assertion()))
        assert (State.UNSURE, Outcome.UNKNOWN) == (report.state, outcomes(report)["key"])


class TestRevocationList:
    """Whether the issuer withdrew it."""

    @pytest.mark.parametrize(
        "entry", [SIGNED_ID, {"id": SIGNED_ID, "revocationReason": "Vergissing"}, {"uid": "abc"}]
    )
    def test_tells_what_was_withdrawn(self, entry: Any) -> None:
        """By its id, with a reason, or by its uid; withdrawn is not forged."""
        school = School.signing()
        school.web[LIST] = revocation_list("urn:uuid:1", entry)
        report = school.check_token(token(signed_assertion(uid="abc")))
        expected = (Verdict.INVALID, Answer.YES, Standing.KNOWN, Status.REVOKED, State.REVOKED)
        assert expected == essence(report)
        assert report.facts is not None

    def test_need_not_be(self) -> None:
        """An issuer without a list cannot withdraw, and that is told."""
        school = School.signing()
        school.web[ISSUER] = profile(publicKey=KEY)
        report = school.check_token(token(signed_assertion()))
        assert (State.VALID, Status.NONE) == (report.state, report.status)

    @pytest.mark.parametrize(
        "there",
        [
            Missing(Absence.UNREACHABLE),
            Missing(Absence.GONE),
            b"<html>",
            {},
            revocation_list(type="Assertion"),
            revocation_list(id=f"{HOST}/other"),
            revocation_list(issuer=f"{FORGER}/issuer"),
            revocation_list({}),
            without(revocation_list(), "revokedAssertions"),
        ],
    )
    def test_that_cannot_be_read_is_doubt(self, there: Any) -> None:
        """A list out of reach, or none: the badge is real, and nobody can say whether it stands."""
        school = School.signing()
        school.web[LIST] = there
        report = school.check_token(token(signed_assertion()))
        assert (Verdict.INDETERMINATE, Answer.YES, State.STALE) == (
            report.verdict,
            report.authentic,
            report.state,
        )

    def test_of_long_ago_says_nothing_good(self) -> None:
        """A list from memory is too old after a day, but what stood in it stays withdrawn."""
        school = School.signing()
        school.fetched_at = NOW - timedelta(hours=25)
        assert State.STALE is school.check_token(token(signed_assertion())).state
        school.web[LIST] = revocation_list(SIGNED_ID)
        assert State.REVOKED is school.check_token(token(signed_assertion())).state

    def test_is_not_asked_at_what_is_no_address(self) -> None:
        """A list that is named by something else than a web address."""
        school = School.signing()
        school.web[ISSUER] = profile(publicKey=KEY, revocationList="urn:uuid:1")
        assert State.STALE is school.check_token(token(signed_assertion())).state
        assert Purpose.REVOCATION_LIST not in school.purposes()


class TestHandedInAsJson:
    """A signed assertion without its token."""

    def test_is_unsigned(self) -> None:
        """The document alone proves nothing, and nobody is asked."""
        school = School.signing()
        report = school.check(signed_assertion(id=ASSERTION))
        assert (State.UNSIGNED, Verdict.INVALID, []) == (report.state, report.verdict, school.asked)
