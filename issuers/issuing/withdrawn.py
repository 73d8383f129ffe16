"""Tell of many badges at once which ones our organisations withdrew: what their status lists tell anybody."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import unquote
from uuid import UUID

from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.issuing.register import withdrawn_among


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Hold when a badge was withdrawn, and whether a better one took its place."""

    at: datetime
    is_replaced: bool


def ours_withdrawn(
    desk: IssuingDesk, named: Collection[tuple[str, str]]
) -> Mapping[tuple[str, str], Withdrawn]:
    """Tell of badges, each by its issuer and its id, which were withdrawn; those of others are not in it."""
    ids = {each: badge_id for each in named if (badge_id := _ours(desk, *each))}
    if not ids:
        return {}
    rows = desk.register.read(
        lambda session: [*withdrawn_among(session, [*ids.values()])], within=WHOLE_SERVICE
    )
    found = {(_did(desk, row.organisation_id), row.id): row for row in rows}
    return {
        each: Withdrawn(row.at, row.is_replaced)
        for each, badge_id in ids.items()
        if (row := found.get((unquote(each[0]), badge_id)))
    }


def _ours(desk: IssuingDesk, issuer: str, credential_id: str) -> UUID | None:
    """Give the id of a badge of which an organisation of ours is said to be the issuer."""
    if _did(desk, issuer.rpartition(":")[2]) != unquote(issuer):
        return None
    try:
        return UUID(credential_id)
    except ValueError:
        return None


def _did(desk: IssuingDesk, organisation_id: str) -> str:
    """Name an organisation without escapes: two ids that differ in those are one (OB 3.0 equality)."""
    return unquote(desk.addresses.did(organisation_id))
