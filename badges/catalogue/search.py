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
from badges.catalogue.vocabulary import Vocabulary
from badges.catalogue.words import STOPWORDS, forms, separable_verbs, tokens

MAX_TEXT = 200
MAX_WORDS = 12

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
"""Of rows, by their number, how well they answer a word."""


@dataclass(frozen=True, slots=True)
class _Ranking:
    """Hold the best rows, how many words they answer, and which."""

    numbers: Sequence[int]
    most: int
    words: Mapping[int, Sequence[str]]
    scores: Scores


class Index:
    """Hold the words of all titles, made once; a search then looks words up and adds their weights."""

    def __init__(self, kwalificaties: Sequence[Kwalificatie], *, table: Everyday | None = None) -> None:
        self._rows = sorted(
            ((row, kwalificatie) for kwalificatie in kwalificaties for row in kwalificatie.werkprocessen),
            key=_place,
        )
        self._numbers: dict[str, list[int]] = defaultdict(list)
        self._table = everyday() if table is None else table
        self._titles: dict[str, Scores] = defaultdict(dict)
        for number, (werkproces, kwalificatie) in enumerate(self._rows):
            for key in (werkproces.crebo, f"{werkproces.crebo}/{werkproces.kerntaak_code}", werkproces.key):
                self._numbers[key].append(number)
            self._add(kwalificatie.name, weight=NAME, number=number)
            self._add(werkproces.kerntaak_title, weight=KERNTAAK, number=number)
            self._add(werkproces.title, weight=TITLE, number=number)
            for form in separable_verbs(werkproces.title):
                self._titles[form][number] = TITLE
        self._targets = self._targets_by_form()
        self._vocabulary = Vocabulary({*self._titles, *self._targets})

    def search(self, text: str, *, limit: int = 20) -> SearchResult:
        """Find werkprocessen; any text is fine, none is an error."""
        text = text[:MAX_TEXT]
        crebos, codes = set(_CREBO.findall(text)), {code.upper() for code in _CODE.findall(text)}
        if crebos or codes:
            return self._by_key(crebos, codes=codes, text=text, limit=limit)
        words = [token for token in dict.fromkeys(tokens(text)) if token not in STOPWORDS and len(token) > 1]
        found = {word: self._find(word) for word in words[:MAX_WORDS]}
        ranking = _rank(found)
        if ranking.numbers and ranking.most < len(found):
            wider = _rank({word: _merge([scores, self._parts(word)]) for word, scores in found.items()})
            ranking = wider if wider.most > ranking.most else ranking
        return SearchResult(
            hits=tuple(
                self._hit(number, words=ranking.words[number], score=ranking.scores[number])
                for number in ranking.numbers[: max(limit, 0)]
            ),
            total=len(ranking.numbers),
            advice=None if ranking.numbers else self._advise(text, words=words),
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
                for number in self._numbers.get(key, ())
            }
            for form in forms(word):
                for number, score in scores.items():
                    found[form][number] = max(found[form].get(number, 0.0), score)
        return found

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
        related = {known for form in forms(word) for known in self._vocabulary.related(form)}
        return self._scores(related, factor=PART)

    def _near(self, word: str) -> Scores:
        """Find `verzmaelen`."""
        near = {known for form in forms(word) for known in self._vocabulary.near(form)}
        return {} if word.isdigit() else self._scores(near, factor=TYPO)

    def _scores(self, words: Iterable[str], *, factor: float) -> Scores:
        found = (table[word] for word in words for table in (self._titles, self._targets) if word in table)
        return {number: score * factor for number, score in _merge(found).items()}

    def _by_key(self, crebos: set[str], *, codes: set[str], text: str, limit: int) -> SearchResult:
        numbers = [
            number
            for number, (row, _kwalificatie) in enumerate(self._rows)
            if (not crebos or row.crebo in crebos) and (not codes or codes & {row.code, row.kerntaak_code})
        ]
        asked = sorted(crebos | codes)
        return SearchResult(
            hits=tuple(self._hit(number, words=asked, score=TITLE) for number in numbers[: max(limit, 0)]),
            total=len(numbers),
            advice=None if numbers else _nothing(text.strip()),
        )

    def _hit(self, number: int, *, words: Sequence[str], score: float) -> Hit:
        werkproces, kwalificatie = self._rows[number]
        return Hit(werkproces=werkproces, kwalificatie=kwalificatie, words=tuple(words), score=score)

    def _advise(self, text: str, *, words: Sequence[str]) -> Advice:
        for word in words:
            advice = self._table.absent.get(word)
            if advice is not None:
                return Advice(nl=advice[0], en=advice[1])
        return _nothing(text.strip())


def _place(row: tuple[Werkproces, Kwalificatie]) -> tuple[int, str, tuple[tuple[str, int], ...]]:
    """Put the lower levels first: of hits that answer alike they fit most who ask here."""
    werkproces, kwalificatie = row
    return (kwalificatie.level or 9, werkproces.crebo, code_order(werkproces.code))


def _rank(found: Mapping[str, Scores]) -> _Ranking:
    """Keep the rows that answer most words, and sort them by how well they do."""
    words: dict[int, list[str]] = defaultdict(list)
    scores: Scores = defaultdict(float)
    for word, weights in found.items():
        for number, weight in weights.items():
            words[number].append(word)
            scores[number] += weight
    most = max((len(answered) for answered in words.values()), default=0)
    numbers = [number for number, answered in words.items() if len(answered) == most]
    numbers.sort(key=lambda number: (-scores[number], number))
    return _Ranking(numbers=numbers, most=most, words=words, scores=scores)


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
