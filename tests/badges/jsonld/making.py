"""What documents are made of: texts, IRIs, numbers, some keys and not others.

All choices come from one `Random` with a seed, which names the document.
"""

from collections.abc import Callable
from random import Random

from hypothesis import strategies as st

from badges.strictjson import Json, JsonObject

Make = Callable[["Documents"], Json]

SEEDS = st.integers(0, 2**64 - 1)
"""Far cheaper than to let hypothesis make each choice; what fails is named by its number."""

# fmt: off
WORDS = (
    "orders", "Sam de Vries", "met hulp", "25774/B1-K2-W1", "naïef café", "x", " ", "", "1", "false", "@id",
    "id", 'hij zei "ja"', "terug\\slag", "regel\neen\r\ntwee", "tab\tteken", "\b\f\x00\x01\x1f\x7f",
    "\x80\x9f\xa0\xad", "😀 orders 🧑‍🔧", "\U0001d518\U0010ffff", "עברית", "العربية ١٢٣", "\u202eom\u202c",
    "\u2028\u2029\u0085", "\ufeff\ufffd", "\uff21\uffee", "Ａ", "ﬁ ﬀ", "e\u0301", "日本語", "<b>&amp;</b>",
    "%s %% {0}", "_:b0", "_:c14n0", "=1+1", "\ufffe", "in\uffff", "^^<x>@nl .",
)
# fmt: on
# fmt: off
PLACES = (
    "https://bewijs.voorbeeld/{0}", "https://bewijs.voorbeeld:8443/a/b?c={0}#d",
    "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-{0:012x}", "did:web:bewijs.voorbeeld%3A8443:organisaties:{0}",
    "did:key:z6Mk{0}#z6Mk{0}", "mailto:sam{0}@voorbeeld.nl", "https://voorbeeld.nl/é/日本/{0}",
    "urn:x:%C3%A9:{0}", "data:image/png;base64,iVBORw0KGgo={0}", "tag:a,2026:{0}",
    "http://[2001:db8::{0:x}]/", "https://a@b.nl/{0}", "x:{0}", "HTTPS://A.NL/{0}", "urn:x-\U0001f600:{0}",
)
# fmt: on


class Documents:
    """Make documents with the choices of one `Random`."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.count = 0

    def text(self) -> str:
        """Make a text of one to three words of any script, with all characters that need escaping."""
        return "".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, 3)))

    def iri(self) -> str:
        """Make an absolute IRI; now and then one that was there before."""
        self.count += self.random.randint(0, 4) > 0
        return self.random.choice(PLACES).format(self.count)

    def moment(self) -> str:
        """Make a point in time."""
        return f"20{self.random.randint(10, 40)}-06-26T14:05:00{self.random.choice(('Z', '+02:00', '.123Z'))}"

    def number(self) -> int | float:
        """Make a number: mostly an integer."""
        return self.random.choice(
            (0, 1, 2, 3, 4, 5, 52, 60, 240, 300, -1, -52, 9_007_199_254_740_991, 3.5, 1.0, 10**16)
        )

    def many(self, make: Make) -> Json:
        """Make one to three of the same, as a list or, where it is one, now and then bare."""
        values = [make(self) for _ in range(self.random.randint(1, 3))]
        return values[0] if len(values) == 1 and self.random.randint(0, 2) == 0 else values

    def some(self, node: JsonObject, /, *, texts: str = "", **optional: Make) -> JsonObject:
        """Add some of the optional keys; `texts` names those that hold a text."""
        optional |= dict.fromkeys(texts.split(), text)
        threshold = self.random.choice((0, 3, 5, 7, 10))
        for key, make in optional.items():
            if self.random.randint(0, 9) < threshold:
                node[key] = make(self)
        keys = list(node)
        if self.random.randint(0, 3) == 0:
            self.random.shuffle(keys)
        return {key: node[key] for key in keys}

    def typed(self, name: str, /, *, texts: str = "", **optional: Make) -> JsonObject:
        """Make a node of one type, with some of its keys."""
        types: Json = name if self.random.randint(0, 2) == 0 else [name]
        if self.random.randint(0, 30) == 0:
            types = [name, self.iri()]
        return self.some({"type": types}, texts=texts, **optional)


def from_seed(seed: int) -> Documents:
    """Make documents with the choices that belong to this number."""
    return Documents(Random(seed))  # noqa: S311 -- reproducible, not secret


def text(make: Documents) -> Json:
    """Make a text."""
    return make.text()


def iri(make: Documents) -> Json:
    """Make an absolute IRI."""
    return make.iri()


def moment(make: Documents) -> Json:
    """Make a point in time."""
    return make.moment()


def number(make: Documents) -> Json:
    """Make a number."""
    return make.number()


def truth(make: Documents) -> Json:
    """Make a truth value."""
    return make.random.choice((True, False))


def many(one: Make) -> Make:
    """Make several."""
    return lambda make: make.many(one)
