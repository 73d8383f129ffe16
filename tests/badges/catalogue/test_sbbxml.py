"""The official XML becomes an edition, and nothing else does."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from badges.catalogue import dumps, loads, sbbxml
from badges.catalogue.model import Edition
from badges.errors import CatalogueError

SYNTHETIC = Path(__file__).with_name("synthetisch.xml").read_bytes()
DAY = date(2026, 11, 22)

HOSTILE = {
    "dtd": b"<!DOCTYPE sbb><sbb/>",
    "entity": b'<!DOCTYPE sbb [<!ENTITY x "y">]><sbb>&x;</sbb>',
    "external": b'<!DOCTYPE sbb [<!ENTITY x SYSTEM "file:///etc/passwd">]><sbb>&x;</sbb>',
    "external dtd": b'<!DOCTYPE sbb SYSTEM "http://example.org/sbb.dtd"><sbb/>',
    "utf-16": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE sbb [<!ENTITY x "y">]><sbb>&x;</sbb>'.encode(
        "utf-16"
    ),
    "late": b"<!--" + b"x" * 100_000 + b"--><!DOCTYPE sbb><sbb/>",
}

MALFORMED = {
    "empty": b"",
    "text": b"geen xml",
    "cut": SYNTHETIC[: len(SYNTHETIC) // 2],
    "nul": SYNTHETIC.replace(b"Proeft zout", b"Proeft\0zout"),
    "undefined entity": b"<sbb>&nbsp;</sbb>",
    "wrong root": b"<html/>",
    "namespace": SYNTHETIC.replace(b"<sbb>", b'<sbb xmlns="urn:x">'),
    "no dossiers": b"<sbb/>",
    "no crebo": b"<sbb><dossiers><dossier><profielen/></dossier></dossiers></sbb>",
    "encoding": b'<?xml version="1.0" encoding="bestaat-niet"?><sbb/>',
    "multi-byte encoding": b'<?xml version="1.0" encoding="shift_jis"?><sbb/>',
    "deep": b"<sbb>" + b"<a>" * 5_000 + b"</a>" * 5_000 + b"</sbb>",
    "crebo of letters": SYNTHETIC.replace(b">99002<", b">ABCDE<"),
    "crebo in other digits": SYNTHETIC.replace(b">99002<", ">९९००२<".encode()),
    "no title": SYNTHETIC.replace(b'titel="Proeft zuur"', b'titel=" "'),
    "no place": SYNTHETIC.replace(b'titel="Proeft zuur" hoofdstuk="1"', b'titel="Proeft zuur"'),
    "place zero": SYNTHETIC.replace(
        b'titel="Proeft zuur" hoofdstuk="1"', b'titel="Proeft zuur" hoofdstuk="0"'
    ),
    "dotted place": SYNTHETIC.replace(
        b'titel="Proeft zuur" hoofdstuk="1"', b'titel="Proeft zuur" hoofdstuk="1.1"'
    ),
    "code twice": SYNTHETIC.replace(b'hoofdstuk="9"', b'hoofdstuk="10"'),
    "overlong": SYNTHETIC.replace(b"Er is geproefd.", b"x" * 20_001),
}


def synthetic() -> Edition:
    """Read the synthetic file."""
    return sbbxml.read(SYNTHETIC, made=DAY)


class TestRead:
    """Reading a file."""

    def test_gives_each_werkproces_its_code_by_its_place(self) -> None:
        """B1 is the basisdeel, P2 the second profiel; W10 comes after W9."""
        codes = [werkproces.key for row in synthetic().kwalificaties for werkproces in row.werkprocessen]
        basis = ["B1-K1-W1", "B1-K1-W9", "B1-K1-W10"]
        expected = [f"99001/{code}" for code in [*basis, "P1-K1-W1"]]
        assert [*expected, *(f"99002/{code}" for code in [*basis, "P2-K1-W1"])] == codes

    def test_keeps_the_official_texts(self) -> None:
        """Spaces are squeezed, marks inside a text are left out, an empty text is unknown."""
        werkproces = synthetic().kwalificaties[0].werkprocessen[0]
        assert "Proeft de soep & de taart" == werkproces.title
        assert "De proever proeft twee keer." == werkproces.description
        assert ("Er is geproefd.", None) == (werkproces.result, werkproces.behaviour)

    def test_keeps_what_the_file_says_of_a_kwalificatie(self) -> None:
        """Dossier, sector, version and validity are facts of this source."""
        row = synthetic().kwalificaties[0]
        assert ("Proever", 2, "Proefdossier", "99000") == (
            row.name,
            row.level,
            row.dossier_name,
            row.dossier_crebo,
        )
        assert ("Proefkamer", "2.0", "vastgesteld") == (row.sector, row.version, row.status)
        assert ("2026-08-01", "2031-07-31", None) == (row.valid_from, row.intake_ends, row.programme_ends)
        assert row.verified

    def test_leaves_unknown_what_the_file_does_not_say(self) -> None:
        """A level that is no level is unknown, not guessed."""
        row = synthetic().kwalificaties[1]
        assert (None, None, None) == (row.level, row.valid_from, row.successor)

    def test_takes_the_dossier_that_is_valid_on_the_day(self) -> None:
        """Of three dossiers with one crebo, not the old one and not that of a later year."""
        assert "Proever" == synthetic().kwalificaties[0].name
        later = sbbxml.read(SYNTHETIC, made=date(2100, 1, 1))
        assert "Proever van later" == later.kwalificaties[0].name

    def test_takes_a_code_that_is_written_out(self) -> None:
        """A file that names codes needs no places."""
        raw = SYNTHETIC.replace(
            b'nr="515" titel="Proeft zuur" hoofdstuk="1"', b'nr="P7-K1-W3" titel="Proeft zuur"'
        )
        raw = raw.replace(b'nr="43" titel="Proeft vooraf" hoofdstuk="1"', b'nr="P7-K1" titel="Proeft vooraf"')
        assert "P7-K1-W3" == sbbxml.read(raw, made=DAY).kwalificaties[1].werkprocessen[-1].code

    def test_reads_other_encodings(self) -> None:
        """A file in UTF-16 says the same."""
        raw = SYNTHETIC.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
        assert [row.werkprocessen for row in synthetic().kwalificaties] == [
            row.werkprocessen for row in sbbxml.read(raw, made=DAY).kwalificaties
        ]

    def test_gives_an_edition_that_can_be_stored(self) -> None:
        """What was read survives being written and read back."""
        assert synthetic() == loads(dumps(synthetic()))

    @pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
    def test_refuses_a_dtd(self, raw: bytes) -> None:
        """No DTD, no entity, nothing from outside, in whatever encoding."""
        with pytest.raises(CatalogueError, match="DTD"):
            sbbxml.read(raw, made=DAY)

    @pytest.mark.parametrize("raw", MALFORMED.values(), ids=MALFORMED.keys())
    def test_refuses_what_is_no_such_file(self, raw: bytes) -> None:
        """A clear refusal, never another error."""
        with pytest.raises(CatalogueError):
            sbbxml.read(raw, made=DAY)

    def test_refuses_a_file_that_is_too_large(self) -> None:
        """The limit holds before anything is parsed."""
        with pytest.raises(CatalogueError, match="larger"):
            sbbxml.read(SYNTHETIC, made=DAY, max_bytes=len(SYNTHETIC) - 1)

    def test_refuses_what_others_found_dangerous(self, corpus: Path) -> None:
        """All of the defusedxml project's files are refused: bombs, cycles, outside entities, DTDs."""
        files = sorted((corpus / "security/tiran+defusedxml/xmltestdata").iterdir())
        assert 13 == len(files)
        for file in files:
            with pytest.raises(CatalogueError):
                sbbxml.read(file.read_bytes(), made=DAY)

    @settings(deadline=None)
    @given(place=st.integers(0, len(SYNTHETIC) - 1), put=st.binary(max_size=6), take=st.integers(0, 12))
    def test_reads_or_refuses_whatever_was_changed(self, place: int, put: bytes, take: int) -> None:
        """A damaged file gives an edition that can be stored, or a CatalogueError."""
        raw = SYNTHETIC[:place] + put + SYNTHETIC[place + take :]
        try:
            edition = sbbxml.read(raw, made=DAY)
        except CatalogueError:
            return
        assert edition == loads(dumps(edition))

    @settings(deadline=None)
    @given(st.binary(max_size=200))
    def test_refuses_any_other_bytes(self, raw: bytes) -> None:
        """Bytes that are no file of SBB are refused."""
        with pytest.raises(CatalogueError):
            sbbxml.read(raw, made=DAY)
