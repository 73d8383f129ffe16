"""Documents that hold others, early Open Badges, texts with a language: the same bytes as in JavaScript."""

import json
import re
from random import Random

import pytest

from badges.errors import JsonLdError
from badges.jsonld import contexts, reference
from badges.strictjson import Json, JsonObject
from tests.badges.jsonld import documents
from tests.badges.jsonld.making import Documents
from tests.peers.digitalbazaar_oracle import node
from tests.peers.outside import contexts_by_url

pytestmark = pytest.mark.peers

OB = "https://purl.imsglobal.org/spec/ob/v3p0/"
EDITIONS = (
    "context.json",
    "context/ob_v3p0.jsonld",
    "context-3.0.1.json",
    "context-3.0.2.json",
    "context-3.0.3.json",
)
TEXTS: tuple[Json, ...] = (
    {"@value": "Order picking", "@language": "en-GB"},
    [{"@value": "Orders", "@language": "nl"}, {"@value": "Order picking", "@language": "en"}],
    {"@value": "طلبات", "@language": "ar", "@direction": "rtl"},
    {"@value": "طلبات", "@direction": "rtl"},
)


def early(*urls: str) -> JsonObject:
    """Give a badge on VC 1.1 with the parts whose terms the editions of OB 3.0 define differently."""
    return {
        "@context": list(urls),
        "id": "urn:x:badge",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "did:web:a.voorbeeld", "type": ["Profile"], "name": "Magazijn De Maas"},
        "issuanceDate": "2023-06-26T14:05:00Z",
        "name": "Orders",
        "credentialSubject": {
            "id": "urn:x:subject",
            "type": ["AchievementSubject"],
            "creditsEarned": 2.5,
            "identifier": [
                {"type": "IdentityObject", "hashed": False, "identityHash": "Sam", "identityType": "name"}
            ],
            "achievement": {
                "id": "urn:x:achievement",
                "type": ["Achievement"],
                "name": "Orders",
                "description": "Verzamelt orders",
                "criteria": {"narrative": "Gezien."},
                "creator": {"id": "did:web:a.voorbeeld", "type": ["Profile"]},
                "image": {"id": "https://a.voorbeeld/x.png", "type": "Image"},
                "alignment": [
                    {"type": ["Alignment"], "targetName": name, "targetUrl": "https://a.voorbeeld/"}
                    for name in ("een", "twee")
                ],
            },
        },
    }


def samples() -> list[JsonObject]:
    """Give documents of each kind; without the characters that JavaScript sorts in another order."""
    made = [documents.holder_of_others(Documents(Random(seed))) for seed in range(60)]  # noqa: S311 -- no secret
    plain: list[JsonObject] = json.loads(
        re.sub("[\ue000-\U0010ffff]", "x", json.dumps(made, ensure_ascii=False))
    )
    current = early(contexts.CREDENTIALS_V2, contexts.OB_V3)
    del current["issuanceDate"]
    return [
        *plain,
        *(early(contexts.CREDENTIALS_V1, OB + edition) for edition in EDITIONS),
        *({**current, "name": text, "description": text} for text in TEXTS),
    ]


class TestCanonicalForms:
    """The reference and @digitalbazaar's suite."""

    def test_are_the_same(self) -> None:
        """They read the same documents, and write the same bytes."""
        made = samples()
        theirs = node("canonize.mjs", {"credentials": made, "contexts": contexts_by_url(), "documents": {}})

        assert [form and form.encode() for form in theirs] == [ours(document) for document in made]
        assert len(made) > 20


def ours(document: JsonObject) -> bytes | None:
    """Write a document as the reference does; None where it refuses."""
    try:
        return reference.canonicalize(document)
    except JsonLdError:
        return None
