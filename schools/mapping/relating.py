"""One statement of a badge and one werkproces: which rule joins them, and what that proves at most.

Pure: the same catalogue and steps give the same answer. Where the catalogue lacks what a rule needs there
is a `Doubt`, never a guess; where no rule applies, None.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from badges.catalogue.catalogue import Catalogue
from badges.catalogue.model import Entry, Werkproces
from badges.errors import CatalogueError
from badges.strictjson import JsonObject
from badges.wording import Sentence
from schools.mapping.rules import Rule, Rulebook, Strength
from schools.mapping.statements import CodeSaid, LinkedByHand, Statement, WerkprocesSaid
from schools.mapping.steps import Key, Step


@dataclass(frozen=True, slots=True)
class Match:
    """Hold that a statement reaches a werkproces: by which rule, on whose word, and what it proves."""

    key: Key
    rule: Rule
    most: Strength
    source: str
    note: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """Hold that a statement points at a whole target, which proves nothing of it."""

    rule: Rule
    source: str
    about: str

    def as_json(self) -> JsonObject:
        """Give the hint as it is shown."""
        return {"rule": self.rule.code, "source": self.source, "about": self.about}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Hold what is unknown, so that a rule cannot be used."""

    rule: Rule
    unknown: Sentence

    def as_json(self) -> JsonObject:
        """Give the doubt as it is shown."""
        return {"rule": self.rule.code, "unknown": self.unknown.as_json()}


Related: TypeAlias = Match | Doubt | None


@dataclass(frozen=True, slots=True)
class Known:
    """Hold what the rules may look at."""

    catalogue: Catalogue
    steps: Mapping[Key, tuple[Step, ...]]
    book: Rulebook

    def entry(self, key: Key) -> Entry | None:
        """Give a werkproces as the catalogue has it, or had it last."""
        try:
            return self.catalogue.last_entry(*key)
        except CatalogueError:
            return None


def relate(said: Statement, target: Entry, *, known: Known) -> Related:
    """Say how a statement and a werkproces are joined, by the strongest rule that does."""
    match said:
        case LinkedByHand():
            return _by_hand(said, target, known=known)
        case WerkprocesSaid():
            return _related(said, target, own=_own(said, known=known), known=known)
        case CodeSaid():
            return _of_a_code(said, target, known=known)
    return None


def same_words(one: Werkproces, other: Werkproces) -> bool:
    """Tell whether two werkprocessen say the same of the work; codes and kwalificaties may differ."""
    return _words(one) == _words(other)


def _words(of: Werkproces) -> tuple[str | None, ...]:
    return (of.title, of.description, of.result, of.behaviour, of.kerntaak_title)


def _by_hand(said: LinkedByHand, target: Entry, *, known: Known) -> Match | None:
    if (said.crebo, said.code) != key_of(target):
        return None
    rule = known.book.rules["met-de-hand"]
    source = f"{said.by}, {said.on.isoformat()}: {said.reason}"
    return Match(key_of(target), rule, most=Strength.AANGETOOND, source=source)


def _of_a_code(said: CodeSaid, target: Entry, *, known: Known) -> Related:
    """Read a code beside the one programme of the badge; beside none or several it means nothing sure."""
    rule = known.book.rules["opleidingscode"]
    if len(said.programmes) != 1:
        return Doubt(rule, _NO_CREBO if not said.programmes else _MORE_PROGRAMMES)
    whole = WerkprocesSaid(said.programmes[0], said.code, title=said.title)
    entry = known.entry((whole.crebo, whole.code))
    if entry is None:
        return Doubt(rule, not_in_catalogue(whole))
    own = Match(key_of(entry), rule, most=Strength.DEELS, source=_told(entry))
    return _related(whole, target, own=own, known=known)


def _own(said: WerkprocesSaid, *, known: Known) -> Match | None:
    """Join a statement with its own werkproces: by the text that was agreed, where the badge names one."""
    entry = known.entry((said.crebo, said.code))
    if entry is None:
        return None
    rules, key = known.book.rules, key_of(entry)
    if said.digest == entry.digest:
        return Match(key, rules["exact"], most=Strength.AANGETOOND, source=_told(entry))
    agreed = _agreed(said, known=known)
    if agreed is None:
        return Match(
            key, rules["tekst-onbekend"], most=Strength.DEELS, source=_told(entry), note=_title(said, entry)
        )
    source = f"{_told(entry)}; afgesproken: editie {agreed.made}, tekst {agreed.digest}"
    same = same_words(agreed.werkproces, entry.werkproces)
    rule = rules["zelfde-woorden" if same else "andere-woorden"]
    return Match(key, rule, most=rule.most or Strength.DEELS, source=source)


def _agreed(said: WerkprocesSaid, *, known: Known) -> Entry | None:
    if said.digest is None:
        return None
    try:
        return known.catalogue.edition(said.crebo, said.code, said.digest)
    except CatalogueError:
        return None


def _related(said: WerkprocesSaid, target: Entry, *, own: Match | None, known: Known) -> Related:
    if own is not None and own.key == key_of(target):
        return own
    stepped = _stepped(said, target, known=known)
    if stepped is not None:
        return stepped
    if own is None:
        return Doubt(known.book.rules["exact"], not_in_catalogue(said))
    entry = known.entry(own.key)
    if entry is None or said.code != target.werkproces.code:
        return None
    return _succeeded(entry, target, own=own, known=known) or _sister(entry, target, own=own, known=known)


