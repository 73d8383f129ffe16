"""What a school gives on of somebody of whom it took files in."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.keystore.store import WrappingKeyStore
from issuers.opening import issuing_place, standing_place
from issuers.people.permissions import Actor
from schools.giving.passing import pack_for
from schools.importing.candidates import add_candidate
from schools.importing.proposing import propose_for
from schools.importing.taking import CheckedFile, take_files
from tests.databases import ON_SQLITE
from tests.issuers.schooling import found_school
from tests.world import Issuer, World
from verifier.report import Part

pytestmark = ON_SQLITE


class TestPackFor:
    def test_has_no_record_where_the_service_is_sealed(
        self, desk: IssuingDesk, bevestiger: Actor, tmp_path: Path
    ) -> None:
        """The record is all that needs a signature of the school; the badge has its own."""
        earth = World()
        sam = add_candidate(desk, "Sam de Vries", actor=bevestiger)
        raw = earth.signed()
        take_files(desk, sam, [CheckedFile("x.json", raw, Part(report=earth.report(raw)))], actor=bevestiger)
        told = propose_for(desk, sam, "25774", actor=bevestiger)
        nothing = WrappingKeyStore(issuing=issuing_place(tmp_path), standing=standing_place(tmp_path))
        for at, expected in ((desk, True), (replace(desk, key_store=nothing), False)):
            pack = pack_for(at, sam, told, pdf=b"%PDF-", actor=bevestiger)
            archive = zipfile.ZipFile(io.BytesIO(pack))
            assert ("overzicht.jwt" in archive.namelist()) is expected
            assert (b"kon het nu niet ondertekenen" in archive.read("LEESMIJ.txt")) is not expected
            assert archive.read("bewijzen/01.json") == raw

    def test_has_no_record_of_two_that_have_one_id(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """Two issuers may give one id; all the rest goes along, and the pack says what is missing."""
        sam = add_candidate(desk, "Sam de Vries", actor=bevestiger)
        for name in ("Een", "Twee"):
            earth = World(issuer=Issuer.named(name, short=name))
            raw = earth.signed()
            file = CheckedFile(f"{name}.json", raw, Part(report=earth.report(raw)))
            take_files(desk, sam, [file], actor=bevestiger)
        told = propose_for(desk, sam, "25774", actor=bevestiger)
        archive = zipfile.ZipFile(io.BytesIO(pack_for(desk, sam, told, pdf=b"%PDF-", actor=bevestiger)))
        assert {"bewijzen/01.json", "bewijzen/02.json"} < {*archive.namelist()}
        assert "overzicht.jwt" not in archive.namelist()
        assert b"kon het nu niet ondertekenen" in archive.read("LEESMIJ.txt")

    def test_is_for_the_own_school(self, desk: IssuingDesk, bevestiger: Actor) -> None:
        """Of a person of another school there is nothing."""
        sam = add_candidate(desk, "Sam de Vries", actor=bevestiger)
        told = propose_for(desk, sam, "25774", actor=bevestiger)
        for candidate, actor in ((sam, found_school(desk, "School Elders")), (uuid4(), bevestiger)):
            with pytest.raises(NotFoundError):
                pack_for(desk, candidate, told, pdf=b"%PDF-", actor=actor)
