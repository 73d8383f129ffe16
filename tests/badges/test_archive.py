"""Zip: what is in it, read in one way only."""

import contextlib
import io
import struct
import zipfile
import zlib
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from badges.archive import MAX_BYTES, MAX_MEMBERS, Member, Spoilt, unpack, unpack_many
from badges.errors import ArchiveError

BADGE = b'{"@context":[],"name":"Verzamelt orders \xf0\x9f\x93\xa6"}'


def zipped(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Write a zip as Python writes it."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as made:
        for name, content in files:
            made.writestr(name, content)
    return written.getvalue()


@dataclass(frozen=True)
class File:
    """Describe a member by hand: what the list says of it, and what it says itself where that differs."""

    name: bytes = b"a.json"
    content: bytes = b"{}"
    method: int = 0
    flags: int = 0
    size: int | None = None
    checksum: int | None = None
    said_name: bytes | None = None
    said_size: int | None = None
    said_method: int | None = None
    said_flags: int | None = None
    place: int | None = None

    @property
    def sizes(self) -> tuple[int, int, int]:
        """Give the checksum and the sizes as the list says them."""
        checksum = zlib.crc32(self.content) if self.checksum is None else self.checksum
        return checksum, len(self.content), len(self.content) if self.size is None else self.size

    def member(self) -> bytes:
        """Write the member."""
        name = self.said_name or self.name
        method = self.method if self.said_method is None else self.said_method
        flags = self.flags if self.said_flags is None else self.said_flags
        checksum, packed, size = self.sizes
        size = size if self.said_size is None else self.said_size
        head = struct.pack(
            "<4s5H3I2H", b"PK\3\4", 20, flags, method, 0, 0, checksum, packed, size, len(name), 0
        )
        return head + name + self.content

    def listed(self, place: int) -> bytes:
        """Write its entry in the list."""
        place = place if self.place is None else self.place
        head = struct.pack("<4s6H3I", b"PK\1\2", 20, 20, self.flags, self.method, 0, 0, *self.sizes)
        return head + struct.pack("<5H2I", len(self.name), 0, 0, 0, 0, 0, place) + self.name


def by_hand(*files: File, before: bytes = b"", between: bytes = b"", count: int | None = None) -> bytes:
    """Write a zip by hand, with bytes before the members and before the list."""
    raw, listed = before, b""
    for file in files:
        listed += file.listed(len(raw))
        raw += file.member()
    count = len(files) if count is None else count
    place = len(raw) + len(between)
    return (
        raw + between + listed + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(listed), place, 0)
    )


def refusal(raw: bytes) -> str:
    """Give the code with which a zip is refused."""
    with pytest.raises(ArchiveError) as caught:
        unpack(raw)
    return caught.value.code


