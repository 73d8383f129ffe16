"""Let the student read what was decided: with what he keeps here, and by a letter where he gave an address.

Who keeps badges is known by no address that we could write to (ADR 23): he finds it where he keeps them.
"""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from issuers.desk import IssuingDesk
from issuers.mailing.outbox import new_letter, post
from schools.decisions.addresses import address_of
from schools.decisions.besluit import Besluit
from schools.decisions.register import holders_behind, lock_request
from schools.decisions.tables import Decision, DecisionReader
from schools.decisions.words import Kind
from templates import views
from templates.rendering import LANGUAGES, render_mail


def let_read(session: Session, row: Decision, *, now: datetime) -> None:
    """Let the holder read a decision by whose link the badges came, or who read the one before it.

    Where links of more than one holder are with this person, nobody says whose they are: then nobody does.
    """
    holder_id = _reader_before(session, row) or _one_behind(session, row, now=now)
    if holder_id is not None:
        reader = DecisionReader(decision_id=row.id, organisation_id=row.organisation_id, holder_id=holder_id)
        session.add(reader)


def tell(session: Session, row: Decision, besluit: Besluit, *, desk: IssuingDesk) -> None:
    """Send the link of what was decided to the address that the request holds, if it holds one.

    The letter says neither who it is about nor what was decided.
    """
    request = lock_request(session, row.request_id, organisation_id=row.organisation_id)
    if request is None or request.mail is None or not desk.sends_mail:
        return
    view = views.people.DecisionMail(
        base_url=desk.base_url,
        organisation=besluit.school,
        url=address_of(desk, row.token),
        is_advice=besluit.kind is Kind.ADVIES,
        is_revision=row.revises is not None,
    )
    letters = [render_mail("besluit", view, language=each) for each in LANGUAGES]
    text = "\n".join(each.text for each in letters)
    now = desk.clock.now()
    letter = new_letter(request.mail, subject=letters[0].subject, text=text, now=now)
    post(session, letter, now=now, organisation_id=row.organisation_id)


def _reader_before(session: Session, row: Decision) -> UUID | None:
    before = session.get(DecisionReader, row.revises) if row.revises else None
    return before.holder_id if before else None


def _one_behind(session: Session, row: Decision, *, now: datetime) -> UUID | None:
    """Give the one holder whose links are with this person; None where there is none, or another too."""
    found = holders_behind(session, row.candidate_id, organisation_id=row.organisation_id, now=now)
    return found[0] if len(found) == 1 else None
