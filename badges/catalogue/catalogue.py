"""Look up what the catalogue knows, now and as it was agreed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import TypeVar

from badges.catalogue.editions import digest, embedded_edition
from badges.catalogue.model import (
    Edition,
    Entry,
    Keuzedeel,
    Kwalificatie,
    MboCertificaat,
    OpenQuestion,
    Skill,
    Werkproces,
    code_order,
)
from badges.catalogue.search import Index, SearchResult
from badges.errors import CatalogueError

RowT = TypeVar("RowT")


class Catalogue:
    """Answer questions about kwalificaties from a sequence of editions, of which the newest wins.

    An edition replaces the kwalificaties that it names and leaves the others as they were, so a file with one
    dossier may be imported. Texts of older editions stay to be found by their digest.
    """

    def __init__(self, editions: Iterable[Edition]) -> None:
        self.editions: tuple[Edition, ...] = tuple(sorted(editions, key=lambda edition: edition.made))
        self._kwalificaties: Mapping[str, Kwalificatie] = _newest(self.editions)
        self._werkprocessen = {
            (werkproces.crebo, werkproces.code): werkproces
            for kwalificatie in self._kwalificaties.values()
            for werkproces in kwalificatie.werkprocessen
        }
        self._newest_entries: dict[tuple[str, str], Entry] = {}

    @property
    def kwalificaties(self) -> tuple[Kwalificatie, ...]:
        """List all kwalificaties by crebo."""
        return tuple(self._kwalificaties.values())

    @property
    def werkproces_count(self) -> int:
        """Count the werkprocessen of all kwalificaties."""
        return len(self._werkprocessen)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """List every text that any edition holds: each can be agreed upon for ever."""
        return tuple(self._entries.values())

    @property
    def certificaten(self) -> tuple[MboCertificaat, ...]:
        """List the mbo-certificaten by code."""
        return tuple(_last_of((row.code, row) for edition in self.editions for row in edition.certificaten))

    @property
    def keuzedelen(self) -> tuple[Keuzedeel, ...]:
        """List the keuzedelen by code."""
        return tuple(_last_of((row.code, row) for edition in self.editions for row in edition.keuzedelen))

    @property
    def skills(self) -> tuple[Skill, ...]:
        """List the CompetentNL skills by label."""
        rows = _last_of((row.uri, row) for edition in self.editions for row in edition.skills)
        return tuple(sorted(rows, key=lambda skill: skill.label))

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """List what the makers of the data could not verify."""
        return tuple(question for edition in self.editions for question in edition.open_questions)

    def kwalificatie(self, crebo: str) -> Kwalificatie:
        """Find a kwalificatie.

        Raises:
            CatalogueError: the catalogue does not know this crebo.
        """
        try:
            return self._kwalificaties[crebo]
        except KeyError:
            raise CatalogueError(f"The catalogue has no kwalificatie with crebo {crebo!r}.") from None

    def werkproces(self, crebo: str, code: str) -> Werkproces:
        """Find a werkproces by its whole key.

        Raises:
            CatalogueError: the catalogue does not know this pair.
        """
        try:
            return self._werkprocessen[crebo, code]
        except KeyError:
            raise CatalogueError(f"The catalogue has no werkproces {crebo}/{code}.") from None

    def werkprocessen(self, crebo: str) -> tuple[Werkproces, ...]:
        """List the werkprocessen of a kwalificatie, W10 after W9.

        Raises:
            CatalogueError: the catalogue does not know this crebo.
        """
        return tuple(sorted(self.kwalificatie(crebo).werkprocessen, key=lambda row: code_order(row.code)))

    def sisters(self, crebo: str) -> tuple[Kwalificatie, ...]:
        """List the other kwalificaties of the same dossier; none where the dossier is unknown.

        Raises:
            CatalogueError: the catalogue does not know this crebo.
        """
        dossier = self.kwalificatie(crebo).dossier_crebo
        if dossier is None:
            return ()
        return tuple(row for row in self.kwalificaties if row.dossier_crebo == dossier and row.crebo != crebo)

    def skill(self, uri: str) -> Skill:
        """Find a skill of CompetentNL by its URI.

        Raises:
            CatalogueError: the catalogue does not know this skill.
        """
        try:
            return self._skills[uri]
        except KeyError:
            raise CatalogueError(f"The catalogue has no skill {uri!r}.") from None

    def entry(self, crebo: str, code: str) -> Entry:
        """Find a werkproces with its kwalificatie and digest, as the newest edition has it.

        Raises:
            CatalogueError: the catalogue does not know this pair.
        """
        found = self._newest_entries.get((crebo, code))
        if found is None:
            found = self._newest_entry(crebo, code)
            self._newest_entries[crebo, code] = found
        return found

    def edition(self, crebo: str, code: str, digest: str) -> Entry:
        """Find the text that was agreed, also after an import has changed it.

        Raises:
            CatalogueError: no edition holds this text.
        """
        try:
            return self._entries[crebo, code, digest]
        except KeyError:
            raise CatalogueError(
                f"No edition holds werkproces {crebo}/{code} with digest {digest}."
            ) from None

    def last_entry(self, crebo: str, code: str) -> Entry:
        """Find a werkproces as the newest edition has it, or the last one that had it.

        Raises:
            CatalogueError: none ever did.
        """
        try:
            return self.entry(crebo, code)
        except CatalogueError:
            if (crebo, code) not in self._last_entries:
                raise
            return self._last_entries[crebo, code]

    def search(self, text: str, *, limit: int = 20) -> SearchResult:
        """Find werkprocessen by everyday words, words of titles, codes and crebo numbers; never raises."""
        return self._index.search(text, limit=limit)

    def with_edition(self, edition: Edition) -> "Catalogue":
        """Give the catalogue as it would be after an import; this one stays as it is."""
        return Catalogue((*self.editions, edition))

    @cached_property
    def _index(self) -> Index:
        return Index(self.kwalificaties)

    @cached_property
    def _skills(self) -> Mapping[str, Skill]:
        prescribed = (skill for kwalificatie in self.kwalificaties for skill in kwalificatie.skills)
        bare = {skill.uri: Skill(uri=skill.uri, label=skill.label, kind=skill.kind) for skill in prescribed}
        return bare | {skill.uri: skill for skill in self.skills}

    @cached_property
    def _entries(self) -> Mapping[tuple[str, str, str], Entry]:
        found: dict[tuple[str, str, str], Entry] = {}
        for edition in self.editions:
            for kwalificatie in edition.kwalificaties:
                for werkproces in kwalificatie.werkprocessen:
                    name = digest(werkproces, kwalificatie=kwalificatie)
                    entry = Entry(
                        werkproces=werkproces, kwalificatie=kwalificatie, digest=name, made=edition.made
                    )
                    found.setdefault((werkproces.crebo, werkproces.code, name), entry)
        return found

    def _newest_entry(self, crebo: str, code: str) -> Entry:
        werkproces, kwalificatie = self.werkproces(crebo, code), self.kwalificatie(crebo)
        agreed = self._entries[crebo, code, digest(werkproces, kwalificatie=kwalificatie)]
        return replace(agreed, werkproces=werkproces, kwalificatie=kwalificatie)

    @cached_property
    def _last_entries(self) -> Mapping[tuple[str, str], Entry]:
        return {(crebo, code): entry for (crebo, code, _), entry in self._entries.items()}


@cache
def embedded() -> Catalogue:
    """Give the catalogue that comes with the program, made once."""
    return Catalogue([embedded_edition()])


def _newest(editions: Sequence[Edition]) -> Mapping[str, Kwalificatie]:
    """Take of each kwalificatie the newest, with the skills of an older one where a file names none.

    SBB's files do not hold what CompetentNL says; a new title is no reason to forget the skills.
    """
    found: dict[str, Kwalificatie] = {}
    for edition in editions:
        for kwalificatie in edition.kwalificaties:
            older = found.get(kwalificatie.crebo)
            found[kwalificatie.crebo] = _keep_skills(kwalificatie, older=older)
    return dict(sorted(found.items()))


def _keep_skills(kwalificatie: Kwalificatie, *, older: Kwalificatie | None) -> Kwalificatie:
    if older is None or kwalificatie.skills:
        return kwalificatie
    return replace(
        kwalificatie,
        skills=older.skills,
        skills_label=older.skills_label,
        skills_source=older.skills_source,
        description=kwalificatie.description or older.description,
    )


def _last_of(pairs: Iterable[tuple[str, RowT]]) -> list[RowT]:
    """Keep of each key the row that came last, in the order of the keys."""
    return [row for _, row in sorted(dict(pairs).items())]
