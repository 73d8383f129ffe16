"""`praktijkbewijs fsck`: hold the database against its own audit chain."""

from app.commands.printing import say
from app.settings import read_settings
from app.worlds import require_own_desk
from issuers.audit.fsck import fsck

DAMAGED = 1


def run() -> int:
    """Zoek naar alles wat in de database is veranderd, weggehaald of verwisseld."""
    desk = require_own_desk(read_settings())
    try:
        findings = fsck(desk)
    finally:
        desk.register.close()
    for finding in findings:
        say(f"{finding.code}\t{finding.place}")
    if not findings:
        say("Alles klopt.")
    return DAMAGED if findings else 0
