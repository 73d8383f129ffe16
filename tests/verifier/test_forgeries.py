"""Ten thousand forgeries, none of them valid; ten thousand good badges, none of them refused.

An edit that RDF does not see, such as another order of a set, leaves the signature right. It is counted
apart, and must say what the badge said.
"""

import asyncio
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from badges import keys, strictjson
from badges.ed25519 import Ed25519Signer
from badges.jsonld import roundtrip
from badges.strictjson import JsonObject
from tests import forging, world
from tests.places import there
from tests.torturing import SHARE, progress
from tests.world import NOW, World
from verifier.engine import Verifier
from verifier.errors import UnreadableError
from verifier.report import Report, Verdict

VECTORS = sorted((Path(__file__).parent.parent / "vectors" / "peers").glob("*.json"))
SMALL = 0.02
"""The share of the long run that is part of every run."""


@dataclass
class Court:
    """Judge forgeries, and keep count."""

    earth: World
    verifier: Verifier
    loop: asyncio.Runner
    counts: Counter[str] = field(default_factory=Counter)

    def judge(self, raw: bytes, *, original: JsonObject) -> None:
        """Verify a forgery: it is not valid, or says what the original says."""
        report = self.report(raw)
        if report is None:
            self.counts["no badge any more"] += 1
        elif report.verdict is not Verdict.VALID:
            self.counts[report.verdict.value] += 1
        else:
            assert is_neutral(report, original), raw.decode()
            self.counts["says the same"] += 1

    def report(self, raw: bytes) -> Report | None:
        """Verify; None when there is no badge in it."""
        try:
            return self.loop.run(self.verifier.verify(raw))
        except UnreadableError:
            return None


def is_neutral(report: Report, original: JsonObject) -> bool:
    """Tell whether a badge says exactly what the original says."""
    document = report.document
    assert document is not None
    bare = [{name: part for name, part in each.items() if name != "proof"} for each in (original, document)]
    return roundtrip.first_loss(bare[0], bare[1]) is None


@pytest.fixture(scope="module")
def court() -> Iterator[Court]:
    """Give a court in a world where every signer is known."""
    earth = World()
    seeds_of_peers = sorted({str(vectors["seed"]) for vectors in map(read, VECTORS)})
    peers = [
        Ed25519Signer(bytes.fromhex(each), verification_method="urn:x").public_key for each in seeds_of_peers
    ]
    own = [world.public_key(earth.issuer.key), world.public_key(earth.issuer.list_key)]
    earth.documents[earth.issuer.did] = keys.did_document(earth.issuer.did, assertion=[*own, *peers])
    verifier = earth.verifier()
    with asyncio.Runner() as loop:
        yield Court(earth, verifier, loop)
    verifier.close()


def read(path: Path) -> JsonObject:
    """Read what a peer signed."""
    found: JsonObject = json.loads(path.read_text())
    return found


def seeds(earth: World) -> list[JsonObject]:
    """Give good badges: of our own, and of three libraries of others."""
    plain = world.badge_of(earth.issuer)
    variants = [
        plain,
        world.badge_of(earth.issuer, said=world.judgement(name=None, skills=(), independence=None)),
        plain | {"validUntil": "2036-01-01T00:00:00Z"},
        plain | {"evidence": [{"type": ["Evidence"], "narrative": "Sam deed dit."}] * 2},
    ]
    own = [strictjson.loads_object(world.sign(each, signer=earth.issuer.signer())) for each in variants]
    theirs = [
        document
        for vectors in map(read, VECTORS)
        for name, document in there(vectors, "/signed").items()
        if name != "status-list"
    ]
    return [*own, *theirs]


def signed_token(earth: World) -> str:
    """Sign a badge as a token."""
    signer = earth.issuer.signer()
    header = strictjson.dumps({"alg": "EdDSA", "kid": signer.verification_method, "typ": "vc+jwt"})
    payload = strictjson.dumps(world.badge_of(earth.issuer))
    signing_input = f"{forging.encoded(header)}.{forging.encoded(payload)}"
    return f"{signing_input}.{forging.encoded(signer.sign(signing_input.encode()))}"


