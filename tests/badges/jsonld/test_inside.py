"""Documents that stand in others with contexts of their own: where they may, and what they mean there."""

import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from badges.errors import DataLossError, JsonLdError, KeywordError, UnhandledShapeError, UnknownContextError
from badges.jsonld import contexts, gate, inside, reference, walker
from badges.jsonld.gate import Way
from badges.strictjson import Json, JsonObject
from tests.badges.jsonld import documents
from tests.badges.jsonld.making import SEEDS, from_seed

OURS: list[Json] = [contexts.CREDENTIALS_V2, contexts.OB_V3]
EARLIER = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"
WRONG: tuple[Json, ...] = (
    {"@vocab": "https://voorbeeld.nl/"},
    {"name": "https://voorbeeld.nl/naam"},
    [*OURS, {"role": "https://voorbeeld.nl/rol"}],
    [*OURS, "https://voorbeeld.nl/"],
    [*OURS, contexts.EXAMPLES_V2],
    [None, *OURS],
    [*OURS, *OURS],
    [OURS],
    [],
    None,
    1,
)


@pytest.fixture
def endorsement() -> JsonObject:
    """Give an endorsement that names its own contexts, with a proof."""
    return {
        "@context": list(OURS),
        "id": "urn:x:endorsement",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": "did:web:branche.voorbeeld", "type": ["Profile"], "name": "Branche"},
        "name": "Erkend",
        "validFrom": "2026-06-26T14:05:00Z",
        "credentialSubject": {"id": "urn:x:badge", "type": ["EndorsementSubject"]},
        "proof": [{"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "proofValue": "z1"}],
    }


def nodes(document: JsonObject) -> list[JsonObject]:
    """Give each object in a document."""
    return [value for _, value in gate.everything(document) if isinstance(value, dict)]


def presentation(*held: Json) -> JsonObject:
    """Give a presentation of these."""
    return {
        "@context": [contexts.CREDENTIALS_V2],
        "type": ["VerifiablePresentation"],
        "holder": "did:web:sam.voorbeeld",
        "verifiableCredential": list(held),
    }


class TestStarts:
    """inside.starts."""

    @pytest.mark.parametrize(
        "way",
        [
            ("endorsement",),
            ("endorsement", 0),
            ("credentialSubject", "achievement", "endorsement", 0),
            ("issuer", "endorsement", 1),
            ("verifiableCredential", 0),
            ("credentialSubject", "verifiableCredential", 0),
            ("credentialSubject", 0, "verifiableCredential", 0),
        ],
    )
    def test_finds_what_is_a_document_by_itself(self, way: Way) -> None:
        """Endorsements anywhere, credentials in a presentation or in the subject of a CLR."""
        assert frozenset({(), way}) == inside.starts(at(way))

    @pytest.mark.parametrize(
        "way",
        [
            ("credentialSubject",),
            ("issuer",),
            ("evidence", 0),
            ("credentialSubject", "achievement"),
            ("issuer", "verifiableCredential", 0),
            ("endorsement", 0, 0),
            ("endorsement", 0, "credentialSubject"),
        ],
    )
    def test_finds_nothing_elsewhere(self, way: Way) -> None:
        """No other object may say what its words mean."""
        assert frozenset({()}) == inside.starts(at(way))

    def test_sees_from_the_document_that_it_stands_in(self, endorsement: JsonObject) -> None:
        """A credential in a presentation has endorsements of its own."""
        held: JsonObject = {"@context": list(OURS), "endorsement": endorsement}

        assert frozenset(
            {(), ("verifiableCredential", 0), ("verifiableCredential", 0, "endorsement")}
        ) == inside.starts(presentation(held))

    @pytest.mark.parametrize(("urls", "found"), [(OURS, True), (OURS[:1], False)])
    def test_finds_a_proof_that_repeats_the_contexts(
        self, endorsement: JsonObject, urls: list[Json], *, found: bool
    ) -> None:
        """A proof names the contexts of its document, or none."""
        proof: JsonObject = {"@context": urls, "type": "DataIntegrityProof"}

        assert found == (("proof",) in inside.starts({**endorsement, "proof": proof}))


def at(way: Way) -> JsonObject:
    """Give a document in which one thing, at this way, names contexts."""
    value: Json = {"@context": list(OURS)}
    for step in reversed(way):
        value = [*[{}] * step, value] if isinstance(step, int) else {step: value}
    assert isinstance(value, dict)
    return value


class TestSplit:
    """inside.split, and inside.join after it."""

    def test_names_each_part_and_keeps_it(self, badge: JsonObject, endorsement: JsonObject) -> None:
        """Where a part stood is its name; the part knows where that was."""
        document: JsonObject = {**badge, "endorsement": [endorsement]}

        whole = inside.split(document, at=inside.starts(document))

        assert {**badge, "endorsement": [{"@id": name} for name in whole.parts]} == whole.document
        assert [(("endorsement", 0), endorsement)] == [
            (part.way, part.document) for part in whole.parts.values()
        ]

    def test_is_undone_by_joining(self, badge: JsonObject, endorsement: JsonObject) -> None:
        """The parts in their places are the whole."""
        document: JsonObject = {**badge, "endorsement": [endorsement, "urn:x:other"]}
        whole = inside.split(document, at=inside.starts(document))

        parts: dict[str, list[Json]] = {name: [part.document] for name, part in whole.parts.items()}
        joined = inside.join([whole.document], parts=parts)

        assert [document] == joined


class TestCanonicalize:
    """reference.canonicalize, of what holds other documents."""

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(seed=SEEDS)
    def test_reads_parts_with_contexts_of_their_own(self, seed: int) -> None:
        """Endorsements, CLRs and presentations of every shape are read; the walker leaves them alone."""
        document = documents.holder_of_others(from_seed(seed))

        assert reference.canonicalize(document)
        with pytest.raises(UnhandledShapeError):
            walker.canonicalize(document)

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(seed=SEEDS, wrong=st.sampled_from(WRONG))
    def test_refuses_contexts_that_are_not_frozen(self, seed: int, wrong: Json) -> None:
        """Not at the top, not inside, not anywhere else."""
        make = from_seed(seed)
        document = documents.holder_of_others(make)
        make.random.choice(nodes(document))["@context"] = copy.deepcopy(wrong)

        with pytest.raises(JsonLdError):
            reference.canonicalize(document)

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(seed=SEEDS)
    def test_refuses_frozen_contexts_in_other_places(self, seed: int) -> None:
        """An achievement, a subject or an issuer cannot name contexts, be they ours."""
        make = from_seed(seed)
        document = documents.holder_of_others(make)
        before = inside.starts(document)
        make.random.choice([node for node in nodes(document) if "@context" not in node])["@context"] = list(
            OURS
        )
        if inside.starts(document) != before:
            return  # it became a document by itself

        with pytest.raises(KeywordError):
            reference.canonicalize(document)

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(seed=SEEDS)
    def test_refuses_words_that_no_context_defines(self, seed: int) -> None:
        """An added word is no part of what was signed, wherever it was added."""
        make = from_seed(seed)
        document = documents.holder_of_others(make)
        make.random.choice(nodes(document))["cijfer"] = "10"

        with pytest.raises(JsonLdError):
            reference.canonicalize(document)

    def test_reads_a_badge_on_vc_11_in_a_presentation(self, badge: JsonObject) -> None:
        """A presentation forgets its own contexts before those of a credential (VCDM 2.0 B.1)."""
        held = {name: value for name, value in badge.items() if name not in ("validFrom", "credentialStatus")}
        held["@context"] = [contexts.CREDENTIALS_V1, EARLIER]

        assert b"Magazijn De Maas" in reference.canonicalize(presentation(held))

    def test_refuses_what_means_something_else_there_than_alone(
        self, badge: JsonObject, endorsement: JsonObject
    ) -> None:
        """The earlier context of OB 3.0 cannot stand in a badge under the present one, nor the other way."""
        endorsement["@context"] = [contexts.CREDENTIALS_V2, EARLIER]

        with pytest.raises(JsonLdError):
            reference.canonicalize({**badge, "endorsement": [endorsement]})

    def test_refuses_words_that_only_the_whole_defines(
        self, badge: JsonObject, endorsement: JsonObject
    ) -> None:
        """What stands inside is read alone too, by whoever checks its own proof."""
        endorsement["@context"] = [contexts.CREDENTIALS_V2]

        with pytest.raises(JsonLdError):
            reference.canonicalize({**badge, "endorsement": [endorsement]})

    def test_refuses_a_name_that_leads_to_two_places(
        self, badge: JsonObject, endorsement: JsonObject
    ) -> None:
        """A document cannot borrow the name that a part gets while it is read."""
        document: JsonObject = {**badge, "endorsement": [endorsement]}
        whole = inside.split(document, at=inside.starts(document))
        [name] = whole.parts

        with pytest.raises(DataLossError):
            reference.canonicalize({**document, "credentialSchema": [{"id": name}]})

    def test_names_the_place_of_a_context_inside(self, badge: JsonObject, endorsement: JsonObject) -> None:
        """The pointer leads into the part."""
        endorsement["@context"] = [*OURS, "https://voorbeeld.nl/"]

        with pytest.raises(UnknownContextError) as caught:
            reference.canonicalize({**badge, "endorsement": [endorsement]})

        assert "/endorsement/0/@context/2" == caught.value.pointer
