"""Bytes from a stranger: a credential, or one sentence that says what to send instead."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from badges.baking import png, svg
from tests.world import PNG, SVG, World, chunk
from verifier import reading
from verifier.errors import UnreadableError
from verifier.reading import Kind, read, sniff

SIGNED = World().signed()


class TestSniff:
    @pytest.mark.parametrize(
        ("raw", "expected"),
        [
            (b'{"a":1}', Kind.JSON),
            (b"  \r\n[1]", Kind.JSON),
            (PNG, Kind.PNG),
            (SVG, Kind.SVG),
            (b'<?xml version="1.0"?><svg/>', Kind.SVG),
            (b"https://bewijs.voorbeeld/b/abc", Kind.LINK),
            (b" http://localhost:8080/b/abc\n", Kind.LINK),
            (b"/b/abc", Kind.LINK),
        ],
    )
    def test_tells_by_the_first_bytes(self, raw: bytes, expected: Kind) -> None:
        """Names and media types are not needed."""
        assert expected is sniff(raw)

    @pytest.mark.parametrize(
        ("raw", "code"),
        [
            (b"", "empty"),
            (b" \n\t", "empty"),
            (b" " * 5000, "kind-unknown"),
            (b"%PDF-1.7", "kind-pdf"),
            (b"PK\x03\x04rest", "kind-zip"),
            (b"\xff\xd8\xff\xe0JFIF", "kind-photo"),
            (b"GIF89a", "kind-photo"),
            (b"RIFF....WEBP", "kind-photo"),
            (b"\x00\x00\x00\x18ftypheic", "kind-photo"),
            (b"eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln", "kind-jws"),
            (b"hallo", "kind-unknown"),
            (b"https://x.voorbeeld/b/" + b"a" * 2000, "kind-unknown"),
            (b"https://x.voorbeeld/b/a b", "kind-unknown"),
            (b"{" + b" " * reading.MAX_BYTES, "too-large"),
            (png.SIGNATURE + bytes(reading.MAX_PICTURE_BYTES), "too-large"),
            (b"<svg>" + bytes(reading.MAX_PICTURE_BYTES), "too-large"),
        ],
    )
    def test_refuses_with_a_code(self, raw: bytes, code: str) -> None:
        """Each kind that we do not read gets a sentence of its own."""
        with pytest.raises(UnreadableError) as caught:
            sniff(raw)
        assert code == caught.value.code


class TestRead:
    @pytest.mark.parametrize(
        "raw",
        [SIGNED, b"\n " + SIGNED, png.bake(PNG, credential=SIGNED), svg.bake(SVG, credential=SIGNED)],
    )
    def test_gives_the_credential(self, raw: bytes) -> None:
        """A badge is the same in each form."""
        assert read(SIGNED).document == read(raw).document

    @pytest.mark.parametrize(
        ("raw", "code"),
        [
            (b"{", "json"),
            (b'{"a":1,"a":2}', "json-duplicate-key"),
            (b'{"a":NaN}', "json-constant"),
            (b'{"a":' * 33 + b"1" + b"}" * 33, "json-depth"),
            (b'{"a":"\xff"}', "json-utf8"),
            (b"\xef\xbb\xbf{}", "json-utf8"),
            (b"[]", "not-a-credential"),
            (b"{}", "not-a-credential"),
            (b'{"@context":[],"type":"VerifiablePresentation"}', "presentation"),
            (b'{"@context":[],"type":["EnvelopedVerifiableCredential"],"id":"data:x"}', "kind-jws"),
            (b'{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"x:y"}', "old-badge"),
            (b'{"@context":[1],"type":[1]}', "not-a-credential"),
            (PNG, "png-no-badge"),
            (PNG[:-4], "png-damaged"),
            (PNG + b"x", "png-damaged"),
            (SVG, "svg-no-badge"),
            (b"<html></html>", "not-a-picture"),
            (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "svg-dtd"),
            (b"https://elders.voorbeeld/b/x", "link-elders"),
        ],
    )
    def test_refuses_with_a_sentence(self, raw: bytes, code: str) -> None:
        """What is no badge is answered with what to do, in both languages."""
        with pytest.raises(UnreadableError) as caught:
            read(raw)
        assert code == caught.value.code
        assert caught.value.nl.endswith("Geef het bestand dat je kreeg, of de link onder de QR-code.")
        assert caught.value.en.endswith("Give the file that you received, or the link under the QR code.")

    def test_refuses_two_badges_in_one_picture(self) -> None:
        """Two readers could see two badges (security T14)."""
        once = png.bake(PNG, credential=SIGNED)
        header = len(png.SIGNATURE) + 25
        twice = once[:header] + chunk(b"iTXt", png.KEYWORD + b"\0\0\0\0\0" + b"{}") + once[header:]
        with pytest.raises(UnreadableError) as caught:
            read(twice)
        assert "png-two-badges" == caught.value.code

    def test_refuses_a_picture_in_a_picture(self) -> None:
        """What is baked in is JSON, not another picture or a link."""
        with pytest.raises(UnreadableError) as caught:
            read(png.bake(PNG, credential=b"https://bewijs.voorbeeld/b/x"))
        assert "credential-not-json" == caught.value.code

    @settings(max_examples=300, deadline=None)
    @given(
        st.one_of(
            st.binary(max_size=300),
            st.builds(lambda rest: b"{" + rest, st.binary(max_size=100)),
            st.builds(lambda rest: png.SIGNATURE + rest, st.binary(max_size=100)),
            st.builds(lambda rest: b"<svg" + rest, st.binary(max_size=100)),
            st.builds(
                lambda place, byte: SIGNED[:place] + bytes([byte]) + SIGNED[place + 1 :],
                st.integers(0, len(SIGNED) - 1),
                st.integers(0, 255),
            ),
        )
    )
    def test_never_raises_anything_else(self, raw: bytes) -> None:
        """Any bytes give a credential or our own error."""
        try:
            found = read(raw)
        except UnreadableError:
            return
        assert "VerifiableCredential" in str(found.document["type"])
