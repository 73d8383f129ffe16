"""Let no letter out after a backup was put back, until somebody who runs the service says so."""

from datetime import datetime

from sqlmodel import Session

from issuers.audit.platform import decide
from issuers.audit.tables import PlatformKind
from issuers.database.scopes import PUBLIC, WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.mailing.outbox import mail_waits_since
from issuers.organisations.tables import Instance
from issuers.people.permissions import OPERATOR


def silent_since(desk: IssuingDesk) -> datetime | None:
    """Say since when letters wait; None where they go out."""
    return desk.register.read(mail_waits_since, within=PUBLIC)


def confirm_mail(desk: IssuingDesk) -> bool:
    """Let letters go out again; tell whether they waited."""

    def work(session: Session) -> bool:
        row = session.get_one(Instance, 1)
        if row.mail_waits is None:
            return False
        row.mail_waits = None
        decide(session, PlatformKind.MAIL_CONFIRMED, desk=desk, by=OPERATOR)
        return True

    return desk.register.write(work, within=WHOLE_SERVICE)
