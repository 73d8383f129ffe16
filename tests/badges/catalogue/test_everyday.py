"""The table of everyday words leads to what exists."""

from badges.catalogue import embedded
from badges.catalogue.everyday import everyday, read


class TestEveryday:
    """The table that comes with the program."""

    def test_leads_to_what_the_catalogue_holds(self) -> None:
        """No word leads to a key that does not exist."""
        known = {row.crebo for row in embedded().kwalificaties}
        for kwalificatie in embedded().kwalificaties:
            known |= {f"{row.crebo}/{row.kerntaak_code}" for row in kwalificatie.werkprocessen}
            known |= {row.key for row in kwalificatie.werkprocessen}
        assert set() == {key for keys in everyday().targets.values() for key in keys} - known

    def test_does_not_contradict_itself(self) -> None:
        """A word that is said to be missing leads nowhere; one with a single meaning has that meaning."""
        table = everyday()
        assert set() == table.absent.keys() & table.targets.keys()
        assert set() == {word for word in table.only if word not in table.targets}


class TestRead:
    """Reading a table."""

    def test_joins_the_groups_of_a_word(self) -> None:
        """A word in two groups leads to both, the first group first, each key once."""
        table = read(
            b'{"uitleg": "x", "alleen_hier": [], "niet_hier": [], "groepen": ['
            b'{"woorden": ["B\xc3\xa1r"], "hier": ["2", "1"]}, {"woorden": ["bar"], "hier": ["3", "2"]}]}'
        )
        assert {"bar": ("2", "1", "3")} == table.targets
