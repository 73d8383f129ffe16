"""Let a school read at once what was known of all badges that it sees, and a learner what a school gave him.

Who holds the token of a werkplekprofiel sees the praktijkverklaringen on it: it is the learner's own.
"""

from issuers.database.scopes import OneOrganisation, Public
from migrations import walls

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None

_HELD = f"token = {walls.OF} OR id::text = {walls.OF} OR about_id::text = {walls.OF}"
_OF_LEARNER = (
    "kind = 'praktijkverklaring' AND "
    f"profiel_id IN (SELECT werkplekprofiel.id FROM werkplekprofiel WHERE werkplekprofiel.token = {walls.OF})"
)


def upgrade() -> None:
    seen = "EXISTS (SELECT FROM badge WHERE badge.id = badge_erkenning.badge_id)"
    walls.let_in("badge_erkenning", OneOrganisation, rows=seen)
    walls.shut_out("badge", Public)
    rows = f"({_HELD} OR ({_OF_LEARNER})) AND state IN ('signed', 'revoked')"
    walls.let_in("badge", Public, rows=rows)
