"""Presentations: what is in one stands on its own; a signature under it says who shows it."""

from typing import Any

import pytest

from badges import keys, strictjson
from badges.jsonld import contexts
from badges.strictjson import JsonObject
from tests import forging, world
from tests.places import there
from tests.world import World
from verifier.needs import Absence, Missing
from verifier.report import Answer, Kind, Report, State, Verdict

HOLDER = world.Issuer.named("Sam", short="sam")
YESTERDAY, NEVER = "2026-11-21T12:00:00Z", "9999-12-31T23:59:59Z"


@pytest.fixture
def earth() -> World:
    """Give a world in which the holder has a did document too."""
    earth = World()
    public = world.public_key(HOLDER.key)
    document = keys.did_document(HOLDER.did, assertion=[])
    document["verificationMethod"] = [
        {
            "id": f"{HOLDER.did}#{public.multikey}",
            "type": "Multikey",
            "controller": HOLDER.did,
            "publicKeyMultibase": public.multikey,
        }
    ]
    document["authentication"] = [f"{HOLDER.did}#{public.multikey}"]
    earth.documents[HOLDER.did] = document
    return earth


def presentation(*held: Any, **members: Any) -> JsonObject:
    """Put badges together."""
    return {
        "@context": [contexts.CREDENTIALS_V2],
        "type": ["VerifiablePresentation"],
        "verifiableCredential": [
            strictjson.loads(each) if isinstance(each, bytes) else each for each in held
        ],
        **members,
    }


def token_of(
    document: JsonObject, *, typ: str = "vp+jwt", key: str | None = None, kid: str | None = None
) -> bytes:
    """Sign a presentation as a token."""
    signer = HOLDER.signer(key)
    header = strictjson.dumps({"alg": "EdDSA", "kid": kid or HOLDER.signer().verification_method, "typ": typ})
    written = f"{forging.encoded(header)}.{forging.encoded(strictjson.dumps(document))}"
    return f"{written}.{forging.encoded(signer.sign(written.encode()))}".encode()


def essence(report: Report) -> tuple[Kind, Verdict, State, list[Verdict]]:
    """Give the answer in short."""
    return report.kind, report.verdict, report.state, [part.verdict for part in report.inside]


class TestUnsigned:
    def test_is_as_good_as_what_is_in_it(self, earth: World) -> None:
        """Two good badges together are good."""
        report = earth.report(strictjson.dumps(presentation(earth.signed(), earth.signed())))
        assert (Kind.PRESENTATION, Verdict.VALID, State.VALID, [Verdict.VALID] * 2) == essence(report)

    @pytest.mark.parametrize("proof", [{}, {"proof": []}, {"proof": None}], ids=str)
    def test_is_said_by_nobody(self, earth: World, proof: JsonObject) -> None:
        """What is in it may be genuine; that somebody signed for showing it is not so."""
        report = earth.report(strictjson.dumps(presentation(earth.signed(), **proof)))
        assert (Answer.UNKNOWN, State.VALID) == (report.authentic, report.state)

    def test_fetches_no_newer_version(self, earth: World) -> None:
        """Anybody can write an address where nobody signed."""
        service = {"id": "https://elders.voorbeeld/n", "type": "1EdTechCredentialRefresh"}
        earth.report(strictjson.dumps(presentation(earth.signed(), refreshService=service)))
        assert "https://elders.voorbeeld/n" not in earth.asked

    def test_is_as_bad_as_the_worst_in_it(self, earth: World) -> None:
        """One forged badge among good ones decides."""
        forged = world.edited(earth.signed(), name="x")
        report = earth.report(strictjson.dumps(presentation(earth.signed(), forged)))
        expected = (Kind.PRESENTATION, Verdict.INVALID, State.FAKE, [Verdict.VALID, Verdict.INVALID])
        assert expected == essence(report)

    def test_asks_for_no_newer_version(self, earth: World) -> None:
        """Nobody signed it, so anybody can have written the address (OB 3.0 Verification, step 3)."""
        service = {"type": "1EdTechCredentialRefresh", "id": "https://kwaad.voorbeeld/volg"}
        earth.report(strictjson.dumps(presentation(earth.signed(), refreshService=service)))
        assert service["id"] not in earth.asked

    def test_with_a_badge_that_cannot_be_checked_is_doubtful(self, earth: World) -> None:
        """Doubt inside is doubt outside."""
        earth.documents[earth.stranger.did] = Missing(Absence.UNREACHABLE)
        report = earth.report(strictjson.dumps(presentation(earth.signed(earth.stranger))))
        assert (Verdict.INDETERMINATE, State.UNSURE) == (report.verdict, report.state)

    def test_that_lies_too_deep_is_not_opened(self, earth: World) -> None:
        """Nobody says of it that there is nothing in it."""
        inmost = presentation(earth.signed())
        report = earth.report(strictjson.dumps(presentation(presentation(inmost))))
        told = [
            part.unread.code
            for each in report.inside
            if each.report
            for part in each.report.inside
            if part.unread
        ]
        assert (["wrapped-too-often"], State.UNSURE) == (told, report.state)

    def test_of_folders_that_are_too_many_together_leaves_the_last_unread(self, earth: World) -> None:
        """Fifty folders of fifty badges are 2,500: more than anybody waits for."""
        badge = strictjson.loads_object(earth.signed())
        folder = presentation(*[badge] * 30)
        report = earth.report(strictjson.dumps(presentation(folder, folder, folder, folder, badge)))
        told = [part.unread.code if part.unread else part.verdict.value for part in report.inside]
        assert ["valid", "valid", "valid", "too-many-inside", "valid"] == told

    def test_with_nothing_in_it_says_nothing(self, earth: World) -> None:
        """An empty folder is no reason to rely on anything."""
        assert Verdict.INDETERMINATE is earth.report(strictjson.dumps(presentation())).verdict


