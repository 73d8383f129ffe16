"""A table from another system."""

from badges.catalogue import embedded
from schools.importing.unsigned import table_told


class TestTableTold:
    def test_names_the_codes_that_nobody_knows(self) -> None:
        """And says what to ask for instead; a code that is known is not named."""
        table = b"naam;crebo;werkproces\nNoor;25180;B1-K1-W4\nNoor;99999;B9-K1-W1\n"
        told = table_told("export.csv", table, catalogue=embedded())
        assert told is not None
        assert told.nl.startswith("Dit is een tabel, geen bewijs")
        assert told.nl.endswith("kennen wij niet: 99999/B9-K1-W1.")

    def test_says_nothing_of_what_is_no_table(self) -> None:
        """JSON, a page, a letter."""
        for name, raw in (("a.json", b'{"a": 1, "b": 2}'), ("b.html", b"<p>a, b"), ("c.txt", b"Beste, dag")):
            assert table_told(name, raw, catalogue=embedded()) is None
