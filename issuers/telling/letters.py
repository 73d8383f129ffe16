"""Write what is told: a letter in plain Dutch with English below, or one line for a phone.

In which language somebody reads is not kept. The subject names who sends it, and never who it is for.
"""

from issuers.recipients.tables import Channel
from issuers.telling.telling import News, Write
from templates import views
from templates.rendering import LANGUAGES, render_mail


def letter_writer(*, base_url: str) -> Write:
    """Give what writes letters that come from this address."""

    def write(news: News, organisation: str) -> tuple[str, str]:
        view = views.people.NewsMail(
            base_url=base_url,
            organisation=organisation,
            url=news.url,
            until=news.until,
        )
        letters = [render_mail(f"bericht-{news.event}", view, language=each) for each in LANGUAGES]
        subject = letters[0].subject
        if news.channel is Channel.PHONE:
            return subject, f"{subject}: {news.url}"
        return subject, "\n".join(each.text for each in letters)

    return write
