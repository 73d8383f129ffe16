"""Make the golden files of eddsa-rdfc-2022 without any code of ours that they are to test.

PyLD canonicalises, `cryptography` signs, and base58 is the textbook's loop of one digit at a time. From this
project come only the frozen contexts. The seed is published here: what it signs is worth nothing.

    python tests/vectors/eddsa-rdfc-2022/make.py
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from pyld import jsonld

from badges.jsonld import contexts

HERE = Path(__file__).parent
SEED = bytes(range(32))
DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58(raw: bytes) -> str:
    """Write bytes as base58btc, one digit at a time."""
    number, text = int.from_bytes(raw, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = DIGITS[digit] + text
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + text


def load(url: str, _options: object) -> dict[str, object]:
    """Give PyLD a frozen context."""
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": contexts.load(url),
    }


def canonical(document: dict[str, Any]) -> str:
    """Write canonical N-Quads by PyLD's own algorithm."""
    options = {
        "algorithm": "URDNA2015",
        "format": "application/n-quads",
        "documentLoader": load,
        "base": None,
    }
    return str(jsonld.normalize(document, options))


def main() -> None:
    """Write the files beside this one."""
    unsigned = json.loads((HERE / "unsigned.json").read_text())
    private = Ed25519PrivateKey.from_private_bytes(SEED)
    multikey = "z" + base58(b"\xed\x01" + private.public_key().public_bytes_raw())
    options = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-06-26T14:05:00Z",
        "verificationMethod": f"{unsigned['issuer']['id']}#{multikey}",
        "proofPurpose": "assertionMethod",
    }
    document_text = canonical(unsigned)
    options_text = canonical({**options, "@context": unsigned["@context"]})
    data = sha256(options_text.encode()).digest() + sha256(document_text.encode()).digest()
    signed = {**unsigned, "proof": [{**options, "proofValue": "z" + base58(private.sign(data))}]}
    (HERE / "document.nq").write_text(document_text)
    (HERE / "options.nq").write_text(options_text)
    (HERE / "to-sign.hex").write_text(data.hex() + "\n")
    compact = json.dumps(signed, ensure_ascii=False, separators=(",", ":"))
    (HERE / "signed.json").write_text(compact)


if __name__ == "__main__":
    main()
