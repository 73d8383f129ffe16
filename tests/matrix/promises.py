"""What a route promises: for whom it is, whose things it names, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from issuers.people.tables import Role
from tests.matrix.callers import BY_LINK, GONE, PLATFORM, SYSTEM


@dataclass(frozen=True, slots=True)
class Of:
    """Stand for a thing of whichever organisation is named."""

    thing: str


Value: TypeAlias = str | list[str] | Of


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Hold what a route promises.

    Attributes:
        who: Which callers may; for all others it is refused. None: there is nobody for whom it is not.
        path: What each name in the path stands for.
        form: What is sent with a POST.
        json: What is sent with a POST instead.
        status: What who may gets for a thing of his own, or of no organisation in particular.
        but: Callers among them who get something else.
        foreign: What who may gets for a thing of another organisation.
        is_of_platform: Whether it is for who runs the service; he sees all, and for others it is not there.
        shows: Columns that the page of a thing shows to whoever has its address, besides those of `PUBLIC`.
        lists: Columns that it shows of whatever organisation, to choose from.
        is_told_owner: Whether what is done with a thing of another organisation is laid before that one.
    """

    who: frozenset[str] | None
    path: Mapping[str, Value] = field(default_factory=dict)
    form: Mapping[str, Value] = field(default_factory=dict)
    json: Any = None
    status: int = 200
    but: Mapping[str, int] = field(default_factory=dict)
    foreign: int = 404
    is_of_platform: bool = False
    shows: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    is_told_owner: bool = False

    @property
    def names_things(self) -> bool:
        """Tell whether it is about something of an organisation."""
        return any(isinstance(value, Of) for value in (*self.path.values(), *self.form.values()))

    @property
    def is_about_somebody(self) -> bool:
        """Tell whether its answer depends on who asks, or on whose thing it is about."""
        return self.who is not None or self.names_things


ALL_ROLES: Final = frozenset(Role)
BEHEERDER: Final = frozenset({Role.BEHEERDER})
GIVERS: Final = frozenset({Role.PRAKTIJKOPLEIDER})
DRAFTERS: Final = GIVERS | {Role.BEGELEIDER}
CONFIRMERS: Final = frozenset({Role.BEVESTIGER, Role.EXAMENCOMMISSIE})
DECIDERS: Final = frozenset({Role.EXAMENCOMMISSIE})
WITHDRAWERS: Final = BEHEERDER | GIVERS
DESIGNERS: Final = BEHEERDER | GIVERS
SYSTEMS: Final = frozenset({SYSTEM})
PERSONS: Final = frozenset({*Role, GONE, BY_LINK, PLATFORM})

PUBLIC: Final = frozenset(
    {
        "organisation.id",
        "organisation.name",
        "organisation.website",
        "organisation.contact",
        "organisation.gemeente",
        "organisation.arbeidsmarktregio",
        "achievement.id",
        "achievement.title",
        "signing_key.multikey",
    }
)
"""What everyone may see of an organisation, on a page that is about it."""


ENDORSABLE: Final = frozenset({"organisation.id", "organisation.name", "achievement.id", "achievement.title"})
"""What everyone who designs badges sees of one that another published."""


ENDORSED: Final = ENDORSABLE | {"badge.token"}
"""What an organisation sees of another that stands behind its badge: who it is, and what it signed."""


SCHOOLS: Final = frozenset({"organisation.id", "organisation.name"})
"""What everyone who agrees with a recipient sees of each school."""


def everyone(*, shows: tuple[str, ...] = (), **promised: Any) -> Line:
    """Let everyone in; who has the address of a thing sees it, of whatever organisation."""
    return Line(who=None, shows=frozenset(shows), **promised)


def only(who: frozenset[str], **promised: Any) -> Line:
    """Let these callers in, each to what is of his own organisation or of himself."""
    return Line(who=who, **promised)


def platform(**promised: Any) -> Line:
    """Let in who runs the service, to whatever organisation."""
    return Line(who=frozenset({PLATFORM}), is_of_platform=True, **promised)
