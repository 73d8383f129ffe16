"""No page sends a form without saying to whom it was shown."""

import re

from templates.rendering import render
from tests.templates.samples import pages

FORMS = re.compile(
    r'<form\b[^>]*\bmethod="post"[^>]*>(?P<first><input type="hidden" name="namens" value="6f9c">)?'
)


class TestFormMark:
    """`FormMark` puts the mark of the frame into each form that is sent."""

    def test_is_in_each_form_where_somebody_is_signed_in(self) -> None:
        """And in none where nobody is."""
        wrong = [
            (sample, form[0])
            for sample, (name, view) in pages().items()
            for form in FORMS.finditer(render(name, view, language="nl"))
            if bool(form["first"]) is not bool(view.frame.signed_in)
        ]
        assert [] == wrong
