"""What a statement reaches in the whole catalogue: looked up once, and remembered."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Final, TypeVar

from badges.catalogue.catalogue import Catalogue
from badges.catalogue.model import Kwalificatie
from schools.errors import WerkprocesUnknownError
from schools.mapping.relating import Doubt, Hint, Known, Match, candidates, relate
from schools.mapping.rules import Rulebook, rulebook
from schools.mapping.statements import (
    CodeSaid,
    LinkedByHand,
    ProgrammeSaid,
    SkillSaid,
    Statement,
    TargetSaid,
    WerkprocesSaid,
)
from schools.mapping.steps import Key, Step, by_old_key, own_steps

MOST_REMEMBERED: Final = 20_000
"""Strangers write what badges say: what is remembered of it has an end."""

_Found = TypeVar("_Found")


class Atlas:
    """Answer what statements reach, by one catalogue, one table of steps and one version of the rules."""

    def __init__(
        self, catalogue: Catalogue, *, steps: tuple[Step, ...] | None = None, book: Rulebook | None = None
    ) -> None:
        self.catalogue = catalogue
        self.book = book or rulebook()
        known_steps = own_steps() if steps is None else steps
        self.known = Known(catalogue, steps=by_old_key(known_steps), book=self.book)
        self._matches: dict[Statement, tuple[Match, ...]] = {}
        self._hints: dict[Statement, tuple[Hint, ...]] = {}

    def reach(self, said: Statement) -> tuple[Match, ...]:
        """Give every werkproces that a rule joins with a statement.

        Raises:
            WerkprocesUnknownError: somebody links by hand to work that is not in the catalogue.
        """
        return _remembered(self._matches, said, find=self._reach)

    def hints(self, said: Statement) -> tuple[Hint, ...]:
        """Give the kwalificaties, mbo-certificaten and keuzedelen at which a statement only points."""
        return _remembered(self._hints, said, find=self._hint)

    def doubt(self, said: Statement) -> Doubt | None:
        """Say what is unknown of a statement that reaches no werkproces at all."""
        if not isinstance(said, WerkprocesSaid | CodeSaid) or self.reach(said):
            return None
        anywhere = self.catalogue.entry(*self._any_key)
        found = relate(said, anywhere, known=self.known)
        return found if isinstance(found, Doubt) else None

    def _reach(self, said: Statement) -> tuple[Match, ...]:
        found: dict[Key, Match] = {}
        for key in candidates(said, known=self.known):
            entry = self.known.entry(key)
            if entry is None and isinstance(said, LinkedByHand):
                raise WerkprocesUnknownError
            related = relate(said, entry, known=self.known) if entry else None
            if isinstance(related, Match):
                found.setdefault(key, related)
        return tuple(found.values())

    def _hint(self, said: Statement) -> tuple[Hint, ...]:
        rules = self.book.rules
        match said:
            case ProgrammeSaid(crebo):
                rows = self._by_crebo.get(crebo, ())
                return tuple(Hint(rules["opleiding"], each.source, about=each.crebo) for each in rows)
            case SkillSaid(uri):
                return tuple(
                    Hint(rules["vaardigheid"], each.skills_source or each.source, about=each.crebo)
                    for each in self._by_skill.get(uri, ())
                )
            case TargetSaid(code):
                return (Hint(rules["noemt-doel"], rules["noemt-doel"].source, about=code),)
        return ()

    @cached_property
    def _any_key(self) -> Key:
        return next(
            (row.crebo, row.code) for each in self.catalogue.kwalificaties for row in each.werkprocessen
        )

    @cached_property
    def _by_crebo(self) -> Mapping[str, tuple[Kwalificatie, ...]]:
        return {each.crebo: (each,) for each in self.catalogue.kwalificaties}

    @cached_property
    def _by_skill(self) -> Mapping[str, tuple[Kwalificatie, ...]]:
        found: dict[str, list[Kwalificatie]] = defaultdict(list)
        for kwalificatie in self.catalogue.kwalificaties:
            for skill in kwalificatie.skills:
                found[skill.uri].append(kwalificatie)
        return {uri: tuple(rows) for uri, rows in found.items()}


def _remembered(
    kept: dict[Statement, _Found], said: Statement, *, find: Callable[[Statement], _Found]
) -> _Found:
    """Give what is remembered, or find it."""
    if said not in kept:
        if len(kept) >= MOST_REMEMBERED:
            kept.clear()
        kept[said] = find(said)
    return kept[said]
