"""Of whom a file is, by its folders."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schools.importing.folders import maybe, persons_by_path, said_by_both

PEOPLE = st.sets(
    st.text(string.ascii_letters, min_size=1, max_size=6).map(lambda name: f"Zo {name.casefold()}"),
    min_size=1,
    max_size=6,
)
CLASSES = st.lists(
    st.sampled_from(["4A", "4b", "klas 2B", "2026", "Groep 3", "jaar 2"]), min_size=6, max_size=6
)


class TestPersonsByPath:
    @pytest.mark.parametrize(
        ("paths", "persons"),
        [
            (["a.json", "b.json"], ["", ""]),
            (["klas/a.json", "klas/b.json"], ["", ""]),
            (["klas/Noor/a.json", "klas/Sam/b.json"], ["Noor", "Sam"]),
            (["Noor/a.json", "Sam/2026/b.json"], ["Noor", "Sam"]),
            (["klas/Noor/a.json", "klas/los.json"], ["Noor", ""]),
            (["4A/Sam de Vries/x.json", "4B/Noor/y.json"], ["Sam de Vries", "Noor"]),
            (["4A/Sam/x.json", "4A/los.json", "4B/Noor/y.json"], ["Sam", "", "Noor"]),
            (["4A/los.json", "Noor/y.json"], ["", "Noor"]),
            (["overzicht.jwt", "bewijzen/01.json"], ["", ""]),
            (["Noor/bewijzen/01.json", "Sam/bewijzen/01.json"], ["Noor", "Sam"]),
            (["4A/Sam/2025/x.json", "4A/Sam/2026/x.json", "4B/Noor/y.json"], ["Sam", "Sam", "Noor"]),
            (["12345 Sam/x.json", "12346 Noor/y.json"], ["12345 Sam", "12346 Noor"]),
            ([], []),
        ],
    )
    def test_is_the_folder_of_a_person(self, paths: list[str], persons: list[str]) -> None:
        """A class is nobody; a file outside the folder of a person is of whom it says itself."""
        assert persons == persons_by_path(paths)

    @pytest.mark.parametrize(
        ("paths", "who"),
        [
            (["Koks/Sam/x.json", "Bakkers/Noor/y.json"], [["Koks", "Sam"], ["Bakkers", "Noor"]]),
            (["Sam/foto/x.json", "Noor/foto/y.json"], [["Sam"], ["Noor"]]),
            (["4A/Sam/x.json", "4B/Sam/y.json"], [[], []]),
            (["Koks/los.json", "Koks/Sam/x.json", "Noor/y.json"], [["Koks"], ["Koks", "Sam"], None]),
        ],
    )
    def test_leaves_in_doubt_which_of_two_it_is(self, paths: list[str], who: list[list[str] | None]) -> None:
        """A folder in a folder, or one name in two classes, is asked."""
        assert who == [maybe(each) for each in persons_by_path(paths)]

    @given(PEOPLE, CLASSES)
    def test_makes_nobody_of_a_class(self, people: set[str], classes: list[str]) -> None:
        """However people are put in classes, each is called as his own folder is."""
        paths = [f"{group}/{who}/x.json" for group, who in zip(classes, sorted(people), strict=False)]
        paths.append("los.json")
        assert [*sorted(people), ""] == persons_by_path(paths)

    @given(st.lists(st.lists(st.sampled_from(["4A", "Sam", "Noor", "Koks", "2026"]), max_size=3), max_size=6))
    def test_says_only_what_is_on_the_way(self, folders: list[list[str]]) -> None:
        """Whatever the folders are, nobody is called as a folder that does not hold the file."""
        paths = ["/".join([*each, "x.json"]) for each in folders]
        for folder, person in zip(folders, persons_by_path(paths), strict=True):
            doubt = maybe(person)
            assert {*([person] if doubt is None else doubt)} <= {*folder, ""}


class TestSaidByBoth:
    @pytest.mark.parametrize(
        ("person", "names", "said"),
        [
            ("/Koks/Sam", ["sam"], "sam"),
            ("/Koks/Zoe\u0308", ["Zo\u00eb"], "Zo\u00eb"),
            ("/Koks/Sam", ["Noor"], None),
            ("/Koks/Sam", ["Koks", "Sam"], None),
            ("/Koks/Sam", [], None),
            ("//4A//Sam", ["Sam"], None),
        ],
    )
    def test_is_the_name_in_the_file_and_of_its_folder(
        self, person: str, names: list[str], said: str | None
    ) -> None:
        """What one of both says alone decides nothing."""
        assert said == said_by_both(person, names)
