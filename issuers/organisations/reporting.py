"""Let anyone report harm, and whoever runs the service answer; nobody has to say who he is."""

from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.texts import bsn_problems, normalize
from issuers.audit.platform import decide
from issuers.audit.tables import PlatformKind
from issuers.database.scopes import WHOLE_SERVICE, Public
from issuers.desk import IssuingDesk
from issuers.errors import AlreadyDecidedError, FieldProblem, FormError, NotFoundError
from issuers.identifiers import public_token, uuid7
from issuers.organisations.register import open_reports, report_by_token
from issuers.organisations.tables import AbuseReport
from web.session import token_hash

MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class NewReport:
    """Hold what somebody reports: what is wrong, and on which page."""

    text: str
    about: str | None


def read_report(text: str, *, about: str) -> NewReport:
    """Read what somebody wrote.

    Raises:
        FormError: with every problem of every field.
    """
    told, where = normalize(text), normalize(about)
    problems = []
    if not told:
        problems.append(FieldProblem("wat", "text-empty", "Schrijf op wat er is.", "Write down what it is."))
    problems += [
        FieldProblem(
            field,
            "text-too-long",
            f"Dit is te lang. Er passen {MOST} tekens.",
            f"This is too long. {MOST} characters fit.",
        )
        for field, value in (("wat", told), ("waar", where))
        if len(value) > MOST
    ]
    problems += [FieldProblem.of(each, field="wat") for each in bsn_problems(told)]
    if problems:
        raise FormError(problems)
    return NewReport(told, where or None)


def report(desk: IssuingDesk, new: NewReport) -> str:
    """Take a report in; give the secret with which its answer can be read."""
    token, now = public_token(), desk.clock.now()
    row = AbuseReport(
        id=uuid7(now), token_hash=token_hash(token), about=new.about, text=new.text, created=now
    )
    desk.register.write(lambda session: session.add(row), within=WHOLE_SERVICE)
    return token


def find_report(desk: IssuingDesk, token: str) -> AbuseReport:
    """Find a report for whoever has its token.

    Raises:
        NotFoundError: there is none.
    """
    held = token_hash(token)
    found = desk.register.read(partial(report_by_token, token_hash=held), within=Public(held))
    if found is None:
        raise NotFoundError
    return found


def waiting_reports(desk: IssuingDesk) -> tuple[AbuseReport, ...]:
    """List the reports that nobody answered, the oldest first."""
    return tuple(desk.register.read(open_reports, within=WHOLE_SERVICE))


def answer(desk: IssuingDesk, report_id: UUID, *, text: str, by: UUID) -> None:
    """Answer a report; what was reported is forgotten, for it may be about a person.

    Raises:
        NotFoundError: there is no such report.
        AlreadyDecidedError: somebody answered before.
    """

    def work(session: Session) -> None:
        row = session.get(AbuseReport, report_id)
        if row is None:
            raise NotFoundError
        if row.answer is not None:
            raise AlreadyDecidedError
        row.answer, row.answered, row.answered_by = text, desk.clock.now(), by
        row.text = row.about = None
        decide(session, PlatformKind.REPORT_ANSWERED, subject_id=row.id, desk=desk, by=by)

    desk.register.write(work, within=WHOLE_SERVICE)
