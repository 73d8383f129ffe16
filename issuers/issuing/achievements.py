"""Make the achievement that a judgement asks for, or find the one that was made before.

That of a werkproces is made when it is first needed; that of a badgeklasse when it is published.
"""

import hashlib
from collections.abc import Iterable, Sequence
from functools import partial

from sqlmodel import Session

from badges import strictjson
from badges.badgeklasse import AnyJudgement, Badgeklasse, BadgeklasseJudgement
from badges.catalogue.model import Entry
from badges.describing import AchievementSlot, achievement_document, badgeklasse_document
from badges.errors import CatalogueError
from badges.judgement import Judgement, SkillReference, WerkprocesReference
from issuers.addresses import Addresses
from issuers.database.scopes import PUBLIC
from issuers.desk import IssuingDesk
from issuers.errors import (
    NotFoundError,
    UnknownBadgeklasseError,
    UnknownSkillError,
    UnknownWerkprocesError,
)
from issuers.identifiers import short_id
from issuers.issuing import badgebook
from issuers.issuing.tables import Achievement


def werkproces_reference(desk: IssuingDesk, crebo: str, *, code: str) -> WerkprocesReference:
    """Name a werkproces as the catalogue has it today.

    Raises:
        UnknownWerkprocesError: the catalogue does not have it.
    """
    try:
        entry = desk.catalogue.entry(crebo, code)
    except CatalogueError as problem:
        raise UnknownWerkprocesError(crebo=crebo, code=code) from problem
    return reference_to(entry, addresses=desk.addresses)


def require_known(desk: IssuingDesk, judgement: AnyJudgement) -> None:
    """Let pass what is in the catalogue, word for word; an older edition is as good as the newest.

    What an organisation designed itself was held to the catalogue when it was published.

    Raises:
        UnknownWerkprocesError: no edition has this werkproces in these words.
        UnknownSkillError: there is no such skill of that name.
    """
    if isinstance(judgement, Judgement):
        require_known_werkproces(desk, judgement.werkproces)
        require_known_skills(desk, judgement.skills)


def require_known_werkproces(desk: IssuingDesk, named: WerkprocesReference) -> None:
    """Let pass a werkproces in the words of some edition.

    Raises:
        UnknownWerkprocesError: no edition has it in these words.
    """
    try:
        entry = desk.catalogue.edition(named.crebo, named.code, _digest(named))
    except CatalogueError as problem:
        raise UnknownWerkprocesError(crebo=named.crebo, code=named.code) from problem
    if named != reference_to(entry, addresses=desk.addresses):
        raise UnknownWerkprocesError(crebo=named.crebo, code=named.code)


def require_known_skills(desk: IssuingDesk, skills: Iterable[SkillReference]) -> None:
    """Let pass skills that the catalogue has under these names.

    Raises:
        UnknownSkillError: there is no such skill of that name.
    """
    for skill in skills:
        try:
            label = desk.catalogue.skill(skill.uri).label
        except CatalogueError as problem:
            raise UnknownSkillError(uri=skill.uri) from problem
        if skill.label != label:
            raise UnknownSkillError(uri=skill.uri)


def claim_achievement(
    session: Session, judgement: AnyJudgement, *, organisation_id: str, desk: IssuingDesk
) -> Achievement:
    """Find the achievement of this organisation that says exactly this; that of a werkproces is made.

    Raises:
        UnknownBadgeklasseError: the organisation did not publish the badgeklasse in these words.
    """
    if isinstance(judgement, BadgeklasseJudgement):
        return _published(session, judgement.badgeklasse, organisation_id=organisation_id, desk=desk)
    fingerprint = hashlib.sha256(_document(judgement, achievement_id="", desk=desk)).digest()
    found = badgebook.find_achievement(session, organisation_id=organisation_id, fingerprint=fingerprint)
    if found:
        return found
    named = judgement.werkproces
    achievement_id = short_id()
    made = Achievement(
        id=achievement_id,
        organisation_id=organisation_id,
        fingerprint=fingerprint,
        crebo=named.crebo,
        code=named.code,
        digest=_digest(named),
        leervorm=judgement.leervorm.value,
        title=named.title,
        document=_document(judgement, achievement_id=achievement_id, desk=desk),
        created=desk.clock.now(),
    )
    session.add(made)
    session.flush()
    return made


