"""A small outside world: issuers with keys, did documents, status lists, registers, and forgers.

Everything is signed for real. A test changes one thing of this world and looks at the answer.
"""

from __future__ import annotations

import asyncio
import copy
import zlib
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from badges import composing, keys, moments, proofs, status, strictjson
from badges.badgeklasse import (
    AchievementType,
    AnyJudgement,
    Badgeklasse,
    BadgeklasseJudgement,
    LanguageEdition,
    Level,
    Step,
)
from badges.baking import png
from badges.catalogue import Catalogue, embedded
from badges.catalogue.model import Edition
from badges.composing import IssuerProfile, Slot
from badges.credential import LintedCredential
from badges.cryptosuites import eddsa_rdfc_2022
from badges.cryptosuites.suite import write_value
from badges.describing import AchievementSlot
from badges.emblem import Emblem, Shape
from badges.endorsement import EndorsementSlot, compose_endorsement
from badges.errors import UnhandledShapeError
from badges.jsonld import reference, walker
from badges.judgement import Independence, Judgement, Leervorm, Role, SkillReference, WerkprocesReference
from badges.praktijkverklaring import (
    Praktijkopleider,
    Praktijkverklaring,
    Title,
    VerklaringSlot,
    compose_praktijkverklaring,
)
from badges.relatedresource import RelatedResource
from badges.strictjson import Json, JsonObject
from verifier import jobs
from verifier.engine import Verifier
from verifier.needs import (
    Absence,
    Confirmed,
    Found,
    Identity,
    KnownIssuer,
    Missing,
    Need,
    Purpose,
    Withdrawal,
)
from verifier.recognition import Recognition
from verifier.report import Report
from verifier.workers.lanes import Lane
from web.clock import FixedClock

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
AWARDED = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)
BASE = "https://bewijs.voorbeeld"
INDEX = 84_217
BADGE_ID = "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><title>x</title></svg>'


def chunk(kind: bytes, body: bytes) -> bytes:
    """Write a PNG chunk."""
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


PNG = (
    png.SIGNATURE
    + chunk(b"IHDR", bytes.fromhex("0000000100000001 0800000000"))
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND", b"")
)
"""A picture of one grey pixel, for badges to be baked into."""


def seed(name: str) -> bytes:
    """Give the secret of a test key: known to all, the same in each run."""
    return sha256(f"test key of {name}".encode()).digest()


@dataclass
class Issuer:
    """Be an organisation: it has a did, a key for badges and a key for lists."""

    did: str
    name: str
    key: str
    list_key: str

    @classmethod
    def named(cls, name: str, *, short: str) -> Issuer:
        """Found an organisation at the did:web of this service."""
        did = keys.did_web(f"{BASE}/organisaties/{short}")
        return cls(did=did, name=name, key=f"{short} badges", list_key=f"{short} lists")

    @property
    def list_url(self) -> str:
        """Give the address of its status list."""
        return f"{BASE}/organisaties/{self.did.rpartition(':')[2]}/status/1"

    def signer(self, key: str | None = None, *, method: str | None = None) -> keys.Ed25519Signer:
        """Give one of its keys, under its own did unless `method` says another name."""
        public = public_key(key or self.key)
        return keys.Ed25519Signer(
            seed(key or self.key), verification_method=method or f"{self.did}#{public.multikey}"
        )

    def document(self) -> JsonObject:
        """Give its did document."""
        return keys.did_document(self.did, assertion=[public_key(self.key), public_key(self.list_key)])

    def profile(self) -> IssuerProfile:
        """Give its public profile."""
        url = f"{BASE}/organisaties/{self.did.rpartition(':')[2]}"
        return IssuerProfile(id=self.did, name=self.name, url=url)


def public_key(name: str) -> keys.PublicKey:
    """Give the public half of a test key."""
    return keys.Ed25519Signer(seed(name), verification_method="did:example:x#y").public_key


