"""Of whom a file is, by its folder."""

import pytest

from schools.importing.sorting import persons_by_path


class TestPersonsByPath:
    @pytest.mark.parametrize(
        ("paths", "persons"),
        [
            (["a.json", "b.json"], ["", ""]),
            (["klas/a.json", "klas/b.json"], ["", ""]),
            (["klas/Noor/a.json", "klas/Sam/b.json"], ["Noor", "Sam"]),
            (["Noor/a.json", "Sam/2026/b.json"], ["Noor", "Sam"]),
            (["klas/Noor/a.json", "klas/los.json"], ["Noor", ""]),
            ([], []),
        ],
    )
    def test_is_the_folder_below_what_holds_everything(self, paths: list[str], persons: list[str]) -> None:
        """A class is nobody; a file outside a folder is of whom it says itself."""
        assert persons == persons_by_path(paths)
