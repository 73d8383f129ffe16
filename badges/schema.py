"""Hold a document against OB 3.0: our own models give the schema, jsonschema-rs runs it.

The schema accepts and refuses the same documents as the canonical schemas of 1EdTech. As there,
`format` is an annotation (JSON Schema 2019-09 7.2): a date is looked at by who needs the date.
"""

from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import cast

from jsonschema_rs import Draft202012Validator, RegexOptions
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import NullableSchema, WithDefaultSchema

from badges import jsonpointer
from badges.achievement import AchievementCredential
from badges.datatypes import OpenModel
from badges.members import items
from badges.profile import EndorsementCredential
from badges.strictjson import JsonObject

MAX_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """Say where a document is not as the schema asks; the message names members, never values."""

    pointer: str
    message: str


class _WithoutNull(GenerateJsonSchema):
    """Write a member that may be absent as absent: OB 3.0 knows no null."""

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


def schema_problems(document: JsonObject) -> tuple[SchemaProblem, ...]:
    """Give where a badge or endorsement is not as OB 3.0 asks; nothing when it is.

    An EndorsementCredential by its type is held against its own schema, all else against that of
    an AchievementCredential.
    """
    validator = _validator(_model(document))
    if validator.is_valid(document):
        return ()
    return tuple(
        SchemaProblem(pointer=jsonpointer.write(error.instance_path), message=error.message)
        for error in islice(validator.iter_errors(document), MAX_PROBLEMS)
    )


@cache
def json_schema(model: type[OpenModel]) -> JsonObject:
    """Give the JSON Schema (2020-12) of a model."""
    return cast("JsonObject", model.model_json_schema(by_alias=True, schema_generator=_WithoutNull))


def _model(document: JsonObject) -> type[OpenModel]:
    is_endorsement = "EndorsementCredential" in items(document.get("type"))
    return EndorsementCredential if is_endorsement else AchievementCredential


@cache
def _validator(model: type[OpenModel]) -> Draft202012Validator:
    """Compile a schema once; its patterns run in linear time on any text."""
    return Draft202012Validator(
        json_schema(model), mask="this value", pattern_options=RegexOptions(), offline=True
    )
