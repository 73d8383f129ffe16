"""Open what somebody holds: a picture, a PDF, a photo or a zip, down to the credential in it."""

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import Base64Bytes

from badges.baking import png, svg
from badges.errors import BakingError
from verifier.errors import MoreEffortError, UnreadableError
from verifier.reading import form_of
from verifier.report import Form


@dataclass(frozen=True, slots=True)
class Opened:
    """Hold one thing that was inside: its bytes, what it was wrapped in, and its name in a zip."""

    raw: Base64Bytes
    form: Form
    name: str | None = None


def open_up(raw: bytes, *, thorough: bool) -> tuple[Opened, ...]:
    """Give what is inside: one thing, or several from a zip.

    Raises:
        MoreEffortError: only a thorough look can tell.
        UnreadableError: there is nothing in it that we read; the sentence says what to do.
    """
    form = form_of(raw)
    if form in _THOROUGH and not thorough:
        raise MoreEffortError
    try:
        return (Opened(raw=_UNBAKE[form](raw), form=form),)
    except BakingError as error:
        raise UnreadableError(error.code) from error


_UNBAKE: dict[Form, Callable[[bytes], bytes]] = {Form.PNG: png.unbake, Form.SVG: svg.unbake}
_THOROUGH = frozenset({Form.PDF, Form.PHOTO, Form.ZIP})
