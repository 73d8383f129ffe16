"""Bytes from outside become an UnverifiedCredential, or are told to be something else."""

import json
from typing import Any

import pytest

from badges import credential
from badges.credential import UnverifiedCredential
from badges.errors import DocumentError

V2 = "https://www.w3.org/ns/credentials/v2"


def raw(**members: Any) -> bytes:
    """Give the least document that is a credential, with members put over it."""
    document = {"@context": [V2], "type": ["VerifiableCredential"]} | members
    return json.dumps({key: value for key, value in document.items() if value is not ...}).encode()


class TestParse:
    """The way in."""

    def test_keeps_the_bytes(self) -> None:
        """The bytes are kept as they came, beside what they say."""
        sent = raw(id="urn:uuid:1")
        expected = UnverifiedCredential(
            document={"@context": [V2], "type": ["VerifiableCredential"], "id": "urn:uuid:1"}, raw=sent
        )
        assert credential.parse(sent) == expected

    @pytest.mark.parametrize(
        "members",
        [
            {"type": "VerifiableCredential"},
            {"type": ["OpenBadgeCredential", "VerifiableCredential"]},
            {"type": ["VerifiableCredential", "EndorsementCredential"]},
            {"@context": V2},
            {"@context": [V2, {"ext": "https://example.org/"}]},
            {"@context": ["https://www.w3.org/2018/credentials/v1"], "issuanceDate": "2020-01-01T00:00:00Z"},
            {"issuer": 7, "credentialSubject": None},
        ],
    )
    def test_takes_what_may_be_a_credential(self, members: dict[str, Any]) -> None:
        """Old and broken credentials get in: the report says what is wrong with them."""
        assert credential.parse(raw(**members)).raw == raw(**members)

    @pytest.mark.parametrize(
        "members",
        [
            {"@context": ...},
            {"@context": None},
            {"@context": 1},
            {"type": ...},
            {"type": None},
            {"type": "Assertion"},
            {"type": []},
            {"type": ["VerifiablePresentation"]},
            {"type": {"VerifiableCredential": 1}},
            {"type": [["VerifiableCredential"]]},
        ],
    )
    def test_refuses_what_is_no_credential(self, members: dict[str, Any]) -> None:
        """Without a context and the type it is another kind of document."""
        with pytest.raises(DocumentError) as caught:
            credential.parse(raw(**members))
        assert caught.value.code == "not-a-credential"

    @pytest.mark.parametrize("sent", [b"[]", b'"VerifiableCredential"', b"null"])
    def test_refuses_what_is_no_object(self, sent: bytes) -> None:
        """A list or a bare value is no credential."""
        with pytest.raises(DocumentError) as caught:
            credential.parse(sent)
        assert caught.value.code == "not-a-credential"

    @pytest.mark.parametrize(
        ("sent", "code"),
        [
            (b"", "json"),
            (b"\x89PNG\r\n", "json-utf8"),
            (b'{"a":1,"a":2}', "json-duplicate-key"),
            (b'{"a":NaN}', "json-constant"),
            (b"[" * 33 + b"]" * 33, "json-depth"),
            (b" " * 2_000_001, "json-size"),
        ],
    )
    def test_passes_on_why_it_is_no_json(self, sent: bytes, code: str) -> None:
        """The code says what is wrong with the bytes."""
        with pytest.raises(DocumentError) as caught:
            credential.parse(sent)
        assert caught.value.code == code
