"""The data types of OB 3.0 that its classes share (appendix B), and what they look like as JSON Schema.

The canonical schemas are odd in places; we accept and refuse what they do, so the same patterns
stand here, letter for letter.
"""

from abc import ABC, abstractmethod
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic.alias_generators import to_camel
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from badges.jsonld.contexts import CREDENTIALS_V2
from badges.strictjson import Json

CLR_V2_PATTERN = r"^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(-2\.\d\.\d)*\.json$"
OB_V3_PATTERN = r"^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$"
EXTENSION_PATTERN = "(ext:)[a-z|A-Z|0-9|.|-|_]+"  # unanchored, and `|-|` is a range: as published
JWS_PATTERN = r"^[a-zA-Z0-9_-]+\.[a-zA-Z0-9_-]*\.[a-zA-Z0-9_-]+$"
LANGUAGE_PATTERN = "^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"


class OpenModel(BaseModel):
    """Be the base of OB 3.0 classes that bear members that we do not know."""

    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, extra="allow", strict=True, frozen=True
    )


class ClosedModel(BaseModel):
    """Be the base of OB 3.0 classes that bear no members but their own."""

    model_config = ConfigDict(
        alias_generator=to_camel, populate_by_name=True, extra="forbid", strict=True, frozen=True
    )


class Rule(ABC):
    """Ask something of a list; each rule says the same in the schema."""

    @abstractmethod
    def __call__(self, values: list[Any], /) -> list[Any]:
        """Give the list back, or raise a ValueError."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        """Check after pydantic has read the list."""
        schema: CoreSchema = AfterValidator(self).__get_pydantic_core_schema__(source, handler)
        return schema


class Names(Rule):
    """Ask that a list of types holds one of these names (`contains` in the schema)."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def __call__(self, types: list[str]) -> list[str]:
        """Check the list.

        Raises:
            ValueError: none of the names is in it.
        """
        if not set(self.names) & set(types):
            raise ValueError(f"one of the types must be {' or '.join(self.names)}")
        return types

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say the same in the schema; `allOf` because a list may need two of them."""
        found = handler(schema)
        found["allOf"] = [*found.get("allOf", []), {"contains": {"enum": list(self.names)}}]
        return found


class Leading(Rule):
    """Ask that a list of contexts begins with that of the VC data model, and goes on with these patterns."""

    def __init__(self, *patterns: str) -> None:
        self.patterns = patterns

    def __call__(self, contexts: list[Json]) -> list[Json]:
        """Check the first context.

        Raises:
            ValueError: it is another one.
        """
        if contexts[0] != CREDENTIALS_V2:
            raise ValueError(f"the first context must be {CREDENTIALS_V2}")
        return contexts

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say the same in the schema, and the patterns."""
        return {
            "type": "array",
            "minItems": 1 + len(self.patterns),
            "prefixItems": [
                {"enum": [CREDENTIALS_V2]},
                *({"type": "string", "pattern": pattern} for pattern in self.patterns),
            ],
            "items": {"type": ["string", "object"]},
        }


Types = Annotated[list[str], Field(min_length=1)]
AnyContexts = Annotated[list[Any], Field(min_length=1), Leading()]
Contexts = Annotated[list[Any], Field(min_length=2), Leading(OB_V3_PATTERN)]
ClrContexts = Annotated[list[Any], Field(min_length=3), Leading(CLR_V2_PATTERN, OB_V3_PATTERN)]
Moment = Annotated[str, Field(json_schema_extra={"format": "date-time"})]
Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
CompactJws = Annotated[str, Field(pattern=JWS_PATTERN)]
LanguageCode = Annotated[str, Field(pattern=LANGUAGE_PATTERN)]
Extension = Annotated[str, Field(pattern=EXTENSION_PATTERN)]
