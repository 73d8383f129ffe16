"""Make the badgeklasse that a judgement asks for, or find the one that was made before."""

import hashlib
from collections.abc import Sequence
from functools import partial

from sqlmodel import Session

from badges import strictjson
from badges.catalogue.model import Entry
from badges.composing import AchievementSlot, achievement_document
from badges.errors import CatalogueError
from badges.judgement import Judgement, WerkprocesReference
from issuers.addresses import Addresses
from issuers.database.scopes import PUBLIC
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, UnknownSkillError, UnknownWerkprocesError
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
    return _reference(entry, addresses=desk.addresses)


def require_known(desk: IssuingDesk, judgement: Judgement) -> None:
    """Let pass what is in the catalogue, word for word; an older edition is as good as the newest.

    Raises:
        UnknownWerkprocesError: no edition has this werkproces in these words.
        UnknownSkillError: there is no such skill of that name.
    """
    named = judgement.werkproces
    try:
        entry = desk.catalogue.edition(named.crebo, named.code, _digest(named))
    except CatalogueError as problem:
        raise UnknownWerkprocesError(crebo=named.crebo, code=named.code) from problem
    if named != _reference(entry, addresses=desk.addresses):
        raise UnknownWerkprocesError(crebo=named.crebo, code=named.code)
    for skill in judgement.skills:
        try:
            label = desk.catalogue.skill(skill.uri).label
        except CatalogueError as problem:
            raise UnknownSkillError(uri=skill.uri) from problem
        if skill.label != label:
            raise UnknownSkillError(uri=skill.uri)


def claim_achievement(
    session: Session, judgement: Judgement, *, organisation_id: str, desk: IssuingDesk
) -> Achievement:
    """Find the badgeklasse of this organisation that says exactly this, or make it."""
    fingerprint = hashlib.sha256(
        _document(judgement, slot=_slot(judgement, achievement_id="", desk=desk))
    ).digest()
    found = badgebook.find_achievement(session, organisation_id=organisation_id, fingerprint=fingerprint)
    if found:
        return found
    named = judgement.werkproces
    achievement_id = short_id()
    slot = _slot(judgement, achievement_id=achievement_id, desk=desk)
    made = Achievement(
        id=achievement_id,
        organisation_id=organisation_id,
        fingerprint=fingerprint,
        crebo=named.crebo,
        code=named.code,
        digest=_digest(named),
        leervorm=judgement.leervorm.value,
        title=named.title,
        document=_document(judgement, slot=slot),
        created=desk.clock.now(),
    )
    session.add(made)
    session.flush()
    return made


def achievement_slot(title: str, *, achievement_id: str, addresses: Addresses) -> AchievementSlot:
    """Give the addresses of a badgeklasse and its picture, as every badge of it names them."""
    return AchievementSlot(
        id=addresses.achievement(achievement_id),
        image_id=addresses.picture(achievement_id),
        image_caption=f"Badge: {title}",
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


def _reference(entry: Entry, *, addresses: Addresses) -> WerkprocesReference:
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


def _slot(judgement: Judgement, *, achievement_id: str, desk: IssuingDesk) -> AchievementSlot:
    return achievement_slot(
        judgement.werkproces.title, achievement_id=achievement_id, addresses=desk.addresses
    )


def _document(judgement: Judgement, *, slot: AchievementSlot) -> bytes:
    document = achievement_document(
        judgement.werkproces, achievement=slot, skills=judgement.skills, leervorm=judgement.leervorm
    )
    return strictjson.dumps(document)
