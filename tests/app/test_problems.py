"""Every error becomes the right status, with a sentence that says what to do."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException

from app.problems import STATUS, status_for, tell_problems, trouble_of
from badges.errors import KeyFormatError
from issuers import errors
from issuers.errors import (
    AccountTakenError,
    IssuersError,
    RegisterBusyError,
    UnknownSkillError,
    UnknownWerkprocesError,
)
from templates.views.pieces import Frame, Problem
from templates.views.platform import ReportForm
from web.errors import TooManyError
from web.locale import LANGUAGES, Language

NAMED = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, IssuersError) and kind is not IssuersError
]


class TestStatus:
    """`STATUS` gives each error its HTTP status."""

    @pytest.mark.parametrize("kind", NAMED)
    def test_names_each_error_of_issuing(self, kind: type[IssuersError]) -> None:
        """None is taken for a fault of ours because nobody thought of it."""
        assert any(each in STATUS for each in kind.__mro__ if each is not IssuersError and each in NAMED)


class TestTroubleOf:
    """`trouble_of` says what an error means for whoever asked."""

    @pytest.mark.parametrize(
        "error",
        [
            UnknownWerkprocesError(crebo="25774", code="B9-K9-W9"),
            UnknownSkillError(uri="https://x.voorbeeld/1"),
        ],
    )
    def test_lays_an_unknown_choice_with_the_asker(self, error: IssuersError) -> None:
        """What the catalogue does not have can be chosen again: 400, with a sentence that says so."""
        trouble = trouble_of(error, language="en")
        assert (400, error.code, error.en) == (trouble.status, trouble.code, trouble.detail)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_does_not_blame_the_address_for_what_was_sent(self, language: Language) -> None:
        """Only what is not found has to do with the address."""
        sent = trouble_of(KeyFormatError("no Multikey"), language=language)
        lost = trouble_of(HTTPException(404), language=language)
        assert (400, 404) == (sent.status, lost.status)
        assert sent.detail != lost.detail


class TestStatusFor:
    """`status_for` says which status a page has."""

    @pytest.mark.parametrize(
        ("problems", "because", "status"),
        [
            ((), None, 200),
            ((Problem(field="mail", message="Vul een mailadres in."),), None, 400),
            ((), AccountTakenError(), 409),
            ((Problem(field="gelezen", message="Even te druk."),), RegisterBusyError("busy"), 503),
        ],
    )
    def test_is_that_of_what_went_wrong(
        self, problems: tuple[Problem, ...], because: IssuersError | None, status: int
    ) -> None:
        """Of an error first; of a form that cannot be read otherwise."""
        frame = Frame(path="/", base_url="https://bewijs.voorbeeld")
        view = ReportForm(frame=frame, action="/", typed={}, problems=problems)
        assert status == status_for(view, because)


class TestTellProblems:
    """`tell_problems` makes an application answer each error."""

    @pytest.fixture
    def client(self) -> TestClient:
        """Open an application of which every visitor asks too much."""
        app = FastAPI()
        app.state.frame_for = lambda _: Frame(path="/", base_url="https://bewijs.voorbeeld")
        tell_problems(app)

        @app.get("/")
        async def refuse() -> None:
            raise TooManyError(retry_after=70)

        return TestClient(app)

    def test_tells_a_program_when_to_ask_again(self, client: TestClient) -> None:
        """429 as problem+json (RFC 9457), with Retry-After in seconds (RFC 9110 10.2.3)."""
        answer = client.get("/", headers={"Accept": "application/json"})
        assert (429, "70") == (answer.status_code, answer.headers["Retry-After"])
        assert answer.headers["Content-Type"].startswith("application/problem+json")
        assert ("too-many", 429) == (answer.json()["code"], answer.json()["status"])

    def test_tells_a_person_in_plain_words(self, client: TestClient) -> None:
        """What happened, what is still there, and when it works again."""
        answer = client.get("/", headers={"Accept": "text/html"})
        assert (429, "70") == (answer.status_code, answer.headers["Retry-After"])
        assert "Even wachten" in answer.text
        assert "is niet weg. Probeer het over 2 minuten nog een keer." in answer.text
