"""The import pack: what is in it, and that it is read back as what it was."""

import io
import json
import zipfile
from dataclasses import replace

from badges import strictjson
from badges.catalogue import embedded
from schools.evidence.counting import Whose, count
from schools.evidence.credentials import Credential, credentials_in, load_credential
from schools.evidence.reading import take_in
from schools.giving.packing import Pack, packed
from schools.mapping import Atlas, find_target
from schools.proposals import cover, propose
from schools.proposals.proposing import plan
from schools.proposals.telling import Told, as_json, explain
from tests.schools.badges import ON
from tests.world import World
from verifier.report import Part

ATLAS = Atlas(embedded())


def told(part: Part) -> Told:
    """Propose for what is in a file."""
    taken = [*take_in(part, file="bewijs.json")]
    coverage = cover(count(taken, on=ON, whose=Whose(("Sam de Vries",))), atlas=ATLAS)
    target = find_target("25774", catalogue=embedded())
    return explain(propose(coverage, plan(target), on=ON), coverage, near=(), atlas=ATLAS)


def pack_of(earth: World, raw: bytes) -> Pack:
    """Make the pack of one file."""
    part = Part(report=earth.report(raw))
    written = [strictjson.loads_object(strictjson.dumps(each)) for each in credentials_in(part, raw=raw)]
    along: list[Credential] = [load_credential(each) for each in written]
    return Pack(told=told(part), name="Sam de Vries", credentials=along)


def opened(pack: Pack) -> zipfile.ZipFile:
    """Open it as whoever gets it does."""
    return zipfile.ZipFile(io.BytesIO(packed(pack, catalogue=embedded())))


class TestPacked:
    def test_holds_each_badge_as_it_was_signed(self) -> None:
        """To the byte: what is taken in of the pack says the same, by the verifier and in the proposal."""
        earth = World()
        pack = pack_of(earth, earth.signed())
        archive = opened(pack)
        raw = archive.read("bewijzen/01.json")
        assert earth.signed() == raw
        again = told(Part(report=earth.report(packed(pack, catalogue=embedded()))))
        assert as_json(pack.told)["covered"] == as_json(again)["covered"] != []
        assert json.loads(archive.read("voorstel.json")) == as_json(pack.told)

    def test_names_what_could_not_go_along(self) -> None:
        """In words and for programs; it counts all the same."""
        earth = World()
        archive = opened(replace(pack_of(earth, earth.signed()), credentials=()))
        [left] = json.loads(archive.read("koppeling.json"))["notAlong"]
        assert (left["issuer"]["name"], left["id"] in archive.read("koppeling.csv").decode()) == (
            "Magazijn De Maas",
            True,
        )
        assert "Vraag de persoon erom" in archive.read("LEESMIJ.txt").decode()

    def test_is_the_same_for_the_same(self) -> None:
        """Made twice, the same bytes; what a school signs comes in beside it."""
        earth = World()
        pack = replace(pack_of(earth, earth.signed()), records=(b"a.b.c", b"d.e.f"), pdf=b"%PDF-")
        assert packed(pack, catalogue=embedded()) == packed(pack, catalogue=embedded())
        assert [
            "LEESMIJ.txt",
            "voorstel.json",
            "koppeling.json",
            "koppeling.csv",
            "voorstel.pdf",
            "overzicht.jwt",
            "overzicht-2.jwt",
            "bewijzen/01.json",
        ] == opened(pack).namelist()
