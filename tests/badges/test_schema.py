r"""Our models accept and refuse what the canonical OB 3.0 schemas accept and refuse.

What the canonical schemas do oddly, and we with them:

- `format` is an annotation (JSON Schema 2019-09 7.2): `validFrom: "yesterday"` is schema-valid;
- the patterns for `ext:` names are unanchored and `|-|` in them is a range: `xext:|` is fine, `ext:-` not;
- `(-3\.\d\.\d)*` in the context's address may stand twice: `context-3.0.3-3.0.3.json` is fine;
- a `criteria` with nothing in it, an empty `tag`, and an id that is no URI are fine;
- `IdentityObject`, `IdentifierEntry` and `Image` bear no other members, all other classes do;
- a single object as `proof` is refused, though the text of the standard lets verifiers take it.
"""

import copy
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from badges import schema
from badges.achievement import AchievementCredential
from badges.errors import ForeignSchemaError
from badges.jsonld.contexts import CREDENTIALS_V1
from badges.profile import EndorsementCredential
from badges.schema import (
    MAX_SCHEMA_PARTS,
    Form,
    SchemaProblem,
    foreign_schema_problems,
    own_schema,
    schema_problems,
)

OB = "conformance/1EdTech+openbadges-specification"
GOLDEN = Path(__file__).parents[1] / "vectors" / "composed-badge.json"
MODELS = {"achievementcredential": AchievementCredential, "endorsementcredential": EndorsementCredential}
WRONG = [None, True, 7, 1.5, "", "x", [], ["x"], [7], {}, {"type": ["x"]}]
FITTING = {
    "(ext:)[a-z|A-Z|0-9|.|-|_]+": ["ext:Werkproces", "xext:|", "ext:a-b"],
    "^[a-zA-Z0-9_-]+\\.[a-zA-Z0-9_-]*\\.[a-zA-Z0-9_-]+$": ["a.b.c", "a..c"],
    "^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$": ["nl", "sr-Latn-RS", "es-419"],
}
CONTEXT = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]


@pytest.fixture
def badge() -> dict[str, Any]:
    """Give the composed badge, to change at will."""
    document: dict[str, Any] = json.loads(GOLDEN.read_text())
    return document


@cache
def canonical(place: Path, name: str) -> Any:
    """Compile a canonical schema; cached, because hypothesis asks often."""
    text = json.loads((place / OB / "schema-canonical" / f"{name}.json").read_text())
    return jsonschema_rs.Draft201909Validator(text, validate_formats=False)


