"""Draw a QR code: dark on white, four modules of white around it, never with a picture in it."""

from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape

import segno
from markupsafe import Markup

DARK: Final = "#2A1526"
LIGHT: Final = "#FFFFFF"
QUIET: Final = 4
"""Modules of white around the code (ISO/IEC 18004, 9.1)."""
_MASK: Final = 3


@lru_cache(maxsize=512)
def qr_svg(url: str, *, title: str) -> Markup:
    """Draw a QR code once, and remember it."""
    return secret_qr_svg(url, title=title)


def secret_qr_svg(text: str, *, title: str) -> Markup:
    """Draw a QR code as SVG to stand inside a page: fixed colours, no inline style, `title` as its name.

    Nothing of it is remembered here.
    """
    return _drawn(_code(text), title=title)


def printed_qr_svg(url: str, *, title: str) -> Markup:
    """Draw a QR code for paper, in a quarter of the time: not each of the eight masks is tried.

    Every reader reads each of them. With this one our addresses show the fewest patterns, on average.
    """
    return _drawn(segno.make_qr(url, error="m", boost_error=False, mask=_MASK), title=title)


def _drawn(code: segno.QRCode, *, title: str) -> Markup:
    size = code.symbol_size(border=QUIET)[0]
    modules = "".join(_runs(code))
    return Markup(  # noqa: S704 - the only text in it is escaped here
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 {size} {size}" width="{size * 8}"'
        f' height="{size * 8}" role="img" shape-rendering="crispEdges"><title>{escape(title)}</title>'
        f'<path fill="{LIGHT}" d="M0 0h{size}v{size}H0z"/><path fill="{DARK}" d="{modules}"/></svg>'
    )


def _code(url: str) -> segno.QRCode:
    return segno.make_qr(url, error="m", boost_error=False)


def _runs(code: segno.QRCode) -> list[str]:
    """Give each horizontal run of dark modules as one path command."""
    runs: list[str] = []
    for y, row in enumerate(code.matrix):
        start: int | None = None
        for x, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                runs.append(f"M{start + QUIET} {y + QUIET}h{x - start}v1H{start + QUIET}z")
                start = None
    return runs
