"""Let a recipient say yes to what he will learn, or that it is not right; on his phone, or on paper.

Who holds the token is the recipient: it stands in a link or a QR code that he was given in person.
"""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.texts import normalize, text_problems
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError, ProfielChangedError
from issuers.people.permissions import Actor
from issuers.recipients.reading import MOST_OF_A_NAME
from issuers.werkplekprofiel.keeping import do_with, record, require_open
from issuers.werkplekprofiel.known import KnownProfiel, Standing, show_profiel, standing_of
from issuers.werkplekprofiel.register import profiel_with
from issuers.werkplekprofiel.tables import AgreedBy, Werkplekprofiel

MOST_OF_AN_OBJECTION = 500


def read_chosen_name(typed: str) -> str:
    """Read how somebody's name reads on what he is given; empty where he wants no name.

    Raises:
        FormError: it cannot stand there.
    """
    return _read(" ".join(normalize(typed).split()), field="naam", most=MOST_OF_A_NAME)


def read_objection(typed: str) -> str:
    """Read what is not right; it may stay empty, for whoever would rather talk.

    Raises:
        FormError: it is too long, or holds what must not stand there.
    """
    return _read(normalize(typed).strip(), field="wat", most=MOST_OF_AN_OBJECTION)


def find_by_token(desk: IssuingDesk, token: str) -> KnownProfiel:
    """Find what a recipient was proposed.

    Raises:
        NotFoundError: the token opens nothing (any more).
    """
    row = _find(desk, token)

    def work(session: Session) -> KnownProfiel:
        return show_profiel(session, row, catalogue=desk.catalogue)

    return desk.register.read(work, within=OneOrganisation(row.organisation_id))


def agree(desk: IssuingDesk, token: str, *, revision: int, name: str) -> None:
    """Say yes as the recipient; a second time changes only how his name reads.

    Raises:
        NotFoundError: the token opens nothing (any more).
        ProfielEndedError: it was stopped.
        ProfielChangedError: it is about what stands there no longer.
    """

    def say(session: Session, row: Werkplekprofiel) -> None:
        _say_yes(session, row, name=name, desk=desk, noted_by=None)

    _answer(desk, token, say, revision=revision)


def agree_on_paper(desk: IssuingDesk, profiel_id: UUID, *, revision: int, name: str, actor: Actor) -> None:
    """Note that the recipient said yes on paper; what he said himself, nobody says over again.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: the organisation has no such werkplekprofiel.
        ProfielEndedError: it was stopped.
        ProfielChangedError: it is about what stands there no longer, or he answered himself.
    """

    def note(session: Session, row: Werkplekprofiel) -> None:
        _require_revision(row, revision)
        if standing_of(row) is not Standing.PROPOSED:
            raise ProfielChangedError
        _say_yes(session, row, name=name, desk=desk, noted_by=actor.person_id)

    do_with(desk, profiel_id, note, actor=actor)


def object_to(desk: IssuingDesk, token: str, *, revision: int, because: str) -> None:
    """Say as the recipient that it is not right; also after saying yes.

    What was read before that gets no yes any more: the revision is another.

    Raises:
        NotFoundError: the token opens nothing (any more).
        ProfielEndedError: it was stopped.
        ProfielChangedError: it is about what stands there no longer.
    """

    def say(session: Session, row: Werkplekprofiel) -> None:
        row.revision += 1
        row.objected, row.objection = desk.clock.now(), because
        row.agreed = row.agreed_by = row.chosen_name = None
        record(session, row, kind=AuditKind.PROFIEL_OBJECTED, desk=desk, actor_id=None)

    _answer(desk, token, say, revision=revision)


def _answer(
    desk: IssuingDesk, token: str, say: Callable[[Session, Werkplekprofiel], None], *, revision: int
) -> None:
    """Say something as the recipient, if the token opens it at this moment and it is what he read."""
    found = _find(desk, token)

    def work(session: Session) -> None:
        row = profiel_with(session, token)
        if row is None:
            raise NotFoundError
        _require_revision(row, revision)
        say(session, row)

    desk.register.write(work, within=OneOrganisation(found.organisation_id))


def _say_yes(
    session: Session, row: Werkplekprofiel, *, name: str, desk: IssuingDesk, noted_by: UUID | None
) -> None:
    """Keep the yes, and how the name reads; an objection is settled by it, and stays to be read."""
    if row.agreed is not None and row.chosen_name == name:
        return
    if row.agreed is None:
        row.agreed, row.agreed_by = desk.clock.now(), AgreedBy.PAPER if noted_by else AgreedBy.PHONE
    row.chosen_name = name
    row.objected = None
    record(session, row, kind=AuditKind.PROFIEL_AGREED, desk=desk, actor_id=noted_by)


def _find(desk: IssuingDesk, token: str) -> Werkplekprofiel:
    found = desk.register.read(partial(profiel_with, token=token), within=Public(holding=token))
    if found is None:
        raise NotFoundError
    return found


def _require_revision(row: Werkplekprofiel, revision: int) -> None:
    """Let pass an answer to what stands there now.

    Raises:
        ProfielEndedError: it was stopped.
        ProfielChangedError: it is about what stands there no longer.
    """
    if require_open(row).revision != revision:
        raise ProfielChangedError


def _read(text: str, *, field: str, most: int) -> str:
    problems = text_problems(text, max_length=most) if text else ()
    if problems:
        raise FormError([FieldProblem.of(each, field=field) for each in problems])
    return text