class Documents:
    """Draw documents that follow a schema of ours, each optional member in or out."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any], definitions: dict[str, Any]) -> None:
        self.draw = draw
        self.definitions = definitions

    def value(self, wanted: dict[str, Any], depth: int) -> Any:
        """Draw one value."""
        if "$ref" in wanted:
            return self.value(self.definitions[wanted["$ref"].rpartition("/")[2]], depth)
        if "prefixItems" in wanted:
            more = self.draw(st.sampled_from([[], ["https://example.org/context"], [{"a": "urn:a"}]]))
            return [*CONTEXT, *more]
        if "anyOf" in wanted:
            return self.value(self.draw(st.sampled_from(wanted["anyOf"])), depth)
        if "enum" in wanted or "const" in wanted:
            return self.draw(st.sampled_from(wanted.get("enum", [wanted.get("const")])))
        return getattr(self, wanted["type"])(wanted, depth)

    def object(self, wanted: dict[str, Any], depth: int) -> dict[str, Any]:
        """Draw an object; deep down only with what it must have."""
        required = set(wanted.get("required", []))
        optional = sorted(set(wanted.get("properties", {})) - required)
        chosen = (
            self.draw(st.sets(st.sampled_from(optional), max_size=6)) if optional and depth < 5 else set()
        )
        found = {
            name: self.value(wanted["properties"][name], depth + 1) for name in sorted(required | chosen)
        }
        if wanted.get("additionalProperties") is True and self.draw(st.booleans()):
            found["extra"] = self.draw(st.sampled_from(WRONG))
        return found

    def array(self, wanted: dict[str, Any], depth: int) -> list[Any]:
        """Draw a list; a list of types holds the names that it must."""
        names = [self.draw(st.sampled_from(part["contains"]["enum"])) for part in wanted.get("allOf", [])]
        count = self.draw(st.integers(0, 2)) if depth < 6 else 0
        return names + [self.value(wanted["items"], depth + 1) for _ in range(count)]

    def string(self, wanted: dict[str, Any], depth: int) -> str:
        """Draw a text, or one that follows the pattern."""
        texts = FITTING[wanted["pattern"]] if "pattern" in wanted else ["", "x", "é 🙂", "urn:a"]
        text: str = self.draw(st.sampled_from(texts))
        return text

    def number(self, wanted: dict[str, Any], depth: int) -> float:
        """Draw a number."""
        number: float = self.draw(st.sampled_from([0, 1, -2.5, 1e300]))
        return number

    def boolean(self, wanted: dict[str, Any], depth: int) -> bool:
        """Draw a boolean."""
        truth: bool = self.draw(st.booleans())
        return truth


@st.composite
def documents(draw: Callable[[st.SearchStrategy[Any]], Any], name: str) -> dict[str, Any]:
    """Draw a document that our models allow."""
    wanted: dict[str, Any] = schema.json_schema(MODELS[name])
    found: dict[str, Any] = Documents(draw, wanted["$defs"]).value(wanted, 0)
    return found


def places(value: Any) -> list[tuple[Any, Any]]:
    """Give each container with each key or number in it."""
    found, waiting = [], [value]
    while waiting:
        container = waiting.pop()
        keys = list(container) if isinstance(container, dict) else range(len(container))
        found += [(container, key) for key in keys]
        waiting += [container[key] for key in keys if isinstance(container[key], (dict, list))]
    return found


@st.composite
def damaged(draw: Callable[[st.SearchStrategy[Any]], Any], name: str) -> dict[str, Any]:
    """Draw a document with one to three places removed, replaced, added to or wrapped."""
    document = copy.deepcopy(draw(documents(name)))
    for _ in range(draw(st.integers(1, 3))):
        container, key = draw(st.sampled_from(places(document) or [({"a": 1}, "a")]))
        kind = draw(st.sampled_from(["remove", "replace", "add", "wrap", "unwrap"]))
        if kind == "remove":
            del container[key]
        elif kind == "replace":
            container[key] = copy.deepcopy(draw(st.sampled_from(WRONG)))
        elif kind == "add" and isinstance(container, dict):
            container["unknown"] = draw(st.sampled_from(WRONG))
        elif kind == "wrap":
            container[key] = [container[key]]
        elif kind == "unwrap" and isinstance(container[key], list) and container[key]:
            container[key] = container[key][0]
    return document


def agree(corpus: Path, name: str, document: dict[str, Any]) -> bool:
    """Ask both schemas; give whether the document is valid when they agree."""
    ours = schema._validator(MODELS[name], Form.CANONICAL, on_vc_11=False).is_valid(document)
    theirs = canonical(corpus, name).is_valid(document)
    assert theirs == ours, (theirs, document)
    return ours


def of_canonical(corpus: Path, name: str) -> dict[str, Any]:
    """Give each class of a canonical schema by its name, the credential itself too."""
    text = json.loads((corpus / OB / "schema-canonical" / f"{name}.json").read_text())
    return text["$defs"] | {"": text}


def of_ours(name: str) -> dict[str, Any]:
    """Give each class of our schema by its name, the credential itself too."""
    text: dict[str, Any] = schema.json_schema(MODELS[name])
    own = text if "properties" in text else text["$defs"][text["$ref"].rpartition("/")[2]]
    return text["$defs"] | {"": own}


class TestJsonSchema:
    """The schema that the models give."""

    @pytest.mark.parametrize("name", MODELS)
    def test_has_the_same_classes_and_members(self, corpus: Path, name: str) -> None:
        """Every class of the canonical schema is there, with its members and what it requires."""
        theirs, ours = of_canonical(corpus, name), of_ours(name)
        for each in set(theirs) - {"Context", "ProfileRef"}:  # those two are written where they are used
            assert set(theirs[each]["properties"]) == set(ours[each]["properties"]), each
            assert set(theirs[each]["required"]) == set(ours[each].get("required", [])), each
            assert theirs[each]["additionalProperties"] == ours[each]["additionalProperties"], each

    @pytest.mark.parametrize("name", MODELS)
    @settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=150)
    @given(data=st.data())
    def test_accepts_the_same_documents(self, corpus: Path, name: str, data: st.DataObject) -> None:
        """Whatever our models allow, the canonical schema accepts."""
        assert agree(corpus, name, data.draw(documents(name)))

    @pytest.mark.parametrize("name", MODELS)
    @settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=300)
    @given(data=st.data())
    def test_refuses_the_same_documents(self, corpus: Path, name: str, data: st.DataObject) -> None:
        """A damaged document is refused by both or by none."""
        agree(corpus, name, data.draw(damaged(name)))

    @pytest.mark.parametrize("replacement", [..., *WRONG], ids=repr)
    def test_judges_each_place_of_a_badge_the_same(self, corpus: Path, badge: Any, replacement: Any) -> None:
        """Each place of the badge, removed or replaced by each wrong value, is judged the same."""
        judged = {True: 0, False: 0}
        for number in range(len(places(badge))):
            document = copy.deepcopy(badge)
            container, key = places(document)[number]
            if replacement is ...:
                del container[key]
            else:
                container[key] = replacement
            judged[agree(corpus, "achievementcredential", document)] += 1
        assert judged[False] > 20

    def test_judges_each_place_of_the_examples_the_same(self, corpus: Path) -> None:
        """The standard's own examples, whole and with each place removed or made null."""
        files = sorted((corpus / OB / "examples").glob("*.json"))
        assert len(files) == 7
        for file in files:
            example = json.loads(file.read_text())
            name = "endorsementcredential" if "endorsement" in file.name else "achievementcredential"
            agree(corpus, name, example)
            for number in range(len(places(example))):
                removed, nulled = copy.deepcopy(example), copy.deepcopy(example)
                container, key = places(removed)[number]
                del container[key]
                container, key = places(nulled)[number]
                container[key] = None
                agree(corpus, name, removed)
                agree(corpus, name, nulled)

    @pytest.mark.parametrize(
        ("change", "valid"),
        [
            ({"validFrom": "yesterday"}, True),
            ({"id": "no uri at all"}, True),
            ({"@context": [CONTEXT[0], CONTEXT[1].replace(".json", "-3.0.3.json")]}, True),
            ({"@context": [CONTEXT[0], "https://purl.imsglobal.org/spec/ob/v3p0/context.json"]}, True),
            ({"@context": [CONTEXT[1], CONTEXT[0]]}, False),
            ({"@context": [*CONTEXT, 7]}, False),
            ({"@context": [CONTEXT[0]]}, False),
            ({"@context": CONTEXT[0]}, False),
            ({"type": ["VerifiableCredential"]}, False),
            ({"type": ["AchievementCredential", "VerifiableCredential"]}, True),
            ({"issuer": "did:web:example.org"}, True),
            ({"issuer": {"id": "did:web:example.org"}}, False),
            ({"proof": {"type": "DataIntegrityProof"}}, False),
            ({"proof": [{"type": "DataIntegrityProof"}]}, True),
            ({"proof": []}, True),
            ({"name": None}, False),
            ({"unheardOf": {"a": [None]}}, True),
        ],
    )
    def test_follows_the_canonical_schema_where_it_is_odd(
        self, corpus: Path, badge: Any, change: Any, *, valid: bool
    ) -> None:
        """What is odd in the canonical schema is odd in ours, and written down here."""
        assert agree(corpus, "achievementcredential", badge | change) is valid

    @pytest.mark.parametrize(
        ("kind", "valid"),
        [
            ("ext:Werkproces", True),
            ("xext:|y", True),
            ("ext:-", False),
            ("ext:", False),
            ("Werkproces", False),
        ],
    )
    def test_follows_the_pattern_of_extensions(
        self, corpus: Path, badge: Any, kind: str, *, valid: bool
    ) -> None:
        """Unanchored, and without the hyphen."""
        badge["credentialSubject"]["achievement"]["achievementType"] = kind
        assert agree(corpus, "achievementcredential", badge) is valid


