"""A zip that a holder takes to a provider of EVC."""

import csv
import io
import json
import zipfile

import pytest

from badges.catalogue import embedded
from holders.importing.importing import take
from holders.keeping.claiming import keep
from holders.keeping.telephones import KnownHolder
from holders.rights.bundling import GONE, bundle, choices
from holders.rights.listing import HEADINGS
from issuers.desk import IssuingDesk
from issuers.erasing.erasing import erase_badge
from issuers.errors import FormError
from issuers.identifiers import uuid7
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Actor
from tests.databases import ON_SQLITE
from tests.holders.conftest import OWN, Keep, proof_of
from tests.holders.importing.test_importing import abroad
from tests.issuers.conftest import Issue


def opened(desk: IssuingDesk, holder: KnownHolder) -> zipfile.ZipFile:
    """Make it of all that can go in, and open it as who gets it does."""
    chosen = {each.id for each in choices(desk, holder=holder)}
    return zipfile.ZipFile(io.BytesIO(b"".join(bundle(desk, chosen, holder=holder, language="nl"))))


class TestBundle:
    def test_holds_each_badge_as_it_was_signed(self, desk: IssuingDesk, keeping: Keep, give: Issue) -> None:
        """To the byte, with a sheet to read, and a word on what it is not."""
        badge = give()
        holder = keeping(badge)
        archive = opened(desk, holder)
        folder = "01-verzamelt-en-controleert-orders"
        assert [
            "LEESMIJ.txt",
            f"{folder}/bewijs.json",
            f"{folder}/bewijs.pdf",
            "lijst.json",
            "lijst.csv",
        ] == (archive.namelist())
        assert badge.raw == archive.read(f"{folder}/bewijs.json")
        assert "geen besluit" in archive.read("LEESMIJ.txt").decode()

    @ON_SQLITE
    def test_lists_each_werkproces_as_okx_names_it(
        self, desk: IssuingDesk, keeping: Keep, give: Issue
    ) -> None:
        """The table says what the JSON says: read back, each cell is a member."""
        archive = opened(desk, keeping(give()))
        [badge] = json.loads(archive.read("lijst.json"))["badges"]
        [outcome] = badge["learningOutcomes"]
        assert outcome["kwalificatieRef"] == {
            "dossier": embedded().kwalificatie("25774").dossier_crebo,
            "kwalificatie": "25774",
            "kerntaak": "B1-K2",
            "werkproces": "B1-K2-W1",
        }
        text = archive.read("lijst.csv").decode("utf-8-sig")
        [row] = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
        assert [*HEADINGS] == [*row]
        for path, cell in row.items():
            found = {**badge, "learningOutcomes": outcome}
            for name in path.removesuffix(".uri").split("."):
                found = found[name]
            assert cell == (" ".join(found) if isinstance(found, list) else found or "")

    @ON_SQLITE
    def test_takes_a_badge_from_elsewhere_along_as_it_came(
        self, desk: IssuingDesk, keeping: Keep, give: Issue
    ) -> None:
        """The file is what it was."""
        earth, holder = abroad(), keeping(give())
        take(desk, earth.signed(), earth.report(earth.signed()), holder=holder)
        archive = opened(desk, holder)
        [name] = [each for each in archive.namelist() if each.startswith("02-")]
        assert earth.signed() == archive.read(name)

    @ON_SQLITE
    def test_says_that_what_was_chosen_is_gone(
        self, desk: IssuingDesk, actor: Actor, keeping: Keep, give: Issue
    ) -> None:
        """Withdrawn or erased since the page was opened: no zip comes with less in it than was chosen."""
        first, second, third = give("een"), give("twee"), give("drie")
        holder = keeping(first)
        for each in (second, third):
            keep(desk, each.token, proof=proof_of(desk, each), holder=holder, on=OWN)
        revoke(desk, first.id, actor=actor, reason=RevocationReason.VERGISSING)
        erase_badge(desk, second.id, actor=actor)
        for gone in (first, second):
            with pytest.raises(FormError) as error:
                bundle(desk, {gone.id, third.id}, holder=holder, language="nl")
            assert [GONE] == [*error.value.problems]
        assert bundle(desk, {third.id}, holder=holder, language="nl")

    @ON_SQLITE
    def test_leaves_out_what_was_withdrawn_or_not_chosen(
        self, desk: IssuingDesk, actor: Actor, keeping: Keep, give: Issue
    ) -> None:
        """He chooses; where nothing is left, it says so."""
        first, second = give("een"), give("twee")
        holder = keeping(first)
        keep(desk, second.token, proof=proof_of(desk, second), holder=holder, on=OWN)
        revoke(desk, first.id, actor=actor, reason=RevocationReason.VERGISSING)
        assert [second.id] == [each.id for each in choices(desk, holder=holder)]
        for nothing in ({first.id}, {uuid7(desk.clock.now())}, set()):
            with pytest.raises(FormError):
                bundle(desk, nothing, holder=holder, language="nl")
