"""Close the page of a badge, and open it again: for who keeps the badge, through `holders`.

Keys, badgeklassen and status lists stay public: whoever has a copy of the badge can check it as before.
"""

from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.issuing.tables import ClosedPage


def close_page(desk: IssuingDesk, badge_id: UUID, *, organisation_id: str) -> None:
    """Let nobody see the page of a badge, in no form; once is enough."""

    def work(session: Session) -> None:
        if session.get(ClosedPage, badge_id) is None:
            row = ClosedPage(badge_id=badge_id, organisation_id=organisation_id, since=desk.clock.now())
            session.add(row)

    desk.register.write(work, within=OneOrganisation(organisation_id))


def open_page(desk: IssuingDesk, badge_id: UUID, *, organisation_id: str) -> None:
    """Let whoever has its address see the page of a badge again."""

    def work(session: Session) -> None:
        row = session.get(ClosedPage, badge_id)
        if row is not None:
            session.delete(row)

    desk.register.write(work, within=OneOrganisation(organisation_id))


def is_page_closed(desk: IssuingDesk, badge_id: UUID, *, organisation_id: str) -> bool:
    """Tell whether nobody may see the page of a badge now."""
    asked = partial(_closed, badge_id=badge_id)
    return desk.register.read(asked, within=OneOrganisation(organisation_id)) is not None


def _closed(session: Session, *, badge_id: UUID) -> ClosedPage | None:
    return session.get(ClosedPage, badge_id)