class TestSchemaProblems:
    """What is said of a document."""

    def test_says_nothing_of_a_badge_in_order(self, badge: Any) -> None:
        """The badge that we compose has no problems."""
        assert schema_problems(badge) == ()

    def test_points_at_each_problem(self, badge: Any) -> None:
        """All problems at once, each with its pointer."""
        badge["validFrom"] = None
        badge["credentialSubject"]["achievement"]["image"]["alt/text~"] = "x"
        del badge["evidence"][0]["type"]
        assert {problem.pointer for problem in schema_problems(badge)} == {
            "/validFrom",
            "/credentialSubject/achievement/image",
            "/evidence/0",
        }

    def test_never_quotes_a_value(self, badge: Any) -> None:
        """The message may end in a log: no value of the badge stands in it."""
        badge["credentialSubject"]["identifier"][0]["hashed"] = "Sam de Vries"
        assert schema_problems(badge) == (
            SchemaProblem(
                pointer="/credentialSubject/identifier/0/hashed",
                message='this value is not of type "boolean"',
            ),
        )

    def test_takes_an_endorsement_for_what_it_is(self) -> None:
        """An endorsement is held against the schema of endorsements."""
        endorsement = {
            "@context": CONTEXT,
            "id": "urn:uuid:1",
            "type": ["VerifiableCredential", "EndorsementCredential"],
            "name": "Bevestiging",
            "issuer": "did:web:example.org",
            "validFrom": "2026-06-26T14:05:00Z",
            "credentialSubject": {"id": "urn:uuid:2", "type": ["EndorsementSubject"]},
        }
        assert schema_problems(endorsement) == ()
        del endorsement["name"]
        assert [problem.pointer for problem in schema_problems(endorsement)] == [""]

    @pytest.mark.parametrize("document", [{}, {"type": None}, {"type": 7}, {"type": [["a"]]}])
    def test_bears_any_document(self, document: Any) -> None:
        """A document without a readable type is held against the schema of badges."""
        assert schema_problems(document) != ()

    def test_stops_at_fifty(self, badge: Any) -> None:
        """A document with a thousand problems costs no thousand answers."""
        badge["evidence"] = [7] * 1_000
        assert len(schema_problems(badge)) == 50


