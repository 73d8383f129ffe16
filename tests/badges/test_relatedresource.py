"""Bytes that stand elsewhere: the digests of the standards, in both ways of writing them."""

import base64
from hashlib import sha256, sha384, sha512
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import base64url, multibase
from badges.errors import RelatedResourceError
from badges.relatedresource import check_related_resource, digest_multibase, digest_sri

RAW = b"Sam verzamelt orders."


def integrity(name: str, digest: bytes) -> str:
    """Write an integrity string."""
    return f"{name}-{base64.b64encode(digest).decode()}"


GOOD = {
    "sha256": integrity("sha256", sha256(RAW).digest()),
    "sha384": integrity("sha384", sha384(RAW).digest()),
    "sha512": integrity("sha512", sha512(RAW).digest()),
}
WRONG = {name: integrity(name, bytes(size)) for name, size in (("sha256", 32), ("sha384", 48))}
MULTIHASH = b"\x12\x20" + sha256(RAW).digest()


class TestDigestSri:
    """relatedresource.digest_sri."""

    @given(st.binary())
    def test_says_what_the_other_way_says(self, raw: bytes) -> None:
        """Of the same bytes, to the bit."""
        assert integrity("sha256", sha256(raw).digest()) == digest_sri(digest_multibase(raw))

    @pytest.mark.parametrize(
        "digest", ["", "u", "uEiA", "zQmNope", "u" + base64url.encode(b"\x20\x30" + bytes(48))]
    )
    def test_refuses_what_is_no_such_digest(self, digest: str) -> None:
        """We write one kind only."""
        with pytest.raises(ValueError, match="no SHA-256"):
            digest_sri(digest)


class TestCheckRelatedResource:
    """relatedresource.check_related_resource."""

    @pytest.mark.parametrize(
        "entry",
        [
            *({"digestSRI": each} for each in GOOD.values()),
            {"digestSRI": f"{WRONG['sha256']} {GOOD['sha384']}"},
            {"digestSRI": f"{WRONG['sha384']} {GOOD['sha384']}?ct=text/plain"},
            {"digestSRI": f"md5-AAAA {GOOD['sha256']}"},
            {"digestMultibase": "z" + multibase.encode(MULTIHASH)},
            {"digestMultibase": "u" + base64url.encode(MULTIHASH)},
            {"digestMultibase": "u" + base64url.encode(b"\x20\x30" + sha384(RAW).digest())},
            {"digestMultibase": "u" + base64url.encode(b"\x13\x40" + sha512(RAW).digest())},
            {"digestSRI": GOOD["sha512"], "digestMultibase": "u" + base64url.encode(MULTIHASH)},
        ],
    )
    def test_accepts_the_bytes_that_were_named(self, entry: Any) -> None:
        """By each hash, and by the strongest of several."""
        check_related_resource(entry, RAW)

    @pytest.mark.parametrize(
        "entry",
        [
            {"digestSRI": WRONG["sha256"]},
            {"digestSRI": f"{GOOD['sha256']} {WRONG['sha384']}"},
            {"digestMultibase": "u" + base64url.encode(b"\x12\x20" + bytes(32))},
            {"digestSRI": WRONG["sha256"], "digestMultibase": "u" + base64url.encode(MULTIHASH)},
            {"digestSRI": GOOD["sha256"], "digestMultibase": "u" + base64url.encode(b"\x12\x20" + bytes(32))},
        ],
    )
    def test_refuses_other_bytes(self, entry: Any) -> None:
        """A weak digest that fits does not make up for a strong one that does not."""
        with pytest.raises(RelatedResourceError) as caught:
            check_related_resource(entry, RAW)

        assert "resource-changed" == caught.value.code

    @pytest.mark.parametrize(
        "entry",
        [
            {},
            {"digestSRI": 7},
            {"digestSRI": "md5-AAAA"},
            {"digestSRI": "sha256-AAAA"},
            {"digestSRI": "sha256-é"},
            {"digestMultibase": "u"},
            {"digestMultibase": "f" + MULTIHASH.hex()},
            {"digestMultibase": "x" + multibase.encode(MULTIHASH)},
            {"digestMultibase": "u" + base64url.encode(b"\x12\x20" + bytes(31))},
            {"digestSRI": GOOD["sha256"], "digestMultibase": "u24a18c90"},
        ],
    )
    def test_cannot_say_by_a_digest_that_it_does_not_compute(self, entry: Any) -> None:
        """What we cannot compute is neither right nor wrong."""
        with pytest.raises(RelatedResourceError) as caught:
            check_related_resource(entry, RAW)

        assert "resource-unknown-digest" == caught.value.code

    @given(st.text(min_size=1), st.text(min_size=1))
    def test_bears_any_text(self, one: str, other: str) -> None:
        """No text is right by accident, and none brings it down."""
        with pytest.raises(RelatedResourceError):
            check_related_resource({"digestSRI": one, "digestMultibase": other}, RAW)
