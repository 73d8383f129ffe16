"""What schools see of files that were taken in at once."""

from dataclasses import replace
from typing import Any

import pytest

from templates.rendering import render
from tests.templates.samples import intakes


class TestIntakePage:
    """`inlezen-een` says how far it is."""

    @pytest.mark.parametrize(
        ("total", "told"),
        [(1, "Het bestand is nagekeken."), (40, "Alle 40 bestanden zijn nagekeken.")],
    )
    def test_counts_one_file_as_one(self, total: int, told: str) -> None:
        """Nobody reads "alle 1 bestanden"."""
        name, view = intakes.pages()["inlezen-klaar"]
        done: Any = view
        page = replace(done, row=replace(done.row, total=total, done=total))
        assert told in render(name, page, language="nl")
