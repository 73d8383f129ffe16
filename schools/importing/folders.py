"""Of whom a file is among those of many people, by its folders; what they leave in doubt is asked."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

from badges.texts import normalize

_Folder: TypeAlias = tuple[str, ...]
_GROUPS: Final = frozenset(
    {
        "badges",
        "bestanden",
        "bewijzen",
        "class",
        "cohort",
        "group",
        "groep",
        "jaar",
        "klas",
        "leerjaar",
        "lesgroep",
        "opleiding",
        "schooljaar",
        "team",
        "year",
    }
)


def persons_by_path(paths: Sequence[str]) -> list[str]:
    """Name for each path of whom it is by its folders; nobody, where none of them can be a person.

    A folder that holds everything, a class, a year or a pile (4A, klas 2B, 2026, bewijzen) is nobody. Where
    more than one may be the person, or one name stands in two classes, it is in doubt (`maybe`), and begins
    with a slash.
    """
    parts = [tuple(each.strip("/").split("/")[:-1]) for each in paths]
    count = _common(parts) if parts else 0
    own = [each[count:] for each in parts]
    people = {folder for each in set(own) for folder in _persons(each)}
    above = {folder[:end] for folder in people for end in range(1, len(folder))}
    places: dict[str, set[_Folder]] = {}
    for folder in people:
        places.setdefault(_same(folder[-1]), set()).add(folder)
    twice = {name for name, some in places.items() if len(some) > 1}
    return [_person(each, above=above, twice=twice) for each in own]


def maybe(person: str) -> list[str] | None:
    """List who it may be, where the folders leave it in doubt; None where they do not."""
    if not person.startswith("/"):
        return None
    return [name for before, name in pairwise(["-", *person[1:].split("/")]) if before and name]


def said_by_both(person: str, names: Iterable[str]) -> str | None:
    """Give the one name in a file that is also one of its folders, if there is one."""
    said = list(names)
    folders = {_same(each) for each in maybe(person) or ()}
    return said[0] if len(said) == 1 and _same(said[0]) in folders else None


def _person(folder: _Folder, *, above: set[_Folder], twice: set[str]) -> str:
    """Name whom a folder is of; with a slash before each name, and two before one that it cannot be."""
    found = _persons(folder)
    if not found:
        return ""
    if len(found) == 1 and found[0] not in above and _same(found[0][-1]) not in twice:
        return found[0][-1]
    likely = {each for each in found if _same(each[-1]) not in twice}
    ends = [folder[: end + 1] for end in range(len(folder))]
    return "".join(f"/{each[-1]}" if each in likely else f"//{each[-1]}" for each in ends if each[-1])


def _persons(folder: _Folder) -> list[_Folder]:
    """List the folders on the way that may be of a person."""
    ends = (folder[: end + 1] for end in range(len(folder)))
    return [each for each in ends if not _is_of_a_group(each[-1])]


def _is_of_a_group(name: str) -> bool:
    """Tell a class, a year or a pile: nothing is left of its name without numbers and words for those."""
    words = [each.strip("_-.()").casefold() for each in name.split()]
    return not any(each for each in words if each not in _GROUPS and not any(sign.isdigit() for sign in each))


def _same(name: str) -> str:
    """Write a name as it is compared: some systems write ë as two signs."""
    return " ".join(normalize(name).split()).casefold()


def _common(parts: Sequence[_Folder]) -> int:
    """Count the folders that hold everything."""
    first = min(parts, key=len)
    count = 0
    for place, name in enumerate(first):
        if any(each[place] != name for each in parts):
            break
        count = place + 1
    return count
