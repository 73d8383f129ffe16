"""PNG: one badge per picture, every byte looked at."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from badges.baking import png
from badges.baking.payload import MAX_BYTES
from badges.errors import BakingError

CREDENTIAL = b'{"@context":[],"name":"Verzamelt orders \xf0\x9f\x93\xa6"}'
LINK = b"https://bewijs.voorbeeld/assertions/1"
CREDENTIALS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).map(
    lambda text: ("{" + text + "}").encode()
)


def picture() -> bytes:
    """Draw a small picture."""
    made = io.BytesIO()
    Image.new("RGB", (3, 2), "teal").save(made, "PNG")
    return made.getvalue()


PICTURE = picture()
HEADER_END = 33


def chunk(kind: bytes, body: bytes) -> bytes:
    """Write a chunk."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def with_chunks(*chunks: bytes) -> bytes:
    """Put chunks behind the header."""
    return PICTURE[:HEADER_END] + b"".join(chunks) + PICTURE[HEADER_END:]


def badge(credential: bytes = CREDENTIAL, *, flags: bytes = b"\0\0", keyword: bytes = png.KEYWORD) -> bytes:
    """Write a chunk that holds a badge."""
    return chunk(b"iTXt", keyword + b"\0" + flags + b"\0\0" + credential)


def refusal(raw: bytes) -> str:
    """Give the code with which a picture is refused."""
    with pytest.raises(BakingError) as caught:
        png.unbake(raw)
    return caught.value.code


class TestBake:
    """`bake`."""

    @given(CREDENTIALS)
    def test_is_undone_by_unbake(self, credential: bytes) -> None:
        """What went in comes out, byte for byte."""
        assert png.unbake(png.bake(PICTURE, credential=credential)) == credential

    def test_leaves_the_picture_as_it_was(self) -> None:
        """The chunk is all that was added."""
        baked = png.bake(PICTURE, credential=CREDENTIAL)
        assert baked.replace(badge(), b"") == PICTURE

    def test_is_read_by_pillow(self) -> None:
        """Another reader finds the same text, under the keyword of the standard."""
        with Image.open(io.BytesIO(png.bake(PICTURE, credential=CREDENTIAL))) as image:
            assert isinstance(image, PngImagePlugin.PngImageFile)
            image.load()
            assert image.text == {"openbadgecredential": CREDENTIAL.decode()}

    @pytest.mark.parametrize("keyword", [b"openbadgecredential", b"clrcredential", b"openbadges"])
    def test_refuses_a_picture_with_a_badge(self, keyword: bytes) -> None:
        """A second badge, also beside an old one, is not baked."""
        with pytest.raises(BakingError) as caught:
            png.bake(with_chunks(badge(keyword=keyword)), credential=CREDENTIAL)
        assert caught.value.code == "png-two-badges"

    @pytest.mark.parametrize(
        ("credential", "code"),
        [
            (b"", "credential-empty"),
            (b" \n", "credential-empty"),
            (b"\xff", "credential-not-text"),
            (b"\xed\xa0\x80", "credential-not-text"),
            (b"{\0}", "credential-not-text"),
            (b"x" * (MAX_BYTES + 1), "credential-too-large"),
        ],
    )
    def test_refuses_what_no_picture_carries(self, credential: bytes, code: str) -> None:
        """Nothing, too much, and what is no text."""
        with pytest.raises(BakingError) as caught:
            png.bake(PICTURE, credential=credential)
        assert caught.value.code == code

    def test_takes_as_much_as_fits(self) -> None:
        """256 KB goes in and out."""
        assert png.unbake(png.bake(PICTURE, credential=b"x" * MAX_BYTES)) == b"x" * MAX_BYTES


