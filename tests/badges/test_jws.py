"""Tokens: read in one way, believed in nothing but the key."""

import json
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import base64url, jws, keys
from badges.ecdsa import P256
from badges.errors import (
    BadgeError,
    ClaimError,
    DocumentError,
    KeyFormatError,
    ProofEarlyError,
    ProofError,
    ProofExpiredError,
    ProofMalformedError,
    SignatureError,
    SuiteNotAcceptedError,
)
from badges.jwk import read_jwk
from badges.verificationkey import VerificationKey
from tests.badges.private_keys import (
    ED25519,
    ED25519_PUBLIC,
    P256_PUBLIC,
    P384_PUBLIC,
    RSA_PUBLIC,
    sign_ec,
    sign_rsa,
)

FOLDER = Path(__file__).parents[1] / "vectors/suites"
DID = json.loads((FOLDER / "did.json").read_text())
ISSUER = DID["id"]
TOKENS = {path.stem: path.read_bytes() for path in sorted(FOLDER.glob("*.jwt"))}
CREDENTIALS = [name for name in TOKENS if name.startswith("vc")]
BADGE = json.loads((FOLDER.parent / "eddsa-rdfc-2022/unsigned.json").read_text())
NOW = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)
SIGN: dict[str, Callable[[bytes], bytes]] = {
    "EdDSA": ED25519.sign,
    "ES256": lambda data: sign_ec(P256, data),
    "RS256": sign_rsa,
}
KEYS: dict[str, VerificationKey] = {"EdDSA": ED25519_PUBLIC, "ES256": P256_PUBLIC, "RS256": RSA_PUBLIC}
ED25519_JWK = {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(ED25519_PUBLIC.raw)}


def written(part: object) -> bytes:
    """Write a part of a token."""
    raw = part if isinstance(part, bytes) else json.dumps(part, separators=(",", ":")).encode()
    return base64url.encode(raw).encode()


def token(header: object, payload: object, *, by: str = "EdDSA") -> bytes:
    """Sign a token, truly: only its form can then be against it."""
    signed = written(header) + b"." + written(payload)
    return signed + b"." + written(SIGN[by](signed))


def claims(changes: dict[str, object] | None = None) -> Any:
    """Give the badge with the claims that OB 3.0 asks, changed."""
    own = {
        "iss": ISSUER,
        "jti": BADGE["id"],
        "sub": BADGE["credentialSubject"]["id"],
        "nbf": int(NOW.timestamp()),
    }
    return {**BADGE, **own, **(changes or {})}


def opened(raw: bytes) -> jws.SignedToken:
    """Read a token with a credential in it."""
    return jws.credential_in(jws.split(raw))


def key_of(read: jws.Jws) -> VerificationKey:
    """Find the key of a golden token in the document of its issuer, by name or as the very key."""
    header = jws.read_header(read)
    if header.jwk is not None:
        return keys.find_listed_key(DID, key=header.jwk, issuer=ISSUER)
    name = jws.key_name(header, issuer=ISSUER) or f"{ISSUER}#rsa"
    return keys.find_key(DID, verification_method=name, issuer=ISSUER)


