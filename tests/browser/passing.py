"""Let time pass for what waits in a demo that is served: its clock is the real one."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, select

from app.settings import Mode, Settings
from app.worlds import require_own_desk
from issuers.database.scopes import WHOLE_SERVICE
from issuers.holding.releasing import release_due
from issuers.holding.tables import Held, HeldState


def let_pass(environ: Mapping[str, str], by: timedelta) -> None:
    """Put what waits back by so much, and sign what is due then, as the ticker does once a minute."""
    desk = require_own_desk(
        Settings(
            mode=Mode.DEMO,
            port=int(environ["PRAKTIJKBEWIJS_PORT"]),
            data_dir=Path(environ["PRAKTIJKBEWIJS_DATA_DIR"]),
        )
    )

    def put_back(session: Session) -> None:
        for row in session.exec(select(Held).where(Held.state == HeldState.WAITING)):
            row.due -= by
            row.reads_until = row.reads_until and row.reads_until - by

    try:
        desk.register.write(put_back, within=WHOLE_SERVICE)
        release_due(desk)
    finally:
        desk.register.close()
