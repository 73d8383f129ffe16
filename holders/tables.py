"""All tables of this room, for what looks at all of them at once: migrations, and a search for leftovers."""

from holders.cards import tables as cards
from holders.entering import tables as entering
from holders.helping import tables as helping
from holders.importing import tables as importing
from holders.keeping import tables as keeping
from holders.sharing import tables as sharing

__all__ = ["cards", "entering", "helping", "importing", "keeping", "sharing"]