def judgement(**changes: Any) -> Judgement:
    """Give what the praktijkopleider of the example says of Sam."""
    said: dict[str, Any] = {
        "werkproces": WerkprocesReference(
            crebo="25774",
            code="B1-K2-W1",
            title="Verzamelt en controleert orders",
            kwalificatie="Logistiek medewerker",
            url=f"{BASE}/werkprocessen/25774/B1-K2-W1/9c1f0e2ab3d4",
        ),
        "name": "Sam de Vries",
        "narrative": "Sam verzamelde elke ochtend 40 orders met de handscanner en controleerde ze.",
        "start": date(2026, 1, 5),
        "end": date(2026, 6, 26),
        "independence": Independence.ZELFSTANDIG,
        "role": Role.WERKNEMER,
        "skills": (
            SkillReference(
                uri="https://linkeddata.competentnl.nl/id/humancapability/752EEDBE89",
                label="Procedures volgen",
            ),
        ),
        "leervorm": Leervorm.INFORMEEL,
    }
    return Judgement(**(said | changes))


def badgeklasse(**changes: Any) -> Badgeklasse:
    """Give a badgeklasse that an organisation designed, with everything but a werkproces."""
    said: dict[str, Any] = {
        "url": f"{BASE}/badgeklassen/3m8x1d",
        "version": 2,
        "name": "Samenwerken",
        "description": "Je werkt goed samen met anderen.",
        "criteria": "Wij zagen dit een paar keer, met verschillende collega's.",
        "kind": AchievementType.COMPETENCY,
        "leervorm": Leervorm.INFORMEEL,
        "steps": (
            Step(Level.BEGINNER, "Je doet je deel als iemand het vraagt."),
            Step(Level.GEVORDERD, "Je ziet zelf waar een ander hulp nodig heeft."),
            Step(Level.EXPERT, "Je zorgt dat de hele ploeg goed samenwerkt."),
        ),
        "skills": judgement().skills,
        "months": 24,
        "emblem": Emblem(shape=Shape.CIRKEL, colour="groen", sign="samenwerken"),
        "editions": (LanguageEdition("en", f"{BASE}/badgeklassen/9k2p4w"),),
    }
    return Badgeklasse(**(said | changes))


def badgeklasse_judgement(**changes: Any) -> BadgeklasseJudgement:
    """Give what somebody says of Sam by that badgeklasse."""
    said: dict[str, Any] = {
        "badgeklasse": badgeklasse(),
        "name": "Sam de Vries",
        "narrative": "Sam hielp een collega met een lastige kar.",
        "start": date(2026, 1, 5),
        "end": date(2026, 6, 26),
        "level": Level.GEVORDERD,
        "role": Role.VRIJWILLIGER,
    }
    return BadgeklasseJudgement(**(said | changes))


def badge_of(issuer: Issuer, *, said: AnyJudgement | None = None, index: int = INDEX) -> JsonObject:
    """Compose a badge as the service does, not signed yet."""
    achievement = f"{BASE}/badgeklassen/3m8x1d"
    unsigned = composing.compose(
        said or judgement(),
        slot=Slot(
            credential_id=BADGE_ID,
            subject_id="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1c",
            evidence_id="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1d",
            status_list_id=issuer.list_url,
            status_index=index,
            awarded=AWARDED,
        ),
        issuer=issuer.profile(),
        achievement=AchievementSlot(
            id=achievement, image_id=f"{achievement}/plaatje.png", image_caption="Een doos met een vinkje"
        ),
    )
    return copy.deepcopy(unsigned.document)


def verklaring_of(school: Issuer, *, leerbedrijf: Issuer, badge: bytes, **changes: Any) -> JsonObject:
    """Compose a praktijkverklaring that rests on one badge, not signed yet; `changes` are to what it says."""
    said = Praktijkverklaring(
        title=Title.PRAKTIJKVERKLARING,
        mbo_verklaring=None,
        name="Sam de Vries",
        werkprocessen=(judgement().werkproces,),
        badges=(RelatedResource.of_badge(BADGE_ID, raw=badge),),
        leerbedrijf=leerbedrijf.profile(),
        praktijkopleider=Praktijkopleider("Fatma Yildiz", "teamleider logistiek"),
        start=date(2026, 1, 5),
        end=date(2026, 6, 26),
    )
    slot = VerklaringSlot(
        credential_id="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0b1b",
        subject_id="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0b1c",
        achievement_id="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0b1d",
        status_list_id=school.list_url,
        status_index=INDEX,
        awarded=AWARDED,
    )
    unsigned = compose_praktijkverklaring(replace(said, **changes), slot=slot, school=school.profile())
    return copy.deepcopy(unsigned.document)


