"""Status lists: a wrong one never makes a badge valid, nor invalid (security T28, 3.3)."""

import asyncio
import base64
import gzip
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from badges import status, strictjson
from badges.cryptosuites import Unsecured, accepted
from badges.cryptosuites.suite import write_value
from badges.jsonld import contexts, suites
from badges.members import items
from badges.statusentry import ListKind, StatusEntry, StatusPurpose
from badges.strictjson import Json, JsonObject
from tests import world
from tests.places import edited, there
from tests.world import NOW, World
from verifier import checks
from verifier.engine import Verifier
from verifier.lists import Bits, ListMemory, StatusList
from verifier.means import Profile
from verifier.needs import Found
from verifier.report import Outcome, State, Verdict


def packed(raw: bytes) -> str:
    """Write bytes as an encodedList."""
    return "u" + base64.urlsafe_b64encode(raw).decode().rstrip("=")


def with_subject(**members: Any) -> Callable[[JsonObject], JsonObject]:
    """Make an edit of the subject of a list."""

    def edit(document: JsonObject) -> JsonObject:
        return document | {"credentialSubject": there(document, "/credentialSubject") | members}

    return edit


def without(*names: str) -> Callable[[JsonObject], JsonObject]:
    """Make an edit that leaves members out."""
    return lambda document: {key: value for key, value in document.items() if key not in names}


ZEROS = bytes(16_384)
ENTRY_OF_ITS_OWN = {
    "id": "https://bewijs.voorbeeld/x#1",
    "type": "BitstringStatusListEntry",
    "statusPurpose": "revocation",
    "statusListIndex": "1",
    "statusListCredential": "https://bewijs.voorbeeld/x",
}
WRONG_LISTS: dict[str, Callable[[JsonObject], JsonObject]] = {
    "another purpose": with_subject(statusPurpose="suspension"),
    "no purpose": with_subject(statusPurpose=[]),
    "without u": with_subject(encodedList=packed(gzip.compress(ZEROS))[1:]),
    "base64 with plus": with_subject(encodedList="u" + "+/" * 40),
    "padded": with_subject(encodedList=packed(gzip.compress(ZEROS)) + "="),
    "not gzip": with_subject(encodedList=packed(ZEROS[:100])),
    "cut off": with_subject(encodedList=packed(gzip.compress(ZEROS)[:-9])),
    "something behind it": with_subject(encodedList=packed(gzip.compress(ZEROS) + b"x")),
    "two members": with_subject(encodedList=packed(gzip.compress(ZEROS) * 2)),
    "too short": with_subject(encodedList=packed(gzip.compress(ZEROS[:-1]))),
    "a bomb": with_subject(encodedList=packed(gzip.compress(bytes(9 * 1024 * 1024)))),
    "another address": lambda document: document | {"id": f"{world.BASE}/organisaties/7fq2k9/status/2"},
    "no start": without("validFrom"),
    "from the future": lambda document: (
        document | {"validFrom": "2026-11-23T00:00:00Z", "validUntil": "2026-11-24T00:00:00Z"}
    ),
    "past its end": lambda document: (
        document | {"validFrom": "2026-11-20T00:00:00Z", "validUntil": "2026-11-21T00:00:00Z"}
    ),
    "no list": lambda document: document | {"type": ["VerifiableCredential"]},
    "a status of its own": lambda document: document | {"credentialStatus": ENTRY_OF_ITS_OWN},
}


class TestWrongLists:
    @pytest.mark.parametrize("name", WRONG_LISTS)
    def test_signed_by_the_issuer_leave_the_status_unknown(self, name: str) -> None:
        """Also what the issuer signed must be a whole list, of now, about withdrawal."""
        earth = World()
        document = WRONG_LISTS[name](world.list_of(earth.issuer))
        signer = earth.issuer.signer(earth.issuer.list_key)
        earth.lists[earth.issuer.list_url] = world.sign(document, signer=signer, created=NOW)
        report = earth.report(earth.signed())
        assert (Verdict.INDETERMINATE, State.STALE) == (report.verdict, report.state)

    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            b"{}",
            b"[]",
            b"<html></html>",
            b'{"id":1,"id":2}',
            strictjson.dumps(world.list_of(World().issuer)),
        ],
    )
    def test_unsigned_or_no_list_leave_the_status_unknown(self, raw: bytes) -> None:
        """What nobody signed says nothing."""
        earth = World()
        earth.lists[earth.issuer.list_url] = raw
        assert State.STALE is earth.report(earth.signed()).state

    def test_of_another_issuer_leave_the_status_unknown(self) -> None:
        """Only the issuer of the badge may say that it was withdrawn."""
        earth = World()
        document = world.list_of(earth.issuer, revoked=(world.INDEX,)) | {"issuer": earth.stranger.did}
        earth.lists[earth.issuer.list_url] = world.sign(document, signer=earth.stranger.signer(), created=NOW)
        assert State.STALE is earth.report(earth.signed()).state

    def test_signed_by_another_leave_the_status_unknown(self) -> None:
        """A list in the issuer's name by another's key counts for nothing."""
        earth = World()
        earth.lists[earth.issuer.list_url] = world.sign(
            world.list_of(earth.issuer), signer=earth.stranger.signer(), created=NOW
        )
        assert State.STALE is earth.report(earth.signed()).state

    def test_changed_after_signing_leave_the_status_unknown(self) -> None:
        """A bit that was flipped on the way is found."""
        earth = World()
        published = strictjson.loads_object(earth.lists[earth.issuer.list_url])
        flipped = status.encode(status.set_bits([1]))
        document = edited(published, at="/credentialSubject/encodedList", to=flipped)
        earth.lists[earth.issuer.list_url] = strictjson.dumps(document)
        assert State.STALE is earth.report(earth.signed()).state