class TestModels:
    """The models themselves, for who reads a document with them."""

    def test_read_and_write_a_badge(self, badge: Any) -> None:
        """A badge comes back from the model as it went in."""
        model = AchievementCredential.model_validate(badge)
        assert model.model_dump(by_alias=True, exclude_none=True, mode="json") == badge

    @pytest.mark.parametrize(
        "change",
        [
            {"type": ["VerifiableCredential"]},
            {"@context": ["https://example.org/", CONTEXT[1]]},
            {"validFrom": 7},
            {"credentialSubject": {"type": ["AchievementSubject"]}},
        ],
    )
    def test_refuse_what_the_schema_refuses(self, badge: Any, change: Any) -> None:
        """The model says the same as its schema."""
        with pytest.raises(ValueError, match="validation error"):
            AchievementCredential.model_validate(badge | change)
        assert schema_problems(badge | change) != ()


CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
EXAMPLE_CLR = "conformance/1EdTech+openbadges-specification/test-vectors/clrv2p0/clr-signed-credential.json"


@pytest.fixture
def early(badge: Any) -> Any:
    """Give the badge as OB 3.0 was before VC 2.0."""
    del badge["validFrom"]
    del badge["credentialStatus"]
    return badge | {
        "@context": [CREDENTIALS_V1, "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld"],
        "issuanceDate": "2023-06-26T14:05:00Z",
        "expirationDate": "2030-06-26T14:05:00Z",
    }


