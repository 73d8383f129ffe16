"""The JSON Schemas that a credential names itself (OB 3.0 Verification, step 1; VC-JSON-SCHEMA 2.1).

Those that 1EdTech published are answered by our own models, so nobody is asked for them; a single value where
there may be several is no fault (JSON-LD 1.1 4.3). Those of others are fetched and run.
"""

from dataclasses import replace

from badges import schema, strictjson
from badges.errors import DocumentError, ForeignSchemaError
from badges.members import items, text, texts
from badges.strictjson import Json, JsonObject
from verifier.findings import Check, Rule
from verifier.needs import Answers, Missing, Purpose
from verifier.states import Outcome

CREDENTIAL_SCHEMA = Rule("credential-schema", "OB 3.0 Verification, step 1; VC-JSON-SCHEMA 3.1")
MOST_SCHEMAS = 8

_TYPES = frozenset({"1EdTechJsonSchemaValidator2019", "JsonSchema"})
_NONE = CREDENTIAL_SCHEMA.passes(
    "Het noemt geen regels van een ander.", "It names no rules of somebody else."
)
_FOLLOWED = CREDENTIAL_SCHEMA.passes(
    "Het volgt de regels die het noemt.", "It follows the rules that it names."
)
_BROKEN = CREDENTIAL_SCHEMA.fails(
    "Het volgt de regels niet die het noemt.", "It does not follow the rules that it names."
)
_MISSING = CREDENTIAL_SCHEMA.unknown(
    "De regels die het noemt zijn nu niet te lezen.", "The rules that it names cannot be read now."
)
_UNREAD = CREDENTIAL_SCHEMA.unknown(
    "Het noemt een soort regels die wij niet lezen.", "It names a kind of rules that we do not read."
)


def credential_schema_result(document: JsonObject, *, answers: Answers) -> Check:
    """Say whether the credential is as each schema asks that it names; the worst counts."""
    named = items(document.get("credentialSchema"))
    if not named:
        return _NONE
    if len(named) > MOST_SCHEMAS:
        return _UNREAD
    found = [_result(each, document=document, answers=answers) for each in named]
    broken = [check for check in found if check.outcome is Outcome.FAIL]
    doubts = [check for check in found if check.outcome is Outcome.UNKNOWN]
    return (*broken, *doubts, _FOLLOWED)[0]


def _result(named: Json, *, document: JsonObject, answers: Answers) -> Check:
    """Hold the credential against one schema."""
    identifier = text(named.get("id")) if isinstance(named, dict) else None
    if identifier is None or not isinstance(named, dict) or _TYPES.isdisjoint(texts(named.get("type"))):
        return _UNREAD
    own = schema.own_schema(identifier)
    if own is not None:
        return _judged(own.problems(document) and replace(own, form=schema.Form.COMPACTED).problems(document))
    found = answers.ask(Purpose.SCHEMA, identifier)
    if isinstance(found, Missing):
        return _MISSING
    try:
        return _judged(schema.foreign_schema_problems(document, strictjson.loads_object(found.raw)))
    except (DocumentError, ForeignSchemaError):
        return _UNREAD


def _judged(problems: tuple[schema.SchemaProblem, ...]) -> Check:
    return _BROKEN.at(problems[0].pointer) if problems else _FOLLOWED