class TestUnbake:
    """`unbake`."""

    def test_says_that_there_is_no_badge(self) -> None:
        """A picture without one is a good picture, but holds no badge."""
        assert refusal(PICTURE) == "png-no-badge"

    @pytest.mark.parametrize(
        "second",
        [
            badge(),
            badge(b'{"other":1}'),
            badge(keyword=b"openbadges"),
            badge(keyword=b"clrcredential"),
            chunk(b"tEXt", b"openbadges\0https://bewijs.voorbeeld/a"),
            chunk(b"zTXt", b"openbadgecredential\0\0" + zlib.compress(CREDENTIAL)),
            chunk(b"tEXt", b"openbadgecredential\0" + b"{}"),
        ],
    )
    def test_refuses_two_badges(self, second: bytes) -> None:
        """Two of ours, or one of ours beside an old one, in either order."""
        assert refusal(with_chunks(badge(), second)) == "png-two-badges"
        assert refusal(with_chunks(second, badge())) == "png-two-badges"

    def test_finds_a_badge_behind_the_pixels(self) -> None:
        """Where in the picture the chunk stands makes no difference, for one or for two."""
        end = PICTURE.index(b"IEND") - 4
        assert png.unbake(PICTURE[:end] + badge() + PICTURE[end:]) == CREDENTIAL
        both = with_chunks(badge())
        end = both.index(b"IEND") - 4
        assert refusal(both[:end] + badge() + both[end:]) == "png-two-badges"

    @pytest.mark.parametrize("keyword", [b"openbadgecredential", b"clrcredential", b"openbadges"])
    @pytest.mark.parametrize("credential", [CREDENTIAL, b"eyJhIjoxfQ.e30.c2ln", LINK])
    def test_reads_the_badges_of_each_standard(self, keyword: bytes, credential: bytes) -> None:
        """Open Badges 3.0, CLR 2.0 and Open Badges 2.0 differ in the keyword only."""
        assert credential == png.unbake(with_chunks(badge(credential, keyword=keyword)))

    def test_reads_the_address_that_open_badges_1_left(self) -> None:
        """Before iTXt, bakers wrote the address of the assertion as tEXt."""
        assert LINK == png.unbake(with_chunks(chunk(b"tEXt", b"openbadges\0" + LINK)))

    def test_refuses_letters_that_two_readers_read_differently(self) -> None:
        """A tEXt chunk is Latin-1 by the standard and UTF-8 by habit."""
        assert "png-badge-damaged" == refusal(with_chunks(chunk(b"tEXt", b"openbadges\0" + CREDENTIAL)))

    def test_reads_packed_text_of_other_bakers(self) -> None:
        """Packed text is against the standard, but harmless."""
        assert png.unbake(with_chunks(badge(zlib.compress(CREDENTIAL), flags=b"\1\0"))) == CREDENTIAL

    def test_unpacks_no_bomb(self) -> None:
        """Of 50 MB of spaces no more is unpacked than a credential may have."""
        assert refusal(with_chunks(badge(zlib.compress(b"x" * 50_000_000, 1), flags=b"\1\0"))) == (
            "credential-too-large"
        )

    @pytest.mark.parametrize(
        "body",
        [
            png.KEYWORD,
            png.KEYWORD + b"\0",
            png.KEYWORD + b"\0\0\0",
            png.KEYWORD + b"\0\0\0\0",
            png.KEYWORD + b"\0\2\0\0\0{}",
            png.KEYWORD + b"\0\0\1\0\0{}",
            png.KEYWORD + b"\0\1\0\0\0" + b"no zlib",
            png.KEYWORD + b"\0\1\0\0\0" + zlib.compress(CREDENTIAL)[:-1],
            png.KEYWORD + b"\0\1\0\0\0" + zlib.compress(CREDENTIAL) + b"x",
        ],
    )
    def test_refuses_a_chunk_of_another_form(self, body: bytes) -> None:
        """Cut, with unknown flags, or packed wrongly."""
        assert refusal(with_chunks(chunk(b"iTXt", body))) == "png-badge-damaged"

    @pytest.mark.parametrize(
        ("kind", "keyword"),
        [
            (b"tEXt", png.KEYWORD),
            (b"zTXt", png.KEYWORD),
            (b"tEXt", b"clrcredential"),
            (b"zTXt", b"openbadges"),
        ],
    )
    def test_refuses_another_kind_of_chunk(self, kind: bytes, keyword: bytes) -> None:
        """Only iTXt is UTF-8."""
        assert refusal(with_chunks(chunk(kind, keyword + b"\0{}"))) == "png-badge-damaged"

    @pytest.mark.parametrize("flags", [b"\0\0", b"\1\0"])
    def test_refuses_too_much_text(self, flags: bytes) -> None:
        """256 KB and a byte less are read, a byte more is not; packed or not."""
        write = zlib.compress if flags[0] else bytes
        for length in (MAX_BYTES - 1, MAX_BYTES):
            assert b"x" * length == png.unbake(with_chunks(badge(write(b"x" * length), flags=flags)))
        more = with_chunks(badge(write(b"x" * (MAX_BYTES + 1)), flags=flags))
        assert "credential-too-large" == refusal(more)

    @pytest.mark.parametrize("trailer", [b"\0", b"<html>", b"PK\3\4", PICTURE])
    def test_refuses_anything_behind_the_end(self, trailer: bytes) -> None:
        """A picture that is also a web page or an archive is refused."""
        assert refusal(with_chunks(badge()) + trailer) == "png-damaged"

    @pytest.mark.parametrize("raw", [b"", b"GIF89a", b"\x89PNG", b"{}", b"<svg/>", PICTURE[1:]])
    def test_refuses_what_is_no_png(self, raw: bytes) -> None:
        """Other files are no picture of this kind."""
        assert refusal(raw) == "not-a-picture"

    def test_refuses_every_cut(self) -> None:
        """However much of the end is missing, it is noticed."""
        baked = png.bake(PICTURE, credential=CREDENTIAL)
        codes = {refusal(baked[:length]) for length in range(8, len(baked))}
        assert codes == {"png-damaged"}

    @given(st.data())
    def test_refuses_every_flipped_bit(self, data: st.DataObject) -> None:
        """A checksum notices each bit that is not as it was written."""
        baked = png.bake(PICTURE, credential=CREDENTIAL)
        bit = data.draw(st.integers(min_value=0, max_value=len(baked) * 8 - 1))
        flipped = bytearray(baked)
        flipped[bit // 8] ^= 1 << bit % 8
        assert refusal(bytes(flipped)) in {"png-damaged", "not-a-picture"}

    @pytest.mark.parametrize(
        ("header", "code"),
        [
            (struct.pack(">II", 5000, 5001) + b"\x08\x02\0\0\0", "png-too-large"),
            (struct.pack(">II", 2**31 - 1, 2**31 - 1) + b"\x08\x02\0\0\0", "png-too-large"),
            (struct.pack(">II", 0, 9) + b"\x08\x02\0\0\0", "png-damaged"),
            (struct.pack(">II", 9, 0) + b"\x08\x02\0\0\0", "png-damaged"),
            (struct.pack(">II", 9, 9), "png-damaged"),
            (b"", "png-damaged"),
        ],
    )
    def test_refuses_sizes_that_no_badge_has(self, header: bytes, code: str) -> None:
        """More than 25 million pixels, none at all, or a header of another length."""
        assert refusal(PICTURE[:8] + chunk(b"IHDR", header) + badge() + PICTURE[HEADER_END:]) == code

    def test_reads_a_picture_of_just_that_many_pixels(self) -> None:
        """5,000 by 5,000 is allowed; pixels are not unpacked to find out."""
        header = chunk(b"IHDR", struct.pack(">II", 5000, 5000) + b"\x08\x02\0\0\0")
        assert png.unbake(PICTURE[:8] + header + badge() + PICTURE[HEADER_END:]) == CREDENTIAL

    def test_refuses_parts_in_the_wrong_place(self) -> None:
        """Two headers, no pixels, text before the header, an end that holds something."""
        header, rest = PICTURE[8:HEADER_END], PICTURE[HEADER_END:]
        end = chunk(b"IEND", b"")
        wrong = [header + header + rest, header + end, badge() + header + rest, header + rest[:-12]]
        wrong += [header + rest[:-12] + chunk(b"IEND", b"x"), end]
        assert [refusal(png.SIGNATURE + body) for body in wrong] == ["png-damaged"] * len(wrong)

    @given(st.binary(max_size=200))
    def test_answers_anything_with_an_error_of_ours(self, raw: bytes) -> None:
        """Whatever comes in, nothing but a BakingError comes out."""
        for hostile in (
            raw,
            png.SIGNATURE + raw,
            PICTURE[:HEADER_END] + raw,
            with_chunks(chunk(b"iTXt", raw)),
        ):
            with pytest.raises(BakingError):
                png.unbake(hostile)

    def test_survives_the_corpora_of_others(self, corpus: Path) -> None:
        """All 188 pictures of libpng and those of Pillow: no badge, damaged, or too large; never a crash."""
        files = [*(corpus / "security").rglob("*.png")]
        codes = {refusal(path.read_bytes()) for path in files}
        assert len(files) >= 240
        assert codes <= {"png-no-badge", "png-damaged", "png-too-large", "not-a-picture"}

    def test_bakes_into_every_whole_picture_of_the_corpora(self, corpus: Path) -> None:
        """Every picture that is whole takes a badge and gives it back."""
        whole = [
            raw
            for path in (corpus / "security").rglob("*.png")
            if refusal(raw := path.read_bytes()) == "png-no-badge"
        ]
        assert len(whole) > 150
        for raw in whole:
            assert png.unbake(png.bake(raw, credential=CREDENTIAL)) == CREDENTIAL