class TestSigned:
    def shown(
        self, earth: World, *, purpose: str = "authentication", expires: str = NEVER, **members: Any
    ) -> Report:
        """Report on a presentation with a proof under it."""
        document = presentation(earth.signed(), holder=HOLDER.did)
        raw = world.sign_by_reference(document, signer=HOLDER.signer(), purpose=purpose, expires=expires)
        return earth.report(world.edited(raw, **members))

    def test_by_the_holder_is_good(self, earth: World) -> None:
        """The proof is of the holder, to be recognised (VC-DI 4.4)."""
        assert (Verdict.VALID, State.VALID) == essence(self.shown(earth))[1:3]

    def test_to_claim_something_is_not(self, earth: World) -> None:
        """A proof for another purpose does not say who shows it."""
        assert Verdict.INVALID is self.shown(earth, purpose="assertionMethod").verdict

    def test_until_yesterday_has_expired(self, earth: World) -> None:
        """The holder let it be shown for some time only."""
        report = self.shown(earth, expires=YESTERDAY)
        assert (Answer.YES, State.EXPIRED) == (report.authentic, report.state)

    def test_until_yesterday_has_expired_whatever_is_put_beside(self, earth: World) -> None:
        """A proof that nobody reads takes nothing away from what the holder's own one says."""
        document = strictjson.loads_object(
            world.sign_by_reference(
                presentation(earth.signed(), holder=HOLDER.did),
                signer=HOLDER.signer(),
                purpose="authentication",
                expires=YESTERDAY,
            )
        )
        [own] = there(document, "/proof")
        document["proof"] = [{**own, "cryptosuite": "slh-dsa-2030"}, own]
        assert State.EXPIRED is earth.report(strictjson.dumps(document)).state

    def test_until_yesterday_and_changed_is_not(self, earth: World) -> None:
        """That it ended says nothing for what was changed."""
        report = self.shown(earth, expires=YESTERDAY, verifiableCredential=[])
        assert (Answer.NO, State.FAKE) == (report.authentic, report.state)

    def test_until_yesterday_of_a_holder_out_of_reach_is_doubtful(self, earth: World) -> None:
        """Nor for what nobody can check."""
        earth.documents[HOLDER.did] = Missing(Absence.UNREACHABLE)
        report = self.shown(earth, expires=YESTERDAY)
        assert (Answer.UNKNOWN, State.UNSURE) == (report.authentic, report.state)

    def test_with_another_badge_put_in_is_not(self, earth: World) -> None:
        """The proof covers what was shown."""
        other = strictjson.loads(earth.signed(earth.stranger))
        assert Verdict.INVALID is self.shown(earth, verifiableCredential=[other]).verdict

    def test_of_a_holder_out_of_reach_is_doubtful(self, earth: World) -> None:
        """Without the holder's key nobody can say who shows it."""
        earth.documents[HOLDER.did] = Missing(Absence.UNREACHABLE)
        assert Verdict.INDETERMINATE is self.shown(earth).verdict

    def test_that_names_no_holder_is_of_whoever_signed_it(self, earth: World) -> None:
        """Who that is, the document of the key says, also one at an address of its own (OB 3.0 8.2)."""
        key = "https://sam.voorbeeld/sleutel.json"
        public = world.public_key(HOLDER.key)
        earth.documents[key] = {
            "id": key,
            "type": "Multikey",
            "controller": "https://sam.voorbeeld/ik",
            "publicKeyMultibase": public.multikey,
        }
        earth.documents["https://sam.voorbeeld/ik"] = Missing(Absence.UNKNOWN)
        signer = HOLDER.signer(method=key)
        raw = world.sign_by_reference(presentation(earth.signed()), signer=signer, purpose="authentication")
        assert Verdict.VALID is earth.report(raw).verdict


