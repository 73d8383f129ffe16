"""Codes of an app (TOTP, RFC 6238) and codes on paper, for when a passkey is not at hand.

A code is a second proof: it counts for who is signed in already by something else, a link that was mailed or
an account elsewhere. Each is used once; after a few wrong ones a person waits, wherever they come from.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

import pyotp
from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import OnePerson
from issuers.desk import IssuingDesk
from issuers.errors import CodeError, CodeUsedError, HasAppError, NotFoundError, TooManyCodesError
from issuers.people.code_secrets import label_of
from issuers.people.permissions import require_fresh
from issuers.people.register import forget_recovery_codes, recovery_codes_of
from issuers.people.sessions import Visitor
from issuers.people.tables import CodeApp, Proof, RecoveryCode
from issuers.people.ways_in import Dropped, begin_way_in, drop_way_in, record, require_enrolling

NAME: Final = "Praktijkbewijs"
STEP: Final = 30
MOST_WRONG: Final = 5
LOCKED: Final = timedelta(minutes=15)
RECOVERY_CODES: Final = 10
_AROUND: Final = (0, -1, 1)
"""A clock may be half a minute off, and somebody types slowly."""

_ALPHABET: Final = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NewApp:
    """Hold what an app needs: a secret to type, and an address that holds it to scan."""

    secret: str
    uri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnApp:
    """Show an app with codes to whose it is."""

    since: datetime
    codes_left: int


def begin_app(desk: IssuingDesk, *, visitor: Visitor) -> NewApp:
    """Make a new secret for an app; it opens nothing before a first code shows that the app has it.

    Raises:
        FreshProofNeededError: this person may not make one now.
        HasAppError: he has one.
    """
    require_enrolling(visitor, now=desk.clock.now())
    secret = pyotp.random_base32()
    made = desk.key_store.conceal(secret.encode(), label=label_of(visitor.person_id))

    def work(session: Session) -> None:
        row = session.get(CodeApp, visitor.person_id)
        if row is not None and row.confirmed:
            raise HasAppError
        if row is not None:
            session.delete(row)
            session.flush()
        session.add(
            CodeApp(
                person_id=visitor.person_id,
                secret=made.wrapped,
                wrapped_by=made.wrapped_by,
                created=desk.clock.now(),
            )
        )

    desk.register.write(work, within=OnePerson(visitor.person_id))
    return _new_app(secret, visitor=visitor)


def pending_app(desk: IssuingDesk, *, visitor: Visitor) -> NewApp:
    """Give the secret again that was made for an app that is not confirmed yet.

    Raises:
        FreshProofNeededError: this person may not make one now.
        NotFoundError: there is none.
    """
    require_enrolling(visitor, now=desk.clock.now())
    row = _find(desk, visitor)
    if row is None or row.confirmed:
        raise NotFoundError
    return _new_app(_secret(desk, row), visitor=visitor)


def confirm_app(desk: IssuingDesk, typed: str, *, visitor: Visitor) -> tuple[str, ...]:
    """Take an app into use, once it gave a right code; give the recovery codes, which are seen only now.

    Raises:
        FreshProofNeededError: this person may not make one now.
        NotFoundError: there is none to confirm.
        CodeError: it is not the right code.
    """
    require_enrolling(visitor, now=desk.clock.now())
    now = desk.clock.now()

    def work(session: Session) -> tuple[str, ...]:
        row = session.get(CodeApp, visitor.person_id)
        if row is None or row.confirmed:
            raise NotFoundError
        step = _step_of(typed, secret=_secret(desk, row), now=now)
        if step is None:
            raise CodeError
        begin_way_in(session, visitor=visitor, now=now)
        row.confirmed, row.last_step = now, step
        return _add_recovery_codes(session, person_id=visitor.person_id)

    return desk.register.write(work, within=OnePerson(visitor.person_id))


def prove_code(desk: IssuingDesk, typed: str, *, visitor: Visitor) -> None:
    """Check a code of the app, or a recovery code, of who is signed in by something else.

    Raises:
        CodeError: it is no right code, was used, or too many were wrong; its kind says which.
    """
    work = partial(_try, desk=desk, typed=typed, person_id=visitor.person_id)
    problem = desk.register.write(work, within=OnePerson(visitor.person_id))
    if problem is not None:
        raise problem


def new_recovery_codes(desk: IssuingDesk, *, visitor: Visitor) -> tuple[str, ...]:
    """Make new recovery codes; the old ones open nothing any more.

    Raises:
        FreshProofNeededError: it was too long ago that this person proved who he is.
        NotFoundError: he has no app.
    """
    require_fresh(visitor, now=desk.clock.now())

    def work(session: Session) -> tuple[str, ...]:
        row = session.get(CodeApp, visitor.person_id)
        if row is None or not row.confirmed:
            raise NotFoundError
        record(session, visitor.person_id, kind=AuditKind.WAY_IN_ADDED, at=desk.clock.now())
        return _add_recovery_codes(session, person_id=visitor.person_id)

    return desk.register.write(work, within=OnePerson(visitor.person_id))


def remove_app(desk: IssuingDesk, *, visitor: Visitor) -> None:
    """Remove an app and the recovery codes: they open nothing any more, and what they opened elsewhere ends.

    Raises:
        FreshProofNeededError: it was too long ago that this person proved who he is.
        NotFoundError: he has none.
        LastWayInError: nothing would be left to sign in with.
    """
    require_fresh(visitor, now=desk.clock.now())

    def work(session: Session) -> None:
        row = session.get(CodeApp, visitor.person_id)
        if row is None:
            raise NotFoundError
        session.delete(row)
        forget_recovery_codes(session, person_id=visitor.person_id)
        session.flush()
        drop_way_in(session, Dropped(Proof.TOTP), visitor=visitor, now=desk.clock.now())

    desk.register.write(work, within=OnePerson(visitor.person_id))


def find_app(desk: IssuingDesk, *, visitor: Visitor) -> OwnApp | None:
    """Tell whether somebody has an app with codes, since when, and how many recovery codes are left."""
    row = _find(desk, visitor)
    if row is None or not row.confirmed:
        return None
    asked = partial(recovery_codes_of, person_id=visitor.person_id)
    left = desk.register.read(asked, within=OnePerson(visitor.person_id))
    return OwnApp(since=row.confirmed, codes_left=len(left))


def _try(session: Session, *, desk: IssuingDesk, typed: str, person_id: UUID) -> CodeError | None:
    """Try one code and count it when it is wrong; give what is wrong, so that the count is kept."""
    row, now = session.get(CodeApp, person_id), desk.clock.now()
    if row is None or not row.confirmed:
        return CodeError()
    if row.locked_until and row.locked_until > now:
        return TooManyCodesError(minutes=-(-int((row.locked_until - now).total_seconds()) // 60))
    step = _step_of(typed, secret=_secret(desk, row), now=now)
    if step is not None and step <= row.last_step:
        return CodeUsedError()
    if step is None and not _spend_recovery_code(session, typed, person_id=person_id, now=now):
        row.failures += 1
        if row.failures >= MOST_WRONG:
            row.failures, row.locked_until = 0, now + LOCKED
        return CodeError()
    row.failures, row.locked_until, row.last_step = 0, None, step or row.last_step
    return None


def _step_of(typed: str, *, secret: str, now: datetime) -> int | None:
    """Tell of which half minute this is the code; None when it is no code of about now."""
    written, app = "".join(typed.split()), pyotp.TOTP(secret)
    here = int(now.timestamp()) // STEP
    found = [
        here + each
        for each in _AROUND
        if hmac.compare_digest(written.encode(), app.generate_otp(here + each).encode())
    ]
    return max(found, default=None)


def _spend_recovery_code(session: Session, typed: str, *, person_id: UUID, now: datetime) -> bool:
    row = session.get(RecoveryCode, _hash(typed, person_id=person_id))
    if row is None or row.used:
        return False
    row.used = now
    return True


def _add_recovery_codes(session: Session, *, person_id: UUID) -> tuple[str, ...]:
    forget_recovery_codes(session, person_id=person_id)
    codes = tuple(_recovery_code() for _ in range(RECOVERY_CODES))
    session.add_all(
        RecoveryCode(code_hash=_hash(code, person_id=person_id), person_id=person_id) for code in codes
    )
    return codes


def _recovery_code() -> str:
    """Make a code to write down: 79 random bits in four groups."""
    groups = ("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def _hash(code: str, *, person_id: UUID) -> str:
    """Give what is kept of a recovery code, however it was typed; it is long enough for a plain hash."""
    written = "".join(each for each in code.lower() if each.isalnum())
    return hashlib.sha256(f"{person_id} {written}".encode()).hexdigest()


def _find(desk: IssuingDesk, visitor: Visitor) -> CodeApp | None:
    return desk.register.read(
        lambda session: session.get(CodeApp, visitor.person_id), within=OnePerson(visitor.person_id)
    )


def _secret(desk: IssuingDesk, row: CodeApp) -> str:
    label = label_of(row.person_id)
    return desk.key_store.reveal(row.secret, wrapped_by=row.wrapped_by, label=label).decode()


def _new_app(secret: str, *, visitor: Visitor) -> NewApp:
    uri = pyotp.TOTP(secret).provisioning_uri(name=visitor.mail or visitor.name, issuer_name=NAME)
    return NewApp(secret=secret, uri=uri)