class TestGoldenTokens:
    @pytest.mark.parametrize("name", TOKENS)
    def test_hold(self, name: str) -> None:
        """By each algorithm, with the key that the issuer lists, and no claim against it."""
        read = opened(TOKENS[name])
        jws.check(read.token, key=key_of(read.token))
        jws.check_claims(read)
        jws.check_times(read, now=NOW)

    @pytest.mark.parametrize("name", TOKENS)
    def test_do_not_hold_under_another_key(self, name: str) -> None:
        """The key decides: one of another kind, or another of the same, does not fit."""
        read = jws.split(TOKENS[name])
        for key in (ED25519_PUBLIC, P256_PUBLIC, P384_PUBLIC, RSA_PUBLIC):
            if key != key_of(read):
                with pytest.raises(SignatureError):
                    jws.check(read, key=key)

    @pytest.mark.parametrize("name", ["vc-eddsa", "vc-es256", "vc-rs256-jwk"])
    def test_say_what_the_badge_says(self, name: str) -> None:
        """What is shown is the credential, without the claims of the token."""
        assert BADGE == opened(TOKENS[name]).document

    def test_of_version_one_are_completed_from_their_claims(self) -> None:
        """What the credential leaves to the token is put back (VCDM 1.1 6.3.1)."""
        assert {
            "@context": ["https://www.w3.org/2018/credentials/v1"],
            "type": ["VerifiableCredential"],
            "id": BADGE["id"],
            "issuer": ISSUER,
            "issuanceDate": "2026-06-26T14:05:00Z",
            "expirationDate": "2027-06-26T14:05:00Z",
            "credentialSubject": {"id": BADGE["credentialSubject"]["id"]},
        } == opened(TOKENS["vc-claim"]).document


class TestSplit:
    """`split`."""

    @given(st.binary(max_size=60))
    def test_refuses_or_reads_any_bytes(self, raw: bytes) -> None:
        """Whatever comes: three parts that are written back the same, or a DocumentError."""
        try:
            read = jws.split(raw)
        except DocumentError:
            return
        assert raw == read.signing_input + b"." + written(read.signature)

    @pytest.mark.parametrize(
        "change",
        [
            lambda raw: b"",
            lambda raw: b"..",
            lambda raw: raw + b"==",
            lambda raw: raw + b"=",
            lambda raw: raw + b"\n",
            lambda raw: b" " + raw,
            lambda raw: raw + b".",
            lambda raw: raw + b".AAAA",
            lambda raw: raw.rpartition(b".")[0],
            lambda raw: b"." + raw,
            lambda raw: raw.replace(b".", b"..", 1),
            lambda raw: raw[:5] + b"+" + raw[6:],
            lambda raw: raw[:5] + b"\xc3\xa9" + raw[6:],
            lambda raw: raw.replace(b".", b".\n", 1),
            lambda raw: json.dumps({"payload": raw.decode()}).encode(),
            lambda raw: b"A" * (jws.MAX_BYTES + 1),
            lambda raw: b"." * 1_000_000,
        ],
    )
    def test_refuses_other_forms(self, change: Callable[[bytes], bytes]) -> None:
        """Padding, blanks, another alphabet, more or fewer parts, JSON, no end."""
        with pytest.raises(DocumentError):
            jws.split(change(TOKENS["vc-eddsa"]))

    @pytest.mark.parametrize(
        "header", [b"{", b"[]", b"5", b'{"alg":"EdDSA","alg":"none"}', b"\xff", b"", b'{"a":NaN}']
    )
    def test_refuses_a_header_that_readers_read_differently(self, header: bytes) -> None:
        """Strict JSON, an object, no key twice."""
        with pytest.raises(DocumentError):
            jws.split(token(header, {}))

    def test_agrees_with_wycheproof(self, corpus: Path) -> None:
        """Of 401 tokens no invalid one is accepted, and every valid one of an algorithm of ours is."""
        path = corpus / "security/C2SP+wycheproof/testvectors_v1/json_web_signature_test.json"
        groups = json.loads(path.read_text())["testGroups"]
        cases = [(group.get("public", group["private"]), case) for group in groups for case in group["tests"]]
        accepted = [case for key, case in cases if self._holds(key, case["jws"])]
        refused = {
            key.get("alg")
            for key, case in cases
            if case["result"] == "valid" and not self._holds(key, case["jws"])
        }
        assert (401, 10, {"valid"}) == (len(cases), len(accepted), {case["result"] for case in accepted})
        assert {"HS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES521"} == refused

    @staticmethod
    def _holds(jwk: dict[str, Any], raw: object) -> bool:
        """Tell whether our path from bytes and JWK to verdict accepts a case."""
        try:
            jws.check(jws.split(str(raw).encode()), key=read_jwk(jwk))
        except BadgeError:
            return False
        return True


