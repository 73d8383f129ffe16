"""Count on the disk how often a file was begun, before it is read: so one that ends the process is known.

What is raised is no end of the process: then the count is taken back, and whoever runs it hears of it.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final
from uuid import UUID

from badges.wording import Sentence
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from schools.importing.intakebook import count_begun

DEATHS: Final = 2
"""A file that was begun so often and never settled is not read again."""

KILLED: Final = Sentence(
    "Bij dit bestand viel ons programma 2 keer stil. Wij slaan het over. "
    "Vraag de persoon om een link, of om het bewijs als JSON.",
    "Our program stopped 2 times at this file. We leave it out. "
    "Ask the person for a link, or for the badge as JSON.",
)


@contextmanager
def counted(
    desk: IssuingDesk, intake_id: UUID, places: Collection[int], *, organisation_id: str
) -> Iterator[None]:
    """Count a look at these files; take that back where it ends in an error.

    Raises:
        NotFoundError: there is no such intake any more.
        RegisterBusyError: others wrote for too long.
    """
    count = partial(
        count_begun,
        intake_id=intake_id,
        places=places,
        organisation_id=organisation_id,
        now=desk.clock.now(),
    )
    within = OneOrganisation(organisation_id)
    desk.register.write(partial(count, by=1), within=within)
    try:
        yield
    except Exception:
        desk.register.write(partial(count, by=-1), within=within)
        raise
