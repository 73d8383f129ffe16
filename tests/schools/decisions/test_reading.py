"""An examenplan as a school has it in a table: what it says, and what is wrong with it."""

import pytest

from badges.catalogue import embedded
from issuers.errors import FormError
from schools.decisions.plan import Change, Onderdeel, Work, changes, dump_parts, load_parts
from schools.decisions.reading import LIMITS, as_csv, read_plan

CATALOGUE = embedded()
HEADING = "crebo;examenonderdeel;naam;kerntaak;werkproces"


def read(*rows: str, heading: str = HEADING) -> tuple[Onderdeel, ...]:
    """Read a table of these rows."""
    return read_plan("\n".join([heading, *rows]).encode(), catalogue=CATALOGUE).parts


def refused(*rows: str, heading: str = HEADING) -> list[tuple[str, str]]:
    """Give what is wrong with a table: the code and the sentence of each problem."""
    with pytest.raises(FormError) as caught:
        read(*rows, heading=heading)
    return [(each.code, each.nl) for each in caught.value.problems]


class TestReadPlan:
    def test_reads_a_kerntaak_as_all_of_its_work(self) -> None:
        """And a row with werkprocessen as those alone."""
        first, second = read("25180;P1;Bereiden;B1-K1;", "25180;P2;Voorraad;;B1-K2-W2, B1-K2-W3")
        assert [each.code for each in first.work] == [f"B1-K1-W{number}" for number in range(1, 8)]
        assert (second.title, [each.code for each in second.work]) == ("Voorraad", ["B1-K2-W2", "B1-K2-W3"])

    def test_puts_the_rows_of_one_code_together(self) -> None:
        """Each werkproces once, the name from the first row; the columns in any order."""
        rows = ("P1;B1-K1-W4;25180;Bereiden", "P1;B1-K1-W5;;", "P1;B1-K1-W4;25180;Bereiden")
        [part] = read(*rows, heading="Examenonderdeel;Werkproces;CREBO;Naam")
        assert (part.title, [each.code for each in part.work]) == ("Bereiden", ["B1-K1-W4", "B1-K1-W5"])

    def test_says_what_is_in_no_examenonderdeel(self) -> None:
        """So that nobody forgets half of a kwalificatie unseen."""
        plan = read_plan(f"{HEADING}\n25180;P1;Bereiden;B1-K1;".encode(), catalogue=CATALOGUE)
        assert [each.code for each in plan.left] == [f"B1-K2-W{number}" for number in range(1, 5)]

    @pytest.mark.parametrize(
        ("row", "code", "says"),
        [
            ("99999;P1;A;B1-K1;", "crebo-unknown", "Rij 2: crebo '99999' kennen wij niet."),
            ("25180;P1;A;B9-K9;", "kerntaak-unknown", "Rij 2: kerntaak 'B9-K9' staat niet bij Kok (25180)."),
            (
                "25180;P1;A;;B1-K1-W99",
                "werkproces-unknown",
                "Rij 2: werkproces 'B1-K1-W99' staat niet bij Kok",
            ),
            ("25180;P1;A;B1-K2;B1-K1-W1", "werkproces-unknown", "staat niet bij Kok (25180, B1-K2)"),
            ("25180;;A;B1-K1;", "no-code", "Rij 2: er staat geen examenonderdeel."),
            ("25180;P1;A;;", "nothing-named", "Rij 2: er staat geen kerntaak en geen werkproces."),
            (";P1;A;B1-K1;", "no-crebo", "Er staat nergens een crebo."),
            ("25180;P1;BSN 123456782;B1-K1;", "text-bsn", "Rij 2: "),
        ],
    )
    def test_says_what_is_wrong_in_which_row(self, row: str, code: str, says: str) -> None:
        """With what to do; nothing is guessed."""
        [(found, sentence)] = refused(row)[:1]
        assert found == code
        assert says in sentence

    def test_tells_all_rows_at_once(self) -> None:
        """Another crebo, another name for the same code, and work that nobody knows."""
        found = refused("25180;P1;A;B1-K1;", "25181;P2;B;B1-K1;", "25180;P1;Anders;B1-K1;", "25180;P3;C;;X")
        assert [code for code, _ in found] == ["other-crebo", "two-names", "werkproces-unknown"]

    def test_says_what_to_do_with_one_that_is_too_long(self) -> None:
        """Not to cut it in two: half a plan would take the place of the other half."""
        rows = ["25180;P1;A;B1-K1;"] * LIMITS.rows
        assert len(read(*rows)) == 1
        [(code, sentence)] = refused(*rows, rows[0])
        assert code == "table-too-large"
        assert f"hooguit {LIMITS.rows} rijen en 30 kolommen. Maak per kwalificatie een bestand" in sentence

    def test_says_which_column_is_missing(self) -> None:
        """And how all of them are called."""
        [(code, sentence)] = refused("25180;P1", heading="crebo;onderdeel")
        assert code == "column-missing"
        assert "examenonderdeel, werkproces. Zet boven de kolommen: crebo, " in sentence


class TestAsCsv:
    def test_gives_what_reads_the_same_again(self) -> None:
        """What is kept can be loaded again."""
        raw = f"{HEADING}\n25180;P1;Proeve; met streep;B1-K1;".replace("; met", " met").encode()
        plan = read_plan(raw, catalogue=CATALOGUE)
        assert plan == read_plan(as_csv(plan).encode(), catalogue=CATALOGUE)


class TestChanges:
    def test_tells_what_is_new_what_is_different_and_what_went(self) -> None:
        """By the code of the examenonderdeel; what stays the same is not told."""
        same, old, gone, new = (Onderdeel(code, code, (Work("25180", "B1-K1-W1", "A"),)) for code in "abcd")
        other = Onderdeel("b", "Nieuwe naam", old.work)
        found = [*changes([same, old, gone], [same, other, new])]
        assert found == [Change("anders", other), Change("nieuw", new), Change("weg", gone)]


class TestLoadParts:
    def test_reads_back_what_was_written(self) -> None:
        """For the database."""
        parts = read("25180;P1;Bereiden;B1-K1;")
        assert load_parts(dump_parts(parts)) == parts