WRONG_INDEXES: list[Json] = ["-1", "1e3", "٣", "131072", "9" * 40, "", " 1", "1.0", True, None, [1], 1]


class TestWrongEntries:
    @pytest.mark.parametrize("index", WRONG_INDEXES, ids=repr)
    def test_index(self, index: Json) -> None:
        """An index is digits, and in the list; with any other the badge is never valid."""
        earth = World()
        place = "/credentialStatus/statusListIndex"
        document = edited(world.badge_of(earth.issuer), at=place, to=index)
        if index is None or isinstance(index, (list, bool)):
            raw = world.sign(document, signer=earth.issuer.signer(), meaning=world.badge_of(earth.issuer))
        else:
            raw = world.sign(document, signer=earth.issuer.signer())
        assert Verdict.VALID is not earth.report(raw).verdict


def found(raw: bytes) -> Found:
    """Give bytes as they were fetched just now."""
    return Found(raw=raw, url="u", media_type="application/json", at=NOW)


def checked(*, since: timedelta) -> StatusList:
    """Give a list that was checked."""
    start = NOW + since
    return StatusList(
        source=found(str(since).encode()),
        issuer="did:web:x",
        contents=Bits(ZEROS),
        valid_from=start,
        valid_until=start + timedelta(days=1),
    )


def entry_at(url: str) -> StatusEntry:
    """Give an entry in the list at this address."""
    return StatusEntry(kind=ListKind.BITSTRING, purpose=StatusPurpose.REVOCATION, url=url, place=1)


class TestListMemory:
    def test_knows_the_very_same_bytes(self) -> None:
        """A list that was checked is not checked again."""
        memory, one = ListMemory(), checked(since=timedelta(0))
        memory.keep(one, entry=entry_at("u"))
        assert one is memory.known(one.source, entry=entry_at("u"), issuer="did:web:x", now=NOW)

    @pytest.mark.parametrize(
        ("raw", "url", "issuer", "later"),
        [
            (b"other", "u", "did:web:x", 0),
            (b"0:00:00", "v", "did:web:x", 0),
            (b"0:00:00", "u", "did:web:y", 0),
            (b"0:00:00", "u", "did:web:x", 2),
        ],
    )
    def test_does_not_know_anything_else(self, raw: bytes, url: str, issuer: str, later: int) -> None:
        """Other bytes, another address, another issuer or a later day: check it again."""
        memory, one = ListMemory(), checked(since=timedelta(0))
        assert b"0:00:00" == one.source.raw
        memory.keep(one, entry=entry_at("u"))
        assert (
            memory.known(found(raw), entry=entry_at(url), issuer=issuer, now=NOW + timedelta(days=later))
            is None
        )

    def test_forgets_the_one_that_was_kept_longest_ago(self) -> None:
        """The memory has a limit."""
        memory = ListMemory(size=2)
        kept = [memory.keep(checked(since=timedelta(0)), entry=entry_at(name)) for name in "abc"]
        known = [
            memory.known(kept[0].source, entry=entry_at(name), issuer="did:web:x", now=NOW) for name in "abc"
        ]
        assert [None, *kept[1:]] == known


