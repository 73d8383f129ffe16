"""Find werkprocessen by the words that people use at work.

Official titles say `Bereidt bakkerijproducten` where a baker says brood. So a query is held against the words
of the titles and against a table of everyday words that we write (`data/everyday.json`). A hit that has
nothing to do with the question is worse than none: of several words only what answers most of them is shown.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from badges.catalogue.everyday import Everyday, everyday
from badges.catalogue.model import Kwalificatie, Werkproces, code_order
from badges.catalogue.words import STOPWORDS, forms, tokens

MAX_TEXT = 200
MAX_WORDS = 12
SHORTEST_PART = 5
SHORTEST_TYPO = 5

TITLE, NAME, KERNTAAK = 4.0, 3.0, 2.0
EVERYDAY = 3.5
PART, TYPO = 0.5, 0.4

_CREBO = re.compile(r"(?<![0-9])[0-9]{5}(?![0-9])")
_CODE = re.compile(r"\b([BP][0-9]{1,2}-K[0-9]{1,2}(?:-W[0-9]{1,2})?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Advice:
    """Say why nothing was found, and what to do next."""

    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold a werkproces that answers the question, and the words of the question that it answers."""

    werkproces: Werkproces
    kwalificatie: Kwalificatie
    words: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Hold the hits, best first, how many there are in all, and advice where there are none."""

    hits: tuple[Hit, ...]
    total: int
    advice: Advice | None


Scores = dict[int, float]


class Index:
    """Hold the words of all titles, made once; a search then looks words up and adds their weights."""

    def __init__(self, kwalificaties: Sequence[Kwalificatie], *, table: Everyday | None = None) -> None:
        self._rows = [
            (row, kwalificatie) for kwalificatie in kwalificaties for row in kwalificatie.werkprocessen
        ]
        self._table = everyday() if table is None else table
        self._titles: dict[str, Scores] = defaultdict(dict)
        for number, (werkproces, kwalificatie) in enumerate(self._rows):
            self._add(kwalificatie.name, weight=NAME, number=number)
            self._add(werkproces.kerntaak_title, weight=KERNTAAK, number=number)
            self._add(werkproces.title, weight=TITLE, number=number)
        self._targets = self._targets_by_form()
        self._typos = _neighbours({*self._titles, *self._targets})

    def search(self, text: str, *, limit: int = 20) -> SearchResult:
        """Find werkprocessen; any text is fine, none is an error."""
        text = text[:MAX_TEXT]
        crebos, codes = set(_CREBO.findall(text)), {code.upper() for code in _CODE.findall(text)}
        if crebos or codes:
            return self._by_key(crebos, codes=codes, text=text, limit=limit)
        words = [token for token in dict.fromkeys(tokens(text)) if token not in STOPWORDS and len(token) > 1]
        found = {word: self._find(word) for word in words[:MAX_WORDS]}
        hits = self._rank(found)
        return SearchResult(
            hits=hits[: max(limit, 0)],
            total=len(hits),
            advice=None if hits else self._advise(text, words=words),
        )

    def _add(self, text: str, *, weight: float, number: int) -> None:
        for token in tokens(text):
            if token not in STOPWORDS and len(token) > 1:
                for form in forms(token):
                    scores = self._titles[form]
                    scores[number] = max(scores.get(number, 0.0), weight)

    def _targets_by_form(self) -> Mapping[str, Scores]:
        found: dict[str, Scores] = defaultdict(dict)
        for word, keys in self._table.targets.items():
            scores = {
                number: EVERYDAY - 0.1 * min(place, 10)
                for place, key in reversed(list(enumerate(keys)))
                for number in self._numbers(key)
            }
            for form in forms(word):
                for number, score in scores.items():
                    found[form][number] = max(found[form].get(number, 0.0), score)
        return found

    def _numbers(self, key: str) -> Iterable[int]:
        crebo, _, code = key.partition("/")
        for number, (werkproces, _kwalificatie) in enumerate(self._rows):
            if werkproces.crebo == crebo and code in {"", werkproces.kerntaak_code, werkproces.code}:
                yield number

    def _find(self, word: str) -> Scores:
        """Look a word up: as it is, else as part of a longer word, else as a typing error."""
        if word in self._table.absent:
            return {}
        for lookup in (self._exact, self._parts, self._near):
            found = lookup(word)
            if found:
                return found
        return {}

    def _exact(self, word: str) -> Scores:
        asked = forms(word)
        targets = _merge(self._targets[form] for form in asked if form in self._targets)
        if targets and word in self._table.only:
            return targets
        return _merge([targets, *(self._titles[form] for form in asked if form in self._titles)])

    def _parts(self, word: str) -> Scores:
        """Find `taart` in `appeltaart` and `inventaris` in `keukeninventaris`."""
        asked = [form for form in forms(word) if len(form) >= SHORTEST_PART]
        vocabularies: tuple[Mapping[str, Scores], ...] = (self._titles, self._targets)
        return _merge(
            _scaled(scores, factor=PART)
            for vocabulary in vocabularies
            for known, scores in vocabulary.items()
            if any(_is_part(form, known) for form in asked)
        )

    def _near(self, word: str) -> Scores:
        """Find `verzmaelen`: one letter too many, too few, another, or two that changed places."""
        if len(word) < SHORTEST_TYPO or word.isdigit():
            return {}
        edits = {edit for form in forms(word) if len(form) >= SHORTEST_TYPO for edit in _edits(form)}
        near = {known for edit in edits for known in self._typos.get(edit, ())}
        vocabularies: tuple[Mapping[str, Scores], ...] = (self._titles, self._targets)
        return _merge(
            _scaled(vocabulary[known], factor=TYPO)
            for vocabulary in vocabularies
            for known in near
            if known in vocabulary and known[0] == word[0]
        )

    def _rank(self, found: Mapping[str, Scores]) -> tuple[Hit, ...]:
        words: dict[int, list[str]] = defaultdict(list)
        scores: Scores = defaultdict(float)
        for word, weights in found.items():
            for number, weight in weights.items():
                words[number].append(word)
                scores[number] += weight
        most = max((len(answered) for answered in words.values()), default=0)
        best = [number for number, answered in words.items() if len(answered) == most]
        best.sort(key=lambda number: (-scores[number], self._place(number)))
        return tuple(self._hit(number, words=tuple(words[number]), score=scores[number]) for number in best)

    def _by_key(self, crebos: set[str], *, codes: set[str], text: str, limit: int) -> SearchResult:
        numbers = [
            number
            for number, (row, _kwalificatie) in enumerate(self._rows)
            if (not crebos or row.crebo in crebos) and (not codes or codes & {row.code, row.kerntaak_code})
        ]
        numbers.sort(key=self._place)
        asked = tuple(sorted(crebos | codes))
        hits = tuple(self._hit(number, words=asked, score=TITLE) for number in numbers)
        return SearchResult(
            hits=hits[: max(limit, 0)], total=len(hits), advice=None if hits else _nothing(text.strip())
        )

    def _place(self, number: int) -> tuple[int, str, tuple[tuple[str, int], ...]]:
        werkproces, kwalificatie = self._rows[number]
        return (kwalificatie.level or 9, werkproces.crebo, code_order(werkproces.code))

    def _hit(self, number: int, *, words: tuple[str, ...], score: float) -> Hit:
        werkproces, kwalificatie = self._rows[number]
        return Hit(werkproces=werkproces, kwalificatie=kwalificatie, words=words, score=score)

    def _advise(self, text: str, *, words: Sequence[str]) -> Advice:
        for word in words:
            if word in self._table.absent:
                nl, en = self._table.absent[word]
                return Advice(nl=nl, en=en)
        return _nothing(text.strip())


def _nothing(text: str) -> Advice:
    if not text:
        return Advice(
            nl="Typ een woord voor het werk, bijvoorbeeld 'inpakken'. Of kies eerst een beroep.",
            en="Type a word for the work, such as 'inpakken'. Or choose an occupation first.",
        )
    return Advice(
        nl=f"We vinden geen werkproces bij '{text}'. Probeer een ander woord, of kies eerst een beroep.",
        en=f"We find no werkproces for '{text}'. Try another word, or choose an occupation first.",
    )


def _merge(many: Iterable[Scores]) -> Scores:
    """Keep of each row its highest score."""
    merged: Scores = {}
    for scores in many:
        for number, score in scores.items():
            merged[number] = max(merged.get(number, 0.0), score)
    return merged


def _scaled(scores: Scores, *, factor: float) -> Scores:
    return {number: score * factor for number, score in scores.items()}


def _is_part(form: str, known: str) -> bool:
    """Tell whether one word is the begin or the end of the other; short words would be part of too much."""
    short, long = (form, known) if len(form) < len(known) else (known, form)
    return SHORTEST_PART <= len(short) < len(long) and (long.startswith(short) or long.endswith(short))


def _edits(word: str) -> set[str]:
    """Give a word and all that is left of it when one letter goes: two words one error apart share one."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _neighbours(vocabulary: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(vocabulary):
        if len(word) >= SHORTEST_TYPO:
            for edit in _edits(word):
                found[edit].append(word)
    return {edit: tuple(words) for edit, words in found.items()}
