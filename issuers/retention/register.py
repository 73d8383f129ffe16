"""What this wing asks the database: what is over, since a moment, of each kind."""

from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import exists
from sqlmodel import Session, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from badges.moments import dutch_day
from issuers.drafts.tables import Draft
from issuers.evidence.tables import Evidence
from issuers.issuing.tables import Badge, BadgePhoto
from issuers.mailing.tables import OutgoingMail
from issuers.organisations.tables import AbuseReport, Application, ApplicationState
from issuers.recipients.tables import Recipient
from issuers.werkplekprofiel.tables import Werkplekprofiel

_Row = TypeVar("_Row")


def old_drafts(before: datetime) -> SelectOfScalar[Draft]:
    """Ask for drafts that nobody wrote at since."""
    return select(Draft).where(Draft.written < before)


def old_evidence(before: datetime) -> SelectOfScalar[Evidence]:
    """Ask for what was collected for agreements that ended, but for the photos that badges name."""
    day = dutch_day(before)
    is_named = exists().where(col(BadgePhoto.evidence_id) == Evidence.id)
    return (
        select(Evidence)
        .join(Werkplekprofiel, col(Werkplekprofiel.id) == col(Evidence.profiel_id))
        .where(
            or_(col(Werkplekprofiel.ended) < before, col(Werkplekprofiel.until) < day),
            col(Evidence.collected) < before,
            ~is_named,
        )
    )


def old_recipients(before: datetime) -> SelectOfScalar[Recipient]:
    """Ask for recipients who were given nothing, and with whom nothing is going on since."""
    theirs = (
        select(Werkplekprofiel.id).where(Werkplekprofiel.recipient_id == Recipient.id).correlate(Recipient)
    )
    is_over = or_(
        col(Werkplekprofiel.ended) < before,
        col(Werkplekprofiel.until) < dutch_day(before),
    )
    is_going = exists().where(
        col(Werkplekprofiel.recipient_id) == Recipient.id,
        ~func.coalesce(is_over, False),
    )
    has_badge = exists().where(col(Badge.profiel_id).in_(theirs))
    return select(Recipient).where(Recipient.added < before, ~is_going, ~has_badge)


def old_sent(before: datetime) -> SelectOfScalar[OutgoingMail]:
    """Ask for letters that were sent before."""
    return select(OutgoingMail).where(col(OutgoingMail.sent) < before)


def old_undelivered(before: datetime) -> SelectOfScalar[OutgoingMail]:
    """Ask for letters that never arrived."""
    return select(OutgoingMail).where(
        col(OutgoingMail.sent).is_(None), col(OutgoingMail.due).is_(None), OutgoingMail.created < before
    )


def old_reports(before: datetime) -> SelectOfScalar[AbuseReport]:
    """Ask for reports that were answered before."""
    return select(AbuseReport).where(col(AbuseReport.answered) < before)


def old_refusals(before: datetime) -> SelectOfScalar[Application]:
    """Ask for applications that were refused before."""
    return select(Application).where(
        Application.state == ApplicationState.AFGEWEZEN, col(Application.decided_at) < before
    )


def count(session: Session, asked: SelectOfScalar[Any]) -> int:
    """Count what is asked for."""
    return session.exec(select(func.count()).select_from(asked.subquery())).one()


def some(session: Session, asked: SelectOfScalar[_Row], *, limit: int) -> list[_Row]:
    """Read some of what is asked for."""
    return list(session.exec(asked.limit(limit)).all())
