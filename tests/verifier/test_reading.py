"""Bytes from a stranger: a credential, or one sentence that says what to send instead."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from badges import strictjson
from badges.baking import png
from badges.credential import UnverifiedCredential
from tests.world import PNG, SVG, World
from verifier import reading
from verifier.errors import UnreadableError
from verifier.reading import Assertion, Held, Presentation, Token, form_of, read
from verifier.report import Form

SIGNED = World().signed()


class TestFormOf:
    @pytest.mark.parametrize(
        ("raw", "expected"),
        [
            (b'{"a":1}', Form.JSON),
            (b"  \r\n[1]", Form.JSON),
            (PNG, Form.PNG),
            (SVG, Form.SVG),
            (b'<?xml version="1.0"?><svg/>', Form.SVG),
            (b"https://bewijs.voorbeeld/b/abc", Form.LINK),
            (b" http://localhost:8080/b/abc\n", Form.LINK),
            (b"/b/abc", Form.LINK),
            (b"%PDF-1.7", Form.PDF),
            (b"PK\x03\x04rest", Form.ZIP),
            (b"\xff\xd8\xff\xe0JFIF", Form.PHOTO),
            (b"GIF89a", Form.PHOTO),
            (b"RIFF....WEBP", Form.PHOTO),
            (b"eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln\n", Form.JWS),
        ],
    )
    def test_tells_by_the_first_bytes(self, raw: bytes, expected: Form) -> None:
        """Names and media types are not needed."""
        assert expected is form_of(raw)

    @pytest.mark.parametrize(
        ("raw", "code"),
        [
            (b"", "empty"),
            (b" \n\t", "empty"),
            (b" " * 5000, "kind-unknown"),
            (b"\x00\x00\x00\x18ftypheic", "kind-heif"),
            (b"hallo", "kind-unknown"),
            (b"https://x.voorbeeld/b/" + b"a" * 2000, "kind-unknown"),
            (b"https://x.voorbeeld/b/a b", "kind-unknown"),
            (b"{" + b" " * reading.MAX_BYTES, "too-large"),
            (png.SIGNATURE + bytes(reading.MAX_PHOTO_BYTES), "too-large"),
            (b"<svg>" + bytes(reading.MAX_PICTURE_BYTES), "too-large"),
        ],
    )
    def test_refuses_with_a_code(self, raw: bytes, code: str) -> None:
        """Each kind that we do not read gets a sentence of its own."""
        with pytest.raises(UnreadableError) as caught:
            form_of(raw)
        assert code == caught.value.code


class TestRead:
    @pytest.mark.parametrize("raw", [SIGNED, b"\n " + SIGNED])
    def test_gives_the_credential(self, raw: bytes) -> None:
        """White space around it does not matter."""
        held = read(raw)
        assert isinstance(held, UnverifiedCredential)
        assert strictjson.loads_object(SIGNED) == held.document

    @pytest.mark.parametrize(
        ("raw", "expected"),
        [
            (b'{"@context":[],"type":"VerifiablePresentation"}', Presentation),
            (b'{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","id":"x:y"}', Assertion),
            (b'{"@context":"https://w3id.org/openbadges/v1","type":"Assertion","id":"x:y"}', Assertion),
            (b'{"uid":"1","recipient":{},"badge":"https://a.nl/b","verify":{"type":"hosted"}}', Assertion),
            (b"eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln", Token),
            (
                (
                    b'{"@context":[],"type":["EnvelopedVerifiableCredential"],'
                    b'"id":"data:application/vc+jwt,eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln"}'
                ),
                Token,
            ),
        ],
    )
    def test_tells_what_it_is(self, raw: bytes, expected: type[Held]) -> None:
        """A presentation, a token and a badge of before are not a credential, and not nothing."""
        assert isinstance(read(raw), expected)

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
            (b'{"@context":[1],"type":[1]}', "not-a-credential"),
            (b'{"@context":[],"type":["EnvelopedVerifiableCredential"],"id":"data:x"}', "not-a-credential"),
            (PNG, "not-a-credential"),
            (b"https://elders.voorbeeld/b/x", "not-a-credential"),
        ],
    )
    def test_refuses_with_a_sentence(self, raw: bytes, code: str) -> None:
        """What is no badge is answered with what to do, in both languages."""
        with pytest.raises(UnreadableError) as caught:
            read(raw)
        assert code == caught.value.code
        assert caught.value.nl.endswith("Geef het bestand dat je kreeg, of de link onder de QR-code.")
        assert caught.value.en.endswith("Give the file that you received, or the link under the QR code.")

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
        assert isinstance(found, Held)
