"""Everything that the world may read and keep, in one go: the same bytes as at its addresses.

Only what `issuers.endpoints` gives to anyone: did documents, profiles, badgeklassen with their pictures,
status lists, contexts, texts of werkprocessen. Never a badge, a name of a person, or a token.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from badges import strictjson
from badges.catalogue.jsonview import entry_as_json
from badges.jsonld import contexts
from issuers.database.scopes import PUBLIC
from issuers.desk import IssuingDesk
from issuers.issuing.achievements import achievements_of
from issuers.issuing.register import all_lists
from issuers.issuing.tables import Achievement
from issuers.organisations.founding import organisations
from issuers.organisations.tables import Organisation
from issuers.publishing import documents, pictures

JSON: Final = "application/json"
JSON_LD: Final = "application/ld+json"
CREDENTIAL: Final = "application/vc+ld+json"


@dataclass(frozen=True, slots=True)
class PublicFile:
    """Hold what is at a public address, and the moment that it speaks of."""

    address: str
    media_type: str
    content: bytes
    at: datetime


def public_files(desk: IssuingDesk) -> Iterator[PublicFile]:
    """Give everything public, in the same order each time."""
    now = desk.clock.now()
    document = strictjson.dumps(documents.service_did_document(desk))
    yield PublicFile(f"{desk.base_url}/.well-known/did.json", JSON, document, now)
    for organisation in organisations(desk):
        yield from _of_organisation(desk, organisation, now=now)
    yield from _status_lists(desk)
    for name, url in sorted({file: url for url, (file, _) in contexts.FROZEN.items()}.items()):
        yield PublicFile(f"{desk.base_url}/contexts/{name}", JSON_LD, contexts.raw(url), now)
    yield from _werkprocessen(desk, now=now)


def _of_organisation(desk: IssuingDesk, organisation: Organisation, *, now: datetime) -> Iterator[PublicFile]:
    """Give what is public of an organisation: who it is, its keys, and what every badge of it says."""
    profile = strictjson.dumps(documents.organisation_profile(desk, organisation.id))
    keys = strictjson.dumps(documents.organisation_did_document(desk, organisation.id))
    address = desk.addresses.organisation(organisation.id)
    yield PublicFile(address, JSON_LD, profile, now)
    yield PublicFile(f"{address}/did.json", JSON, keys, now)
    for achievement in sorted(achievements_of(desk, organisation.id), key=lambda each: each.id):
        yield from _of_achievement(desk, achievement, now=now)


def _of_achievement(desk: IssuingDesk, achievement: Achievement, *, now: datetime) -> Iterator[PublicFile]:
    """Give a badgeklasse with its picture, without a badge in it."""
    address = desk.addresses.achievement(achievement.id)
    drawn, painted = pictures.picture_svg(desk, achievement.id), pictures.picture_png(desk, achievement.id)
    yield PublicFile(address, JSON_LD, achievement.document, now)
    yield PublicFile(desk.addresses.picture(achievement.id), "image/png", painted, now)
    yield PublicFile(f"{address}/plaatje.svg", "image/svg+xml", drawn, now)


def _status_lists(desk: IssuingDesk) -> Iterator[PublicFile]:
    """Give each list as it was last published, with the moment at which it was signed."""
    lists = desk.register.read(all_lists, within=PUBLIC)
    for row in sorted(lists, key=lambda each: (each.organisation_id, each.number)):
        address = desk.addresses.status_list(row.organisation_id, number=row.number)
        yield PublicFile(address, CREDENTIAL, row.raw, row.published_at)


def _werkprocessen(desk: IssuingDesk, *, now: datetime) -> Iterator[PublicFile]:
    """Give each text that was ever agreed, under the address that badges name."""
    for entry in desk.catalogue.entries:
        werkproces = entry.werkproces
        address = desk.addresses.werkproces(werkproces.crebo, code=werkproces.code, digest=entry.digest)
        yield PublicFile(address, JSON, strictjson.dumps(entry_as_json(entry)), now)
