"""Cut Dutch text into words to compare: no accents, capitals or hyphens, verbs and plurals as one."""

import re
import unicodedata
from collections.abc import Iterator

SHORTEST_STEM = 3

STOPWORDS = frozenset(
    """aan af als bij bijv bijvoorbeeld binnen buiten dat de deze die dit door een eigen eenvoudige en er
    gericht haar heb heeft het hij hoe hun ik in is iets je jij jouw kan kun kunnen mag maken maakt maak
    met mijn moet na naar niet nog of om omgaan ook op over per rond t te ten ter tot uit
    uitvoeren uitvoert van veel via voert voor voeren waar wat we wel werk werken werkt wie wij worden wordt
    zelf zich zijn ze zij doen doet doe mee tbv mbt evt nodig weer
    zet zetten geef geven heel goed graag wil leren leer alle alles
    """.split()  # noqa: SIM905 -- a hundred quoted words would hide which they are
)

_WORD = re.compile(r"[a-z0-9]+")
_OPEN_ENDINGS = ("ende", "en", "e")
_PLAIN_ENDINGS = ("t", "s")
_VOWELS = "aeiouy"
_PREFIXES = frozenset({"aan", "af", "door", "in", "klaar", "mee", "op", "schoon", "uit", "voor"})
_LAST_LETTER = {"v": "f", "z": "s"}


def fold(text: str) -> str:
    """Write text small and without accents: `Creëert` becomes `creeert`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def tokens(text: str) -> Iterator[str]:
    """Give the words of a text in their order, folded; hyphens, slashes and brackets part them.

    `Creëert` and `creëren` differ by an e too many once the accents are gone: three in a row become two.
    """
    return iter(_WORD.findall(fold(text).replace("eee", "ee")))


def forms(token: str) -> frozenset[str]:
    """Give the forms under which a word is found: `verzamelt` and `verzamelen` share `verzamel`.

    A word keeps its own form beside the stripped ones, so `klant` is found by `klanten` although its t is
    no ending of a verb.
    """
    found = {token}
    for ending in _OPEN_ENDINGS:
        stem = token.removesuffix(ending)
        if stem != token and len(stem) >= SHORTEST_STEM:
            found.update(_closed(stem))
    for ending in _PLAIN_ENDINGS:
        stem = token.removesuffix(ending)
        if stem != token and len(stem) >= SHORTEST_STEM and (ending == "t" or _is_plural(stem)):
            found.add(stem)
    return frozenset(found)


def separable_verbs(title: str) -> Iterator[str]:
    """Put together what a title parts: `Ruimt de werkplek op` is found by `opruimen`."""
    words = list(tokens(title))
    for place, verb in enumerate(words):
        if verb.endswith("t"):
            for prefix in _PREFIXES.intersection(words[place + 1 :]):
                yield from (prefix + form for form in forms(verb))


def _is_plural(stem: str) -> bool:
    """Keep the s of `huis`, `plaats` and `proces`: it is no plural; that of `machines` is."""
    return stem.endswith("ine") or (stem[-1] not in "aeioust" and not stem.endswith("ij"))


def _closed(stem: str) -> Iterator[str]:
    """Spell a stem as Dutch does without its ending: mak(en) is maak, pakk(en) pak, schrijv(en) schrijf.

    An e may be a long one (controleer) or a mute one (verzamel): both are tried.
    """
    last = _LAST_LETTER.get(stem[-1], stem[-1])
    if stem[-1] in _VOWELS:
        yield stem
    elif stem[-1] == stem[-2]:
        yield stem[:-1]
    elif stem[-2] in "aeou" and stem[-3] not in _VOWELS:
        yield stem[:-1] + stem[-2] + last
        if stem[-2] == "e":
            yield stem[:-1] + last
    else:
        yield stem[:-1] + last