def run(
    court: Court, forge: Callable[[JsonObject, Random], JsonObject], *, numbers: Iterable[int]
) -> Counter[str]:
    """Forge good badges in one way, by seed, and judge each."""
    court.counts.clear()
    good = seeds(court.earth)
    for number in numbers:
        random = Random(number)  # noqa: S311 - the same in each run
        original = good[number % len(good)]
        forged = forge(original, random)
        court.judge(strictjson.dumps(forged), original=original)
    return court.counts


KINDS = {
    "structure": (forging.structure, 10_000),
    "context": (forging.context, 2_000),
    "proof": (forging.proof, 500),
}
each_kind = pytest.mark.parametrize("kind", KINDS)


def share(count: int, *, of: float) -> int:
    """Give how many of a long run are made."""
    return max(25, int(count * of))


class TestSeeds:
    def test_are_valid(self, court: Court) -> None:
        """What is forged was good before."""
        reports = [court.report(strictjson.dumps(each)) for each in seeds(court.earth)]
        assert {Verdict.VALID} == {each.verdict for each in reports if each}
        assert None not in reports
        token = court.report(signed_token(court.earth).encode())
        assert token is not None
        assert Verdict.VALID is token.verdict


class TestForgeries:
    @each_kind
    def test_are_never_valid(self, court: Court, kind: str) -> None:
        """A share of the long run, in every run."""
        forge, count = KINDS[kind]
        counts = run(court, forge, numbers=range(share(count, of=SMALL)))
        assert share(count, of=SMALL) == counts.total()

    @pytest.mark.torture
    @each_kind
    def test_are_never_valid_in_the_long_run(self, court: Court, kind: str) -> None:
        """Structure, contexts and proofs, changed in every way that we could think of."""
        forge, count = KINDS[kind]
        numbers = range(share(count, of=SHARE))
        print(kind, dict(run(court, forge, numbers=progress(numbers, kind))))  # noqa: T201 - the table


class TestTokens:
    def forge(self, court: Court, numbers: Iterable[int]) -> Counter[str]:
        """Forge a token in many ways."""
        court.counts.clear()
        good = signed_token(court.earth)
        original = world.badge_of(court.earth.issuer)
        for number in numbers:
            forged = forging.token(good, Random(number))  # noqa: S311 - the same in each run
            court.judge(forged.encode(errors="replace"), original=original)
        return court.counts

    def test_with_another_header_are_never_valid(self, court: Court) -> None:
        """A share of the long run, in every run."""
        assert 60 == self.forge(court, range(60)).total()

    @pytest.mark.torture
    def test_with_another_header_are_never_valid_in_the_long_run(self, court: Court) -> None:
        """Algorithms, members and forms that a header may not have (security T6)."""
        print("token", dict(self.forge(court, progress(range(share(600, of=SHARE)), "token"))))  # noqa: T201


class TestCrossedKeys:
    def cross(self, court: Court, numbers: Iterable[int]) -> Counter[str]:
        """Sign in the name of one issuer with a key of another, under every name that the key may take."""
        court.counts.clear()
        earth = court.earth
        issuers = [world.Issuer.named(f"Bedrijf {number}", short=f"kruis{number}") for number in range(12)]
        for each in issuers:
            earth.documents[each.did] = each.document()
            earth.publish_list(each)
        for number in numbers:
            random = Random(number)  # noqa: S311 - the same in each run
            victim, thief = random.sample(issuers, 2)
            public = world.public_key(thief.key)
            method = random.choice(
                [
                    *(f"{thief.did}#{public.multikey}", f"{victim.did}#{public.multikey}"),
                    *(
                        f"{victim.did}#{world.public_key(victim.key).multikey}",
                        f"{keys.did_key(public)}#{public.multikey}",
                    ),
                ]
            )
            raw = world.sign(world.badge_of(victim), signer=thief.signer(method=method))
            report = court.report(raw)
            assert report is not None
            assert Verdict.VALID is not report.verdict, raw.decode()
            court.counts[report.verdict.value] += 1
        return court.counts

    def test_are_never_valid(self, court: Court) -> None:
        """A share of the long run, in every run (security T5)."""
        assert 60 == self.cross(court, range(60)).total()

    @pytest.mark.torture
    def test_are_never_valid_in_the_long_run(self, court: Court) -> None:
        """A thousand pairs of an issuer and a key that is not its own."""
        print("crossed", dict(self.cross(court, progress(range(share(1_000, of=SHARE)), "crossed"))))  # noqa: T201


