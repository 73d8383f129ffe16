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
    """Hold by whom and when a badge was withdrawn, and whether a better one took its place.

    The issuer is without escapes: two ids that differ in those are one (OB 3.0 equality).
    """

    issuer: str
    at: datetime
    is_replaced: bool


def ours_withdrawn(desk: IssuingDesk, credential_ids: Collection[str]) -> Mapping[str, Withdrawn]:
    """Tell of badges, each by its id, which ones an organisation of ours withdrew."""
    ids = {each: badge_id for each in credential_ids if (badge_id := _badge_id(each))}
    if not ids:
        return {}
    rows = desk.register.read(
        lambda session: [*withdrawn_among(session, [*ids.values()])], within=WHOLE_SERVICE
    )
    found = {
        row.id: Withdrawn(unquote(desk.addresses.did(row.organisation_id)), row.at, row.is_replaced)
        for row in rows
    }
    return {each: found[badge_id] for each, badge_id in ids.items() if badge_id in found}


def _badge_id(credential_id: str) -> UUID | None:
    try:
        return UUID(credential_id)
    except ValueError:
        return None
