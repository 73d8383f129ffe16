"""Show what an import would change, before it changes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from badges.catalogue.catalogue import Catalogue
from badges.catalogue.editions import digest
from badges.catalogue.model import Kwalificatie, Werkproces, code_order

Language = Literal["nl", "en"]

_WORDS = {
    "nl": {"added": "nieuw", "changed": "anders", "withdrawn": "vervallen", "none": "Er verandert niets."},
    "en": {"added": "new", "changed": "changed", "withdrawn": "withdrawn", "none": "Nothing changes."},
}


@dataclass(frozen=True, slots=True)
class Change:
    """Hold what one werkproces was and becomes; None on one side when it comes or goes."""

    crebo: str
    code: str
    kwalificatie: str
    old_title: str | None
    new_title: str | None


@dataclass(frozen=True, slots=True)
class Changes:
    """Hold what an import would do, each list by crebo and code."""

    kwalificaties: tuple[str, ...]
    """The crebos that come new."""
    added: tuple[Change, ...]
    changed: tuple[Change, ...]
    """Werkprocessen of which any part of the agreed text differs: badges from now on cite the new one."""
    withdrawn: tuple[Change, ...]
    """Werkprocessen that the new edition leaves out of a kwalificatie that it does hold."""

    def __bool__(self) -> bool:
        return bool(self.kwalificaties or self.added or self.changed or self.withdrawn)


Row = tuple[Werkproces, Kwalificatie]


def compare(old: Catalogue, new: Catalogue) -> Changes:
    """Compare two catalogues, such as one with the same one `with_edition`, werkproces by werkproces."""
    before, after = _rows(old), _rows(new)
    known = {kwalificatie.crebo for kwalificatie in old.kwalificaties}
    return Changes(
        kwalificaties=tuple(row.crebo for row in new.kwalificaties if row.crebo not in known),
        added=_changes(after.keys() - before.keys(), before=before, after=after),
        changed=_changes(
            {key for key in before.keys() & after.keys() if _digest(before[key]) != _digest(after[key])},
            before=before,
            after=after,
        ),
        withdrawn=_changes(before.keys() - after.keys(), before=before, after=after),
    )


def as_lines(changes: Changes, *, language: Language = "nl") -> list[str]:
    """Write changes for a person to read: a line of counts, then a line for each werkproces."""
    words = _WORDS[language]
    if not changes:
        return [words["none"]]
    parts = {"added": changes.added, "changed": changes.changed, "withdrawn": changes.withdrawn}
    lines = [", ".join(f"{len(rows)} {words[name]}" for name, rows in parts.items())]
    lines += [f"{words['added']}: kwalificatie {crebo}" for crebo in changes.kwalificaties]
    for name, rows in parts.items():
        lines += [f"{words[name]}: {_line(row)}" for row in rows]
    return lines


def _line(change: Change) -> str:
    where = f"{change.crebo}/{change.code} ({change.kwalificatie})"
    if change.old_title is not None and change.new_title is not None and change.old_title != change.new_title:
        return f"{where}: {change.old_title} -> {change.new_title}"
    return f"{where}: {change.new_title or change.old_title}"


def _rows(catalogue: Catalogue) -> Mapping[tuple[str, str], Row]:
    return {
        (werkproces.crebo, werkproces.code): (werkproces, kwalificatie)
        for kwalificatie in catalogue.kwalificaties
        for werkproces in kwalificatie.werkprocessen
    }


def _digest(row: Row) -> str:
    return digest(row[0], kwalificatie=row[1])


def _changes(
    keys: set[tuple[str, str]], *, before: Mapping[tuple[str, str], Row], after: Mapping[tuple[str, str], Row]
) -> tuple[Change, ...]:
    found = []
    for key in sorted(keys, key=lambda key: (key[0], code_order(key[1]))):
        old, new = before.get(key), after.get(key)
        change = Change(
            crebo=key[0],
            code=key[1],
            kwalificatie=(new or old or before[key])[1].name,
            old_title=old[0].title if old else None,
            new_title=new[0].title if new else None,
        )
        found.append(change)
    return tuple(found)
