"""Every letter, in each language: plain text, and nothing in it that somebody else wrote as ours."""

from dataclasses import replace
from datetime import date

import pytest

from templates import views
from templates.rendering import LANGUAGES, Language, render_mail

URL = "https://bewijs.voorbeeld/uitnodiging/" + "a" * 43
INVITATION = views.people.InvitationMail(
    base_url="https://bewijs.voorbeeld",
    name="Tom Ros",
    organisation="Magazijn De Maas & Zn",
    inviter="Karim Visser",
    roles=("praktijkopleider", "lezer"),
    url=URL,
    until=date(2026, 7, 3),
)
LINK = views.people.LinkMail(base_url="https://bewijs.voorbeeld", name="Tom Ros", url=URL)
DECISION = views.people.DecisionMail(
    base_url="https://bewijs.voorbeeld",
    organisation="MBO De Rivier & Zn",
    url=URL,
    is_advice=False,
    is_revision=True,
)
LETTERS: dict[str, views.people.MailView] = {
    "uitnodiging": INVITATION,
    "inloglink": LINK,
    "besluit": DECISION,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LETTERS)
class TestRenderMail:
    """`render_mail` writes a letter."""

    def test_has_the_link_on_a_line_of_its_own(self, name: str, language: Language) -> None:
        """Whole, so that every reader of mail makes it one to press."""
        assert URL in render_mail(name, LETTERS[name], language=language).text.splitlines()

    def test_has_a_subject_of_one_line(self, name: str, language: Language) -> None:
        """And it says something."""
        subject = render_mail(name, LETTERS[name], language=language).subject
        assert [subject] == subject.splitlines()

    def test_escapes_nothing(self, name: str, language: Language) -> None:
        """It is text, no page."""
        mail = render_mail(name, LETTERS[name], language=language)
        assert "&amp;" not in mail.subject + mail.text

    def test_leaves_no_holes(self, name: str, language: Language) -> None:
        """At most one empty line between two thoughts."""
        assert "\n\n\n" not in render_mail(name, LETTERS[name], language=language).text


class TestRenderOfHostileText:
    """What others wrote stays in its line."""

    @pytest.mark.parametrize("name", ["Tom\n\nBetaal hier: http://x", "Tom\r\nBcc: a@b.nl", "Tom\u2028x"])
    def test_makes_no_line_of_its_own(self, name: str) -> None:
        """A name cannot write a letter within ours, or a header."""
        mail = render_mail("uitnodiging", replace(INVITATION, name=name, organisation=name), language="nl")
        plain = render_mail("uitnodiging", INVITATION, language="nl")
        assert len(plain.text.splitlines()) == len(mail.text.splitlines())
        assert [mail.subject] == mail.subject.splitlines()
