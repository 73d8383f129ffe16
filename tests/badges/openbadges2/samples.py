"""An Open Badge 2.0 as a school hosts it: an assertion, its badge class, its issuer."""

from typing import Any

CONTEXT = "https://w3id.org/openbadges/v2"
HOST = "https://badges.school.voorbeeld"
ISSUER = f"{HOST}/issuer.json"
BADGE = f"{HOST}/badges/bouw.json"
ASSERTION = f"{HOST}/assertions/17.json"


def assertion(**changes: Any) -> dict[str, Any]:
    """Make an assertion, changed."""
    return {
        "@context": CONTEXT,
        "id": ASSERTION,
        "type": "Assertion",
        "recipient": {
            "type": "email",
            "hashed": True,
            "salt": "Kosher",
            "identity": "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
        },
        "badge": BADGE,
        "verification": {"type": "hosted"},
        "issuedOn": "2024-03-01T09:00:00+01:00",
        "narrative": "Zij bouwde een robot.",
        "evidence": {"id": f"{HOST}/werk/17", "narrative": "De robot rijdt."},
    } | changes


def badge_class(**changes: Any) -> dict[str, Any]:
    """Make a badge class, changed."""
    return {
        "@context": CONTEXT,
        "id": BADGE,
        "type": "BadgeClass",
        "name": "Robots bouwen",
        "description": "Voor wie een robot bouwde.",
        "image": f"{HOST}/badges/bouw.png",
        "criteria": {"narrative": "Bouw een robot die rijdt."},
        "issuer": ISSUER,
        "alignment": [{"targetName": "Samenwerken", "targetUrl": f"{HOST}/samenwerken"}],
        "tags": ["robots"],
    } | changes


def profile(**changes: Any) -> dict[str, Any]:
    """Make the profile of the issuer, changed."""
    return {
        "@context": CONTEXT,
        "id": ISSUER,
        "type": "Profile",
        "name": "School aan de Maas",
        "url": HOST,
        "email": "badges@school.voorbeeld",
    } | changes


def without(document: dict[str, Any], name: str) -> dict[str, Any]:
    """Leave a member out."""
    return {key: value for key, value in document.items() if key != name}
