"""What an import would change is shown before it changes."""

import dataclasses
from datetime import date
from pathlib import Path

from badges.catalogue import Catalogue, embedded, sbbxml
from badges.catalogue.changes import Change, as_lines, compare
from badges.catalogue.model import Edition, Kerntaak

SYNTHETIC = Path(__file__).with_name("synthetisch.xml").read_bytes()


def imported(*, replace: tuple[str, str] = ("", "")) -> Catalogue:
    """Give a catalogue of the synthetic file, with one text replaced."""
    raw = SYNTHETIC.decode().replace(*replace).encode()
    return Catalogue([sbbxml.read(raw, made=date(2026, 11, 22))])


class TestCompare:
    """Comparing two catalogues."""

    def test_finds_nothing_between_two_that_are_the_same(self) -> None:
        """The same file twice changes nothing."""
        changes = compare(imported(), imported())
        assert not changes
        assert ["Er verandert niets."] == as_lines(changes)

    def test_finds_what_comes_new(self) -> None:
        """An import beside the starter data adds two kwalificaties of four werkprocessen."""
        edition = imported().editions[0]
        changes = compare(embedded(), embedded().with_edition(edition))
        assert (("99001", "99002"), 8, 0, 0) == (
            changes.kwalificaties,
            len(changes.added),
            len(changes.changed),
            len(changes.withdrawn),
        )

    def test_finds_a_changed_title_with_both(self) -> None:
        """The person who decides sees the old and the new."""
        changes = compare(imported(), imported(replace=("Proeft zout", "Proeft zeezout")))
        expected = Change(
            crebo="99001",
            code="P1-K1-W1",
            kwalificatie="Proever",
            old_title="Proeft zout",
            new_title="Proeft zeezout",
        )
        assert ((), (expected,), ()) == (changes.added, changes.changed, changes.withdrawn)
        assert [
            "0 nieuw, 1 anders, 0 vervallen",
            "anders: 99001/P1-K1-W1 (Proever): Proeft zout -> Proeft zeezout",
        ] == as_lines(changes)

    def test_finds_a_changed_text_under_the_same_title(self) -> None:
        """What was agreed is more than the title."""
        changes = compare(imported(), imported(replace=("Er is geproefd.", "Er is twee keer geproefd.")))
        assert ["99001", "99002"] == [change.crebo for change in changes.changed]

    def test_finds_what_is_withdrawn_and_what_takes_its_place(self) -> None:
        """A werkproces that moves is one less and one more."""
        changes = compare(
            imported(), imported(replace=('"Proeft zout" hoofdstuk="1"', '"Proeft zout" hoofdstuk="2"'))
        )
        assert ["P1-K1-W2"] == [change.code for change in changes.added]
        assert ["P1-K1-W1"] == [change.code for change in changes.withdrawn]
        assert [
            "1 new, 0 changed, 1 withdrawn",
            "new: 99001/P1-K1-W2 (Proever): Proeft zout",
            "withdrawn: 99001/P1-K1-W1 (Proever): Proeft zout",
        ] == as_lines(changes, language="en")

    def test_withdraws_nothing_that_a_file_does_not_name(self) -> None:
        """A kwalificatie that is not in the file stays."""
        known = embedded().kwalificatie("25774")
        fewer = dataclasses.replace(known, kerntaken=(*known.kerntaken[:1], Kerntaak("B1-K2", "Leeg", ())))
        edition = Edition(made="2027-01-01", explanation="proef", kwalificaties=(fewer,))
        changes = compare(embedded(), embedded().with_edition(edition))
        assert {"25774"} == {change.crebo for change in changes.withdrawn}
        assert 6 == len(changes.withdrawn)