class TestCredentialIn:
    """`credential_in`."""

    @pytest.mark.parametrize(
        "payload",
        [
            b"",
            b"{}{}",
            b"[]",
            b'"text"',
            b'{"vc":1,"vc":2}',
            {"vc": []},
            {"vc": "text"},
            {"vc": None},
            {"vc": {}, "@context": []},
            b'{"a":' * 40 + b"1" + b"}" * 40,
        ],
    )
    def test_refuses_other_payloads(self, payload: object) -> None:
        """No JSON, no object, or a credential in two ways."""
        with pytest.raises(DocumentError):
            opened(token({"alg": "EdDSA"}, payload))

    def test_keeps_what_the_credential_says_itself(self) -> None:
        """A claim fills gaps; it overrides nothing."""
        inner = {
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "id": "urn:a:b",
            "issuer": {"id": "did:web:a.nl"},
            "validFrom": "2020-01-01T00:00:00Z",
            "credentialSubject": {"id": "urn:c:d"},
        }
        outer = {"vc": inner, "iss": ISSUER, "jti": "urn:x:y", "sub": "urn:x:y", "nbf": 5, "exp": 1782482700}
        expected = {**inner, "validUntil": "2026-06-26T14:05:00Z"}
        assert expected == opened(token({"alg": "EdDSA"}, outer)).document


BAD_HEADERS: list[dict[str, object]] = [
    {"crit": ["exp"]},
    {"crit": []},
    {"b64": False, "crit": ["b64"]},
    {"b64": True},
    {"jku": "https://kwaad.example/keys"},
    {"x5u": "https://kwaad.example/cert"},
    {"x5c": ["MII"]},
    {"x5t": "AAAA"},
    {"zip": "DEF"},
    {"enc": "A128GCM"},
    {"iss": "did:web:a.nl"},
    {"Alg": "none"},
    {"alg": None},
    {"alg": ""},
    {"alg": ["EdDSA"]},
    {"alg": 5},
    {"alg": "none"},
    {"alg": "None"},
    {"alg": "nOnE"},
    {"alg": "HS256"},
    {"alg": "HS512"},
    {"alg": "hs256"},
    {"kid": ""},
    {"kid": None},
    {"kid": ["a"]},
    {"kid": 5},
    {"typ": None},
    {"typ": ["JWT"]},
    {"cty": 5},
    {"jwk": None},
    {"jwk": "AAAA"},
    {"jwk": [ED25519_JWK]},
    {"jwk": {**ED25519_JWK, "d": "AAAA"}},
    {"jwk": {"kty": "oct", "k": "AAAA"}},
    {"jwk": ED25519_JWK, "kid": "did:web:a.nl#b"},
]
UNREAD_HEADERS: list[dict[str, object]] = [
    {"alg": "ES384"},
    {"alg": "ES256K"},
    {"alg": "PS256"},
    {"alg": "RS512"},
    {"alg": "eddsa"},
    {"alg": "Ed448"},
    {"alg": "EdDSA "},
    {"typ": "at+jwt"},
    {"typ": "dc+sd-jwt"},
    {"typ": "vp+jwt"},
    {"typ": ""},
    {"cty": "JWT"},
    {"cty": "text/html"},
]