class TestLists:
    def forge(self, court: Court, numbers: Iterable[int]) -> Counter[str]:
        """Forge the list that says that a badge is withdrawn: the badge stays so, or nobody can say."""
        earth = World()
        earth.publish_list(earth.issuer, revoked=(world.INDEX,))
        good = strictjson.loads_object(earth.lists[earth.issuer.list_url])
        raw, court = earth.signed(), Court(earth, earth.verifier(), court.loop)
        for number in numbers:
            forged = forging.status_list(good, Random(number))  # noqa: S311 - the same in each run
            earth.lists[earth.issuer.list_url] = strictjson.dumps(forged)
            court.verifier.lists = type(court.verifier.lists)()  # no memory of the last one
            report = court.report(raw)
            assert report is not None
            assert Verdict.VALID is not report.verdict, forged
            court.counts[report.state.value] += 1
        return court.counts

    def test_that_were_forged_free_nobody(self, court: Court) -> None:
        """A share of the long run, in every run (security T28)."""
        assert 60 == self.forge(court, range(60)).total()

    @pytest.mark.torture
    def test_that_were_forged_free_nobody_in_the_long_run(self, court: Court) -> None:
        """Three hundred changes of a list."""
        print("lists", dict(self.forge(court, progress(range(share(300, of=SHARE)), "lists"))))  # noqa: T201


class TestGoodBadges:
    def sign(self, court: Court, numbers: Iterable[int]) -> Counter[str]:
        """Sign badges of all kinds, and verify them."""
        court.counts.clear()
        for number in numbers:
            raw = good_badge(court.earth, Random(number))  # noqa: S311 - the same in each run
            report = court.report(raw)
            assert report is not None
            assert Verdict.VALID is report.verdict, (raw.decode(), report.reason)
            court.counts[report.state.value] += 1
        return court.counts

    def test_are_never_refused(self, court: Court) -> None:
        """A share of the long run, in every run."""
        assert 200 == self.sign(court, range(200)).total()

    @pytest.mark.torture
    def test_are_never_refused_in_the_long_run(self, court: Court) -> None:
        """Ten thousand badges, of known and unknown issuers, with and without each part."""
        print("good", dict(self.sign(court, progress(range(share(10_000, of=SHARE)), "good"))))  # noqa: T201


_WORDS = (
    *("Sam", "verzamelde", "orders", "één", "café", "ﷺ", "日本", "naïve", "“ja”", "<b>&amp;", "\\", "/"),
    *("\u2028", "🙂", "\u0301", "'x'", '"y"', "en\ntoen"),
)


def good_badge(earth: World, random: Random) -> bytes:
    """Sign a badge with texts of all scripts, by a known or an unknown issuer."""
    issuer = random.choice([earth.issuer, earth.stranger])

    def words() -> str:
        return " ".join(random.choices(_WORDS, k=random.randrange(1, 12))) + "."

    document = world.badge_of(issuer, index=random.randrange(131_072))
    document["name"] = words()
    document["evidence"] = [
        {"type": ["Evidence"], "narrative": words()} for _ in range(random.randrange(1, 4))
    ]
    for name in ("awardedDate", "description", "evidence"):
        if random.random() < 0.3:
            document.pop(name, None)
    if random.random() < 0.3:
        document["validUntil"] = (NOW.replace(year=NOW.year + random.randrange(1, 20))).isoformat()
    if random.random() < 0.2:
        there(document, "/credentialSubject/achievement")["creditsAvailable"] = random.choice([1.5, 2, 3.25])
    return world.sign(document, signer=issuer.signer())
