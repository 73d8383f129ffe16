"""What a program reads about a question that has not the form that we asked for."""

from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.sentences import sentence_of


class Shape(BaseModel):
    """Have one member of each kind that the API has."""

    model_config = ConfigDict(extra="forbid")

    zin: str = ""
    zoek: Annotated[str, Field(min_length=1, max_length=3)] = "x"
    naam: Annotated[str, Field(pattern="^a$")] = "a"
    lijst: list[str] = []
    reden: Literal["een", "twee"] = "een"
    aantal: Annotated[int, Field(ge=1, le=9)] = 1
    id: UUID | None = None
    ja: bool = False


def said(sent: dict[str, Any]) -> tuple[str, str]:
    """Say in both languages what is wrong with the one member that is."""
    with pytest.raises(ValidationError) as refused:
        Shape.model_validate(sent)
    [problem] = refused.value.errors()
    return sentence_of(problem, language="nl"), sentence_of(problem, language="en")


class TestSentenceOf:
    """`sentence_of`."""

    @pytest.mark.parametrize(
        ("sent", "nl", "en"),
        [
            ({"zin": 1}, "Schrijf bij zin een tekst.", "Write a text for zin."),
            (
                {"zoek": ""},
                "zoek is te kort: er zijn minstens 1 tekens nodig.",
                "zoek is too short: it needs 1 characters or more.",
            ),
            ({"zoek": "abcd"}, "zoek is te lang: er passen 3 tekens.", "zoek is too long: 3 characters fit."),
            (
                {"naam": "b"},
                "naam heeft niet de vorm die de beschrijving van de API vraagt.",
                "naam has not the form that the description of the API asks for.",
            ),
            ({"lijst": "a"}, "Schrijf bij lijst een lijst: [ ... ].", "Write a list for lijst: [ ... ]."),
            (
                {"reden": "x"},
                "Kies voor reden uit 'een' of 'twee'.",
                "Choose for reden from 'een' or 'twee'.",
            ),
            ({"aantal": "nul"}, "aantal is geen heel getal.", "aantal is no whole number."),
            ({"aantal": 0}, "aantal is 1 of hoger.", "aantal is 1 or higher."),
            ({"aantal": 10}, "aantal is 9 of lager.", "aantal is 9 or lower."),
            ({"id": "een"}, "id is geen id van ons.", "id is no id of ours."),
            ({"x": 1}, "x kennen wij niet. Laat het weg.", "We do not know x. Leave it out."),
        ],
    )
    def test_names_what_is_wrong(self, sent: dict[str, Any], nl: str, en: str) -> None:
        """In the language of whoever asks."""
        assert (nl, en) == said(sent)

    def test_says_what_is_missing(self) -> None:
        """By its name."""
        problem = {"type": "missing", "loc": ("body", "crebo"), "msg": "Field required"}
        assert "crebo ontbreekt." == sentence_of(problem, language="nl")

    def test_says_that_a_file_is_none(self) -> None:
        """Where a text was sent in its place; not in the words of the framework."""
        problem = {
            "type": "value_error",
            "loc": ("body", "bestand"),
            "msg": "Value error, Expected UploadFile",
        }
        assert "Wij kunnen niet lezen wat er bij bestand staat." == sentence_of(problem, language="nl")
        among = problem | {"loc": ("body", "bestand", 0)}
        assert "Wij kunnen niet lezen wat er bij bestand staat." == sentence_of(among, language="nl")

    def test_names_no_part_of_an_address(self) -> None:
        """What we call it ourselves says nothing to anybody."""
        problem = {"type": "uuid_parsing", "loc": ("path", "candidate_id"), "msg": "no"}
        nl, en = sentence_of(problem, language="nl"), sentence_of(problem, language="en")
        assert "Dit adres klopt niet. Kijk of je het hele adres hebt." == nl
        assert "This address is not right. See whether you have the whole address." == en

    def test_passes_on_what_it_has_no_words_for(self) -> None:
        """Better in English than not at all."""
        nl, en = said({"ja": "misschien"})
        assert nl == en
        assert "boolean" in nl
