"""The fast engine: walk a plain credential once and write its canonical N-Quads (RDFC-1.0).

It knows the frozen contexts as tables and a document as a tree. It is strict, which PyLD is not: what no
context defines is an error with its pointer, never silently left out of what is signed (VC-DI 4.6).
Legal shapes that it does not do are left to the reference with an `UnhandledShapeError`.
"""

from functools import cache
from typing import TypeAlias

import orjson

from badges.errors import (
    InvalidValueError,
    KeywordError,
    RelativeIriError,
    TooComplexError,
    UndefinedTermError,
    UnhandledShapeError,
)
from badges.jsonld import contexts
from badges.jsonld.active import LOCK, frozen
from badges.jsonld.blank import Blank, label
from badges.jsonld.iris import is_absolute_iri
from badges.jsonld.nquads import escape, needs_escape
from badges.jsonld.problem import Problem
from badges.jsonld.terms import RDF, XSD, State, Term
from badges.strictjson import Json, JsonObject

Subject: TypeAlias = "str | Blank"

_REST = f" <{RDF}rest> "
_NIL = f"<{RDF}nil>"
_AT_REFERENCE = ("@context", "@value")
"""May stand in some places: at an endorsement, in a text with a language. The reference knows where."""
_EXACT = 1 << 53
"""Up to here every reader of JSON sees the same integer (RFC 7493 2.2)."""


def canonicalize(document: JsonObject) -> bytes:
    """Write the canonical N-Quads of a document without proof, or of a proof configuration (VC-DI 4.2).

    Raises:
        UnhandledShapeError: legal, but not for the walker: ask the reference.
        JsonLdError: the document does not mean what it says; the pointer tells where.
    """
    try:
        return walk(document).lines().encode()
    except Problem as problem:
        raise problem.error() from None


def walk(document: JsonObject) -> "Walk":
    """Walk a document and give what was found; `canonicalize` writes it, a template keeps it.

    Raises:
        UnhandledShapeError: legal, but not for the walker: ask the reference.
        JsonLdError: the document does not mean what it says; the pointer tells where.
    """
    state = root(_known_list(document))
    found = Walk(escaping=needs_escape(_written(document)))
    try:
        found.node({key: value for key, value in document.items() if key != "@context"}, state)
    except Problem as problem:
        raise problem.error() from None
    except RecursionError:
        raise TooComplexError("The document is nested too deep", pointer="") from None
    return found


@cache
def root(urls: tuple[str, ...]) -> State:
    """Give the state in which a document with these contexts begins."""
    with LOCK:
        return State(frozen().apply_context(frozen().initial_context(), list(urls)))


def _known_list(document: JsonObject) -> tuple[str, ...]:
    urls = contexts.context_list(document)
    if urls not in contexts.KNOWN_LISTS:
        raise UnhandledShapeError("This order of contexts is left to the reference", pointer="/@context")
    return urls


def _written(document: JsonObject) -> bytes:
    """Write the document as JSON, to see all its characters at once."""
    try:
        return orjson.dumps(document)
    except TypeError as error:
        if "ecursion" in str(error):
            raise TooComplexError("The document is nested too deep", pointer="") from None
        raise InvalidValueError(f"The document is no JSON: {error}", pointer="") from None


