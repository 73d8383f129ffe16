"""Compose a praktijkverklaring: a school gives what the praktijkopleider of a leerbedrijf judged.

It is an OpenBadgeCredential without a context of our own: the school is its `issuer`, the leerbedrijf is the
`source` of its subject (who "assessed the achievement on behalf of the issuer", OB 3.0 AchievementSubject),
and each badge that it rests on is a `relatedResource` with the digest of its bytes (VCDM 2.0 5.3).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from badges.composing import (
    IssuerProfile,
    day,
    identity,
    profile,
    status_entry,
    timestamp,
)
from badges.credential import UnsignedCredential
from badges.describing import BADGE_CONTEXTS, werkproces_alignment
from badges.judgement import WerkprocesReference
from badges.relatedresource import RelatedResource
from badges.strictjson import JsonObject
from badges.wording import MAANDEN

ACHIEVEMENT_TYPE: Final = "Assessment"
"""What it is: a judgement of how somebody works. `Certificate`, `Diploma` and `MicroCredential` would promise
what law keeps for others, and `Competency` is one werkproces, where this tells of several."""

CRITERIA: Final = (
    "De praktijkopleider heeft elk werkproces in de praktijk beoordeeld en er een bewijs voor gegeven."
)

JUDGED: Final = "{name} kan deze werkprocessen naar het oordeel van de praktijkopleider uitvoeren."


class Title(StrEnum):
    """Say what it is called."""

    PRAKTIJKVERKLARING = "Praktijkverklaring"
    AWAITS_MBO = "Oordeel, klaar voor de mbo-verklaring"


@dataclass(frozen=True, slots=True)
class Praktijkopleider:
    """Name who judged, by name and function; he agreed to that."""

    name: str
    function: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkverklaring:
    """Hold what the school gives.

    Attributes:
        title: How it is called; before the mbo-verklaring that it is for, it is no praktijkverklaring yet.
        mbo_verklaring: The day of the mbo-verklaring that it is part of, which the school wrote.
        name: How the person wants to be named; None when the person wants no name.
        werkprocessen: What the person can do, of one or several kwalificaties.
        badges: What it rests on.
        leerbedrijf: Where it was judged.
        praktijkopleider: Who judged, if he agreed to be named.
        start: The first day of the work that was judged.
        end: The last day of it.
    """

    title: Title
    mbo_verklaring: date | None
    name: str | None
    werkprocessen: tuple[WerkprocesReference, ...]
    badges: tuple[RelatedResource, ...]
    leerbedrijf: IssuerProfile
    praktijkopleider: Praktijkopleider | None
    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VerklaringSlot:
    """Hold what was reserved for one praktijkverklaring before it was made.

    Attributes:
        credential_id: `urn:uuid:...` of the credential.
        subject_id: `urn:uuid:...`, random: it points at nobody.
        achievement_id: `urn:uuid:...`: which werkprocessen somebody learned stands at no public address.
        status_list_id: Address of the status list of the school.
        status_index: Place in that list, counted from 0.
        awarded: The moment of signing, with a time zone.
    """

    credential_id: str
    subject_id: str
    achievement_id: str
    status_list_id: str
    status_index: int
    awarded: datetime


def compose_praktijkverklaring(
    said: Praktijkverklaring, *, slot: VerklaringSlot, school: IssuerProfile
) -> UnsignedCredential:
    """Make the OpenBadgeCredential of a praktijkverklaring (OB 3.0 AchievementCredential)."""
    awarded = timestamp(slot.awarded)
    return UnsignedCredential(
        document={
            "@context": list(BADGE_CONTEXTS),
            "id": slot.credential_id,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": said.title.value,
            "issuer": profile(school),
            "validFrom": awarded,
            "awardedDate": awarded,
            "credentialSubject": _subject(said, slot=slot),
            "relatedResource": [each.as_json() for each in said.badges],
            "credentialStatus": status_entry(slot.status_list_id, index=slot.status_index),
        }
    )


def _subject(said: Praktijkverklaring, *, slot: VerklaringSlot) -> JsonObject:
    subject: JsonObject = {"id": slot.subject_id, "type": ["AchievementSubject"]}
    if said.name is not None:
        subject["identifier"] = [identity(said.name)]
    return subject | {
        "activityStartDate": day(said.start),
        "activityEndDate": day(said.end),
        "source": profile(said.leerbedrijf),
        "narrative": _narrative(said),
        "achievement": _achievement(said, achievement_id=slot.achievement_id),
    }


def _narrative(said: Praktijkverklaring) -> str:
    """Say who can do it, and by whose judgement."""
    judged = JUDGED.format(name=said.name or "Deze persoon")
    if said.praktijkopleider is None:
        return judged
    return f"{judged} Praktijkopleider: {said.praktijkopleider.name}, {said.praktijkopleider.function}."


def _achievement(said: Praktijkverklaring, *, achievement_id: str) -> JsonObject:
    return {
        "id": achievement_id,
        "type": ["Achievement"],
        "achievementType": ACHIEVEMENT_TYPE,
        "inLanguage": "nl",
        "name": said.title.value,
        "description": _description(said),
        "criteria": {"narrative": CRITERIA},
        "alignment": [werkproces_alignment(each) for each in said.werkprocessen],
    }


def _description(said: Praktijkverklaring) -> str:
    """Say whose work it is about, and of which mbo-verklaring it is part."""
    kwalificaties = dict.fromkeys(f"{each.kwalificatie} (crebo {each.crebo})" for each in said.werkprocessen)
    about = f"Werkprocessen van {', '.join(kwalificaties)}, beoordeeld door {said.leerbedrijf.name}."
    on = said.mbo_verklaring
    return about if on is None else f"{about} Dit is een deel van de mbo-verklaring van {_written(on)}."


def _written(on: date) -> str:
    return f"{on.day} {MAANDEN[on.month - 1]} {on.year}"
