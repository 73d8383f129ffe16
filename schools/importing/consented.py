"""What a holder shows comes in by his consent, and goes when that ends; a decision rests on a copy."""

from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session, col, select

from holders.errors import NoConsentError, ShareEndedError
from holders.sharing.consenting import require_consent, require_unkept
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.people.permissions import Actor
from schools.evidence.evidence import Identity
from schools.importing.register import files_of, out_of_use
from schools.importing.tables import HandLink, TakenFile
from schools.importing.written import identities_in
from verifier.needs import Purpose
from verifier.report import Report

AT_ONCE: Final = 200


def consent_behind(desk: IssuingDesk, report: Report, *, actor: Actor) -> UUID | None:
    """Give the consent by which what a link of ours shows may be taken in; None for what came otherwise.

    It is read from where the verifier went, so a photo of a QR code, or a link that leads on, is the same.

    Raises:
        NoConsentError: who made the link, or keeps the badge, gave this school no consent.
    """
    found = [each.address for each in report.sources if each.purpose is Purpose.LINK]
    own = [each for each in found if each.startswith("/")]
    consent_id = None
    for path in own:
        _, kind, token, *_ = path.split("/")
        try:
            if kind == "d":
                consent_id = require_consent(desk, token, school_id=actor.organisation_id)
            else:
                require_unkept(desk, token)
        except (ShareEndedError, NotFoundError) as error:  # it ended since it was looked at
            raise NoConsentError from error
    return consent_id


def forget_without_consent(desk: IssuingDesk) -> int:
    """Forget what came in by a consent that ended since; tell how many files."""
    work = partial(_forget, desk=desk)
    total = 0
    while done := desk.register.write(work, within=WHOLE_SERVICE):
        total += done
    if total:
        desk.register.leave_no_trace()
    return total


def _forget(session: Session, *, desk: IssuingDesk) -> int:
    rows = out_of_use(session, now=desk.clock.now(), limit=AT_ONCE)
    for row in rows:
        _unlink(session, row, desk=desk)
        session.delete(row)
    return len(rows)


def _unlink(session: Session, row: TakenFile, *, desk: IssuingDesk) -> None:
    """Take back what was linked by hand to a badge that is in no other file of this person."""
    others = files_of(session, row.candidate_id, organisation_id=row.organisation_id, now=desk.clock.now())
    kept = {identity for each in others for identity in identities_in(each.taken)}
    gone = identities_in(row.taken) - kept
    for link in session.exec(select(HandLink).where(col(HandLink.candidate_id) == row.candidate_id)):
        if Identity(link.issuer, link.credential_id) in gone:
            session.delete(link)