class TestUnpack:
    """`unpack`."""

    @pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    def test_gives_the_files_in_their_order(self, method: int) -> None:
        """Packed or not, what went in comes out."""
        raw = zipped(("b.json", BADGE), ("map/a.png", b"x" * 9_000), ("leeg.json", b""), method=method)
        expected = (("b.json", BADGE), ("map/a.png", b"x" * 9_000), ("leeg.json", b""))
        assert expected == tuple((member.name, member.raw) for member in unpack(raw))

    def test_reads_what_was_written_as_a_stream(self) -> None:
        """Then the sizes stand behind the member and in the list only."""

        class Pipe(io.RawIOBase):
            def __init__(self) -> None:
                self.raw = b""

            def writable(self) -> bool:
                return True

            def write(self, more: bytes) -> int:  # type: ignore[override]  # it is given bytes only
                self.raw += bytes(more)
                return len(more)

        pipe = Pipe()
        with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("a.json", BADGE)
            made.writestr("b.json", b"{}")
        assert [BADGE, b"{}"] == [member.raw for member in unpack(pipe.raw)]

    def test_leaves_out_folders_and_what_macos_adds(self) -> None:
        """They are no badges, and nobody put them there."""
        raw = zipped(
            ("map/", b""),
            ("map/a.json", BADGE),
            ("__MACOSX/map/._a.json", b"x"),
            ("map/.DS_Store", b"x"),
            (".DS_Store", b"x"),
        )
        assert (Member(name="map/a.json", raw=BADGE),) == unpack(raw)

    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("bewijs van Zoë.json".encode(), "bewijs van Zoë.json"),
            (b"bewijs van Zo\x89.json", "bewijs van Zoë.json"),
            ("Zoe\u0308.json".encode(), "Zoë.json"),
            ("a\u202egnp.json\n\x1b[31m".encode(), "agnp.json[31m"),
            (b"..a/b..json", "..a/b..json"),
        ],
    )
    def test_gives_names_that_can_be_shown(self, written: bytes, name: str) -> None:
        """In UTF-8 or as DOS wrote them, without what turns the text around or cannot be seen."""
        assert (name,) == tuple(member.name for member in unpack(by_hand(File(name=written))))

    @pytest.mark.parametrize(
        "name",
        [
            b"/a.json",
            b"\\a.json",
            b"../a.json",
            b"..",
            b"map/../../a.json",
            b"map\\..\\a.json",
            b"C:\\a.json",
            b"c:a.json",
            b"map/..",
            b"",
            b"\x07",
            b"a" * 256,
        ],
    )
    def test_refuses_names_that_lead_elsewhere(self, name: bytes) -> None:
        """Absolute, upwards, to another disk, empty or endless."""
        assert "zip-names" == refusal(by_hand(File(name=name)))

    @pytest.mark.parametrize("second", [b"a.json", b"a\x07.json", "a\u200b.json".encode()])
    def test_refuses_names_that_nobody_can_tell_apart(self, second: bytes) -> None:
        """Two files under one name: tools keep the first or the last."""
        assert "zip-names" == refusal(by_hand(File(), File(name=second, content=b"[]")))

    @pytest.mark.parametrize("flags", [0x1, 0x40, 0x2000])
    def test_refuses_what_is_locked(self, flags: int) -> None:
        """We have no password."""
        assert "zip-encrypted" == refusal(by_hand(File(flags=flags)))

    @pytest.mark.parametrize("inner", [zipped(("a.json", BADGE)), zipped()])
    def test_refuses_a_zip_in_a_zip(self, inner: bytes) -> None:
        """One layer is enough for badges, and bombs need more."""
        assert "zip-nested" == refusal(zipped(("a.json", BADGE), ("b.json", inner)))

    @pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype"])
    def test_names_a_document_of_an_office_program(self, name: str) -> None:
        """Word, Excel and OpenDocument files are zips, but hold no badges."""
        assert "zip-office" == refusal(zipped((name, b"x"), ("word/document.xml", b"<x/>")))

    def test_lets_such_a_document_stand_beside_badges(self) -> None:
        """Who packs a folder packs the letter too."""
        document = zipped(("word/document.xml", b"<x/>"), ("[Content_Types].xml", b"x"))
        members = unpack(zipped(("a.json", BADGE), ("brief.docx", document)))
        assert [("a.json", BADGE), ("brief.docx", document)] == [(each.name, each.raw) for each in members]

    @pytest.mark.parametrize("raw", [zipped(), zipped(("map/", b"")), zipped(("map/.DS_Store", b"x"))])
    def test_says_that_it_is_empty(self, raw: bytes) -> None:
        """Nothing, or nothing that counts."""
        assert "zip-empty" == refusal(raw)

    @pytest.mark.parametrize("count", [MAX_MEMBERS - 1, MAX_MEMBERS, MAX_MEMBERS + 1])
    def test_takes_just_that_many_files(self, count: int) -> None:
        """100 files are read, one more is not; folders do not count."""
        raw = zipped(*((f"map{number}/", b"") for number in range(200)), *numbered(count))
        if count > MAX_MEMBERS:
            assert "zip-too-many" == refusal(raw)
        else:
            assert count == len(unpack(raw))

    @pytest.mark.parametrize(("count", "code"), [(400, "zip-empty"), (401, "zip-too-many")])
    def test_looks_at_just_so_many_entries(self, count: int, code: str) -> None:
        """A list of folders is no way to keep us busy."""
        assert code == refusal(zipped(*((f"map{number}/", b"") for number in range(count))))

    @pytest.mark.parametrize("over", [-1, 0, 1])
    def test_takes_just_that_much(self, over: int) -> None:
        """20 MB in all is unpacked, a byte more is not."""
        half = MAX_BYTES // 2
        raw = zipped(("a", bytes(half)), ("b", bytes(half + over)))
        if over > 0:
            assert "zip-too-large" == refusal(raw)
        else:
            assert MAX_BYTES + over == sum(len(member.raw) for member in unpack(raw))

    def test_refuses_more_than_it_could_unpack(self) -> None:
        """What is larger than its limit while packed is not looked at."""
        assert "zip-damaged" == refusal(bytes(MAX_BYTES))
        assert "zip-too-large" == refusal(bytes(MAX_BYTES + 1))

    @pytest.mark.parametrize("size", [0, 1, 20_000_000, 30_000_000])
    def test_unpacks_no_bomb_that_lies_about_its_size(self, size: int) -> None:
        """Unpacking ends one byte past what the member says it holds."""
        packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
        bomb = packer.compress(bytes(50_000_000)) + packer.flush()
        code = "zip-too-large" if size > MAX_BYTES else "zip-damaged"
        assert code == refusal(by_hand(File(content=bomb, method=8, size=size, checksum=0)))

    def test_refuses_a_bomb_of_members_over_each_other(self) -> None:
        """A member that holds another one, listed too, is the bomb that needs no layers."""
        inner = File(name=b"c")
        outer = File(name=b"b", content=inner.member())
        with pytest.raises(ArchiveError) as caught:
            unpack(by_hand(outer, replace(inner, place=len(outer.member()) - len(inner.member()))))
        assert ("zip-damaged", "members lie over each other") == (caught.value.code, caught.value.reason)

    def test_refuses_a_member_that_reaches_into_the_list(self) -> None:
        """What it holds would be read in two ways."""
        whole = by_hand(File(content=b"x" * 60))
        list_start = whole.index(b"PK\1\2")
        shorter = whole[: list_start - 60] + whole[list_start:]
        end = struct.pack("<I", list_start - 60)
        assert "zip-damaged" == refusal(shorter[:-6] + end + shorter[-2:])

    @pytest.mark.parametrize(
        "file",
        [
            File(said_name=b"b.json"),
            File(said_size=3),
            File(said_method=8),
            File(said_flags=0x1),
            File(checksum=1),
            File(size=1),
            File(size=3),
            File(method=9),
            File(method=8, content=b"no deflate", size=2),
            File(place=1),
            File(place=10_000),
        ],
    )
    def test_refuses_a_member_that_is_not_as_the_list_says(self, file: File) -> None:
        """Tools that go by the one or the other would unpack two things."""
        assert "zip-damaged" == refusal(by_hand(file))

    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            b"PK",
            b"PK\3\4",
            by_hand(File(), before=b"#!"),
            by_hand(File()) + b"x",
            b"x" + by_hand(File()),
            by_hand(File(), count=2),
            by_hand(File(), File(name=b"b"), count=1),
            by_hand(File()).replace(b"PK\1\2", b"PK\1\3"),
            by_hand(File())[:-2] + b"\1\0x",
            zipped(("a", b"x"), method=zipfile.ZIP_BZIP2),
            zipped(("a", b"x"), method=zipfile.ZIP_LZMA),
        ],
    )
    def test_refuses_what_is_no_zip_for_everybody(self, raw: bytes) -> None:
        """Cut, with something before or behind it, a list of another length, or rare ways of packing."""
        assert "zip-damaged" == refusal(raw)

    def test_refuses_every_cut(self) -> None:
        """However much of the end is missing, it is noticed."""
        raw = zipped(("a.json", BADGE), ("b.json", BADGE))
        assert {"zip-damaged"} == {refusal(raw[:length]) for length in range(len(raw))}

    @given(st.dictionaries(st.from_regex(r"[a-z]{1,8}\.json", fullmatch=True), st.binary(max_size=99)))
    def test_reads_what_python_writes(self, files: dict[str, bytes]) -> None:
        """Whatever the names and the contents are."""
        expected = {"x": b"x"} | {name: b"x" + content for name, content in files.items()}
        assert expected == {member.name: member.raw for member in unpack(zipped(*expected.items()))}

    @settings(max_examples=300)
    @given(st.data())
    def test_answers_any_change_with_an_error_of_ours(self, data: st.DataObject) -> None:
        """Whatever is changed, what comes out is an ArchiveError, or files within the limits."""
        raw = bytearray(zipped(("a.json", BADGE), ("map/b.json", b"x" * 300)))
        for _ in range(data.draw(st.integers(1, 4))):
            place = data.draw(st.integers(0, len(raw) - 1))
            raw[place : place + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
        with contextlib.suppress(ArchiveError):
            assert sum(len(member.raw) for member in unpack(bytes(raw))) <= MAX_BYTES

    @given(st.binary(max_size=200))
    def test_answers_anything_with_an_error_of_ours(self, raw: bytes) -> None:
        """Whatever comes in, nothing but an ArchiveError comes out."""
        end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(raw), 0, 0)
        for hostile in (raw, b"PK\3\4" + raw, raw + end, by_hand(File(name=raw))):
            with contextlib.suppress(ArchiveError):
                unpack(hostile)


def numbered(count: int) -> list[tuple[str, bytes]]:
    """Name so many files."""
    return [(f"{number}.json", b"{}") for number in range(count)]


class TestUnpackMany:
    """`unpack_many`."""

    def test_gives_the_others_where_one_is_spoilt(self) -> None:
        """One by one, also a zip that is in it."""
        inner = zipped(("b.json", b"{}"))
        raw = zipped(("a.json", b"heel"), ("binnen.zip", inner), method=zipfile.ZIP_STORED)
        raw = raw.replace(b"heel", b"stuk")
        assert [*unpack_many(raw, most=2, most_bytes=10_000)] == [
            Spoilt("a.json", "zip-damaged"),
            Member(name="binnen.zip", raw=inner),
        ]

    @pytest.mark.parametrize(("most", "most_bytes"), [(1, 100), (2, 3)])
    def test_is_as_much_as_it_may_be(self, most: int, most_bytes: int) -> None:
        """Not more files, and not more bytes, by what it says itself; nothing is unpacked before."""
        with pytest.raises(ArchiveError):
            next(unpack_many(zipped(("a", b"12"), ("b", b"34")), most=most, most_bytes=most_bytes))
