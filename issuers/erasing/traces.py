"""Forget what else than his own rows tells about a recipient: lines of rosters, letters that wait."""

from sqlmodel import Session, col, select

from issuers.erasing.letters import forget_letters_to, forget_told
from issuers.groups.emptying import empty_lines_of
from issuers.holding.tables import Held
from issuers.praktijkverklaring.tables import SchoolQuestion
from issuers.recipients.tables import Recipient
from issuers.werkplekprofiel.tables import Werkplekprofiel


def forget_traces(session: Session, row: Recipient) -> None:
    """Do it, before his row goes: it knows his agreements and his address."""
    own = select(Werkplekprofiel.id).where(Werkplekprofiel.recipient_id == row.id)
    profielen = session.exec(own).all()
    held = session.exec(select(Held.id).where(col(Held.profiel_id).in_(profielen))).all()
    asked = session.exec(select(SchoolQuestion.id).where(col(SchoolQuestion.profiel_id).in_(profielen))).all()
    forget_told(session, about=[*profielen, *held, *asked])
    empty_lines_of(session, profielen=profielen, reference=row.reference, organisation_id=row.organisation_id)
    if row.address:
        forget_letters_to(session, row.address, organisation_id=row.organisation_id)
