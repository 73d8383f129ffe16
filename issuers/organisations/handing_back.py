"""Hand an organisation all its data: a zip of its rows as JSON, and its badges as they were signed.

What would let somebody sign, or sign in, in its name is no data of it and stays behind.
"""

import base64
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import RowMapping
from sqlmodel import Session

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.organisations.register import (
    own_row,
    people_of,
    questions_to,
    rows_of,
    signed_badges,
    tenant_tables,
)
from issuers.people.permissions import Action, Actor, require, require_fresh

LEFT_OUT: Final[Mapping[str, str]] = {
    "browser_session": "who has it is signed in",
    "enrolment_link": "it is of a person, who may work for others too; who gave it stands in the trail",
    "outgoing_mail": "letters are wiped once they are sent, and one that waits may hold a link to come in",
    "keep_card": "it opens what a holder keeps, of others too",
    "closed_page": "that a holder closed a page is not for who gave the badge",
    "school_consent": "it is of who gave it; what came in by it stands with the files",
    "decision_reader": "who keeps badges here is not for a school; the decision itself stands in the zip",
    "edition": "which editions a holder has is not for who gave the badge",
    "audit_salt": "with it, one could guess what a record commits to",
}
"""Tables of an organisation that stay behind, and why."""

SECRET: Final[Mapping[str, frozenset[str]]] = {
    "signing_key": frozenset({"wrapped", "wrapped_by"}),
    "badge": frozenset({"raw", "intent", "token"}),
    "invitation": frozenset({"token_hash"}),
    "api_key": frozenset({"secret_hash"}),
    "werkplekprofiel": frozenset({"token"}),
    "held": frozenset({"token", "code"}),
    "poster": frozenset({"token"}),
    "evidence": frozenset({"token"}),
    "badge_photo": frozenset({"token"}),
    "decision": frozenset({"token", "newer_token"}),
    "erased_badge": frozenset({"token_hash"}),
}
"""Columns that stay behind: private keys; and what stands in a file of its own."""

README: Final = """Dit zijn alle gegevens van jullie organisatie.

organisatie.json    jullie zelf: naam, contact, regio
mensen.json         wie er voor jullie werkt of werkte
vragen.json         wat scholen jullie vroegen over bewijzen, en wat jullie antwoordden
tabellen/           wat wij verder bewaren over jullie, jullie mensen en deelnemers, een bestand per soort
bewijzen/           elk bewijs, precies zoals het is ondertekend

De bewijzen zijn te controleren zonder deze dienst: het zijn Open Badges 3.0.
Er zitten namen van mensen in. Bewaar de map veilig en haal haar weg als je haar niet meer nodig hebt.
"""


def hand_back(desk: IssuingDesk, *, actor: Actor) -> bytes:
    """Make the zip.

    Raises:
        PermissionDeniedError: the actor may not have the data of the organisation.
        FreshProofNeededError: the actor's proof is too old for all of it at once.
    """
    require(actor, Action.MANAGE_ORGANISATION)
    require_fresh(actor, now=desk.clock.now())
    organisation_id = actor.organisation_id

    def work(session: Session) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in _files(session, organisation_id=organisation_id):
                archive.writestr(zipfile.ZipInfo(name, date_time=desk.clock.now().timetuple()[:6]), content)
        return out.getvalue()

    return desk.register.read(work, within=OneOrganisation(organisation_id))


def _files(session: Session, *, organisation_id: str) -> Iterator[tuple[str, bytes]]:
    """Give each file of the zip."""
    yield "LEESMIJ.txt", README.encode()
    yield "organisatie.json", _json(own_row(session, organisation_id=organisation_id))
    yield "mensen.json", _json(people_of(session, organisation_id=organisation_id))
    yield "vragen.json", _json(questions_to(session, leerbedrijf_id=organisation_id))
    for table in tenant_tables():
        if table.name not in LEFT_OUT:
            secret = SECRET.get(table.name, frozenset())
            rows = rows_of(session, table, organisation_id=organisation_id, without=secret)
            yield f"tabellen/{table.name}.json", _json(rows)
    for badge_id, raw in signed_badges(session, organisation_id=organisation_id):
        yield f"bewijzen/{badge_id}.json", raw


def _plain(value: Any) -> str | int | None:
    """Write a value of a column as JSON has it; bytes as base64."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum | UUID):
        return str(value)
    return value if value is None or isinstance(value, int) else str(value)


def _json(rows: Iterable[RowMapping]) -> bytes:
    plain = [{name: _plain(value) for name, value in row.items()} for row in rows]
    return json.dumps(plain, ensure_ascii=False, indent=2).encode()
