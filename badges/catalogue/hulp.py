"""Say "Ik kan ..." in a hulptaal: beside our Dutch sentence, never instead of it or of the official title.

A translation belongs to a Dutch sentence: when that changes, the old translation is no longer shown.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    bron: Literal["eigen uitleg"]
    geschreven_door: str
    gelezen_door: str | None
    zinnen: dict[str, str]


def sentence_in(language: str, sentence: str) -> str | None:
    """Give a sentence of ours in a hulptaal, or None where we have no translation of it."""
    return _sentences(language).get(sentence)


@cache
def _sentences(language: str) -> Mapping[str, str]:
    file = files("badges.catalogue").joinpath("data", f"hulp-{language}.json")
    return _File.model_validate_json(file.read_bytes()).zinnen if file.is_file() else {}
