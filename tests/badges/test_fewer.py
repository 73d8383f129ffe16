"""Editions: a badge of its own that leaves out, and never adds."""

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from badges.credential import UnsignedCredential
from badges.fewer import EditionSlot, Part, make_edition, parts_in, settle, standard_editions, tells_name
from badges.jsonld import walker
from badges.linting import lint
from badges.strictjson import Json, JsonObject, loads_object

BADGE = loads_object((Path(__file__).parents[1] / "vectors/composed-badge.json").read_bytes())
ISSUER = "did:web:bewijs.voorbeeld:organisaties:7fq2k9"
LIST = "https://bewijs.voorbeeld/organisaties/7fq2k9/status/2"
SLOT = EditionSlot(
    credential_id="urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0b00",
    subject_id="urn:uuid:6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
    evidence_id="urn:uuid:7c9e6679-7425-40de-944b-e07fc1f90ae7",
    status={
        "id": f"{LIST}#7",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "7",
        "statusListCredential": LIST,
    },
)
OWN = {SLOT.credential_id, SLOT.subject_id, SLOT.evidence_id}
STATUS_TYPE = (
    b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
    b"<https://www.w3.org/ns/credentials/status#BitstringStatusListEntry> ."
)
CHOICES = st.frozensets(st.sampled_from(Part))
TALES = st.sampled_from(["Sam zag het.", "Dit is van Vries' hand.", "Hij pakte samen in.", "Sams werk."])


def told(narrative: str) -> JsonObject:
    """Give the badge with another tale."""
    evidence = {"id": SLOT.evidence_id, "type": ["Evidence"], "name": "Wat Sam deed", "narrative": narrative}
    return {**BADGE, "evidence": [evidence]}


def leaves(value: Json, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Json]]:
    """Give each leaf with where it stands; of a list, whatever its place."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, (*path, key))
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each, path)
    else:
        yield path, value


def is_own(leaf: tuple[tuple[str, ...], Json]) -> bool:
    """Tell what is of the edition alone: its names, and its place in a list."""
    path, value = leaf
    return value in OWN or path[0] == "credentialStatus"


def quads(document: JsonObject) -> set[bytes]:
    """Give what a document says as statements without their subjects, which may be blank."""
    lines = walker.canonicalize(document).splitlines()
    return {line.split(b" ", 1)[1] for line in lines if b" _:" not in line.split(b" ", 1)[1]}


class TestMakeEdition:
    """`make_edition` leaves out, and adds nothing."""

    @given(without=CHOICES, tale=TALES)
    def test_holds_nothing_that_the_badge_does_not(self, without: frozenset[Part], tale: str) -> None:
        """Each leaf of it stands in the badge at the same place, but for its own names and its place."""
        badge = told(tale)
        made = make_edition(badge, without=settle(badge, without), slot=SLOT)
        assert {leaf for leaf in leaves(made) if not is_own(leaf)} <= set(leaves(badge))

    @given(without=CHOICES, tale=TALES)
    def test_says_nothing_that_the_badge_does_not(self, without: frozenset[Part], tale: str) -> None:
        """The same of its statements: what it means is a part of what the badge means."""
        badge = told(tale)
        made = make_edition(badge, without=settle(badge, without), slot=SLOT)
        own = [name.encode() for name in OWN] + [LIST.encode(), b"credentials/status#"]
        assert {each for each in quads(made) - quads(badge) if not any(name in each for name in own)} <= {
            STATUS_TYPE
        }

    @given(without=CHOICES, tale=TALES)
    def test_may_be_signed(self, without: frozenset[Part], tale: str) -> None:
        """Whatever is left out, what is left is a whole badge; nothing that is left tells who it is."""
        badge = told(tale)
        left = settle(badge, without)
        made = make_edition(badge, without=left, slot=SLOT)
        assert lint(UnsignedCredential(made), issuer=ISSUER)
        assert left == parts_in(badge) - parts_in(made)
        if Part.NAAM in left:
            assert not any("Sam " in str(value) or "Vries" in str(value) for _, value in leaves(made))

    def test_keeps_what_makes_it_the_same_fact(self) -> None:
        """Achievement, day, period and werkproces: by them an import counts it once."""
        made = make_edition(BADGE, without=frozenset(Part), slot=SLOT)
        subject, was = made["credentialSubject"], BADGE["credentialSubject"]
        assert isinstance(subject, dict)
        assert isinstance(was, dict)
        for name in ("activityStartDate", "activityEndDate", "role"):
            assert was[name] == subject[name]
        assert (BADGE["awardedDate"], BADGE["validFrom"]) == (made["awardedDate"], made["validFrom"])
        assert "25774/B1-K2-W1" in {value for _, value in leaves(made)}

    def test_leaves_the_badge_as_it_was(self) -> None:
        """It is a copy."""
        before = list(leaves(BADGE))
        make_edition(BADGE, without=frozenset(Part), slot=SLOT)
        assert before == list(leaves(BADGE))


class TestTellsName:
    """`tells_name` finds a name in what somebody did."""

    def test_finds_it_however_it_is_bent(self) -> None:
        """By each of its words; not by what stands in every sentence, nor in another word."""
        found = {
            "Sam pakte in.": True,
            "Het was Sams werk.": True,
            "SAM’S werk.": True,
            "Familie Vries.": True,
            "Hij werkte samen.": False,
            "De dozen van de winkel.": False,
        }
        assert found == {tale: tells_name(told(tale)) for tale in found}


class TestStandardEditions:
    """`standard_editions` are with or without name, with or without what was done."""

    def test_gives_those_that_differ(self) -> None:
        """Of a tale that tells the name, and of one that does not."""
        both, story = frozenset({Part.NAAM, Part.VERHAAL}), frozenset({Part.VERHAAL})
        assert (both, story) == standard_editions(told("Sam pakte in."))
        assert (both, frozenset({Part.NAAM}), story) == standard_editions(told("Pakte in."))

    def test_gives_one_of_a_badge_without_a_name(self) -> None:
        """Then there is only the tale to leave out."""
        nameless = make_edition(told("Pakte in."), without=frozenset({Part.NAAM}), slot=SLOT)
        assert (frozenset({Part.VERHAAL}),) == standard_editions(nameless)
