"""JSON as RFC 8259 and I-JSON (RFC 7493) mean it, with limits, for bytes from strangers."""

from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = "dict[str, Json]"
