"""What the lists say of a badge, of each kind and of several at once."""

import base64
import gzip
from datetime import timedelta
from typing import Any

import pytest

from badges import keys, status, strictjson
from badges.cryptosuites import Unsecured, accepted
from badges.cryptosuites.suite import write_value
from badges.jsonld import reference
from badges.strictjson import JsonObject
from tests import world
from tests.places import there
from tests.world import BASE, NOW, World
from verifier.findings import Check
from verifier.needs import Absence, Missing
from verifier.report import Outcome, Report, State, Status

EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
LIST_2021 = "https://w3id.org/vc/status-list/2021/v1"
NAMES = f"{BASE}/organisaties/7fq2k9/ingetrokken"
SUSPENDED = f"{BASE}/organisaties/7fq2k9/opgeschort"


def check_of(report: Report, code: str = "status") -> Check:
    """Give a check by its code."""
    return next(check for check in report.checks if check.code == code)


def entry(earth: World, **changes: Any) -> Any:
    """Make an entry in the list of the issuer, changed."""
    return there(world.badge_of(earth.issuer), "/credentialStatus") | changes


def badge(earth: World, *contexts: str, **members: Any) -> bytes:
    """Sign a badge with other members, and the contexts that those need."""
    document = world.badge_of(earth.issuer) | members
    stated = document["@context"]
    assert isinstance(stated, list)
    return world.sign(document | {"@context": [*stated, *contexts]}, signer=earth.issuer.signer())


def publish(earth: World, document: JsonObject) -> None:
    """Sign a list as the issuer, and publish it at its address."""
    signer = earth.issuer.signer(earth.issuer.list_key)
    earth.lists[str(document["id"])] = world.sign(document, signer=signer, created=NOW)


def suspension_list(earth: World, *suspended: int, since: timedelta = timedelta(hours=-1)) -> JsonObject:
    """Make a list of what is suspended."""
    document = world.list_of(earth.issuer, revoked=suspended, since=NOW + since)
    subject = document["credentialSubject"]
    assert isinstance(subject, dict)
    return document | {
        "id": SUSPENDED,
        "credentialSubject": subject | {"id": f"{SUSPENDED}#list", "statusPurpose": "suspension"},
    }


def suspension_entry(earth: World) -> Any:
    """Make an entry in that list."""
    return entry(
        earth,
        id=f"{SUSPENDED}#{world.INDEX}",
        statusPurpose="suspension",
        statusListCredential=SUSPENDED,
    )


class TestSuspension:
    """A list of what may not be used now."""

    @pytest.mark.parametrize(("index", "outcome"), [(world.INDEX, Outcome.FAIL), (7, Outcome.PASS)])
    def test_is_read_as_not_to_be_used(self, index: int, outcome: Outcome) -> None:
        """Who stands in it is withdrawn for now, and the sentence says so."""
        earth = World()
        publish(earth, suspension_list(earth, index))
        found = check_of(earth.report(badge(earth, credentialStatus=suspension_entry(earth))))
        assert (outcome, outcome is Outcome.FAIL) == (found.outcome, "voor nu" in found.sentence.nl)

    def test_is_an_answer_for_now(self) -> None:
        """The state is that of what was withdrawn; heading, text and status say that it may come back."""
        earth = World()
        publish(earth, suspension_list(earth, world.INDEX))
        report = earth.report(badge(earth, credentialStatus=suspension_entry(earth)))
        assert (State.REVOKED, Status.SUSPENDED) == (report.state, report.status)
        assert "Dit bewijs is nu even ingetrokken" == report.heading.nl
        assert "Het kan later weer gelden." in report.text.nl

    def test_says_nothing_when_it_is_old(self) -> None:
        """What was suspended then may be in use again: that is doubt."""
        earth = World()
        publish(earth, suspension_list(earth, world.INDEX, since=timedelta(days=-3)))
        report = earth.report(badge(earth, credentialStatus=suspension_entry(earth)))
        assert State.STALE is report.state

    def test_is_no_list_of_what_was_withdrawn(self) -> None:
        """A list counts for the purpose that it has itself."""
        earth = World()
        publish(earth, suspension_list(earth, world.INDEX))
        stated = suspension_entry(earth) | {"statusPurpose": "revocation"}
        assert State.STALE is earth.report(badge(earth, credentialStatus=stated)).state


