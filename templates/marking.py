"""Write into every form that is sent to whom it is shown: no page can forget it.

Whoever answers the form looks whether that is still who sends it.
"""

import re
from typing import Final

from jinja2.ext import Extension

FIELD: Final = "namens"
_SENT: Final = re.compile(r'<form\b[^>]*\bmethod="post"[^>]*>')
_MARK: Final = (
    f'{{% if frame.signed_in %}}<input type="hidden" name="{FIELD}" value="{{{{ frame.signed_in.mark }}}}">'
    "{% endif %}"
)


class FormMark(Extension):
    """Put the mark of the frame into each form, where somebody is signed in."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 (of Jinja)
        """Add the field to the text of a template."""
        return _SENT.sub(lambda form: form[0] + _MARK, source)
