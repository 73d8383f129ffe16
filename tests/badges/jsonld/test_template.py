"""The template: it writes what the walker writes, whatever is put into its slots."""

import json
from concurrent.futures import ThreadPoolExecutor

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from badges.errors import InvalidValueError, RelativeIriError, TemplateError, UnhandledShapeError
from badges.jsonld import reference, walker
from badges.jsonld.template import Template, with_values
from badges.strictjson import JsonObject
from tests.badges.jsonld.making import PLACES, WORDS

SLOTS = {
    "credential": "/id",
    "subject": "/credentialSubject/id",
    "evidence": "/evidence/0/id",
    "what": "/evidence/0/narrative",
    "who": "/credentialSubject/identifier/0/identityHash",
    "role": "/credentialSubject/role",
    "how": "/credentialSubject/result/0/value",
    "tag": "/credentialSubject/achievement/tag/0",
    "second": "/credentialSubject/achievement/resultDescription/0/allowedValue/1",
    "code": "/credentialSubject/achievement/alignment/0/targetCode",
    "entry": "/credentialStatus/id",
    "index": "/credentialStatus/statusListIndex",
    "list": "/credentialStatus/statusListCredential",
}
PLACES_ONLY = {"credential", "subject", "evidence", "entry", "list"}
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=3).map("".join))
ADDRESSES = st.builds(lambda place, number: place.format(number), st.sampled_from(PLACES), st.integers(0, 9))


@pytest.fixture
def template(badge: JsonObject) -> Template:
    """Compile the template of the badge."""
    return Template.compile(badge, slots=SLOTS)


class TestCompile:
    """Template.compile."""

    @pytest.mark.parametrize(
        "pointer",
        [
            "",
            "/geen",
            "/@context/0",
            "/type/0",
            "/issuer/type/0",
            "/evidence",
            "/evidence/1/id",
            "/credentialSubject/identifier/0/hashed",
        ],
    )
    def test_refuses_a_slot_that_is_no_text(self, badge: JsonObject, pointer: str) -> None:
        """A slot is a text of the example, and never a type or a context."""
        with pytest.raises(TemplateError):
            Template.compile(badge, slots={"slot": pointer})

    def test_refuses_two_slots_in_one_place(self, badge: JsonObject) -> None:
        """Each place has one slot."""
        with pytest.raises(TemplateError):
            Template.compile(badge, slots={"one": "/id", "other": "/id"})

    def test_refuses_what_the_walker_refuses(self, badge: JsonObject) -> None:
        """An example with twins is not for a template."""
        badge["evidence"] = [{"type": "Evidence"}, {"type": "Evidence"}]

        with pytest.raises(UnhandledShapeError):
            Template.compile(badge, slots={"credential": "/id"})

    def test_takes_no_slots(self, badge: JsonObject) -> None:
        """A template without slots writes its example."""
        filled = Template.compile(badge, slots={}).fill({})

        assert (orjson.dumps(badge), walker.canonicalize(badge)) == filled


class TestFill:
    """Template.fill."""

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def test_writes_what_the_walker_writes(
        self, template: Template, badge: JsonObject, data: st.DataObject
    ) -> None:
        """Any text and any address in any slot, and both engines and orjson agree."""
        values = {name: data.draw(ADDRESSES if name in PLACES_ONLY else TEXTS, label=name) for name in SLOTS}
        document = with_values(badge, slots=SLOTS, values=values)
        try:
            expected = walker.canonicalize(document)
        except UnhandledShapeError:
            with pytest.raises(UnhandledShapeError):
                template.fill(values)
            return

        filled = template.fill(values)

        assert orjson.dumps(document) == filled.json
        assert expected == filled.nquads

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def test_writes_what_the_reference_writes(self, template: Template, data: st.DataObject) -> None:
        """The bytes are those of the other engine, read back from the JSON."""
        values = {name: data.draw(TEXTS, label=name) for name in SLOTS}
        values |= {name: f"urn:x:{name}" for name in PLACES_ONLY}
        values["second"] = "ander"

        filled = template.fill(values)

        assert reference.canonicalize(json.loads(filled.json)) == filled.nquads

    def test_joins_nodes_that_get_the_same_id(self, template: Template, badge: JsonObject) -> None:
        """When two slots name the same node its quads are one group, as the walker has it."""
        values = {name: f"urn:x:{name}" for name in SLOTS} | {"evidence": "urn:x:subject"}

        filled = template.fill(values)

        assert walker.canonicalize(with_values(badge, slots=SLOTS, values=values)) == filled.nquads

    @pytest.mark.parametrize("value", ["geen adres", "", "_:b0", "urn:x: ", "urn:x:\ud800"])
    def test_refuses_what_is_no_address(self, template: Template, value: str) -> None:
        """A slot that names a node takes an absolute IRI."""
        values = {name: f"urn:x:{name}" for name in SLOTS} | {"subject": value}

        with pytest.raises(RelativeIriError) as caught:
            template.fill(values)

        assert "/credentialSubject/id" == caught.value.pointer

    @pytest.mark.parametrize("value", ["\ud800", 1, None, ["x"]])
    def test_refuses_what_is_no_text(self, template: Template, value: object) -> None:
        """A slot takes Unicode and nothing else."""
        values = {name: f"urn:x:{name}" for name in SLOTS} | {"role": value}

        with pytest.raises(InvalidValueError) as caught:
            template.fill(values)  # type: ignore[arg-type]  # the point of the test

        assert "/credentialSubject/role" == caught.value.pointer

    def test_refuses_a_slot_too_few_or_too_many(self, template: Template) -> None:
        """All slots, and no others."""
        values = {name: f"urn:x:{name}" for name in SLOTS}

        with pytest.raises(TemplateError):
            template.fill({name: value for name, value in values.items() if name != "role"})
        with pytest.raises(TemplateError):
            template.fill({**values, "nog een": "x"})

    def test_gives_the_same_in_many_threads(self, template: Template) -> None:
        """Threads share a template; none sees the values of another."""
        many = [{name: f"urn:x:{name}:{number}" for name in SLOTS} for number in range(64)]
        expected = [template.fill(values) for values in many]

        with ThreadPoolExecutor(16) as threads:
            actual = list(threads.map(template.fill, many * 4))

        assert expected * 4 == actual
