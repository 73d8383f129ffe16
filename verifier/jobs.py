"""What runs apart: every byte of a stranger is parsed and judged here, in a process that can be ended.

    opening:    bytes -> what is inside: JSON, a JWS, a link; several from a zip
    examining:  bytes and what is known of the world -> a report, or what has to be asked first

Only workers read this module: it brings readers of pictures and PDFs that the service itself never needs.
"""

from dataclasses import replace

from badges.errors import TooComplexError, UnhandledShapeError
from badges.jsonld import reference, walker
from badges.strictjson import JsonObject
from verifier.errors import MoreEffortError, UnreadableError
from verifier.holdings import examine_held
from verifier.lists import ListMemory
from verifier.means import Canonicalize, Means, Profile
from verifier.opening import open_up
from verifier.questions import (
    Answer,
    Contents,
    Effort,
    Examining,
    Opening,
    Question,
    Refused,
    Reported,
    TooMuch,
    Wants,
    dump_answer,
    load_question,
)
from verifier.reading import read

_LISTS = {profile: ListMemory() for profile in Profile}
"""Lists that this process has checked: checking one costs ten times what a badge does.

The suites have contexts of their own, so what was checked for them was not checked for the public.
"""


def answer(question: bytes) -> bytes:
    """Answer a pickled question of our own process; the entry of a worker."""
    asked = load_question(question)
    profile = asked.profile if isinstance(asked, Examining) else Profile.OPEN_BADGE
    return dump_answer(answer_to(asked, lists=_LISTS[profile]))


def answer_to(question: Question, *, lists: ListMemory) -> Answer:
    """Open, or examine."""
    try:
        if isinstance(question, Opening):
            return Contents(open_up(question.raw, thorough=question.effort is Effort.FULL))
        return _examined(question, lists=lists)
    except UnreadableError as error:
        return Refused(error.code)
    except (UnhandledShapeError, MoreEffortError):
        return TooMuch()


def _examined(question: Examining, *, lists: ListMemory) -> Answer:
    """Give a report, or what is wanted for one."""
    means = Means(
        answers=question.answers,
        now=question.now,
        canonicalize=_engine(question),
        lists=lists,
        profile=question.profile,
    )
    report = examine_held(read(question.raw), means=means)
    wanted = question.answers.wanted
    if wanted or report is None:
        return Wants.of(wanted)
    report = replace(report, lists=tuple(dict.fromkeys(means.lists_seen)))
    return Reported(report, Wants.of(question.answers.asked))


def _either(document: JsonObject) -> bytes:
    """Canonicalise by the fast engine, and by the second one what that leaves."""
    try:
        return walker.canonicalize(document)
    except UnhandledShapeError:
        return reference.canonicalize(document)


def _engine(question: Examining) -> Canonicalize:
    """Choose the engine; the contexts of the suites are read for the suites only."""
    if question.profile is Profile.CREDENTIAL and question.effort is not Effort.NONE:
        return _suites
    return _ENGINES[question.effort]


def _suites(document: JsonObject) -> bytes:
    """Canonicalise as the suites ask, with contexts that define every word."""
    from badges.jsonld import suites  # noqa: PLC0415  # only the suites need it, and then once

    return suites.canonicalize(document)


def _neither(_: JsonObject) -> bytes:
    """Refuse: it cost too much already."""
    raise TooComplexError("The document costs more than a badge is worth", pointer="")


_ENGINES: dict[Effort, Canonicalize] = {
    Effort.QUICK: walker.canonicalize,
    Effort.FULL: _either,
    Effort.NONE: _neither,
}
