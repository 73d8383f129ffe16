"""Say on a page, in the language of whoever reads it, what was wrong and what was done."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from starlette.requests import Request

from issuers.errors import (
    BeingCorrectedError,
    CodedProblem,
    FieldProblem,
    OrganisationEndedError,
    RevocationError,
)
from templates import views
from web.locale import Language, language_of
from web.pages import contact_of

Done: TypeAlias = Mapping[str, Mapping[Language, str]]
"""What a page says was done, by the word after `?klaar=` in its address."""


_FOR_GOOD: Final = (OrganisationEndedError, RevocationError)
"""What does not pass: to press the button later does nothing."""


def said(request: Request, problem: CodedProblem) -> str:
    """Give the sentence in the language of the page."""
    return problem.nl if language_of(request) == "nl" else problem.en


def said_of(request: Request, problem: CodedProblem | None) -> str | None:
    """Give the sentence about what went wrong; None where nothing did."""
    return said(request, problem) if problem else None


def hindered(
    request: Request, problem: CodedProblem | None, *, helpers: tuple[str, ...] = ()
) -> views.pieces.Hindrance | None:
    """Say what stands in the way, though nothing was typed wrong, and who can help; None if nothing does."""
    if problem is None:
        return None
    return views.pieces.Hindrance(
        reason=said(request, problem),
        helpers=helpers,
        contact=contact_of(request),
        is_for_good=isinstance(problem, _FOR_GOOD) and not isinstance(problem, BeingCorrectedError),
    )


def shown(request: Request, problems: Iterable[FieldProblem]) -> tuple[views.pieces.Problem, ...]:
    """Show what is wrong with a form, each problem at its field."""
    return tuple(views.pieces.Problem(field=each.field, message=said(request, each)) for each in problems)


def done_of(request: Request, word: str, *, done: Done) -> str | None:
    """Say what was just done; None for a word that no page of ours leads here with."""
    return done[word][language_of(request)] if word in done else None
