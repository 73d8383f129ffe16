"""The newest list of each issuer that was checked: a host cannot go back to an older one (security T28)."""

from collections import OrderedDict
from collections.abc import Container
from itertools import chain

from verifier.needs import Answers, Found, ListName, Need, Purpose
from verifier.report import ListSeen

CACHED_LISTS = 64


class ListsSeen:
    """Remember them, the most recently checked ones.

    Lists of issuers that a register knows have places of their own: anybody can make lists of a stranger,
    and many of those would push out the others.
    """

    def __init__(self, *, size: int = CACHED_LISTS) -> None:
        self._of_known: OrderedDict[ListName, tuple[ListSeen, Found]] = OrderedDict()
        self._of_strangers: OrderedDict[ListName, tuple[ListSeen, Found]] = OrderedDict()
        self._size = size

    def known(self, urls: Container[str]) -> dict[ListName, Found]:
        """Give the lists at these addresses, for an examination to fall back on."""
        everything = chain(self._of_strangers.items(), self._of_known.items())
        return {name: found for name, (_, found) in everything if name.url in urls}

    def keep_those_of(self, answers: Answers, *, seen: tuple[ListSeen, ...]) -> None:
        """Remember the lists that were checked for a report, as they were fetched for it."""
        for each in seen:
            for purpose in (Purpose.STATUS_LIST, Purpose.REVOCATION_LIST):
                found = answers.found.get(Need(purpose, each.url))
                if isinstance(found, Found):
                    self._keep(each, found, answers=answers)

    def _keep(self, seen: ListSeen, found: Found, *, answers: Answers) -> None:
        """Remember a list, unless a newer one is known; the one of longest ago makes place."""
        name = ListName(seen.issuer, seen.url)
        lists = self._of_strangers if answers.issuers.get(seen.issuer) is None else self._of_known
        known = lists.pop(name, None)
        newer = known is not None and known[0].valid_from > seen.valid_from
        lists[name] = known if known is not None and newer else (seen, found)
        while len(lists) > self._size:
            lists.popitem(last=False)
