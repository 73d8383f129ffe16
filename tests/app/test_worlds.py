"""Open what the settings name, or say what is wrong with it."""

from pathlib import Path

import pytest

from app.settings import Settings, SettingsError
from app.worlds import COUNTERS, open_limiter, read_registers
from web.errors import TooManyError
from web.limits import Purpose

LISTED = '{"did:web:maas.voorbeeld": {"name": "De Maas", "kind": "leerbedrijf", "since": "2024-01-01"}}'


def register(path: Path, *, name: str) -> Path:
    """Write a register."""
    path.write_text(f'{{"name": "{name}", "issuers": {LISTED}}}')
    return path


class TestReadRegisters:
    """`read_registers` reads the files of the setting."""

    def test_keeps_the_order_of_the_administrator(self, tmp_path: Path) -> None:
        """The first one counts most; what does not name itself is called after its file."""
        first = register(tmp_path / "a.json", name="Regio")
        second = tmp_path / "dcc.json"
        second.write_text('{"meta": {}, "registry": {}}')
        found = read_registers(Settings(registers=f"{first}, {second},"))
        assert [each.name for each in found] == ["Regio", "dcc"]

    def test_needs_none(self) -> None:
        """Our own organisations are known without one."""
        assert read_registers(Settings()) == ()

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (None, "dit bestand is niet te lezen"),
            ("Beste Sam,", "dit is geen JSON-object"),
            ('{"name": "bekend", "issuers": {}}', 'er is al iets dat "bekend" heet'),
        ],
    )
    def test_says_which_file_is_wrong(self, content: str | None, said: str, tmp_path: Path) -> None:
        """The setting, the file, and what to mend."""
        path = tmp_path / "register.json"
        if content is not None:
            path.write_text(content)
        with pytest.raises(SettingsError, match=said) as caught:
            read_registers(Settings(registers=str(path)))
        assert str(caught.value).startswith(f"PRAKTIJKBEWIJS_REGISTERS klopt niet: {path}: ")

    def test_refuses_a_name_that_is_taken(self, tmp_path: Path) -> None:
        """A policy is asked for by the name of a register, so each has its own."""
        paths = [register(tmp_path / name, name="Regio") for name in ("a.json", "b.json")]
        with pytest.raises(SettingsError, match=r"b\.json: er is al iets dat \"Regio\" heet"):
            read_registers(Settings(registers=",".join(map(str, paths))))


class TestOpenLimiter:
    """`open_limiter` holds everyone to the setting."""

    def test_counts_beside_the_database(self, tmp_path: Path) -> None:
        """Two services on one folder count together."""
        settings = Settings(data_dir=tmp_path, limit_per_minute=1)
        first, second = open_limiter(settings), open_limiter(settings)
        first.take(Purpose.VERIFY, "192.0.2.1", cost=2)
        with pytest.raises(TooManyError):
            second.take(Purpose.VERIFY, "192.0.2.1")
        assert (tmp_path / COUNTERS).is_file()

    def test_says_where_it_cannot_count(self, tmp_path: Path) -> None:
        """The setting is named, with what to do."""
        with pytest.raises(SettingsError, match=r"DATA_DIR klopt niet: .*limits\.db"):
            open_limiter(Settings(data_dir=tmp_path / "nowhere"))
