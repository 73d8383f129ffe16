"""Make a credential of a judgement, a slot and an issuer: pure, the same facts give the same bytes.

The shape is that of `tests/vectors/composed-badge.json`; a part that was not said is left out, never null and
never empty (OB 3.0 knows no null, and an empty array says something that nobody said).
"""

from dataclasses import dataclass
from datetime import date, datetime

from badges import moments
from badges.credential import UnsignedCredential
from badges.jsonld.contexts import CREDENTIALS_V2, OB_V3
from badges.judgement import Independence, Judgement, Leervorm, SkillReference, WerkprocesReference
from badges.strictjson import Json, JsonObject

BADGE_CONTEXTS = (CREDENTIALS_V2, OB_V3)
STATUS_LIST_CONTEXTS = (CREDENTIALS_V2,)

NAMED_NARRATIVE = "Wat {name} deed"
UNNAMED_NARRATIVE = "Wat deze persoon deed"
CRITERIA = "De praktijkopleider heeft gezien dat dit werkproces in de praktijk wordt uitgevoerd."


@dataclass(frozen=True, slots=True)
class IssuerProfile:
    """Name the organisation that signs: its did, its public name, its public page."""

    id: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class AchievementSlot:
    """Name the public addresses of the achievement (badgeklasse) and its picture."""

    id: str
    image_id: str
    image_caption: str


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
    judgement: Judgement, *, slot: Slot, issuer: IssuerProfile, achievement: AchievementSlot
) -> UnsignedCredential:
    """Make the OpenBadgeCredential of one judgement (OB 3.0 AchievementCredential)."""
    awarded = timestamp(slot.awarded)
    return UnsignedCredential(
        document={
            "@context": list(BADGE_CONTEXTS),
            "id": slot.credential_id,
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "name": judgement.werkproces.title,
            "issuer": profile(issuer),
            "validFrom": awarded,
            "awardedDate": awarded,
            "credentialSubject": _subject(judgement, slot=slot, achievement=achievement),
            "evidence": [_evidence(judgement, evidence_id=slot.evidence_id)],
            "credentialStatus": status_entry(slot.status_list_id, index=slot.status_index),
        }
    )


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


def achievement_document(
    werkproces: WerkprocesReference,
    *,
    achievement: AchievementSlot,
    skills: tuple[SkillReference, ...],
    leervorm: Leervorm,
) -> JsonObject:
    """Make the public document at the achievement's own address.

    It always holds the scale of independence: a badge that has a result points at it.
    """
    document: JsonObject = {"@context": list(BADGE_CONTEXTS)}
    document |= _achievement(werkproces, slot=achievement, skills=skills, leervorm=leervorm)
    document["resultDescription"] = [_scale(achievement.id)]
    return document


def timestamp(moment: datetime) -> str:
    """Write a moment to the second: what we sign is no finer.

    Raises:
        ValueError: the moment has no time zone, so nobody knows when it is.
    """
    return moments.write(moment.replace(microsecond=0))


def day(moment: date) -> str:
    """Write a day as the RFC 3339 moment at which it starts, as OB 3.0 asks for periods."""
    return f"{moment.isoformat()[:10]}T00:00:00Z"


def scale_id(achievement_id: str) -> str:
    """Give the address of the scale of independence of an achievement."""
    return f"{achievement_id}#zelfstandigheid"


def _subject(judgement: Judgement, *, slot: Slot, achievement: AchievementSlot) -> JsonObject:
    subject: JsonObject = {"id": slot.subject_id, "type": ["AchievementSubject"]}
    if judgement.name is not None:
        subject["identifier"] = [identity(judgement.name)]
    if judgement.role is not None:
        subject["role"] = judgement.role.value
    subject["activityStartDate"] = day(judgement.start)
    subject["activityEndDate"] = day(judgement.end)
    if judgement.independence is not None:
        subject["result"] = [_result(judgement.independence, achievement_id=achievement.id)]
    embedded = _achievement(
        judgement.werkproces, slot=achievement, skills=judgement.skills, leervorm=judgement.leervorm
    )
    if judgement.independence is not None:
        embedded["resultDescription"] = [_scale(achievement.id)]
    subject["achievement"] = embedded
    return subject


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


def _result(independence: Independence, *, achievement_id: str) -> JsonObject:
    return {"type": ["Result"], "resultDescription": scale_id(achievement_id), "value": independence.value}


def _scale(achievement_id: str) -> JsonObject:
    return {
        "id": scale_id(achievement_id),
        "type": ["ResultDescription"],
        "name": "Hoe zelfstandig",
        "resultType": "PerformanceLevel",
        "allowedValue": [step.value for step in Independence],
    }


def _achievement(
    werkproces: WerkprocesReference,
    *,
    slot: AchievementSlot,
    skills: tuple[SkillReference, ...],
    leervorm: Leervorm,
) -> JsonObject:
    alignments: list[Json] = [werkproces_alignment(werkproces)]
    alignments += [_skill_alignment(skill) for skill in skills]
    return {
        "id": slot.id,
        "type": ["Achievement"],
        "achievementType": "Competency",
        "inLanguage": "nl",
        "version": "1",
        "name": werkproces.title,
        "description": (
            f"Werkproces {werkproces.code} van {werkproces.kwalificatie} (crebo {werkproces.crebo})."
        ),
        "criteria": {"id": f"{slot.id}#criteria", "narrative": CRITERIA},
        "image": {"id": slot.image_id, "type": "Image", "caption": slot.image_caption},
        "tag": [leervorm.value],
        "alignment": alignments,
    }


def werkproces_alignment(werkproces: WerkprocesReference) -> JsonObject:
    """Name a werkproces as what an achievement corresponds to (OB 3.0 Alignment)."""
    return {
        "type": ["Alignment"],
        "targetType": "ext:Werkproces",
        "targetCode": f"{werkproces.crebo}/{werkproces.code}",
        "targetName": werkproces.title,
        "targetFramework": (
            f"Kwalificatiestructuur mbo (SBB): {werkproces.kwalificatie}, crebo {werkproces.crebo}"
        ),
        "targetUrl": werkproces.url,
    }


def _skill_alignment(skill: SkillReference) -> JsonObject:
    return {
        "type": ["Alignment"],
        "targetType": "ceasn:Competency",
        "targetName": skill.label,
        "targetFramework": "CompetentNL",
        "targetUrl": skill.uri,
    }


def _evidence(judgement: Judgement, *, evidence_id: str) -> JsonObject:
    return {
        "id": evidence_id,
        "type": ["Evidence"],
        "name": _evidence_name(judgement.name),
        "narrative": judgement.narrative,
    }


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
