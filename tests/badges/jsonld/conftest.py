"""A badge as we issue it; what the tests of this room start from."""

import pytest

from badges.jsonld import contexts
from badges.strictjson import JsonObject


@pytest.fixture
def badge() -> JsonObject:
    """Give a badge with every part that ours have: four nodes without id, and an ordered list."""
    place = "https://bewijs.voorbeeld"
    werkproces: JsonObject = {
        "type": ["Alignment"],
        "targetType": "ext:Werkproces",
        "targetCode": "25774/B1-K2-W1",
        "targetName": "Verzamelt orders",
        "targetUrl": f"{place}/werkprocessen/25774/B1-K2-W1/9c1f0e2ab3d4",
    }
    skill: JsonObject = {
        "type": ["Alignment"],
        "targetType": "ceasn:Competency",
        "targetName": "Procedures volgen",
        "targetUrl": "https://linkeddata.competentnl.nl/id/humancapability/752EEDBE89",
    }
    level: JsonObject = {
        "id": f"{place}/badgeklassen/3m8x1d#zelfstandigheid",
        "type": ["ResultDescription"],
        "name": "Hoe zelfstandig",
        "resultType": "PerformanceLevel",
        "allowedValue": ["met hulp", "zelfstandig", "kan het anderen uitleggen"],
    }
    name: JsonObject = {
        "type": "IdentityObject",
        "hashed": False,
        "identityType": "name",
        "identityHash": "Sam de Vries",
    }
    achievement: JsonObject = {
        "id": f"{place}/badgeklassen/3m8x1d",
        "type": ["Achievement"],
        "name": "Verzamelt orders",
        "description": "Werkproces B1-K2-W1.",
        "criteria": {"narrative": "De praktijkopleider heeft het gezien."},
        "tag": ["informeel leren"],
        "alignment": [werkproces, skill],
        "resultDescription": [level],
    }
    return {
        "@context": [contexts.CREDENTIALS_V2, contexts.OB_V3],
        "id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": "did:web:bewijs.voorbeeld", "type": ["Profile"], "name": "Magazijn De Maas"},
        "validFrom": "2026-06-26T14:05:00Z",
        "credentialSubject": {
            "id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c",
            "type": ["AchievementSubject"],
            "identifier": [name],
            "role": "werknemer",
            "result": [{"type": ["Result"], "resultDescription": level["id"], "value": "zelfstandig"}],
            "achievement": achievement,
        },
        "evidence": [
            {
                "id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1d",
                "type": ["Evidence"],
                "narrative": "Orders.",
            }
        ],
        "credentialStatus": {
            "id": f"{place}/organisaties/7fq2k9/status/1#84217",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "84217",
            "statusListCredential": f"{place}/organisaties/7fq2k9/status/1",
        },
    }