def publish_badgeklasse(
    session: Session, badgeklasse: Badgeklasse, *, organisation_id: str, desk: IssuingDesk
) -> Achievement:
    """Make a badgeklasse public at its address, where it never changes."""
    document = _badgeklasse_document(badgeklasse, desk=desk)
    made = Achievement(
        id=_id_of(badgeklasse),
        organisation_id=organisation_id,
        fingerprint=hashlib.sha256(document).digest(),
        leervorm=badgeklasse.leervorm.value,
        title=badgeklasse.name,
        document=document,
        created=desk.clock.now(),
    )
    session.add(made)
    session.flush()
    return made


def slot_for(judgement: AnyJudgement, *, achievement_id: str, addresses: Addresses) -> AchievementSlot:
    """Give the addresses of an achievement and its picture, as every badge of it names them."""
    if isinstance(judgement, BadgeklasseJudgement):
        return slot_of(judgement.badgeklasse, addresses=addresses)
    return AchievementSlot(
        id=addresses.achievement(achievement_id),
        image_id=addresses.picture(achievement_id),
        image_caption=f"Badge: {judgement.title}",
    )


def slot_of(badgeklasse: Badgeklasse, *, addresses: Addresses) -> AchievementSlot:
    """Give the addresses of a badgeklasse and its picture, which says how it looks."""
    picture = addresses.picture(_id_of(badgeklasse))
    return AchievementSlot(
        id=badgeklasse.url,
        image_id=badgeklasse.emblem.beside(picture),
        image_caption=f"Badge: {badgeklasse.name}",
    )


def find_achievement(desk: IssuingDesk, achievement_id: str) -> Achievement:
    """Find a badgeklasse by its id.

    Raises:
        NotFoundError: there is none.
    """
    found = desk.register.read(lambda session: session.get(Achievement, achievement_id), within=PUBLIC)
    if found is None:
        raise NotFoundError
    return found


def achievements_of(desk: IssuingDesk, organisation_id: str) -> Sequence[Achievement]:
    """List the badgeklassen of an organisation by title."""
    asked = partial(badgebook.achievements_of, organisation_id=organisation_id)
    return desk.register.read(asked, within=PUBLIC)


def reference_to(entry: Entry, *, addresses: Addresses) -> WerkprocesReference:
    """Name a werkproces in the words of one edition."""
    werkproces = entry.werkproces
    return WerkprocesReference(
        crebo=werkproces.crebo,
        code=werkproces.code,
        title=werkproces.title,
        kwalificatie=entry.kwalificatie.name,
        url=addresses.werkproces(werkproces.crebo, code=werkproces.code, digest=entry.digest),
    )


def _digest(named: WerkprocesReference) -> str:
    """Read which text was agreed from the end of its address."""
    return named.url.rpartition("/")[2]


def _document(judgement: Judgement, *, achievement_id: str, desk: IssuingDesk) -> bytes:
    slot = slot_for(judgement, achievement_id=achievement_id, addresses=desk.addresses)
    document = achievement_document(
        judgement.werkproces, achievement=slot, skills=judgement.skills, leervorm=judgement.leervorm
    )
    return strictjson.dumps(document)


def _published(
    session: Session, badgeklasse: Badgeklasse, *, organisation_id: str, desk: IssuingDesk
) -> Achievement:
    """Find what was published of a badgeklasse.

    Raises:
        UnknownBadgeklasseError: there is nothing, or it is somebody else's, or it says something else.
    """
    found = session.get(Achievement, _id_of(badgeklasse))
    if found is None or found.organisation_id != organisation_id:
        raise UnknownBadgeklasseError
    if found.document != _badgeklasse_document(badgeklasse, desk=desk):
        raise UnknownBadgeklasseError
    return found


def _badgeklasse_document(badgeklasse: Badgeklasse, *, desk: IssuingDesk) -> bytes:
    slot = slot_of(badgeklasse, addresses=desk.addresses)
    return strictjson.dumps(badgeklasse_document(badgeklasse, achievement=slot))


def _id_of(badgeklasse: Badgeklasse) -> str:
    """Read the id of a badgeklasse from the end of its address."""
    return badgeklasse.url.rpartition("/")[2]
