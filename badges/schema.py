"""Hold a document against a JSON Schema: one that our models give, or one of somebody else.

Ours accept and refuse the same documents as the schemas that 1EdTech published. As there, `format` is an
annotation (JSON Schema 2019-09 7.2): a date is looked at by who needs the date.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from types import MappingProxyType
from typing import Any, TypeAlias, cast

import jsonschema_rs
from jsonschema_rs import (
    Draft7Validator,
    Draft201909Validator,
    Draft202012Validator,
    RegexOptions,
    ValidationError,
)
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ListSchema, NullableSchema, WithDefaultSchema

from badges import jsonpointer
from badges.achievement import AchievementCredential
from badges.clr import ClrCredential
from badges.datatypes import OB_V3_PATTERN, OpenModel
from badges.errors import ForeignSchemaError
from badges.jsonld.contexts import CREDENTIALS_V1
from badges.members import items
from badges.profile import EndorsementCredential
from badges.strictjson import JsonObject

MAX_PROBLEMS = 50
MAX_SCHEMA_PARTS = 20_000
"""The schema of a CLR, the largest that 1EdTech published, has a fifth."""

_EARLY_OB_V3_PATTERN = OB_V3_PATTERN.replace(
    r"context(-3\.\d\.\d)*\.json", r"context((-3\.\d\.\d)*\.json|\/ob_v3p0\.jsonld)"
)
_Validator: TypeAlias = Draft7Validator | Draft201909Validator | Draft202012Validator


class Form(StrEnum):
    """Say how a document may write a single value where there may be several.

    1EdTech publishes two schemas for each credential. JSON-LD sees no difference (JSON-LD 1.1 4.3), and most
    badges are as the second asks.
    """

    CANONICAL = "json"
    COMPACTED = "json-ld"


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    """Say where a document is not as the schema asks; the message names members, never values."""

    pointer: str
    message: str


@dataclass(frozen=True, slots=True)
class OwnSchema:
    """Hold which published schema our models answer.

    `credential` is the type that it is the schema of. An address once gave the schema on VC 1.1 and now gives
    that on VC 2.0, so the document tells which it was made for.
    """

    credential: str
    form: Form

    def problems(self, document: JsonObject) -> tuple[SchemaProblem, ...]:
        """Give where a document is not as this schema asks; nothing when it is."""
        validator = _validator(_MODELS[self.credential], self.form, on_vc_11=_is_on_vc_11(document))
        return tuple(_problems(validator, document))


def schema_problems(document: JsonObject, *, form: Form = Form.CANONICAL) -> tuple[SchemaProblem, ...]:
    """Give where a badge, endorsement or CLR is not as OB 3.0 or CLR 2.0 asks; nothing when it is.

    It is held against the schema for its type, on the data model that its first context names; without a type
    that we know, against that of an AchievementCredential.
    """
    types = items(document.get("type"))
    credential = next((name for name in _MODELS if name in types), "AchievementCredential")
    return OwnSchema(credential=credential, form=form).problems(document)


def own_schema(identifier: str) -> OwnSchema | None:
    """Find which published schema an address names, or None where it is none that our models answer.

    Those with `any` in their name are for both data models. That of a CLR was only published in the form
    that JSON-LD allows, under both addresses.
    """
    return _PUBLISHED.get(identifier)


def foreign_schema_problems(document: JsonObject, schema: JsonObject) -> tuple[SchemaProblem, ...]:
    """Give where a document is not as somebody else's schema asks; nothing when it is (VC-JSON-SCHEMA 3.1).

    Nothing is fetched, and patterns run in linear time on any text. How long the whole takes is for the
    caller to limit: a schema can refer to itself.

    Raises:
        ForeignSchemaError: it is none that we can run, so that nobody can say.
    """
    draft = _DRAFTS.get(str(schema.get("$schema", "")).rstrip("#"))
    if draft is None:
        raise ForeignSchemaError("it names no version of JSON Schema that we run")
    if sum(1 for _ in islice(_parts(schema), MAX_SCHEMA_PARTS + 1)) > MAX_SCHEMA_PARTS:
        raise ForeignSchemaError("it is larger than any schema needs to be")
    try:
        validator = _compile(draft, schema)
    except (ValidationError, jsonschema_rs.ReferencingError, ValueError, TypeError) as error:
        raise ForeignSchemaError("it is no schema, or needs what is not in it") from error
    return tuple(_problems(validator, document))


@cache
def json_schema(model: type[OpenModel], form: Form = Form.CANONICAL) -> JsonObject:
    """Give the JSON Schema (2020-12) of a model."""
    generator = _GENERATORS[form]
    return cast("JsonObject", model.model_json_schema(by_alias=True, schema_generator=generator))


class _WithoutNull(GenerateJsonSchema):
    """Write a member that may be absent as absent: OB 3.0 knows no null."""

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])


class _Compacted(_WithoutNull):
    """Write that a single value may stand without a list."""

    def list_schema(self, schema: ListSchema) -> JsonSchemaValue:
        several = super().list_schema(schema)
        return {"anyOf": [several["items"], several]} if several.get("items") else several


_GENERATORS = MappingProxyType({Form.CANONICAL: _WithoutNull, Form.COMPACTED: _Compacted})

_MODELS: Mapping[str, type[OpenModel]] = MappingProxyType(
    {
        "ClrCredential": ClrCredential,
        "EndorsementCredential": EndorsementCredential,
        "AchievementCredential": AchievementCredential,
    }
)

_DRAFTS: Mapping[str, type[_Validator]] = MappingProxyType(
    {
        "http://json-schema.org/draft-07/schema": Draft7Validator,
        "https://json-schema.org/draft/2019-09/schema": Draft201909Validator,
        "https://json-schema.org/draft/2020-12/schema": Draft202012Validator,
    }
)


def _published() -> Iterator[tuple[str, OwnSchema]]:
    place = "https://purl.imsglobal.org/spec"
    for form in Form:
        for name in ("AchievementCredential", "EndorsementCredential"):
            for prefix in ("", "any"):
                file = f"ob_v3p0_{prefix}{name.lower()}_schema.json"
                yield f"{place}/ob/v3p0/schema/{form}/{file}", OwnSchema(credential=name, form=form)
        for name in _MODELS:
            file = f"clr_v2p0_{name.lower()}_schema.json"
            yield f"{place}/clr/v2p0/schema/{form}/{file}", OwnSchema(credential=name, form=Form.COMPACTED)


_PUBLISHED = MappingProxyType(dict(_published()))


def _is_on_vc_11(document: JsonObject) -> bool:
    return items(document.get("@context"))[:1] == [CREDENTIALS_V1]


@cache
def _validator(model: type[OpenModel], form: Form, *, on_vc_11: bool) -> _Validator:
    schema = json_schema(model, form)
    return _compile(Draft202012Validator, _on_vc_11(schema) if on_vc_11 else schema)


def _on_vc_11(schema: JsonObject) -> JsonObject:
    """Give the schema of the same credential on VC 1.1: another context, and other names for two dates.

    `validFrom` and `validUntil` may stand there too, as OB 3.0 had them before it changed data models.
    """
    changed: Any = deepcopy(schema)
    for each in (changed, *changed["$defs"].values()):
        members = each.get("properties", {})
        if "validFrom" in members:
            members["issuanceDate"] = members["expirationDate"] = members["validFrom"]
            each["required"] = ["issuanceDate" if name == "validFrom" else name for name in each["required"]]
            first, *others = members["@context"]["prefixItems"]
            first["enum"] = [CREDENTIALS_V1]
            for other in others:
                other["pattern"] = other["pattern"].replace(OB_V3_PATTERN, _EARLY_OB_V3_PATTERN)
    return cast("JsonObject", changed)


def _compile(draft: type[_Validator], schema: JsonObject) -> _Validator:
    """Compile a schema; its patterns run in linear time on any text, and it can fetch nothing."""
    return draft(
        schema, mask="this value", pattern_options=RegexOptions(), offline=True, validate_formats=False
    )


def _problems(validator: _Validator, document: JsonObject) -> Iterator[SchemaProblem]:
    if not validator.is_valid(document):
        for error in islice(validator.iter_errors(document), MAX_PROBLEMS):
            yield SchemaProblem(pointer=jsonpointer.write(error.instance_path), message=error.message)


def _parts(value: object) -> Iterator[object]:
    """Give all values of a document, in any order."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, dict):
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
