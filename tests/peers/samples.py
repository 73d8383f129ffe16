"""The badges that we and our peers sign for each other: every shape that we issue, from fixed facts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from badges import composing, keys, linting, proofs, status
from badges.catalogue import Catalogue, embedded
from badges.catalogue.model import Kwalificatie
from badges.composing import IssuerProfile, Slot
from badges.credential import LintedCredential, UnsignedCredential
from badges.describing import AchievementSlot
from badges.ed25519 import Ed25519Signer
from badges.jsonld import walker
from badges.judgement import Judgement, SkillReference, WerkprocesReference
from badges.strictjson import JsonObject
from tests import world

SEED = bytes(range(32))
"""A key that everybody knows: it stands in tests/vectors/README.md and signs nothing but tests."""

BASE = "https://bewijs.voorbeeld"
ISSUER_PAGE = f"{BASE}/organisaties/7fq2k9"
DID_WEB = keys.did_web(ISSUER_PAGE)
STATUS_LIST = f"{ISSUER_PAGE}/status/1"
CREATED = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)
STATUS_INDEX = 84_217
WITHDRAWN_INDEX = 4_711

_PLAIN = Ed25519Signer(SEED, verification_method="urn:example:unused")
PUBLIC_KEY = _PLAIN.public_key
DID_KEY = keys.did_key(PUBLIC_KEY)
METHOD = f"{DID_WEB}#{PUBLIC_KEY.multikey}"
DID_KEY_METHOD = f"{DID_KEY}#{PUBLIC_KEY.multikey}"

ACHIEVEMENT = AchievementSlot(
    id=f"{BASE}/badgeklassen/3m8x1d",
    image_id=f"{BASE}/badgeklassen/3m8x1d/plaatje.png",
    image_caption="Badge met een doos en een vinkje: Verzamelt en controleert orders",
)


SAM = world.judgement()
"""All that can be said of what Sam did."""

WERKPROCES, (SKILL,) = SAM.werkproces, SAM.skills


PROFILE = IssuerProfile(id=DID_WEB, name="Magazijn De Maas", url=ISSUER_PAGE)


def slot(number: int, *, status_index: int = STATUS_INDEX) -> Slot:
    """Reserve a place; its ids follow from `number`, so the same call gives the same bytes."""
    return Slot(
        credential_id=f"urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d{number:08x}",
        subject_id=f"urn:uuid:0193a1b2-7c3d-7e4f-8a5c-6c7d{number:08x}",
        evidence_id=f"urn:uuid:0193a1b2-7c3d-7e4f-8a5d-6c7d{number:08x}",
        status_list_id=STATUS_LIST,
        status_index=status_index,
        awarded=CREATED,
    )


def badge(
    said: Judgement, *, number: int = 0x1A, issuer: str = DID_WEB, status_index: int = STATUS_INDEX
) -> UnsignedCredential:
    """Compose a badge of what was said."""
    return composing.compose(
        said,
        slot=slot(number, status_index=status_index),
        issuer=replace(PROFILE, id=issuer),
        achievement=ACHIEVEMENT,
    )


SHAPES: Mapping[str, Judgement] = MappingProxyType(
    {
        "full": SAM,
        "no-name": replace(SAM, name=None, narrative="Verzamelde elke ochtend 40 orders met de handscanner."),
        "no-result": replace(SAM, independence=None),
        "bare": replace(
            SAM, name=None, narrative="Orders verzameld.", independence=None, role=None, skills=()
        ),
        "astral": replace(
            SAM, name="Zoë 🦊 Ångström", narrative="Kan \U00020bb7 lezen 👩🏽\u200d🔧, en 𝒻ijn 📦📦."
        ),
        "right-to-left": replace(SAM, name="سامر الهولندي", narrative="جمع الطلبات وفحصها كل صباح. שלום!"),
        "punctuation": replace(
            SAM,
            name="D'Arcy \"Dré\" O'Neill",
            narrative='Eerst:\n<b>C:\\orders</b> "af" & klaar;\n=1+1 {x} \\n.',
        ),
    }
)
"""What the facts may look like, from all of them to the fewest, in the scripts that people use."""


def shape(name: str, *, issuer: str = DID_WEB) -> UnsignedCredential:
    """Compose the badge of a shape."""
    return badge(SHAPES[name], number=0x1A + list(SHAPES).index(name), issuer=issuer)


def catalogue_badges() -> list[UnsignedCredential]:
    """Compose a badge on the first werkproces of each kwalificatie that the catalogue knows."""
    catalogue: Catalogue = embedded()
    return [
        badge(_judgement_on(kwalificatie), number=0x1000 + number)
        for number, kwalificatie in enumerate(catalogue.kwalificaties)
        if kwalificatie.werkprocessen
    ]


def _judgement_on(kwalificatie: Kwalificatie) -> Judgement:
    werkproces = kwalificatie.werkprocessen[0]
    reference = WerkprocesReference(
        crebo=werkproces.crebo,
        code=werkproces.code,
        title=werkproces.title,
        kwalificatie=kwalificatie.name,
        url=f"{BASE}/werkprocessen/{werkproces.key}/9c1f0e2ab3d4",
    )
    chosen = kwalificatie.suggested_skills[:3]
    skills = tuple(SkillReference(uri=skill.uri, label=skill.label) for skill in chosen)
    return replace(SAM, werkproces=reference, skills=skills)


def status_list(*, valid_from: datetime, issuer: str = DID_WEB) -> UnsignedCredential:
    """Compose the list in which one badge is withdrawn, valid for a day."""
    return composing.compose_status_list(
        id=STATUS_LIST,
        issuer=issuer,
        encoded_list=status.encode(status.set_bits([WITHDRAWN_INDEX])),
        valid_from=valid_from,
        valid_until=valid_from + timedelta(days=1),
    )


def sign(unsigned: UnsignedCredential, *, method: str = METHOD) -> JsonObject:
    """Sign a badge the way we issue it: looked at first."""
    return sign_unseen(linting.lint(unsigned, issuer=method.partition("#")[0]), method=method)


def sign_status_list(unsigned: UnsignedCredential, *, method: str = METHOD) -> JsonObject:
    """Sign a status list the way we publish it."""
    linted = linting.lint_status_list(unsigned, issuer=method.partition("#")[0])
    return sign_unseen(linted, method=method)


def look_away(unsigned: UnsignedCredential) -> LintedCredential:
    """Say of a credential that it was looked at, for what we would refuse to sign."""
    canonical = walker.canonicalize(unsigned.document)
    return LintedCredential(document=unsigned.document, canonical=canonical)


def sign_unseen(linted: LintedCredential, *, method: str = METHOD, seed: bytes = SEED) -> JsonObject:
    """Sign what a test says was looked at."""
    draft = proofs.draft_proof(linted, verification_method=method, created=CREATED)
    return proofs.add_proof(draft, signer=Ed25519Signer(seed, verification_method=method)).document