def _stepped(said: WerkprocesSaid, target: Entry, *, known: Known) -> Match | None:
    """Follow a step that a source tells."""
    for step in known.steps.get((said.crebo, said.code), ()):
        if step.new == key_of(target):
            return Match(step.new, known.book.rules["stap"], most=Strength.DEELS, source=step.source)
    return None


def _succeeded(entry: Entry, target: Entry, *, own: Match, known: Known) -> Related:
    """Follow a successor that the catalogue names; which werkproces became which, it does not tell."""
    crebo = target.werkproces.crebo
    if entry.kwalificatie.successor != crebo:
        return None
    rule = known.book.rules["opvolger"]
    if not same_words(entry.werkproces, target.werkproces):
        return Doubt(rule, _OTHER_SUCCESSOR)
    source = f"{entry.kwalificatie.source}: {entry.kwalificatie.crebo} is opgevolgd door {crebo}"
    return Match(key_of(target), rule, most=Strength.DEELS.at_most(own.most), source=source)


def _sister(entry: Entry, target: Entry, *, own: Match, known: Known) -> Related:
    """Join two kwalificaties of one dossier by the basisdeel that they share."""
    if not entry.werkproces.code.startswith("B") or not same_words(entry.werkproces, target.werkproces):
        return None
    rule = known.book.rules["zuster"]
    dossier, other = entry.kwalificatie.dossier_crebo, target.kwalificatie.dossier_crebo
    if dossier is None or other is None:
        unknown = entry.kwalificatie.crebo if dossier is None else target.kwalificatie.crebo
        return Doubt(rule, _no_dossier(unknown))
    if dossier != other:
        return None
    told = f"dossier {dossier} ({entry.kwalificatie.dossier_name}); {entry.kwalificatie.source}"
    joined = Match(key_of(target), rule, most=own.most, source=f"{told}; {_told(target)}", note=own.note)
    unchecked = [each.kwalificatie.crebo for each in (entry, target) if not each.kwalificatie.verified]
    return replace(joined, most=Strength.DEELS, note=_unchecked(unchecked[0])) if unchecked else joined


def candidates(said: Statement, *, known: Known) -> Iterator[Key]:
    """Give every werkproces that a rule may join with a statement, the own one first."""
    match said:
        case LinkedByHand() | WerkprocesSaid():
            crebo, code = said.crebo, said.code
        case CodeSaid(programmes=(only,)):
            crebo, code = only, said.code
        case _:
            return
    yield crebo, code
    if isinstance(said, LinkedByHand):
        return
    yield from (step.new for step in known.steps.get((crebo, code), ()))
    try:
        kwalificatie = known.catalogue.kwalificatie(crebo)
    except CatalogueError:
        return
    if kwalificatie.successor:
        yield kwalificatie.successor, code
    yield from ((sister.crebo, code) for sister in known.catalogue.sisters(crebo))


def key_of(entry: Entry) -> Key:
    """Give crebo and code."""
    return entry.werkproces.crebo, entry.werkproces.code


def not_in_catalogue(said: WerkprocesSaid) -> Sentence:
    """Say that the catalogue does not know a werkproces, so that no rule can go on from it."""
    return Sentence(
        f"{said.crebo[:5]}/{said.code} staat niet in de catalogus. Of het is opgevolgd, weten wij niet.",
        f"{said.crebo[:5]}/{said.code} is not in the catalogue. Whether it was succeeded, we do not know.",
    )


def _told(entry: Entry) -> str:
    """Name who told of a werkproces, and which text."""
    return f"{entry.kwalificatie.source} (editie {entry.made}, tekst {entry.digest})"


def _title(said: WerkprocesSaid, entry: Entry) -> Sentence | None:
    """Say whether a badge at least calls the work by the same title."""
    if said.title is None:
        return None
    if said.title == entry.werkproces.title:
        return Sentence("De titel in het bewijs is gelijk.", "The title in the badge is the same.")
    return Sentence("De titel in het bewijs is anders.", "The title in the badge is another one.")


def _no_dossier(crebo: str) -> Sentence:
    return Sentence(
        f"De tekst is gelijk, maar bij welk dossier {crebo} hoort, weten wij niet.",
        f"The text is the same, but to which dossier {crebo} belongs, we do not know.",
    )


def _unchecked(crebo: str) -> Sentence:
    return Sentence(
        f"Wat de catalogus van {crebo} zegt, is niet nagekeken.",
        f"What the catalogue says of {crebo} was not checked.",
    )


_NO_CREBO = Sentence(
    "Het bewijs noemt een code zonder crebo. Een code alleen zegt niets.",
    "The badge names a code without a crebo. A code alone says nothing.",
)
_MORE_PROGRAMMES = Sentence(
    "Het bewijs noemt een code en meer dan één opleiding. Bij welke de code hoort, weten wij niet.",
    "The badge names a code and more than one programme. To which the code belongs, we do not know.",
)
_OTHER_SUCCESSOR = Sentence(
    "Dit is de opvolger, maar de tekst is anders. Welk werkproces het werd, weten wij niet.",
    "This is the successor, but the text is another. Which werkproces it became, we do not know.",
)
