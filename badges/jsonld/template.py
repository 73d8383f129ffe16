"""The issuing engine: what does not change between two badges of one achievement is kept finished.

A template is compiled from an example with marks in its slots; the walker walks it once. To issue is then
to fill the holes: a join for the JSON, the hashes of the blank nodes that changed, and one short sort.
Every template is tried against both other engines, with hostile values, before it may be used.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

import orjson

from badges import jsonpointer
from badges.errors import InvalidValueError, RelativeIriError, TemplateError
from badges.jsonld import reference, walker
from badges.jsonld.blank import Blank
from badges.jsonld.iris import is_absolute_iri
from badges.jsonld.nquads import escape, needs_escape
from badges.jsonld.pattern import AnyPattern, Holes, Pattern, block
from badges.strictjson import Json, JsonObject

_HOSTILE = '"\\\n\r\t\b\f\x00\x1f\x7f %s %% {0} <urn:x> _:c14n0 é \u2028 \u05d0 \uff21 \U0001f600 '


class Filled(NamedTuple):
    """Hold a document as compact JSON, and its canonical N-Quads."""

    json: bytes
    nquads: bytes


class Template:
    """Fill the slots of one document; make it with `compile`. Safe to share between threads."""

    __slots__ = (
        "_blanks",
        "_blocks",
        "_fixed_blocks",
        "_fixed_hashes",
        "_fixed_subjects",
        "_iris",
        "_labels",
        "_names",
        "_pieces",
        "_pointers",
        "_subjects",
    )

    def __init__(self, example: JsonObject, *, slots: Mapping[str, str]) -> None:
        """Split the example into what stays and what changes; use `compile`, which also tries it."""
        holes = Holes()
        self._names = _in_order(example, slots, holes)
        self._pointers = {name: slots[name] for name in self._names}
        marks = {name: holes.mark(number) for number, name in enumerate(self._names)}
        marked = with_values(example, slots=self._pointers, values=marks)
        found = walker.walk(marked)
        self._pieces = [piece.encode() for piece in holes.split(orjson.dumps(marked).decode())]
        for piece in range(1, 2 * len(self._names), 2):
            self._pieces.insert(piece, b"")
        self._keep_blanks(found, holes)
        self._keep_groups(found, holes)
        used = "".join([*found.groups, *(rest for rests in found.groups.values() for rest in rests)])
        used += "".join(rest for blank in found.blanks for rest in blank.rests)
        self._iris = [number for number, name in enumerate(self._names) if f"<{marks[name]}>" in used]

    @classmethod
    def compile(cls, example: JsonObject, *, slots: Mapping[str, str]) -> "Template":
        """Make a template; `slots` gives the JSON pointer of a text in the example for each name.

        Raises:
            TemplateError: a slot is no text of the example, or the engines disagree.
            JsonLdError: the walker or the reference refuses the example.
        """
        template = cls(example, slots=slots)
        template._try(example)
        return template

    def fill(self, values: Mapping[str, str]) -> Filled:
        """Write the document with these values, as JSON and as canonical N-Quads.

        Raises:
            TemplateError: a slot has no value, or there is no such slot.
            JsonLdError: a value that the walker would refuse too.
        """
        texts = self._texts(values)
        encoded = self._encoded(texts)
        pieces = self._pieces.copy()
        pieces[1::2] = [text[1:-1] for text in encoded]
        json = b"".join(pieces)
        nquads = self._nquads(texts, b"".join(encoded))
        return Filled(json, walker.canonicalize(orjson.loads(json)) if nquads is None else nquads)

    def _texts(self, values: Mapping[str, str]) -> list[str]:
        try:
            texts = [values[name] for name in self._names]
        except KeyError as error:
            raise TemplateError(f"The slot {error} has no value") from None
        if len(values) != len(texts):
            raise TemplateError(f"There are no slots {sorted(values.keys() - {*self._names})}")
        for number in self._iris:
            text = texts[number]
            if type(text) is not str or not is_absolute_iri(text):
                raise RelativeIriError(f"{str(text)[:200]} is no absolute IRI", pointer=self._pointer(number))
        return texts

    def _encoded(self, texts: list[str]) -> list[bytes]:
        encoded = []
        for number, text in enumerate(texts):
            if type(text) is not str:
                raise InvalidValueError("A slot takes a text", pointer=self._pointer(number))
            try:
                encoded.append(orjson.dumps(text))
            except TypeError:
                raise InvalidValueError("This text is no Unicode", pointer=self._pointer(number)) from None
        return encoded

    def _nquads(self, texts: list[str], encoded: bytes) -> bytes | None:
        """Fill all blocks; None where the values make two nodes one, or alike: then the walker must look."""
        subjects = {texts[number] for number in self._subjects}
        if len(subjects) != len(self._subjects) or not subjects.isdisjoint(self._fixed_subjects):
            return None
        values = [escape(text) for text in texts] if needs_escape(encoded) else texts
        hashes = self._fixed_hashes.copy()
        for pattern, number in self._blanks:
            hashes[sha256(pattern.fill(values).encode()).hexdigest()] = number
        if len(hashes) != len(self._labels):
            return None
        labels = [""] * len(hashes)
        for digest, label in zip(sorted(hashes), self._labels, strict=True):
            labels[hashes[digest]] = label
        values = values + labels
        lines = self._fixed_blocks + [pattern.fill(values) for pattern in self._blocks]
        lines.sort()
        return "".join(lines).encode()

    def _pointer(self, number: int) -> str:
        return self._pointers[self._names[number]]

    def _keep_blanks(self, found: walker.Walk, holes: Holes) -> None:
        self._fixed_hashes: dict[str, int] = {}
        self._blanks: list[tuple[AnyPattern, int]] = []
        for number, blank in enumerate(found.blanks):
            pattern = _hash_pattern(blank, holes)
            if isinstance(pattern, Pattern) and pattern.pick is None:
                self._fixed_hashes[sha256(pattern.text.encode()).hexdigest()] = number
            else:
                self._blanks.append((pattern, number))
        self._labels = [f"_:c14n{number}" for number in range(len(found.blanks))]

    def _keep_groups(self, found: walker.Walk, holes: Holes) -> None:
        """Make a block of each subject; the labels are holes after those of the slots."""
        first = len(self._names)
        label = {blank: holes.mark(first + number) for number, blank in enumerate(found.blanks)}
        for rests, link, child in found.links:
            rests.append(f"{link}{label[child]} .\n")
        groups = {subject: rests for subject, rests in found.groups.items() if rests}
        numbers = [holes.numbers(subject) for subject in groups]
        self._subjects = [number[0] for number in numbers if number]
        self._fixed_subjects = frozenset(subject[1:-1] for subject in groups if not holes.numbers(subject))
        for blank in found.blanks:
            links = [f"{link}{label[child]} .\n" for link, child in blank.children]
            if blank.rests or links:
                groups[label[blank]] = blank.rests + links
        patterns = [block(holes, subject=subject, lines=lines) for subject, lines in groups.items()]
        self._fixed_blocks = [p.text for p in patterns if isinstance(p, Pattern) and p.pick is None]
        self._blocks = [p for p in patterns if not (isinstance(p, Pattern) and p.pick is None)]

    def _try(self, example: JsonObject) -> None:
        """Fill the template three times and ask both other engines (performance and truth: one answer)."""
        texts = [_text_at(example, pointer) for pointer in self._pointers.values()]
        rounds = [texts, self._hostile(range(len(texts))), self._hostile(range(len(texts), 0, -1))]
        for values in rounds:
            filled = self.fill(dict(zip(self._names, values, strict=True)))
            document = with_values(
                example, slots=self._pointers, values=dict(zip(self._names, values, strict=True))
            )
            answers = {filled.nquads, walker.canonicalize(document), reference.canonicalize(document)}
            if filled.json != orjson.dumps(document) or len(answers) != 1:
                raise TemplateError("The template does not write what the walker and the reference write")

    def _hostile(self, numbers: range) -> list[str]:
        """Make values that hold whatever could break a template, in another order each time."""
        return [
            f"urn:x-{number:03}:é/%25?q#f" if place in self._iris else f"{number:03}{_HOSTILE}"
            for place, number in enumerate(numbers)
        ]


def with_values(example: JsonObject, *, slots: Mapping[str, str], values: Mapping[str, str]) -> JsonObject:
    """Give a copy of a document with other texts at some pointers."""
    document: JsonObject = orjson.loads(orjson.dumps(example))
    for name, pointer in slots.items():
        *way, last = jsonpointer.steps(pointer)
        place: Json = document
        for step in way:
            place = _inside(place, step)
        _inside(place, last)
        if isinstance(place, list):
            place[int(last)] = values[name]
        elif isinstance(place, dict):
            place[last] = values[name]
    return document


def _in_order(example: JsonObject, slots: Mapping[str, str], holes: Holes) -> list[str]:
    """Give the names of the slots as they follow each other in the JSON."""
    for name, pointer in slots.items():
        if {"@context", "type"} & {*jsonpointer.steps(pointer)[-2:]}:
            raise TemplateError(f"The slot {name} would change what the other keys mean")
        _text_at(example, pointer)
    names = [*slots]
    marks = {name: holes.mark(number) for number, name in enumerate(names)}
    raw = orjson.dumps(with_values(example, slots=slots, values=marks)).decode()
    order = [names[number] for number in holes.numbers(raw)]
    if len(order) != len(names):
        raise TemplateError("Two slots have the same place")
    return order


def _hash_pattern(blank: Blank, holes: Holes) -> AnyPattern:
    """Make the pattern of what is hashed of a blank node (see `Blank.first_degree_hash`)."""
    from_blank = blank.incoming.startswith("_")
    return block(
        holes,
        subject="_:a",
        lines=blank.rests,
        kept=[f"{link}_:z .\n" for link, _ in blank.children],
        before="" if from_blank else blank.incoming,
        after=blank.incoming if from_blank else "",
    )


def _inside(place: Json, step: str) -> Json:
    if isinstance(place, dict) and step in place:
        return place[step]
    if isinstance(place, list) and step.isdecimal() and int(step) < len(place):
        return place[int(step)]
    raise TemplateError(f"The example has no {step[:200]} there")


def _text_at(example: JsonObject, pointer: str) -> str:
    text = jsonpointer.find(example, pointer)
    if not isinstance(text, str):
        raise TemplateError(f"At {pointer} stands no text")
    return text
