"""Cut Dutch text into words to compare: no accents, capitals or hyphens, verbs and plurals brought together."""

import re
import unicodedata
from collections.abc import Iterator

SHORTEST_STEM = 3

STOPWORDS = frozenset(
    """aan af als bij bijv bijvoorbeeld binnen buiten dat de deze die dit door een eigen eenvoudige en er
    gericht haar heb heeft het hij hoe hun ik in is iets je jij jouw kan kun kunnen mag maken maakt maak
    met mijn moet na naar niet nog of om omgaan ook op over per rond t te ten ter tot uit
    uitvoeren uitvoert van veel via voert voor voeren waar wat we wel werk werken werkt wie wij worden wordt
    zelf zich zijn ze zij doen doet doe mee tbv mbt evt nodig weer heel goed graag wil leren leer alle alles
    """.split()  # noqa: SIM905 -- sixty quoted words would hide which they are
)

_WORD = re.compile(r"[a-z0-9]+")
_ENDINGS = ("ende", "en", "t", "e", "s")
_LAST_LETTER = {"v": "f", "z": "s"}


def fold(text: str) -> str:
    """Write text small and without accents: `Creëert` becomes `creeert`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def tokens(text: str) -> Iterator[str]:
    """Give the words of a text in their order, folded; hyphens, slashes and brackets part them."""
    return iter(_WORD.findall(fold(text)))


def forms(token: str) -> frozenset[str]:
    """Give the forms under which a word is found: `verzamelt` and `verzamelen` share `verzamel`.

    A word keeps its own form beside the stripped ones, so `klant` is found by `klanten` although its t is
    no ending of a verb.
    """
    found = {token}
    for ending in _ENDINGS:
        stem = token.removesuffix(ending)
        if stem != token and len(stem) >= SHORTEST_STEM and _may_strip(stem, ending=ending):
            found.add(stem)
    return frozenset({token, *(_spell(form) for form in found)})


def _may_strip(stem: str, *, ending: str) -> bool:
    """Keep the s of `huis`, `plaats` and `proces`: it is no plural."""
    return ending != "s" or (stem[-1] not in "aeioust" and not stem.endswith("ij")) or stem.endswith("ine")


def _spell(form: str) -> str:
    """Undo what Dutch spelling does to a stem: maak-maken, pak-pakken, schrijf-schrijven, reis-reizen."""
    if len(form) >= SHORTEST_STEM and form[-1] == form[-2] and form[-1] not in "aeiou":
        form = form[:-1]
    if len(form) > SHORTEST_STEM and form[-2] == form[-3] and form[-2] in "aeou" and form[-1] not in "aeiou":
        form = form[:-2] + form[-1]
    return form[:-1] + _LAST_LETTER.get(form[-1], form[-1])
