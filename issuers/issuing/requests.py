"""Read what a system sent, strictly, and say of each member that is wrong where it stands."""

from collections.abc import Callable, Coroutine
from typing import Any, Final, TypeVar

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from badges.errors import CatalogueError, LintProblem
from badges.judgement import Judgement, SkillReference
from badges.strictjson import loads_object
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, JudgementError, UnknownWerkprocesError
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.judging import read_judgement
from issuers.issuing.overview import Given
from issuers.issuing.schemas import ToekenningVerzoek, VerbeteringVerzoek
from issuers.issuing.tables import CorrectionKind

MOST_BYTES: Final = 64_000
_Sent = TypeVar("_Sent", bound=BaseModel)
_MEMBERS: Final = {"vaardigheid": "vaardigheden"}
"""A form has a field for each skill; JSON has a list of them."""

NO_CREBO: Final = FieldProblem(
    "body/crebo",
    "crebo-unknown",
    "Deze kwalificatie kennen wij niet. Op /api/v1/kwalificaties staan ze alle.",
    "We do not know this kwalificatie. All of them are at /api/v1/kwalificaties.",
)
NO_WERKPROCES: Final = FieldProblem(
    "body/werkprocescode",
    "werkproces-unknown",
    "Dit werkproces hoort niet bij deze kwalificatie. Op /api/v1/kwalificaties/CREBO/werkprocessen staan ze.",
    "This werkproces is not of this kwalificatie. See /api/v1/kwalificaties/CREBO/werkprocessen.",
)
OTHER_WORK: Final = FieldProblem(
    "body/reden",
    "correction-other-work",
    "Dit is ander werk dan waar het bewijs over gaat. Kies de reden 'ander-werk', of stuur hetzelfde werk.",
    "This is other work than the badge is about. Choose the reason 'ander-werk', or send the same work.",
)


def body_as(shape: type[_Sent]) -> Callable[[Request], Coroutine[None, None, _Sent]]:
    """Give what reads the body of a request as this shape: one JSON object, no member twice.

    What it gives raises DocumentError for what is no such object, RequestValidationError for another shape.
    """

    async def read(request: Request) -> _Sent:
        sent = loads_object(await request.body(), max_bytes=MOST_BYTES)
        try:
            return shape.model_validate(sent)
        except ValidationError as error:
            found = [each | {"loc": ("body", *each["loc"])} for each in error.errors(include_url=False)]
            raise RequestValidationError(found) from error

    return read


def described_as(shape: type[BaseModel]) -> dict[str, Any]:
    """Describe the body of a request for the API."""
    schema = shape.model_json_schema()
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


def judgement_of(desk: IssuingDesk, asked: ToekenningVerzoek) -> Judgement:
    """Read a judgement against the catalogue, as the form does.

    Raises:
        JudgementError: with every problem of every member.
    """
    try:
        kwalificatie = desk.catalogue.kwalificatie(asked.crebo)
        werkproces = werkproces_reference(desk, asked.crebo, code=asked.werkprocescode)
    except UnknownWerkprocesError as error:
        raise JudgementError([NO_WERKPROCES]) from error
    except CatalogueError as error:
        raise JudgementError([NO_CREBO]) from error
    try:
        return read_judgement(
            asked.typed,
            werkproces=werkproces,
            skills={each.uri: SkillReference(each.uri, each.label) for each in kwalificatie.suggested_skills},
            today=desk.clock.today(),
        )
    except JudgementError as error:
        raise JudgementError([_placed(each) for each in error.problems]) from error


def corrected_judgement_of(desk: IssuingDesk, asked: VerbeteringVerzoek, *, given: Given) -> Judgement:
    """Read the judgement that takes the place of what was given: of the same work, unless that was wrong.

    Raises:
        JudgementError: with every problem of every member.
    """
    judgement = judgement_of(desk, asked)
    old = given.facts.werkproces
    is_same = old is not None and (old.crebo, old.code) == (asked.crebo, asked.werkprocescode)
    if not is_same and asked.kind is not CorrectionKind.ANDER_WERK:
        raise JudgementError([OTHER_WORK])
    return judgement


def as_judgement_problem(problem: LintProblem) -> FieldProblem:
    """Tell what we refuse to sign about the sentence, the one text that can be put right."""
    return FieldProblem("body/zin", problem.code, problem.nl, problem.en)


def _placed(problem: FieldProblem) -> FieldProblem:
    """Say where in the body it stands."""
    member = _MEMBERS.get(problem.field, problem.field)
    return FieldProblem(f"body/{member}", problem.code, problem.nl, problem.en)