class TestForms:
    """schema_problems, in each form and on each data model."""

    @pytest.mark.parametrize("form", Form)
    def test_accept_a_badge_on_vc_11(self, early: Any, form: Form) -> None:
        """Another context, other names for its dates, an early context of OB 3.0."""
        assert () == schema_problems(early, form=form)

    @pytest.mark.parametrize(
        ("change", "pointer"),
        [
            ({"issuanceDate": ...}, ""),
            ({"issuanceDate": 7}, "/issuanceDate"),
            ({"expirationDate": None}, "/expirationDate"),
            ({"@context": [CREDENTIALS_V1, "https://voorbeeld.nl/"]}, "/@context/1"),
            ({"endorsement": [{"type": ["VerifiableCredential"]}]}, "/endorsement/0"),
        ],
    )
    def test_refuse_a_badge_on_vc_11(self, early: Any, change: Any, pointer: str) -> None:
        """It must be whole, as one on VC 2.0."""
        changed = {name: value for name, value in (early | change).items() if value is not ...}

        assert pointer in {problem.pointer for problem in schema_problems(changed)}

    def test_let_a_single_value_stand_without_a_list_when_compacted(self, badge: Any) -> None:
        """JSON-LD sees no difference; the canonical schema does."""
        badge |= {"proof": {"type": "DataIntegrityProof"}, "evidence": badge["evidence"][0]}
        badge["credentialSubject"]["type"] = "AchievementSubject"
        badge["issuer"]["type"] = "Profile"

        assert () == schema_problems(badge, form=Form.COMPACTED)
        assert {"/proof", "/evidence", "/credentialSubject/type", "/issuer"} == {
            problem.pointer for problem in schema_problems(badge)
        }

    @pytest.mark.parametrize(
        "change",
        [
            {"type": ["VerifiableCredential"]},
            {"proof": "z"},
            {"evidence": [{"name": "zonder soort"}]},
            {"credentialSubject": {"type": "AchievementSubject"}},
        ],
    )
    def test_refuse_the_rest_when_compacted(self, badge: Any, change: Any) -> None:
        """Only lists of one are another matter."""
        assert () != schema_problems(badge | change, form=Form.COMPACTED)

    def test_accept_the_record_of_the_standard(self, corpus: Path) -> None:
        """The signed example of CLR 2.0 writes single types, as published schemas allow."""
        record = json.loads((corpus / EXAMPLE_CLR).read_text())

        assert () == schema_problems(record, form=Form.COMPACTED)

    @pytest.mark.parametrize(
        ("change", "pointer"),
        [
            ({}, None),
            ({"name": ...}, ""),
            ({"partial": "ja"}, "/partial"),
            ({"@context": CONTEXT}, "/@context"),
            (
                {"credentialSubject": {"type": ["ClrSubject"], "verifiableCredential": []}},
                "/credentialSubject",
            ),
            ({"credentialSubject": {"type": ["ClrSubject"]}}, "/credentialSubject"),
        ],
    )
    def test_judge_a_record(self, badge: Any, change: Any, pointer: str | None) -> None:
        """A CLR names itself and holds at least one credential."""
        record = {
            "@context": [CONTEXT[0], CLR, CONTEXT[1]],
            "id": "urn:x:clr",
            "type": ["VerifiableCredential", "ClrCredential"],
            "name": "Wat Sam kan",
            "issuer": "did:web:school.voorbeeld",
            "validFrom": "2026-06-26T14:05:00Z",
            "credentialStatus": {"type": "BitstringStatusListEntry"},
            "credentialSubject": {
                "type": ["ClrSubject"],
                "verifiableCredential": [badge],
                "association": [
                    {
                        "type": "Association",
                        "associationType": "isParentOf",
                        "sourceId": "urn:x:a",
                        "targetId": "urn:x:b",
                    }
                ],
            },
        }
        changed = {name: value for name, value in (record | change).items() if value is not ...}

        problems = schema_problems(changed)

        assert (pointer is None) == (problems == ())
        assert all(problem.pointer.startswith(pointer or "") for problem in problems)