class TestReadHeader:
    """`read_header` and `read_assertion_header`."""

    @pytest.mark.parametrize(
        "header",
        [
            {},
            {"typ": "JWT"},
            {"typ": "jwt"},
            {"typ": "vc+jwt"},
            {"typ": "vc+ld+jwt", "cty": "vc"},
            {"typ": "application/vc+jwt", "cty": "application/vc"},
            {"typ": "JWS"},
            {"kid": f"{ISSUER}#key"},
            {"kid": "key-1", "cty": "vc+ld+json"},
            {"jwk": ED25519_JWK},
        ],
    )
    def test_reads_what_badges_have(self, header: dict[str, object]) -> None:
        """An algorithm, a key in one way, a type."""
        read = jws.read_header(jws.split(token({"alg": "EdDSA", **header}, claims())))
        assert ("Ed25519", header.get("kid")) == (read.algorithm, read.kid)
        assert (ED25519_PUBLIC if "jwk" in header else None) == read.jwk

    @pytest.mark.parametrize("header", BAD_HEADERS)
    def test_refuses_other_headers_though_truly_signed(self, header: dict[str, object]) -> None:
        """Members that bring a key or change the rules, and algorithms that protect nothing."""
        made = jws.split(token({"alg": "EdDSA", **header}, claims()))
        for check in (jws.read_header, jws.read_assertion_header):
            with pytest.raises(ProofMalformedError):
                check(made)
        with pytest.raises(ProofMalformedError):
            jws.check(made, key=ED25519_PUBLIC)

    @pytest.mark.parametrize("header", UNREAD_HEADERS)
    def test_cannot_judge_what_it_does_not_read(self, header: dict[str, object]) -> None:
        """Other algorithms and types of token are no verdict."""
        made = jws.split(token({"alg": "EdDSA", **header}, claims()))
        with pytest.raises(SuiteNotAcceptedError):
            jws.check(made, key=ED25519_PUBLIC)

    def test_cannot_judge_a_key_that_it_does_not_read(self) -> None:
        """A key of another curve came along."""
        jwk = {"kty": "EC", "crv": "secp256k1", "x": "AAAA", "y": "AAAA"}
        with pytest.raises(KeyFormatError):
            jws.read_header(jws.split(token({"alg": "EdDSA", "jwk": jwk}, claims())))

    def test_asks_for_an_algorithm(self) -> None:
        """Without one there is nothing to hold the key against."""
        with pytest.raises(ProofMalformedError):
            jws.read_header(jws.split(token({}, claims())))

    def test_lets_no_assertion_bring_its_key(self) -> None:
        """In Open Badges 2.0 the key is the one that the issuer's profile names."""
        jws.read_assertion_header(jws.split(TOKENS["assertion"]))
        with pytest.raises(ProofMalformedError):
            jws.read_assertion_header(jws.split(TOKENS["vc-rs256-jwk"]))


class TestKeyName:
    """`key_name`."""

    @pytest.mark.parametrize(
        ("kid", "expected"),
        [
            (f"{ISSUER}#key-1", f"{ISSUER}#key-1"),
            ("https://school.example/keys/1", "https://school.example/keys/1"),
            ("#key-1", f"{ISSUER}#key-1"),
            ("key-1", f"{ISSUER}#key-1"),
            (None, None),
        ],
    )
    def test_completes_a_relative_name(self, kid: str | None, expected: str | None) -> None:
        """It can only be a key of the issuer."""
        assert expected == jws.key_name(jws.Header(algorithm="P-256", kid=kid, jwk=None), issuer=ISSUER)