class Walk:
    """Walk one document once.

    `groups` has the quads by subject, each without its subject, so that the sorts stay small; `links` are
    the quads that wait for the label of a blank node; `repeats` tells that a quad may be there twice.
    """

    __slots__ = ("blanks", "escaping", "groups", "links", "repeats")

    def __init__(self, *, escaping: bool) -> None:
        self.escaping = escaping
        self.repeats = False
        self.groups: dict[str, list[str]] = {}
        self.blanks: list[Blank] = []
        self.links: list[tuple[list[str], str, Blank]] = []

    def lines(self) -> str:
        """Label the blank nodes, sort, and write all quads."""
        groups = self.groups
        if self.repeats:
            self._say_once()
        if self.blanks:
            labels = label(self.blanks)
            for rests, link, child in self.links:
                rests.append(f"{link}{labels[child]} .\n")
            for blank, name in labels.items():
                for link, child in blank.children:
                    blank.rests.append(f"{link}{labels[child]} .\n")
                groups[name] = blank.rests
        for rests in groups.values():
            rests.sort()
        return "".join(
            [subject + subject.join(groups[subject]) for subject in sorted(groups) if groups[subject]]
        )

    def _say_once(self) -> None:
        """Leave out what is said twice: only a list or a node that stands there twice can do that."""
        for rests in (*self.groups.values(), *[blank.rests for blank in self.blanks]):
            rests[:] = {*rests}

    def node(self, node: JsonObject, state: State) -> Subject:
        """Write the quads of a node object (JSON-LD API 5.2) and give its subject."""
        table = state.table(node.get("type"))
        subject, rests = self._subject(node.get("id"))
        rests.extend(table.types)
        if table.twins and len(table.twins & node.keys()) > 1:
            self.repeats = True
        find = table.terms.get
        escaping = self.escaping
        key = ""
        try:
            for key, value in node.items():
                term = find(key)
                if term is None:
                    raise _undefined(key)
                if type(value) is str and term.head is not None:
                    rests.append(f"{term.head}{escape(value) if escaping else value}{term.tail}")
                elif type(value) is dict and term.leads_on:
                    self._link(subject, rests, term.link, self.node(value, state))
                elif not term.keyword or value is None:
                    self._value(value, term, state, subject, rests)
        except Problem as problem:
            problem.way.append(key)
            raise
        return subject

    def _subject(self, identifier: Json) -> tuple[Subject, list[str]]:
        """Give the subject that an `id` names, or a new blank node, with the list for its quads."""
        if type(identifier) is str:
            if not is_absolute_iri(identifier):
                raise _relative(identifier, "id")
            subject = f"<{identifier}>"
            rests = self.groups.get(subject)
            if rests is None:
                self.groups[subject] = rests = []
            else:
                self.repeats = True
            return subject, rests
        if identifier is not None:
            raise Problem(InvalidValueError, "An id is one text", "id")
        blank = Blank()
        self.blanks.append(blank)
        return blank, blank.rests

    def _value(self, value: Json, term: Term, state: State, subject: Subject, rests: list[str]) -> None:
        """Write what one key says; a list says it for each of its members."""
        if term.unhandled is not None:
            raise Problem(UnhandledShapeError, f"{term.unhandled} is left to the reference")
        if term.member is not None:
            self._list(value if type(value) is list else [value], term, state, subject, rests)
        elif type(value) is list:
            self.repeats = self.repeats or len(value) > 1
            for index, member in enumerate(value):
                try:
                    self._one(member, term, state, subject, rests)
                except Problem as problem:
                    problem.way.append(index)
                    raise
        else:
            self._one(value, term, state, subject, rests)

    def _one(self, value: Json, term: Term, state: State, subject: Subject, rests: list[str]) -> None:
        """Write one value: a node, an IRI or a literal."""
        if type(value) is dict:
            if term.datatype is not None:
                raise Problem(UnhandledShapeError, "An object for a text is left to the reference")
            if term.vocabulary is not None:
                raise Problem(UnhandledShapeError, "An object for a word is left to the reference")
            child = self.node(value, state if term.scope is None else state.scoped(term.scope))
            self._link(subject, rests, term.link, child)
        elif type(value) is not str:
            rests.append(_scalar(value, term))
        elif term.head is None:
            rests.append(f"{term.link}<{_iri(value, term)}> .\n")
        else:
            rests.append(f"{term.head}{escape(value) if self.escaping else value}{term.tail}")

    def _link(self, subject: Subject, rests: list[str], link: str, child: Subject) -> None:
        """Write the quad between two nodes; one to a blank node waits for its label."""
        if isinstance(child, str):
            rests.append(f"{link}{child} .\n")
        elif isinstance(subject, str):
            child.incoming = f"{subject}{link}_:a .\n"
            self.links.append((rests, link, child))
        else:
            child.incoming = f"_:z{link}_:a .\n"
            subject.children.append((link, child))

    def _list(
        self, members: list[Json], term: Term, state: State, subject: Subject, rests: list[str]
    ) -> None:
        """Write an ordered list as cells that lead to each other (RDF Schema 5.2)."""
        member_term = term.member or term
        link = term.link
        for index, member in enumerate(members):
            cell = Blank()
            self.blanks.append(cell)
            self._link(subject, rests, link, cell)
            subject, rests, link = cell, cell.rests, _REST
            try:
                self._one(member, member_term, state, subject, rests)
            except Problem as problem:
                problem.way.append(index)
                raise
        rests.append(f"{link}{_NIL} .\n")


def _iri(text: str, term: Term) -> str:
    if term.vocabulary is not None and text in term.vocabulary:
        return term.vocabulary[text]
    if not is_absolute_iri(text):
        raise _relative(text)
    return text


def _scalar(value: Json, term: Term) -> str:
    """Write a number or a truth value (JSON-LD API 8.6)."""
    if value is None:
        raise Problem(InvalidValueError, "Null says nothing: leave the key out")
    if term.head is None:
        raise Problem(UnhandledShapeError, "A number where an id is expected is left to the reference")
    if type(value) is bool:
        return f'{term.link}"{str(value).lower()}"^^<{term.datatype or XSD + "boolean"}> .\n'
    if type(value) is int and abs(value) < _EXACT:
        return f'{term.link}"{value}"^^<{term.datatype or XSD + "integer"}> .\n'
    raise Problem(UnhandledShapeError, "A fraction, a great number or a list in a list: for the reference")


def _undefined(key: str) -> Problem:
    if key in _AT_REFERENCE:
        return Problem(UnhandledShapeError, f"{key} inside a document is left to the reference")
    if key.startswith("@"):
        return Problem(KeywordError, f"{key[:200]} may not stand here")
    return Problem(UndefinedTermError, f"{key[:200]} is defined by no context")


def _relative(text: str, *way: str) -> Problem:
    return Problem(RelativeIriError, f"{text[:200]} is no absolute IRI", *way)
