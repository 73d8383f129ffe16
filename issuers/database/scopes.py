"""For whom a piece of work runs, and so what it may see: the second wall, behind the verbs.

A verb asks only for what the person before it may see, and says here who that is; on PostgreSQL, row security
(`migrations.walls`) holds it to that. SQLite has nothing of the kind: there the verb is the only wall.
"""

from dataclasses import dataclass
from typing import ClassVar, Final
from uuid import UUID

SCOPE_SETTING: Final = "praktijkbewijs.scope"
"""Names the kind of scope to PostgreSQL, for one transaction."""

OF_SETTING: Final = "praktijkbewijs.of"
"""Names the organisation, the person, or what a visitor holds."""


@dataclass(frozen=True, slots=True)
class OneOrganisation:
    """See and change what is of one organisation, and see who works there; for whoever acts for it."""

    organisation_id: str
    word: ClassVar[str] = "organisation"

    @property
    def of(self) -> str:
        """Name it to the database."""
        return self.organisation_id


@dataclass(frozen=True, slots=True)
class OnePerson:
    """See and change a person and their sign-ins, and see where they work, in whatever organisation."""

    person_id: UUID
    word: ClassVar[str] = "person"

    @property
    def of(self) -> str:
        """Name them to the database."""
        return str(self.person_id)


@dataclass(frozen=True, slots=True)
class OneHolder:
    """See and change what somebody keeps, of whatever organisation; who it is, nobody knows (ADR 23)."""

    holder_id: UUID
    word: ClassVar[str] = "holder"

    @property
    def of(self) -> str:
        """Name them to the database."""
        return str(self.holder_id)


@dataclass(frozen=True, slots=True)
class OneHelper:
    """See what a holder let one who helps him see, and write down that he looked; nothing else."""

    helper_id: UUID
    word: ClassVar[str] = "helper"

    @property
    def of(self) -> str:
        """Name them to the database."""
        return str(self.helper_id)


@dataclass(frozen=True, slots=True)
class Public:
    """See what anyone may: organisations, keys, badgeklassen, status lists; change nothing.

    Whoever holds the id or the token of a badge, or the secret of a link or a sign-in, sees that one row too.
    """

    holding: str = ""
    word: ClassVar[str] = "public"

    @property
    def of(self) -> str:
        """Name what is held to the database."""
        return self.holding


@dataclass(frozen=True, slots=True)
class WholeService:
    """See and change everything; for what nobody in particular asks for: start, jobs, examination.

    Never for a page. A test holds the list of who uses it, with the reason of each.
    """

    word: ClassVar[str] = "service"
    of: ClassVar[str] = ""


Insider = OneOrganisation | OnePerson | OneHolder | OneHelper | WholeService
"""Who may change something."""

Scope = Insider | Public

PUBLIC: Final = Public()
WHOLE_SERVICE: Final = WholeService()