class TestCheck:
    """`check`."""

    @pytest.mark.parametrize("by", SIGN)
    def test_accepts_what_was_signed(self, by: str) -> None:
        """By each algorithm."""
        jws.check(jws.split(token({"alg": by}, claims(), by=by)), key=KEYS[by])

    @pytest.mark.parametrize("by", SIGN)
    @pytest.mark.parametrize("named", SIGN)
    @pytest.mark.parametrize("key", SIGN)
    def test_lets_the_key_decide(self, by: str, named: str, key: str) -> None:
        """Signed by one, named as another, checked with a third: only three times the same holds."""
        made = jws.split(token({"alg": named}, claims(), by=by))
        if by == named == key:
            jws.check(made, key=KEYS[key])
            return
        with pytest.raises(SignatureError):
            jws.check(made, key=KEYS[key])

    def test_refuses_es256_by_another_curve(self) -> None:
        """A key of P-384 makes no ES256."""
        with pytest.raises(SignatureError):
            jws.check(jws.split(TOKENS["vc-es256"]), key=P384_PUBLIC)

    @pytest.mark.parametrize("name", TOKENS)
    def test_accepts_no_edit_of_the_bytes(self, name: str) -> None:
        """Every character of a token counts: another one there, and it cannot be read or does not hold."""
        raw = TOKENS[name]
        key = key_of(jws.split(raw))
        held = []
        for place in range(0, len(raw), max(1, len(raw) // 200)):
            changed = raw[:place] + (b"B" if raw[place : place + 1] == b"A" else b"A") + raw[place + 1 :]
            try:
                jws.check(jws.split(changed), key=key)
            except BadgeError:
                continue
            held.append(place)
        assert held == []

    @given(
        st.dictionaries(
            st.sampled_from(["alg", "kid", "jwk", "typ", "cty", "crit", "b64", "jku", "x5c", "enc", "zip"]),
            st.none()
            | st.booleans()
            | st.integers()
            | st.sampled_from(["EdDSA", "none", "HS256", "ES256", "RS256", "JWT", "vc", "vc+jwt", "b64"])
            | st.text(max_size=9)
            | st.lists(st.text(max_size=5), max_size=2)
            | st.dictionaries(st.sampled_from(["kty", "crv", "x", "d"]), st.text(max_size=9), max_size=4),
            max_size=5,
        )
    )
    def test_accepts_no_header_but_the_signed_one(self, header: dict[str, Any]) -> None:
        """Whatever header is put before a signed payload: it does not hold."""
        raw = TOKENS["vc-eddsa"]
        _, payload, signature = raw.split(b".")
        with pytest.raises(BadgeError):
            jws.check(jws.split(b".".join([written(header), payload, signature])), key=ED25519_PUBLIC)

    @pytest.mark.torture
    def test_accepts_no_header_but_the_signed_one_at_length(self) -> None:
        """Six hundred headers before signed payloads, with good and bad members in every mixture."""
        chance = random.Random(20260626)  # noqa: S311 -- the same headers each time
        members = [(name, part) for header in BAD_HEADERS + UNREAD_HEADERS for name, part in header.items()]
        members += [("alg", name) for name in jws.ACCEPTED]
        held = []
        for _ in range(600):
            name = chance.choice(CREDENTIALS)
            first, payload, signature = TOKENS[name].split(b".")
            kept = json.loads(base64url.decode(first.decode()))
            header = kept | dict(chance.sample(members, chance.randint(1, 3)))
            if header == kept:
                continue
            for key in KEYS.values():
                try:
                    jws.check(jws.split(b".".join([written(header), payload, signature])), key=key)
                except BadgeError:
                    continue
                held.append((name, header))
        assert held == []


class TestCheckClaims:
    """`check_claims`."""

    @pytest.mark.parametrize(
        "changes",
        [
            {},
            {"nbf": NOW.timestamp() + 0.5},
            {"iat": int(NOW.timestamp())},
            {"exp": int(NOW.timestamp()) + 60},
            {"aud": "https://werkgever.example"},
            {"validUntil": "2027-06-26T14:05:00.25Z", "exp": 1814018700},
            {"credentialSubject": [{"id": "urn:a:b"}, BADGE["credentialSubject"]]},
        ],
    )
    def test_accepts_claims_that_say_the_same(self, changes: dict[str, object]) -> None:
        """Or what the credential leaves open."""
        jws.check_claims(opened(token({"alg": "EdDSA"}, claims(changes))))

    def test_asks_for_no_claims(self) -> None:
        """A token of VC-JOSE-COSE needs none besides the credential."""
        jws.check_claims(opened(token({"alg": "EdDSA"}, BADGE)))

    @pytest.mark.parametrize(
        ("claim", "value"),
        [
            ("iss", "did:web:ander.voorbeeld"),
            ("iss", ISSUER + "/"),
            ("iss", {"id": ISSUER}),
            ("iss", None),
            ("iss", ""),
            ("jti", "urn:uuid:0193a1b2-0000-7e4f-8a5b-6c7d8e9f0a1b"),
            ("jti", [BADGE["id"]]),
            ("sub", "did:key:z6Mk"),
            ("sub", 5),
            ("nbf", int(NOW.timestamp()) + 1),
            ("nbf", int(NOW.timestamp()) - 1),
            ("nbf", "2026-06-26T14:05:00Z"),
            ("nbf", True),
            ("nbf", 10**19),
            ("nbf", None),
            ("exp", "ooit"),
            ("iat", "nu"),
            ("iat", []),
        ],
    )
    def test_says_which_claim_contradicts(self, claim: str, value: object) -> None:
        """Another value, or another form."""
        with pytest.raises(ClaimError) as caught:
            jws.check_claims(opened(token({"alg": "EdDSA"}, claims({claim: value}))))
        assert claim == caught.value.claim

    def test_holds_the_end_against_the_credential(self) -> None:
        """A token may not outlive what it says, nor end before."""
        made = claims({"validUntil": "2027-06-26T14:05:00Z", "exp": 1814018701})
        with pytest.raises(ClaimError) as caught:
            jws.check_claims(opened(token({"alg": "EdDSA"}, made)))
        assert "exp" == caught.value.claim

    @pytest.mark.parametrize("claim", ["iss", "jti", "sub", "nbf"])
    def test_holds_outer_claims_against_a_vc_claim(self, claim: str) -> None:
        """What stands outside of the credential in `vc` may not say otherwise than what stands inside."""
        outer = {name: value for name, value in claims().items() if name in {"iss", "jti", "sub", "nbf"}}
        jws.check_claims(opened(token({"alg": "EdDSA"}, {"vc": BADGE, **outer})))
        changed = {**outer, claim: 5 if claim == "nbf" else "urn:x:y"}
        with pytest.raises(ClaimError) as caught:
            jws.check_claims(opened(token({"alg": "EdDSA"}, {"vc": BADGE, **changed})))
        assert claim == caught.value.claim


class TestCheckTimes:
    """`check_times`."""

    WITHOUT_TIMES = {name: part for name, part in BADGE.items() if name != "validFrom"}  # noqa: RUF012

    @pytest.mark.parametrize(
        "times",
        [{}, {"iat": 0}, {"iat": 300}, {"nbf": 300}, {"exp": 1}, {"exp": 1, "nbf": 0, "iat": -5}],
    )
    def test_accepts_a_token_in_its_time(self, times: dict[str, int]) -> None:
        """Give or take the skew of two clocks; `times` are seconds from now."""
        payload = {**self.WITHOUT_TIMES, **self._moments(times)}
        jws.check_times(opened(token({"alg": "EdDSA"}, payload)), now=NOW)

    @pytest.mark.parametrize(
        ("times", "error"),
        [
            ({"iat": 301}, ProofEarlyError),
            ({"nbf": 301}, ProofEarlyError),
            ({"exp": 0}, ProofExpiredError),
            ({"exp": -1, "nbf": -9}, ProofExpiredError),
        ],
    )
    def test_refuses_a_token_out_of_its_time(self, times: dict[str, int], error: type[ProofError]) -> None:
        """Of the future, not to be used yet, or expired."""
        payload = {**self.WITHOUT_TIMES, **self._moments(times)}
        with pytest.raises(error):
            jws.check_times(opened(token({"alg": "EdDSA"}, payload)), now=NOW)

    def test_leaves_the_times_of_the_credential_to_the_credential(self) -> None:
        """An expired badge is expired, its token is not wrong: both say the same."""
        made = claims({"validUntil": "2027-06-26T14:05:00Z", "exp": 1814018700})
        read = opened(token({"alg": "EdDSA"}, made))
        for now in (NOW - timedelta(days=9), NOW, NOW + timedelta(days=900)):
            jws.check_times(read, now=now)

    @staticmethod
    def _moments(times: dict[str, int]) -> dict[str, int]:
        """Count from now."""
        return {claim: int(NOW.timestamp()) + seconds for claim, seconds in times.items()}