class TestToken:
    def test_of_the_holder_is_good(self, earth: World) -> None:
        """The key stands under the holder's authentication."""
        document = presentation(earth.signed(), holder=HOLDER.did)
        assert (Verdict.VALID, State.VALID) == essence(earth.report(token_of(document)))[1:3]

    def test_with_a_vp_claim_is_the_same(self, earth: World) -> None:
        """The way of version 1.1: the holder is the `iss` of the token."""
        claims: JsonObject = {"iss": HOLDER.did, "vp": presentation(earth.signed())}
        assert Verdict.VALID is earth.report(token_of(claims, typ="JWT")).verdict

    @pytest.mark.parametrize(
        ("claims", "state"),
        [
            ({"exp": 1_700_000_000}, State.EXPIRED),
            ({"nbf": 1_900_000_000}, State.EARLY),
            ({"iat": 1_900_000_000}, State.EARLY),
            ({"exp": "2020"}, State.FAKE),
            ({"nbf": None}, State.FAKE),
            ({"iss": "did:web:ander"}, State.FAKE),
        ],
        ids=str,
    )
    def test_at_another_time_or_by_another_is_not(
        self, earth: World, claims: JsonObject, state: State
    ) -> None:
        """A token says until when it may be shown, and by whom (RFC 7519 4.1)."""
        report = earth.report(token_of(presentation(earth.signed(), holder=HOLDER.did) | claims))
        authentic = Answer.NO if state is State.FAKE else Answer.YES
        assert (Verdict.INVALID, authentic, state) == (report.verdict, report.authentic, report.state)

    def test_that_names_no_holder_is_of_whoever_signed_it(self, earth: World) -> None:
        """Who shows it may be left out (VCDM 2.0 4.13)."""
        assert Verdict.VALID is earth.report(token_of(presentation(earth.signed()))).verdict

    def test_of_another_is_not(self, earth: World) -> None:
        """Another key than the holder's did not sign it."""
        document = presentation(earth.signed(), holder=HOLDER.did)
        assert (Verdict.INVALID, State.FAKE) == essence(earth.report(token_of(document, key="dief")))[1:3]

    def test_of_a_holder_out_of_reach_is_doubtful(self, earth: World) -> None:
        """Without the holder's key nobody can say who shows it."""
        earth.documents[HOLDER.did] = Missing(Absence.UNREACHABLE)
        document = presentation(earth.signed(), holder=HOLDER.did)
        assert Verdict.INDETERMINATE is earth.report(token_of(document)).verdict

    @pytest.mark.parametrize(
        ("kid", "state"),
        [("key-1", State.UNSURE), (HOLDER.did, State.UNSURE), (f"{HOLDER.did}#key-1", State.FAKE)],
    )
    def test_with_a_key_that_the_holder_does_not_have(self, earth: World, kid: str, state: State) -> None:
        """A name by half may mean a key elsewhere, that of the holder any of his; a whole one means one."""
        document = presentation(earth.signed(), holder=HOLDER.did)
        assert state is earth.report(token_of(document, kid=kid)).state

    def test_with_a_key_for_claims_only_is_not(self, earth: World) -> None:
        """A key for making claims does not say who shows something (CID 1.0 2.3.1)."""
        document = earth.documents[HOLDER.did]
        document["assertionMethod"] = document.pop("authentication")
        shown = presentation(earth.signed(), holder=HOLDER.did)
        assert Verdict.INVALID is earth.report(token_of(shown)).verdict
