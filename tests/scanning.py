"""Listen through a whole test run for names of people: none may stand in a log or in an address.

What is listened to: each event that our code logs, before anything is taken out of it; each line of another
library; what a command writes to standard error; and each address that a client or a browser asks for. Every
test that makes one of these say a name fails (`tests.conftest`).
"""

import logging
import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any, Final
from urllib.parse import unquote_plus

import structlog

_GIVEN: Final = (
    *("Aaltje", "Bilal", "Cheyenne", "Driss", "Evelien", "Fadoua", "Gijsbert", "Hicham", "Imane", "Jolanthe"),
    *("Kayleigh", "Lubbert", "Mehmet", "Nadira", "Olivier", "Priscilla", "Quinten", "Rachida", "Siebren"),
    "Tsegay",
)
_FAMILY: Final = (
    *("Achterberg", "Boukhari", "Cornelisse", "Dijkgraaf", "Elzinga"),
    *("Fessehaye", "Groeneveld", "Hoogstraten", "Idrissi", "Kalkman"),
)
SEEDED: Final = tuple(f"{given} {family}" for given, family in product(_GIVEN, _FAMILY))
"""Two hundred names that nothing else is called."""

USED: Final = (
    *("Sam de Vries", "Noor Bakker", "Tom Ros", "Ilse Kok", "Bea Smit", "Ada Smit", "Bea Mol", "Ada Prins"),
    *("Noa Willems", "Noah Willems", "Hanneke Vos", "Karim Visser", "Lies Vos", "Fenna Mulder", "Ali Demir"),
    *("Sem Jansen", "Mila Bos", "Els Postma", "Bram Peters", "Tygo de Boer", "Omar Haddad", "Joost Mulder"),
    *("Alex Jansen", "Eva Bos", "Fatma Yildiz", "Samira Aydin", "Ruben de Wit", "Daan Kuiper", "Zoë Kok"),
    *("Iris Smit", "Lotte Smit", "Lena Vos", "Bo Vos", "Bo Kok", "Kim Bos", "Pim de Vries", "Wim Jansen"),
)
"""Who else is given something in our tests and in the demo."""

_GROWN: Final = r"[A-Z]\w+-\d+ (?:Verdwenen|Blijft)-\d+"
"""Who is made by the number, to be erased."""

_NAMES: Final = re.compile(
    "|".join([*map(re.escape, (*SEEDED, *USED)), _GROWN]).replace(r"\ ", r"[\s_+.-]*"), re.IGNORECASE
)
_FIRST: Final = tuple({each.lower().split()[0] for each in (*SEEDED, *USED)})
_LAST: Final = tuple({each.lower().split()[-1] for each in (*SEEDED, *USED)})
_OF_GROWN: Final = ("verdwenen", "blijft")


def named_in(text: str) -> set[str]:
    """Give the names that stand in a text, also as an address writes them.

    Nearly all that is heard has no two words of a name, which is told in a hundredth of the time.

    >>> named_in("GET /deelnemers?zoek=sam+de%20vries")
    {'sam de vries'}
    """
    said = unquote_plus(text)
    if not _may_name(said.lower()):
        return set()
    return {found[0] for found in _NAMES.finditer(said)}


def _may_name(said: str) -> bool:
    """Tell whether a first and a last word of names stand in it, or that of somebody who is to be erased."""
    has_both = any(each in said for each in _LAST) and any(each in said for each in _FIRST)
    return has_both or any(each in said for each in _OF_GROWN)


class Listener(logging.Handler):
    """Hear what is logged and what is asked for, and keep what names somebody."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.heard: list[str] = []

    def begin(self) -> None:
        """Listen: to other libraries, to who asks for an address, and to ourselves."""
        logging.getLogger().addHandler(self)
        asks = logging.getLogger("httpx")
        asks.setLevel(logging.INFO)
        asks.addFilter(self._hear_address)
        self.listen_to_us()

    def listen_to_us(self) -> None:
        """Hear each event of ours first; a test that logs as the service does is heard by its output."""
        if not structlog.is_configured():
            known = structlog.get_config()["processors"]
            structlog.configure(processors=[self._hear_event, *known])

    def emit(self, record: logging.LogRecord) -> None:
        """Hear a line of another library."""
        self.hear(f"{record.getMessage()} {record.exc_text or ''}", where=record.name)

    def hear(self, text: str, *, where: str) -> None:
        """Keep what names somebody."""
        if found := named_in(text):
            self.heard.append(f"{where}: {', '.join(sorted(found))} in {text[:400]}")

    def told(self) -> list[str]:
        """Give what was heard since, and forget it."""
        told, self.heard = self.heard, []
        return told

    def _hear_address(self, record: logging.LogRecord) -> bool:
        """Hear an address that is asked for; nobody else has to."""
        self.emit(record)
        return False

    def _hear_event(self, _logger: object, _name: str, event: Mapping[str, Any]) -> Mapping[str, Any]:
        if event.get("event") != "letter":  # the demo shows a letter where another service sends it
            self.hear(f"{dict(event)} {' '.join(_told_by(event.get('exc_info')))}", where="log")
        return event


def named_in_log(log: str) -> list[str]:
    """Give the lines of the log of a demo that name somebody; a letter is shown there and not sent."""
    return [line for line in log.splitlines() if '"event": "letter"' not in line and named_in(line)]


def _told_by(error: object) -> Iterator[str]:
    """Give what an error says, and what it came from."""
    while isinstance(error, BaseException):
        yield str(error)
        error = error.__cause__ or error.__context__


LISTENER: Final = Listener()
"""What listens to the tests of this process."""
