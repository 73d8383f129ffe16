"""Static files under hashed names."""

import pytest

from templates.errors import StaticFileError
from templates.static_files import PREFIX, media_type, static_file, static_url


class TestStaticUrl:
    """Addresses that hold a digest."""

    def test_holds_the_digest_of_what_it_gives(self) -> None:
        """A changed file gets another address, so a browser may keep it for ever."""
        from hashlib import sha256

        address = static_url("page.js").removeprefix(PREFIX)
        found = static_file(address)

        assert found is not None
        assert f"page.{sha256(found[0]).hexdigest()[:12]}.js" == address

    @pytest.mark.parametrize("name", ["geen.css", "../views.py", "velden/geen.svg", ""])
    def test_refuses_what_is_not_there(self, name: str) -> None:
        """A template that names a missing file fails in the tests, not before a visitor."""
        with pytest.raises(StaticFileError):
            static_url(name)


class TestStaticFile:
    """What is behind an address."""

    @pytest.mark.parametrize("name", ["page.js", "../../views.py", "page.000000000000.js", "", "vendor"])
    def test_knows_only_whole_addresses(self, name: str) -> None:
        """Nothing outside the folder, and nothing without its digest."""
        assert static_file(name) is None

    def test_rewrites_addresses_inside_a_style_sheet(self) -> None:
        """The wall and the letters have a digest too."""
        found = static_file(static_url("look.css").removeprefix(PREFIX))

        assert found is not None
        assert f'url("{static_url("wall.svg")}")'.encode() in found[0]

    def test_rewrites_what_a_script_imports(self) -> None:
        """The reader of QR codes finds its worker beside it."""
        found = static_file(static_url("vendor/qr-scanner/qr-scanner.min.js").removeprefix(PREFIX))

        assert found is not None
        worker = static_url("vendor/qr-scanner/qr-scanner-worker.min.js")
        assert f'import("{worker}")'.encode() in found[0]

    def test_draws_the_small_picture_of_a_field(self) -> None:
        """Tiles show it from one file that the browser keeps."""
        found = static_file(static_url("velden/zorg.svg").removeprefix(PREFIX))

        assert found is not None
        assert (b"<svg", "image/svg+xml") == (found[0][:4], found[1])


class TestMediaType:
    """Media types by ending."""

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("a.css", "text/css; charset=utf-8"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.svg", "image/svg+xml"),
            ("a.woff2", "font/woff2"),
            ("a.onbekend", "application/octet-stream"),
        ],
    )
    def test_knows_what_we_serve(self, name: str, expected: str) -> None:
        """A browser that may not guess needs the right type."""
        assert expected == media_type(name)
