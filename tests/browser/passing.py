"""Do behind the back of a demo what no test can wait for: let time pass, read its letters."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, select

from app.settings import Mode, Settings
from app.worlds import require_own_desk
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.holding.releasing import release_due
from issuers.holding.tables import Held, HeldState
from issuers.mailing.tables import OutgoingMail


def let_pass(environ: Mapping[str, str], by: timedelta) -> None:
    """Put what waits back by so much, and sign what is due then, as the ticker does once a minute."""
    desk = _desk(environ)

    def put_back(session: Session) -> None:
        for row in session.exec(select(Held).where(Held.state == HeldState.WAITING)):
            row.due -= by
            row.reads_until = row.reads_until and row.reads_until - by

    try:
        desk.register.write(put_back, within=WHOLE_SERVICE)
        release_due(desk)
    finally:
        desk.register.close()


def take_letter(environ: Mapping[str, str], to: str) -> str:
    """Read the one letter that waits for an address, and take it away; the demo sends none."""
    desk = _desk(environ)

    def work(session: Session) -> str:
        [letter] = session.exec(select(OutgoingMail).where(OutgoingMail.recipient == to)).all()
        session.delete(letter)
        return letter.text

    try:
        return desk.register.write(work, within=WHOLE_SERVICE)
    finally:
        desk.register.close()


def _desk(environ: Mapping[str, str]) -> IssuingDesk:
    """Open the desk of the demo, beside the service."""
    return require_own_desk(
        Settings(
            mode=Mode.DEMO,
            port=int(environ["PRAKTIJKBEWIJS_PORT"]),
            data_dir=Path(environ["PRAKTIJKBEWIJS_DATA_DIR"]),
        )
    )
