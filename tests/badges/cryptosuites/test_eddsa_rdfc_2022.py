"""The suite eddsa-rdfc-2022: every byte and intermediate of the vectors of others and of our own."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import multibase
from badges.cryptosuites import eddsa_rdfc_2022 as suite
from badges.cryptosuites.suite import write_value
from badges.ed25519 import Ed25519Signer, PublicKey
from badges.errors import RelativeIriError
from badges.jsonld import contexts, reference, walker
from badges.strictjson import JsonObject

OURS = Path(__file__).parents[2] / "vectors/eddsa-rdfc-2022"
W3C = "conformance/w3c+vc-di-eddsa/TestVectors"
ONEEDTECH = "conformance/1EdTech+openbadges-specification/test-vectors"
CONTEXT = [contexts.CREDENTIALS_V2, contexts.OB_V3]


def refuse(document: JsonObject) -> bytes:
    """Stand in for an engine that must not be needed."""
    raise AssertionError(document)


def without(proof: JsonObject) -> JsonObject:
    """Take from a proof what is not signed as an option."""
    return {name: value for name, value in proof.items() if name not in {"proofValue", "@context"}}


def signer(secret: str, *, size: int = 32) -> Ed25519Signer:
    """Make a signer of a published secretKeyMultibase, which starts with the bytes 8026."""
    raw = multibase.decode(secret[1:], size=2 + size)
    assert raw[:2] == b"\x80\x26"
    return Ed25519Signer(raw[2:34], verification_method="did:example:vector#key")


class TestVectors:
    """The published vectors, and our golden files."""

    @pytest.mark.parametrize("folder", ["eddsa-rdfc-2022", "eddsa-rdfc-2022/employ"])
    def test_reproduces_the_vectors_of_w3c(self, corpus: Path, folder: str) -> None:
        """Options, hashes, signature and proof value are those of VC-DI-EDDSA B.1, byte for byte."""
        text = {path.name: path.read_text().strip("\n") for path in (corpus / W3C / folder).glob("*.*")}
        keys = json.loads((corpus / W3C / "keyPair.json").read_text())
        config = json.loads(text["proofConfigDataInt.json"])
        options, context = without(config), config["@context"]
        canonical = (text["canonDocDataInt.txt"] + "\n").encode()
        data = suite.hash_data(canonical, options=options, context=context, canonicalize=refuse)
        signature = signer(keys["privateKeyMultibase"]).sign(data)
        written = suite.plain_options(options, context=context)
        assert written is not None
        assert {
            "canonDocDataInt.txt": canonical.decode().strip("\n"),
            "proofCanonDataInt.txt": written.decode().strip("\n"),
            "docHashDataInt.txt": sha256(canonical).hexdigest(),
            "proofHashDataInt.txt": sha256(written).hexdigest(),
            "combinedHashDataInt.txt": data.hex(),
            "sigHexDataInt.txt": signature.hex(),
            "sigBTC58DataInt.txt": write_value(signature),
        } == {name: value for name, value in text.items() if name.endswith(".txt")}
        assert json.loads(text["signedDataInt.json"])["proof"]["proofValue"] == write_value(signature)
        PublicKey.from_multikey(keys["publicKeyMultibase"]).check(signature, data=data)

    @pytest.mark.parametrize("engine", [walker, reference])
    def test_reproduces_the_vector_of_open_badges(self, corpus: Path, engine: Any) -> None:
        """From the document to the proof value of the OB 3.0 vector, by both engines."""
        folder = corpus / ONEEDTECH / "obv3p0"
        unsigned = json.loads((folder / "ob-unsigned-credential.json").read_text())
        proof = json.loads((folder / "ob-signed-credential.json").read_text())["proof"]
        nquads, options = engine.canonicalize(unsigned), without(proof)
        assert nquads.strip() == (folder / "document-canon.txt").read_bytes().strip()
        written = suite.plain_options(options, context=unsigned["@context"])
        assert written == engine.canonicalize({**options, "@context": unsigned["@context"]})
        assert written.strip() == (folder / "proof-canon.txt").read_bytes().strip()
        data = suite.hash_data(nquads, options=options, context=unsigned["@context"], canonicalize=refuse)
        assert data.hex() == (
            "d34009cea0dbc1ca941e09dc01c8c9d3e3ce3c5b853f67ee44698dcea10f5d19"
            "87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773"
        )
        assert (
            write_value(self._one_edtech_signer(folder / "ob-multikey.txt").sign(data)) == proof["proofValue"]
        )

    def test_reproduces_the_vector_of_the_learner_record(self, corpus: Path) -> None:
        """From the canonical text of the CLR 2.0 vector to its proof value."""
        folder = corpus / ONEEDTECH / "clrv2p0"
        signed = json.loads((folder / "clr-signed-credential.json").read_text())
        (proof,) = signed["proof"]
        nquads, options = (folder / "document-canon.txt").read_bytes(), without(proof)
        data = suite.hash_data(nquads, options=options, context=signed["@context"], canonicalize=refuse)
        made = self._one_edtech_signer(folder / "clr-multikey.txt").sign(data)
        assert write_value(made) == proof["proofValue"]

    @staticmethod
    def _one_edtech_signer(path: Path) -> Ed25519Signer:
        """Read the secret key that 1EdTech prints beside its vectors."""
        secret = next(line for line in path.read_text().splitlines() if "secretKeyMultibase" in line)
        return signer(secret.split("'")[1], size=64)

    @pytest.mark.parametrize("engine", [walker, reference])
    def test_reproduces_our_golden_files(self, engine: Any) -> None:
        """What PyLD, cryptography and a textbook base58 made is what we make."""
        signed = json.loads((OURS / "signed.json").read_bytes())
        unsigned = json.loads((OURS / "unsigned.json").read_bytes())
        nquads, options = engine.canonicalize(unsigned), without(signed["proof"][0])
        assert nquads == (OURS / "document.nq").read_bytes()
        assert suite.plain_options(options, context=CONTEXT) == (OURS / "options.nq").read_bytes()
        data = suite.hash_data(nquads, options=options, context=CONTEXT, canonicalize=refuse)
        assert data.hex() == (OURS / "to-sign.hex").read_text().strip()
        made = Ed25519Signer(bytes(range(32)), verification_method="did:example:a#b").sign(data)
        assert write_value(made) == signed["proof"][0]["proofValue"]


def options(**changes: object) -> Any:
    """Make the options of a proof, changed."""
    return {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-06-26T14:05:00Z",
        "verificationMethod": "did:web:bewijs.voorbeeld:organisaties:7fq2k9#z6Mk",
        "proofPurpose": "assertionMethod",
    } | changes


class TestPlainOptions:
    """`plain_options`."""

    @pytest.mark.parametrize("context", [CONTEXT, [*CONTEXT, contexts.OB_EXTENSIONS], CONTEXT[:1]])
    @pytest.mark.parametrize(
        "changes",
        [
            {},
            {"created": "2026-06-26T14:05:00.123+02:00"},
            {"verificationMethod": "https://a.example/x?y=(1)&z='!$*,;=~%20#key-0"},
            {"verificationMethod": "did:key:z6Mk#z6Mk"},
        ],
    )
    def test_writes_what_both_engines_write(self, context: list[str], changes: dict[str, object]) -> None:
        """The five lines are those that JSON-LD gives, under every list of contexts that we use."""
        made = options(**changes)
        written = suite.plain_options(made, context=list(context))
        assert written == reference.canonicalize({**made, "@context": list(context)})
        assert written == walker.canonicalize({**made, "@context": list(context)})

    @given(
        st.from_regex(r"[a-z]{3,8}:[A-Za-z0-9._~:/?#&'()*+,;=%-]{1,30}", fullmatch=True),
        st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat() + "Z"),
    )
    def test_writes_what_the_walker_writes(self, method: str, created: str) -> None:
        """Whatever address and time: the same five lines, or none and a refusal."""
        made = options(verificationMethod=method, created=created)
        written = suite.plain_options(made, context=list(CONTEXT))
        assert written == self._by_walker(made)

    @staticmethod
    def _by_walker(made: JsonObject) -> bytes | None:
        """Write options by the walker; None where it refuses the address."""
        try:
            return walker.canonicalize({**made, "@context": list(CONTEXT)})
        except RelativeIriError:
            return None

    @pytest.mark.parametrize(
        "changes",
        [
            {"extra": "x"},
            {"nonce": "x"},
            {"id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"},
            {"created": "gisteren"},
            {"created": 5},
            {"created": '2026-06-26T14:05:00Z"'},
            {"verificationMethod": "relatief"},
            {"verificationMethod": "did:a#<b>"},
            {"verificationMethod": "did:a#b\n"},
            {"verificationMethod": "did:a:%zz#b"},
            {"verificationMethod": ["did:a#b"]},
            {"type": "Ed25519Signature2020"},
            {"cryptosuite": "eddsa-jcs-2022"},
            {"proofPurpose": "authentication"},
            {"proofPurpose": ["assertionMethod"]},
        ],
    )
    def test_leaves_the_rest_to_an_engine(self, changes: dict[str, object]) -> None:
        """More members, odd characters, other values: none of them is plain."""
        assert suite.plain_options(options(**changes), context=list(CONTEXT)) is None

    @pytest.mark.parametrize(
        "context",
        [None, [], contexts.CREDENTIALS_V2, [contexts.OB_V3], {"@vocab": "x:"}, [[contexts.CREDENTIALS_V2]]],
    )
    def test_leaves_other_contexts_to_an_engine(self, context: Any) -> None:
        """Only under the credentials v2 context do the terms mean what the lines say."""
        assert suite.plain_options(options(), context=context) is None

    def test_leaves_a_missing_time_to_an_engine(self) -> None:
        """`created` may be left out; then there are four lines, which an engine writes."""
        made = {name: value for name, value in options().items() if name != "created"}
        data = suite.hash_data(b"", options=made, context=list(CONTEXT), canonicalize=walker.canonicalize)
        expected = reference.canonicalize({**made, "@context": list(CONTEXT)})
        assert expected.count(b"\n") == 4
        assert data == sha256(expected).digest() + sha256(b"").digest()
