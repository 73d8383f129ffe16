"""What is said before keys are given up."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.commands.losing import told_copies, told_loss
from issuers.keys.loss import Loss
from issuers.keys.tables import SEALABLE, STANDING
from issuers.keystore.places import FilePlace

SIGNING = Loss(keys=2, organisations=1, own_keys=0, purposes=SEALABLE, apps=0)
ALL = Loss(keys=7, organisations=3, own_keys=1, purposes=SEALABLE | STANDING, apps=2)
ADDRESSES = replace(SIGNING, marks=True)
ONE_APP = replace(ALL, keys=1, organisations=1, apps=1)


@pytest.fixture
def place(tmp_path: Path) -> FilePlace:
    """Give a place with nothing in it."""
    return FilePlace(tmp_path / "kek")


@pytest.fixture
def lists(tmp_path: Path) -> FilePlace:
    """Give a place with a key in it."""
    found = FilePlace(tmp_path / "kek-lists")
    found.furnish()
    return found


class TestToldLoss:
    """`told_loss`."""

    @pytest.mark.parametrize(
        ("loss", "counted"),
        [
            (SIGNING, "2 sleutels van 1 organisatie."),
            (ALL, "7 sleutels van 3 organisaties, 1 sleutel van de dienst zelf, 2 apps met codes."),
            (ADDRESSES, "2 sleutels van 1 organisatie, de sleutel waarmee wij adressen herkennen."),
            (ONE_APP, "1 sleutel van 1 organisatie, 1 sleutel van de dienst zelf, 1 app met codes."),
        ],
    )
    def test_counts_what_does_not_open(
        self, loss: Loss, counted: str, place: FilePlace, lists: FilePlace
    ) -> None:
        """Of one as of one."""
        assert f"\nNiet open gaan nu: {counted} Dit gebeurt ermee:" in list(
            told_loss(loss, place=place, lists=lists)
        )

    def test_tells_nothing_of_what_opens(self, place: FilePlace, lists: FilePlace) -> None:
        """Where only the key of badges is away, lists and apps go on."""
        said = "\n".join(told_loss(SIGNING, place=place, lists=lists))
        assert "De statuslijsten veranderen niet" in said
        assert not any(each in said for each in ("ijkpunten", "app met codes", str(lists.path)))

    def test_says_what_guards_the_new_keys(self, place: FilePlace, lists: FilePlace) -> None:
        """A file is made where there is none, and one that is there may be of another service."""
        *_, of_badges, of_lists = told_loss(ALL, place=place, lists=lists)
        assert f"{place.path} wordt gemaakt" in of_badges
        assert f"{lists.path} sluit de nieuwe sleutels" in of_lists
        assert "Is hij van een andere dienst?" in of_lists

    def test_knows_a_key_that_is_in_no_file(self, lists: FilePlace) -> None:
        """It stands in a setting, of which the first is the newest."""
        *_, last = told_loss(SIGNING, place=None, lists=lists)
        assert "PRAKTIJKBEWIJS_KEY" in last


class TestToldCopies:
    """`told_copies`."""

    def test_names_files_only(self, place: FilePlace, lists: FilePlace) -> None:
        """Of what stands in a setting there is no file to copy."""
        assert f"kopie van {place.path} en {lists.path}," in told_copies(place, lists=lists)
        assert f"kopie van {lists.path}," in told_copies(None, lists=lists)