class TestOwnSchema:
    """schema.own_schema."""

    @pytest.mark.parametrize(
        ("identifier", "expected"),
        [
            ("ob/v3p0/schema/json/ob_v3p0_achievementcredential", ("AchievementCredential", "json")),
            ("ob/v3p0/schema/json-ld/ob_v3p0_achievementcredential", ("AchievementCredential", "json-ld")),
            ("ob/v3p0/schema/json/ob_v3p0_endorsementcredential", ("EndorsementCredential", "json")),
            ("ob/v3p0/schema/json/ob_v3p0_anyachievementcredential", ("AchievementCredential", "json")),
            ("clr/v2p0/schema/json/clr_v2p0_clrcredential", ("ClrCredential", "json-ld")),
            ("clr/v2p0/schema/json/clr_v2p0_achievementcredential", ("AchievementCredential", "json-ld")),
        ],
    )
    def test_knows_the_published_schemas(self, identifier: str, expected: tuple[str, str]) -> None:
        """Each address names a credential and a form."""
        found = own_schema(f"https://purl.imsglobal.org/spec/{identifier}_schema.json")

        assert found is not None
        assert expected == (found.credential, found.form)

    @pytest.mark.parametrize(
        "identifier",
        [
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_profile_schema.json",
            "http://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
            "https://voorbeeld.nl/ob_v3p0_achievementcredential_schema.json",
            "",
        ],
    )
    def test_knows_no_others(self, identifier: str) -> None:
        """What our models do not answer is for others."""
        assert own_schema(identifier) is None

    def test_holds_a_document_against_its_credential(self, badge: Any) -> None:
        """A badge that names the schema of endorsements is not as that asks."""
        identifier = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_{}credential_schema.json"
        badges, endorsements = (
            own_schema(identifier.format(name)) for name in ("achievement", "endorsement")
        )

        assert badges is not None
        assert () == badges.problems(badge)
        assert endorsements is not None
        assert () != endorsements.problems(badge)


DRAFTS = (
    "http://json-schema.org/draft-07/schema#",
    "https://json-schema.org/draft/2019-09/schema",
    "https://json-schema.org/draft/2020-12/schema",
)


class TestForeignSchemaProblems:
    """schema.foreign_schema_problems."""

    @pytest.mark.parametrize("draft", DRAFTS)
    def test_says_nothing_of_a_document_in_order(self, badge: Any, draft: str) -> None:
        """Each draft that badges name is run."""
        assert () == foreign_schema_problems(badge, {"$schema": draft, "required": ["issuer"]})

    @pytest.mark.parametrize("draft", DRAFTS)
    def test_points_at_what_is_not_as_it_asks(self, badge: Any, draft: str) -> None:
        """The pointer leads to the place; the message quotes no value."""
        schema = {"$schema": draft, "properties": {"issuer": {"properties": {"name": {"const": "x"}}}}}

        [problem] = foreign_schema_problems(badge, schema)

        assert "/issuer/name" == problem.pointer
        assert badge["issuer"]["name"] not in problem.message

    @pytest.mark.parametrize(
        "schema",
        [
            {},
            {"$schema": 7},
            {"$schema": "http://json-schema.org/draft-04/schema#"},
            {"$schema": DRAFTS[2], "type": "badge"},
            {"$schema": DRAFTS[2], "$ref": "https://voorbeeld.nl/schema.json"},
            {"$schema": DRAFTS[2], "$ref": "file:///etc/hostname"},
            {"$schema": DRAFTS[2], "$ref": "#/$defs/onbekend"},
            {"$schema": DRAFTS[0], "pattern": "(?=look)ahead"},
            {"$schema": DRAFTS[0], "pattern": r"(a)\1"},
            {"$schema": DRAFTS[2], "enum": list(range(MAX_SCHEMA_PARTS))},
        ],
        ids=lambda schema: str(schema)[:60],
    )
    def test_cannot_say_by_what_it_cannot_run(self, badge: Any, schema: Any) -> None:
        """Another draft, something far away, a pattern without a bound, too much: no judgement at all."""
        with pytest.raises(ForeignSchemaError):
            foreign_schema_problems(badge, schema)

    def test_runs_a_pattern_in_linear_time(self) -> None:
        """What takes other engines for ever is answered."""
        schema: Any = {"$schema": DRAFTS[0], "properties": {"x": {"pattern": "^(a+)+$"}}}

        assert 1 == len(foreign_schema_problems({"x": "a" * 50_000 + "!"}, schema))