def endorsement_of(school: Issuer, *, badge: bytes) -> JsonObject:
    """Compose what a school says of a badge, not signed yet."""
    slot = EndorsementSlot(
        credential_id="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0c1b",
        status_list_id=school.list_url,
        status_index=INDEX + 1,
        awarded=AWARDED,
    )
    unsigned = compose_endorsement(
        "De school heeft dit bewijs gezien en bevestigt het.",
        badge=RelatedResource.of_badge(BADGE_ID, raw=badge),
        slot=slot,
        endorser=school.profile(),
    )
    return copy.deepcopy(unsigned.document)


def list_of(issuer: Issuer, *, revoked: tuple[int, ...] = (), since: datetime | None = None) -> JsonObject:
    """Compose a status list of today, not signed yet."""
    start = since or NOW - timedelta(hours=1)
    return copy.deepcopy(
        composing.compose_status_list(
            id=issuer.list_url,
            issuer=issuer.did,
            encoded_list=status.encode(status.set_bits(revoked)),
            valid_from=start,
            valid_until=start + timedelta(hours=24),
        ).document
    )


def sign(
    document: JsonObject,
    *,
    signer: keys.Signer,
    created: datetime = AWARDED,
    meaning: JsonObject | None = None,
) -> bytes:
    """Sign any document, also one that the service would refuse: a stranger can.

    `meaning` is the document that is canonicalised instead: what a signer without a data-loss gate signs.
    """
    try:
        canonical = walker.canonicalize(meaning or document)
    except UnhandledShapeError:
        canonical = reference.canonicalize(meaning or document)
    draft = proofs.draft_proof(
        LintedCredential(document=document, canonical=canonical),
        verification_method=signer.verification_method,
        created=created,
    )
    return proofs.add_proof(draft, signer=signer).raw


def sign_by_reference(
    document: JsonObject,
    *,
    signer: keys.Signer,
    created: datetime = AWARDED,
    purpose: str = "assertionMethod",
    **more: Json,
) -> bytes:
    """Sign a document that only the second engine reads, proof options and all; `more` are options too."""
    options: JsonObject = {
        "type": "DataIntegrityProof",
        "cryptosuite": eddsa_rdfc_2022.NAME,
        "created": moments.write(created),
        "verificationMethod": signer.verification_method,
        "proofPurpose": purpose,
        **more,
    }
    data = eddsa_rdfc_2022.hash_data(
        reference.canonicalize(document),
        options=options,
        context=document["@context"],
        canonicalize=reference.canonicalize,
    )
    value = write_value(signer.sign(data))
    return strictjson.dumps({**document, "proof": [{**options, "proofValue": value}]})


def edited(raw: bytes, **members: Any) -> bytes:
    """Change members of a signed document without signing it again."""
    document = strictjson.loads_object(raw)
    document |= members
    return strictjson.dumps(document)


class Here:
    """Do jobs in this process, and let errors of ours through: a test must see them."""

    def start(self) -> None:
        """Start nothing."""

    async def run(self, job: bytes, *, lane: Lane = Lane.QUICK) -> bytes:
        """Answer."""
        return jobs.answer(job)

    def close(self) -> None:
        """End nothing."""


