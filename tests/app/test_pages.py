"""The pages that belong to no room."""

from fastapi.testclient import TestClient

from templates.static_files import static_url


class TestStatic:
    """A static file comes packed to who can unpack it."""

    def test_is_the_same_packed_and_not(self, demo: TestClient) -> None:
        """A slow telephone gets a third of the bytes; who asks for none gets it as it is."""
        address = static_url("look.css")
        packed = demo.get(address, headers={"Accept-Encoding": "gzip"})
        plain = demo.get(address, headers={"Accept-Encoding": "identity"})
        assert packed.content == plain.content
        encodings = (packed.headers.get("content-encoding"), plain.headers.get("content-encoding"))
        assert ("gzip", None) == encodings
        assert int(packed.headers["content-length"]) * 3 < int(plain.headers["content-length"])

    def test_leaves_what_is_packed_already(self, demo: TestClient) -> None:
        """A picture as PNG gets no smaller."""
        answer = demo.get(static_url("app-192.png"), headers={"Accept-Encoding": "gzip"})
        assert (200, None) == (answer.status_code, answer.headers.get("content-encoding"))
