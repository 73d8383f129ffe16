"""Make a credential of a judgement, a slot and an issuer: pure, the same facts give the same bytes.

The shape is that of `tests/vectors/composed-badge.json`; a part that was not said is left out, never null and
never empty (OB 3.0 knows no null, and an empty array says something that nobody said).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from badges import describing, moments
from badges.badgeklasse import AnyJudgement, BadgeklasseJudgement, Level
from badges.credential import UnsignedCredential
from badges.describing import BADGE_CONTEXTS, AchievementSlot
from badges.jsonld.contexts import CREDENTIALS_V2
from badges.judgement import Independence, Judgement
from badges.relatedresource import RelatedResource, digest_sri
from badges.strictjson import JsonObject

STATUS_LIST_CONTEXTS = (CREDENTIALS_V2,)

NAMED_NARRATIVE = "Wat {name} deed"
UNNAMED_NARRATIVE = "Wat deze persoon deed"
PHOTO_NAME = "Foto van het werk"
PHOTO_DESCRIPTION = "Een foto van wat deze persoon maakte of deed."
PHOTO_GENRE = "foto"


@dataclass(frozen=True, slots=True)
class IssuerProfile:
    """Name the organisation that signs: its did, its public name, its public page."""

    id: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Slot:
    """Hold what was reserved for one badge before it was made.

    Attributes:
        credential_id: `urn:uuid:...` of the badge.
        subject_id: `urn:uuid:...`, random per badge: two badges never point at one person.
        evidence_id: `urn:uuid:...` of what the person did.
        status_list_id: Address of the status list.
        status_index: Place in that list, counted from 0.
        awarded: The moment of signing, with a time zone.
    """

    credential_id: str
    subject_id: str
    evidence_id: str
    status_list_id: str
    status_index: int
    awarded: datetime


def compose(
    judgement: AnyJudgement, *, slot: Slot, issuer: IssuerProfile, achievement: AchievementSlot
) -> UnsignedCredential:
    """Make the OpenBadgeCredential of one judgement (OB 3.0 AchievementCredential)."""
    awarded = timestamp(slot.awarded)
    document: JsonObject = {
        "@context": list(BADGE_CONTEXTS),
        "id": slot.credential_id,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": judgement.title,
        "issuer": profile(issuer),
        "validFrom": awarded,
    }
    if until := valid_until(judgement, awarded=slot.awarded):
        document["validUntil"] = timestamp(until)
    document |= {
        "awardedDate": awarded,
        "credentialSubject": _subject(judgement, slot=slot, achievement=achievement),
        "evidence": [_evidence(judgement, evidence_id=slot.evidence_id), *map(_photo, photos_of(judgement))],
        "credentialStatus": status_entry(slot.status_list_id, index=slot.status_index),
    }
    if photos := photos_of(judgement):
        document["relatedResource"] = [_with_both_digests(each) for each in photos]
    return UnsignedCredential(document=document)


def compose_status_list(
    *,
    id: str,  # noqa: A002 (the member has that name in the standard)
    issuer: str,
    encoded_list: str,
    valid_from: datetime,
    valid_until: datetime,
) -> UnsignedCredential:
    """Make the credential that tells which badges were withdrawn (Bitstring Status List 1.0 2.2)."""
    return UnsignedCredential(
        document={
            "@context": list(STATUS_LIST_CONTEXTS),
            "id": id,
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": issuer,
            "validFrom": timestamp(valid_from),
            "validUntil": timestamp(valid_until),
            "credentialSubject": {
                "id": f"{id}#list",
                "type": "BitstringStatusList",
                "statusPurpose": "revocation",
                "encodedList": encoded_list,
            },
        }
    )


def timestamp(moment: datetime) -> str:
    """Write a moment to the second: what we sign is no finer.

    Raises:
        ValueError: the moment has no time zone, so nobody knows when it is.
    """
    return moments.write(moment.replace(microsecond=0))


def day(moment: date) -> str:
    """Write a day as the RFC 3339 moment at which it starts, as OB 3.0 asks for periods."""
    return f"{moment.isoformat()[:10]}T00:00:00Z"


def valid_until(judgement: AnyJudgement, *, awarded: datetime) -> datetime | None:
    """Say until when a badge counts that is awarded at this moment; None for ever."""
    months = judgement.badgeklasse.months if isinstance(judgement, BadgeklasseJudgement) else None
    return months_later(awarded, months=months) if months else None


def months_later(moment: datetime, *, months: int) -> datetime:
    """Give the same day and hour so many months later; the last day of a month that is too short for it."""
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return moment.replace(year=year, month=month + 1, day=min(moment.day, last))


def _subject(judgement: AnyJudgement, *, slot: Slot, achievement: AchievementSlot) -> JsonObject:
    subject: JsonObject = {"id": slot.subject_id, "type": ["AchievementSubject"]}
    if judgement.name is not None:
        subject["identifier"] = [identity(judgement.name)]
    if judgement.role is not None:
        subject["role"] = judgement.role.value
    subject["activityStartDate"] = day(judgement.start)
    subject["activityEndDate"] = day(judgement.end)
    if isinstance(judgement, BadgeklasseJudgement):
        return subject | _by_badgeklasse(judgement, achievement=achievement)
    return subject | _by_werkproces(judgement, achievement=achievement)


def _by_werkproces(judgement: Judgement, *, achievement: AchievementSlot) -> JsonObject:
    """Say which werkproces it was, and how independently it went."""
    described = describing.of_werkproces(
        judgement.werkproces, slot=achievement, skills=judgement.skills, leervorm=judgement.leervorm
    )
    if judgement.independence is None:
        return {"achievement": described}
    described["resultDescription"] = [describing.independence_scale(achievement.id)]
    return {"result": [_independence(judgement.independence, at=achievement.id)], "achievement": described}


def _by_badgeklasse(judgement: BadgeklasseJudgement, *, achievement: AchievementSlot) -> JsonObject:
    """Say by which badgeklasse it was judged, and how far the person is."""
    described = describing.of_badgeklasse(judgement.badgeklasse, slot=achievement)
    if judgement.level is None:
        return {"achievement": described}
    described["resultDescription"] = [
        describing.levels_scale(achievement.id, steps=judgement.badgeklasse.steps)
    ]
    return {"result": [_level(judgement.level, at=achievement.id)], "achievement": described}


def _independence(reached: Independence, *, at: str) -> JsonObject:
    return {
        "type": ["Result"],
        "resultDescription": describing.independence_scale_id(at),
        "value": reached.value,
    }


def _level(reached: Level, *, at: str) -> JsonObject:
    """Name the level by its address, and by its word for whoever reads only that."""
    return {
        "type": ["Result"],
        "achievedLevel": describing.level_id(at, level=reached),
        "resultDescription": describing.levels_scale_id(at),
        "value": reached.value,
    }


def profile(organisation: IssuerProfile) -> JsonObject:
    """Name an organisation (OB 3.0 Profile)."""
    return {
        "id": organisation.id,
        "type": ["Profile"],
        "name": organisation.name,
        "url": organisation.url,
    }


def identity(name: str) -> JsonObject:
    """Say how somebody wants to be named (OB 3.0 IdentityObject)."""
    return {"type": "IdentityObject", "hashed": False, "identityType": "name", "identityHash": name}


def _evidence(judgement: AnyJudgement, *, evidence_id: str) -> JsonObject:
    return {
        "id": evidence_id,
        "type": ["Evidence"],
        "name": _evidence_name(judgement.name),
        "narrative": judgement.narrative,
    }


def photos_of(judgement: AnyJudgement) -> tuple[RelatedResource, ...]:
    """Give the photos that go along; a badgeklasse of the organisation has none."""
    return judgement.photos if isinstance(judgement, Judgement) else ()


def _photo(cited: RelatedResource) -> JsonObject:
    """Say that there is a photo, and where: nothing of who or what is on it (OB 3.0 Evidence)."""
    return {
        "id": cited.id,
        "type": ["Evidence"],
        "name": PHOTO_NAME,
        "description": PHOTO_DESCRIPTION,
        "genre": PHOTO_GENRE,
    }


def _with_both_digests(cited: RelatedResource) -> JsonObject:
    """Name exactly the bytes that are served, in both ways that a verifier may know (VCDM 2.0 5.3)."""
    return cited.as_json() | {"digestSRI": digest_sri(cited.digest)}


def _evidence_name(name: str | None) -> str:
    """Say whose work it was by the first name; a name that starts with an initial stays whole."""
    if name is None:
        return UNNAMED_NARRATIVE
    first = name.split()[0] if name.split() else name
    return NAMED_NARRATIVE.format(name=name if first.endswith(".") else first)


def status_entry(status_list_id: str, *, index: int) -> JsonObject:
    """Name a place in a status list (Bitstring Status List 1.0 2.1)."""
    return {
        "id": f"{status_list_id}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(index),
        "statusListCredential": status_list_id,
    }
