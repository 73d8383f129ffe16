"""All tables of this room, for what looks at all of them at once: migrations, and a search for leftovers."""

from schools.cohorts import tables as cohorts
from schools.decisions import tables as decisions
from schools.importing import tables as importing

__all__ = ["cohorts", "decisions", "importing"]