class TestRememberedList:
    """A list that a worker has checked before."""

    def test_counts_no_longer_when_its_key_does_not(self) -> None:
        """The issuer took the key out of use: whoever has it now may have signed that list."""
        earth = World()
        raw, document = earth.signed(), earth.issuer.document()
        before = earth.report(raw).state
        document["assertionMethod"] = [earth.issuer.signer().verification_method]
        earth.documents[earth.issuer.did] = document
        assert (State.VALID, State.STALE) == (before, earth.report(raw).state)

    def test_of_the_suites_is_none_for_the_public(self) -> None:
        """A word that only the contexts of the suites define has no meaning here."""
        earth = World()
        listed = world.list_of(earth.issuer)
        listed |= {"@context": [*items(listed["@context"]), contexts.EXAMPLES_V2], "gek": "x"}
        options: JsonObject = {
            "type": "DataIntegrityProof",
            "cryptosuite": "eddsa-rdfc-2022",
            "verificationMethod": earth.issuer.signer(earth.issuer.list_key).verification_method,
            "proofPurpose": "assertionMethod",
        }
        suite, unsecured = accepted("eddsa-rdfc-2022"), Unsecured(listed, suites.canonicalize)
        data = suite.to_sign(unsecured, options=options, algorithm="Ed25519")
        value = write_value(earth.issuer.signer(earth.issuer.list_key).sign(data))
        earth.lists[earth.issuer.list_url] = listed | {"proof": [options | {"proofValue": value}]}
        raw = earth.signed()
        of_suites = Verifier(
            sources=earth, clock=earth.clock, workers=world.Here(), profile=Profile.CREDENTIAL
        )
        found = asyncio.run(of_suites.verify(raw))
        assert (State.VALID, State.STALE) == (found.state, earth.report(raw).state)


class TestListForTheSecondEngine:
    def test_is_read_by_it(self) -> None:
        """A list that the fast engine leaves is not called wrong."""
        earth = World()
        document = world.list_of(earth.issuer, revoked=(world.INDEX,))
        document["name"] = {"@value": "Wat is ingetrokken", "@language": "nl"}
        signer = earth.issuer.signer(earth.issuer.list_key)
        earth.lists[earth.issuer.list_url] = world.sign_by_reference(document, signer=signer, created=NOW)
        assert State.REVOKED is earth.report(earth.signed()).state


class TestListWithoutEnd:
    def publish(self, earth: World) -> None:
        """Publish a list that names no end."""
        document = without("validUntil")(world.list_of(earth.issuer))
        signer = earth.issuer.signer(earth.issuer.list_key)
        earth.lists[earth.issuer.list_url] = world.sign(document, signer=signer, created=NOW)

    def test_stands_while_its_host_gives_it(self) -> None:
        """A list need not name an end (VCDM 2.0 4.9)."""
        earth = World()
        self.publish(earth)
        assert State.VALID is earth.report(earth.signed()).state

    def test_does_not_stand_for_long_after_its_host_gave_it(self) -> None:
        """What was fetched more than a day ago says nothing good any more."""
        earth = World()
        self.publish(earth)
        earth.fetched_ago = timedelta(hours=25)
        assert State.STALE is earth.report(earth.signed()).state


class TestMemoryInUse:
    def test_tells_the_date_of_the_last_list(self) -> None:
        """When a list is out of reach, the date of the last one is told."""
        earth = World()
        verifier, raw = earth.verifier(), earth.signed()
        asyncio.run(verifier.verify(raw))
        earth.lists.clear()
        report = asyncio.run(verifier.verify(raw))
        assert (State.STALE, NOW - timedelta(hours=1)) == (report.state, report.list_of)

    def test_a_rolled_back_list_does_not_undo_a_withdrawal(self) -> None:
        """Who serves an old list cannot make a withdrawn badge valid again."""
        earth = World()
        verifier, raw = earth.verifier(), earth.signed()
        old = world.sign(
            world.list_of(earth.issuer, since=NOW - timedelta(hours=2)),
            signer=earth.issuer.signer(earth.issuer.list_key),
            created=NOW,
        )
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        assert State.REVOKED is asyncio.run(verifier.verify(raw)).state
        earth.lists[earth.issuer.list_url] = old
        assert State.REVOKED is asyncio.run(verifier.verify(raw)).state

    def test_a_list_since_the_first_of_all_days_counts(self) -> None:
        """An issuer may write any start; five minutes before this one there is no time."""
        earth = World()
        document = world.list_of(earth.issuer) | {"validFrom": "0001-01-01T00:00:00Z"}
        signer = earth.issuer.signer(earth.issuer.list_key)
        earth.lists[earth.issuer.list_url] = world.sign(document, signer=signer, created=NOW)
        assert State.VALID is earth.report(earth.signed()).state

    def test_a_new_list_is_seen_at_once(self) -> None:
        """A withdrawal shows as soon as the new list is there."""
        earth = World()
        verifier, raw = earth.verifier(), earth.signed()
        assert State.VALID is asyncio.run(verifier.verify(raw)).state
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        assert State.REVOKED is asyncio.run(verifier.verify(raw)).state


class TestStatusResult:
    def test_is_a_pass_without_a_list(self) -> None:
        """A badge that names no list cannot be withdrawn, and says so."""
        earth = World()
        document = world.badge_of(earth.issuer)
        del document["credentialStatus"]
        report = earth.report(world.sign(document, signer=earth.issuer.signer()))
        found = next(check for check in report.checks if check.code == checks.STATUS.code)
        assert (Outcome.PASS, "De uitgever houdt geen lijst bij van wat is ingetrokken.") == (
            found.outcome,
            found.sentence.nl,
        )
