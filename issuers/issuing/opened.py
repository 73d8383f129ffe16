"""Note the day on which somebody first looked at the page of a badge: a reminder is only for what nobody saw.

The page says so when somebody moves, types or presses something on it. A scanner of mail, which only fetches,
is no somebody; nor is who works at the organisation that gave it. Who it was is not kept, nor any later time.
"""

from functools import partial

from sqlmodel import Session

from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing import badgebook


def note_opened(desk: IssuingDesk, token: str, *, works_at: str | None) -> None:
    """Note that a badge was opened, if it was not before, by somebody from outside.

    Raises:
        NotFoundError: there is no such badge, or it never left the service.
    """
    asked = partial(badgebook.published_by_token, token=token)
    found = desk.register.read(asked, within=Public(holding=token))
    if found is None:
        raise NotFoundError
    if found.first_opened or found.organisation_id == works_at:
        return

    def work(session: Session) -> None:
        badge = badgebook.lock(session, found.id)
        badge.first_opened = badge.first_opened or desk.clock.today()

    desk.register.write(work, within=OneOrganisation(found.organisation_id))
