"""The QR code."""

import io
from xml.etree import ElementTree as ET

import segno
import typst
import zxingcpp
from PIL import Image

from templates.documents.qr import DARK, LIGHT, QUIET, printed_qr_svg, qr_svg

URL = "https://bewijs.voorbeeld/b/Vt9mQ2xL7dR4wK1sZ8nYpA"
SVG = "{http://www.w3.org/2000/svg}"


class TestQrSvg:
    """The code inside a page."""

    def test_has_a_name_that_is_escaped(self) -> None:
        """Who cannot see it hears what it is."""
        root = ET.fromstring(qr_svg(URL, title="<b>Bewijs</b>"))  # noqa: S314 - we drew it

        assert ("img", "<b>Bewijs</b>") == (root.get("role"), root.findtext(f"{SVG}title"))

    def test_draws_each_dark_module_once(self) -> None:
        """Read back from the path, the modules are those of the code, inside a quiet zone of 4."""
        root = ET.fromstring(qr_svg(URL, title="x"))  # noqa: S314 - we drew it
        path = root.findall(f"{SVG}path")[1].get("d") or ""
        dark = set()
        for run in path.split("M")[1:]:
            start, rest = run.split("h", 1)
            x, y = map(int, start.split())
            dark |= {(x + step, y) for step in range(int(rest.split("v")[0]))}
        matrix = segno.make_qr(URL, error="m", boost_error=False).matrix
        expected = {
            (x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module
        }

        assert expected == dark

    def test_is_dark_on_white_in_every_scheme(self) -> None:
        """A camera needs it so, also when the page is dark."""
        fills = [path.get("fill") for path in ET.fromstring(qr_svg(URL, title="x")).iter(f"{SVG}path")]  # noqa: S314

        assert [LIGHT, DARK] == fills


class TestPrintedQrSvg:
    """The code on paper."""

    def test_reads_as_the_address(self) -> None:
        """A reader finds the address in it, as in the one of the page."""
        drawn = typst.compile(
            b'#set page(width: 9cm, height: 9cm, margin: 0pt)\n#image(bytes(sys.inputs.qr), format: "svg")',
            format="png",
            sys_inputs={"qr": str(printed_qr_svg(URL, title="x"))},
        )
        assert isinstance(drawn, bytes)
        [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(drawn)))
        assert URL == found.text