class TestSeveral:
    """A badge that stands in several lists."""

    @pytest.mark.parametrize(
        ("revoked", "suspended", "outcome", "temporary"),
        [
            ((), (), Outcome.PASS, False),
            ((world.INDEX,), (), Outcome.FAIL, False),
            ((), (world.INDEX,), Outcome.FAIL, True),
            ((world.INDEX,), (world.INDEX,), Outcome.FAIL, False),
        ],
    )
    @pytest.mark.parametrize("turned", [False, True])
    def test_is_as_good_as_the_worst(
        self,
        revoked: tuple[int, ...],
        suspended: tuple[int, ...],
        outcome: Outcome,
        *,
        temporary: bool,
        turned: bool,
    ) -> None:
        """Each is asked, in whatever order they stand; withdrawn is worse than suspended."""
        earth = World()
        earth.publish_list(earth.issuer, revoked=revoked)
        publish(earth, suspension_list(earth, *suspended))
        entries = [entry(earth), suspension_entry(earth)]
        report = earth.report(badge(earth, credentialStatus=entries[::-1] if turned else entries))
        found = check_of(report)
        assert (outcome, temporary) == (found.outcome, "voor nu" in found.sentence.nl)
        assert {earth.issuer.list_url, SUSPENDED} <= set(earth.asked)

    @pytest.mark.parametrize(
        "other",
        [
            {"id": NAMES, "type": "1EdTechRevocationList"},
            entry(World(), statusListIndex="999999999"),
            entry(World(), statusListIndex="-1"),
        ],
    )
    def test_hides_no_withdrawal_behind_one_that_is_wrong(self, other: Any) -> None:
        """What one list says against the badge counts; a doubt beside it takes nothing away."""
        earth = World()
        raw = badge(earth, EXTENSIONS, credentialStatus=[other, entry(earth)])
        assert Outcome.UNKNOWN is check_of(earth.report(raw)).outcome
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        assert Outcome.FAIL is check_of(earth.report(raw)).outcome

    @pytest.mark.parametrize("purpose", ["refresh", "message"])
    def test_leaves_alone_what_says_nothing_of_withdrawal(self, purpose: str) -> None:
        """Such a list is not even asked for (security T30)."""
        earth = World()
        elsewhere = entry(earth, statusPurpose=purpose, statusListCredential=SUSPENDED)
        report = earth.report(badge(earth, credentialStatus=[entry(earth), elsewhere]))
        assert Outcome.PASS is check_of(report).outcome
        assert SUSPENDED not in earth.asked


def list_2021(earth: World, *revoked: int, **subject: Any) -> JsonObject:
    """Make a list of 2021, in the words of that time."""
    packed = gzip.compress(status.set_bits(revoked), mtime=0)
    return {
        "@context": [
            "https://www.w3.org/2018/credentials/v1",
            LIST_2021,
            "https://w3id.org/security/data-integrity/v2",
        ],
        "id": SUSPENDED,
        "type": ["VerifiableCredential", "StatusList2021Credential"],
        "issuer": earth.issuer.did,
        "issuanceDate": "2026-11-22T11:00:00Z",
        "credentialSubject": {
            "id": f"{SUSPENDED}#list",
            "type": "StatusList2021",
            "statusPurpose": "revocation",
            "encodedList": base64.urlsafe_b64encode(packed).decode().rstrip("="),
            **subject,
        },
    }


def signed_by_another_engine(document: JsonObject, *, signer: keys.Signer) -> bytes:
    """Sign a document in the words of VCDM 1.1, of which our own engine makes no proofs."""
    options: JsonObject = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-11-22T11:00:00Z",
        "verificationMethod": signer.verification_method,
        "proofPurpose": "assertionMethod",
    }
    unsecured = Unsecured(document, reference.canonicalize)
    data = accepted("eddsa-rdfc-2022").to_sign(unsecured, options=options, algorithm="Ed25519")
    proof = options | {"proofValue": write_value(signer.sign(data))}
    return strictjson.dumps(document | {"proof": proof})


