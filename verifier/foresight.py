"""Guess what a badge will want, from what others of the same addresses wanted: then one look is enough.

A guess is made on bytes that nobody has read yet. When it is wrong it costs a look in what we know, and no
more: nobody else is ever asked for a guess, and no check sees what it did not ask for.
"""

import re
from collections import OrderedDict
from collections.abc import Callable
from itertools import islice
from typing import TypeAlias

from verifier.needs import Identity, Need, Wanted

IsNear: TypeAlias = Callable[[Need], bool]
"""Tells whether something is known here, so that nobody else is asked for it."""

LOOKED_AT = 16 * 1024
"""So many bytes are looked at: a badge of one person is smaller, and of a larger thing less is gained."""

MOST_NAMES = 1_000
LONGEST_NAME = 300
"""A longer one would not be found again; whoever writes a badge may make it as long as a badge is."""

MOST_GUESSES = 16
"""Fewer than may be fetched for a badge, which counts these too: somebody made us learn them."""

_NAME = re.compile(rb'"((?:did:web:|https?://)[^"\\#\s]{1,300})')
_ID = re.compile(rb'"id"\s{0,8}:\s{0,8}"([^"\\\s]{1,300})"')


def nowhere(_: Need) -> bool:
    """Know nothing near by: then nothing is guessed."""
    return False


class Foresight:
    """Remember as what addresses were asked for lately; those of longest ago make place."""

    def __init__(self, is_near: IsNear, *, size: int = MOST_NAMES) -> None:
        self._is_near = is_near
        self._asked: OrderedDict[str, Wanted] = OrderedDict()
        self._size = size

    def learn(self, asked: Wanted) -> None:
        """Remember what was asked for a badge."""
        for need in asked.needs:
            self._about(need.address).needs[need] = None
        for issuer in asked.issuers:
            self._about(issuer).issuers[issuer] = None

    def expect(self, raw: bytes) -> Wanted:
        """Guess what these bytes will want, of what is near."""
        head = raw[:LOOKED_AT]
        names = dict.fromkeys(match[1].decode(errors="replace") for match in _NAME.finditer(head))
        known = list(islice((self._asked[name] for name in names if name in self._asked), MOST_GUESSES))
        near = (need for each in known for need in each.needs if self._is_near(need))
        needs = list(islice(near, MOST_GUESSES))
        issuers = [issuer for each in known for issuer in each.issuers]
        first = _ID.search(head) if issuers else None
        id_ = first[1].decode(errors="replace") if first else None
        identities = [Identity(issuer, id_) for issuer in issuers] if id_ else []
        return Wanted(dict.fromkeys(needs), dict.fromkeys(issuers), dict.fromkeys(identities))

    def _about(self, name: str) -> Wanted:
        """Give what is remembered of an address; of one that is too long, nothing stays."""
        if len(name) > LONGEST_NAME:
            return Wanted()
        wanted = self._asked.setdefault(name, Wanted())
        self._asked.move_to_end(name)
        while len(self._asked) > self._size:
            self._asked.popitem(last=False)
        return wanted