@dataclass
class World:
    """Be the world that the verifier asks, and remember what it asked."""

    issuer: Issuer = field(default_factory=lambda: Issuer.named("Magazijn De Maas", short="7fq2k9"))
    stranger: Issuer = field(default_factory=lambda: Issuer.named("Rijschool Havenzicht", short="zz8m1p"))
    school: Issuer = field(default_factory=lambda: Issuer.named("School De Brug", short="s2k4b8"))
    clock: FixedClock = field(default_factory=lambda: FixedClock(NOW))
    documents: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, Any] = field(default_factory=dict)
    known: dict[str, KnownIssuer] = field(default_factory=dict)
    withdrawals: dict[tuple[str, str], Withdrawal] = field(default_factory=dict)
    recognitions: dict[tuple[str, str], Recognition] = field(default_factory=dict)
    confirmed: dict[tuple[str, str], tuple[Confirmed, ...]] = field(default_factory=dict)
    links: dict[str, bytes | Missing] = field(default_factory=dict)
    schemas: dict[str, Any] = field(default_factory=dict)
    refreshed: dict[str, bytes] = field(default_factory=dict)
    issued: set[str] | None = (
        None  # the signatures that the issuer's register knows; None: there is no register
    )
    sent_on: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    fetched_ago: timedelta = timedelta(0)

    def __post_init__(self) -> None:
        """Publish all issuers and their lists; the register knows the leerbedrijf and the school."""
        for each in (self.issuer, self.stranger, self.school):
            self.documents[each.did] = each.document()
            self.publish_list(each)
        self.known[self.issuer.did] = KnownIssuer(
            name=self.issuer.name, kind="leerbedrijf", since=date(2026, 1, 1)
        )
        self.known[self.school.did] = KnownIssuer(
            name=self.school.name, kind="school", since=date(2026, 1, 1)
        )

    def publish_list(self, issuer: Issuer, *, revoked: tuple[int, ...] = ()) -> None:
        """Publish the list of an issuer anew."""
        signer = issuer.signer(issuer.list_key)
        self.lists[issuer.list_url] = sign(list_of(issuer, revoked=revoked), signer=signer, created=NOW)

    def signed(self, issuer: Issuer | None = None, **members: Any) -> bytes:
        """Give a signed badge of an issuer; `members` go in before signing."""
        by = issuer or self.issuer
        return sign(badge_of(by) | members, signer=by.signer())

    def signed_verklaring(self, **changes: Any) -> bytes:
        """Give a signed praktijkverklaring on the badge; `changes` are to what it says."""
        document = verklaring_of(self.school, leerbedrijf=self.issuer, badge=self.signed(), **changes)
        return sign(document, signer=self.school.signer())

    def signed_endorsement(self) -> bytes:
        """Give the signed confirmation of the badge by the school."""
        return sign(endorsement_of(self.school, badge=self.signed()), signer=self.school.signer())

    def verifier(self) -> Verifier:
        """Give a verifier that knows this world only."""
        return Verifier(sources=self, clock=self.clock, workers=Here())

    def report(self, raw: bytes) -> Report:
        """Verify these bytes with a new verifier."""
        verifier = self.verifier()
        try:
            return asyncio.run(verifier.verify(raw))
        finally:
            verifier.close()

    async def fetch(self, need: Need) -> Found | Missing:
        """Give what is at an address, as `verifier.sources.Sources` asks."""
        self.asked.append(need.address)
        if need.purpose is Purpose.SIGNATURE:
            return self._vouch(need)
        published: dict[Purpose, dict[str, Any]] = {
            Purpose.KEY: self.documents,
            Purpose.LINK: self.links,
            Purpose.SCHEMA: self.schemas,
            Purpose.REFRESH: self.refreshed,
        }
        found = published.get(need.purpose, self.lists).get(need.address, Missing(Absence.ELDERS))
        if isinstance(found, Missing):
            return found
        raw = found if isinstance(found, bytes) else strictjson.dumps(found)
        return Found(
            raw=raw,
            url=self.sent_on.get(need.address, need.address),
            media_type="application/json",
            at=self.clock.now() - self.fetched_ago,
        )

    def _vouch(self, need: Need) -> Found | Missing:
        """Say whether the issuer's register knows a signature."""
        if self.issued is None:
            return Missing(Absence.ELDERS)
        if need.address not in self.issued:
            return Missing(Absence.UNKNOWN)
        return Found(raw=b"{}", url=need.address, media_type="application/json", at=self.clock.now())

    async def known_issuer(self, issuer: str) -> KnownIssuer | None:
        """Look an issuer up in the register."""
        return self.known.get(issuer)

    async def withdrawal(self, identity: Identity) -> Withdrawal | None:
        """Look a badge up in the register of its issuer."""
        return self.withdrawals.get((identity.issuer, identity.id))

    async def recognition(self, identity: Identity) -> Recognition | None:
        """Look up what was written down when a badge was given."""
        return self.recognitions.get((identity.issuer, identity.id))

    async def confirmations(self, identity: Identity) -> tuple[Confirmed, ...]:
        """Look up who confirmed a badge."""
        return self.confirmed.get((identity.issuer, identity.id), ())


def catalogue_without(crebo: str, *, code: str) -> Catalogue:
    """Give the catalogue of the program after an import that took a werkproces out."""
    known = embedded().kwalificatie(crebo)
    kerntaken = tuple(
        replace(each, werkprocessen=tuple(row for row in each.werkprocessen if row.code != code))
        for each in known.kerntaken
    )
    later = Edition(
        made="2099-01-01", explanation="proef", kwalificaties=(replace(known, kerntaken=kerntaken),)
    )
    return embedded().with_edition(later)