class TestStatusList2021:
    """A list of Status List 2021."""

    def report(self, earth: World, document: JsonObject) -> Report:
        """Check a badge in that list."""
        earth.lists[SUSPENDED] = signed_by_another_engine(
            document, signer=earth.issuer.signer(earth.issuer.list_key)
        )
        stated = entry(
            earth,
            id=f"{SUSPENDED}#{world.INDEX}",
            type="StatusList2021Entry",
            statusListCredential=SUSPENDED,
        )
        return earth.report(badge(earth, LIST_2021, credentialStatus=stated))

    @pytest.mark.parametrize(("index", "outcome"), [(world.INDEX, Outcome.FAIL), (7, Outcome.PASS)])
    def test_is_read(self, index: int, outcome: Outcome) -> None:
        """The bit tells, as in a bitstring of today."""
        earth = World()
        assert outcome is check_of(self.report(earth, list_2021(earth, index))).outcome

    @pytest.mark.parametrize(
        "changes",
        [
            {"statusPurpose": "suspension"},
            {"encodedList": status.encode(status.set_bits([]))},
            {"encodedList": base64.b64encode(gzip.compress(bytes(12_500))).decode()},
            {"encodedList": base64.b64encode(gzip.compress(bytes(9 * 1024 * 1024))).decode()},
        ],
    )
    def test_that_is_wrong_is_doubt(self, changes: Any) -> None:
        """Another purpose, the prefix of today, too short to hide in, a bomb."""
        earth = World()
        assert Outcome.UNKNOWN is check_of(self.report(earth, list_2021(earth, **changes))).outcome


class TestListOfNames:
    """A 1EdTechRevocationList."""

    def report(self, earth: World, there: Any) -> Report:
        """Check a badge of which the issuer keeps a list of names."""
        earth.lists[NAMES] = there if isinstance(there, (bytes, Missing)) else strictjson.dumps(there)
        return earth.report(
            badge(earth, EXTENSIONS, credentialStatus={"id": NAMES, "type": "1EdTechRevocationList"})
        )

    def names(self, earth: World, *entries: Any, **changes: Any) -> Any:
        """Make the list."""
        return {"id": NAMES, "issuer": earth.issuer.did, "revokedCredential": list(entries)} | changes

    def test_tells_what_was_withdrawn(self) -> None:
        """Named is withdrawn, unless it says `revoked` false (1EdTech VCRL 1.0)."""
        earth = World()
        own = world.badge_of(earth.issuer)["id"]
        stated = [
            [],
            [{"id": "urn:x"}],
            [{"id": own, "revoked": False}],
            [{"id": own}],
            [{"id": own, "revoked": True}],
        ]
        states = [State.VALID, State.VALID, State.VALID, State.REVOKED, State.REVOKED]
        assert states == [self.report(earth, self.names(earth, *each)).state for each in stated]

    @pytest.mark.parametrize(
        "there",
        [
            Missing(Absence.UNREACHABLE),
            b"<html>",
            b"{}",
            b"[]",
            b'{"id":1,"id":2}',
            b'{"revokedCredential":[7]}',
        ],
    )
    def test_that_cannot_be_read_is_doubt(self, there: Any) -> None:
        """Out of reach, or no list."""
        assert State.STALE is self.report(World(), there).state

    def test_of_another_is_doubt(self) -> None:
        """Another issuer's list, or another list."""
        earth = World()
        for changes in ({"issuer": earth.stranger.did}, {"id": f"{NAMES}/2"}):
            assert State.STALE is self.report(earth, self.names(earth, **changes)).state

    def test_of_long_ago_says_nothing_good(self) -> None:
        """After a day it no longer tells that the badge stands."""
        earth = World(fetched_ago=timedelta(hours=25))
        assert State.STALE is self.report(earth, self.names(earth)).state
