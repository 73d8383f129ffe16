"""Who carries letters, by what the settings say."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from app.carriers import by_channel, find_carriers
from app.settings import PREFIX, Settings, SettingsError
from issuers.mailing.outbox import Letter
from issuers.recipients.tables import Channel
from web.egress import Egress, Limits
from web.errors import MailUnsentError

KEY = "dienst-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"


@pytest.fixture
def egress() -> Iterator[Egress]:
    """Open a way out that is not used."""
    opened = Egress(Limits(own="localhost"))
    yield opened
    opened.close()


class TestFindCarriers:
    """`find_carriers` names who carries what."""

    @pytest.mark.parametrize(
        ("said", "channels"),
        [
            ({"mode": "demo"}, {Channel.MAIL, Channel.PHONE}),
            ({"base_url": "https://x.nl"}, set()),
            ({"base_url": "https://x.nl", "smtp_url": "smtp://m", "mail_from": "a@x.nl"}, {Channel.MAIL}),
            ({"base_url": "https://x.nl", "sms_key": KEY, "sms_template": "t"}, {Channel.PHONE}),
        ],
        ids=["demo", "nothing", "mail", "sms"],
    )
    def test_carries_what_the_settings_name(
        self, egress: Egress, said: dict[str, str], channels: set[Channel]
    ) -> None:
        """A demo carries everything to its log."""
        named = {"contact_name": "Beheer", "contact_email": "beheer@x.nl"} | said
        assert channels == find_carriers(Settings(**named), egress=egress).keys()  # type: ignore[arg-type]

    def test_says_which_key_is_none(self, egress: Egress) -> None:
        """Before the first message."""
        settings = Settings(mode="demo", sms_key="geheim", sms_template="t")
        with pytest.raises(SettingsError, match=f"{PREFIX}SMS_KEY"):
            find_carriers(settings, egress=egress)


class TestByChannel:
    """`by_channel` hands each letter to who carries it."""

    def test_lets_wait_what_nobody_carries(self) -> None:
        """It is tried again, and given up in the end."""
        brought: list[Letter] = []
        deliver = by_channel({Channel.MAIL: brought.append})
        mail = Letter(id=UUID(int=1), recipient="a@x.nl", subject="", text="")
        sms = Letter(id=UUID(int=2), recipient="+316", subject="", text="", channel=Channel.PHONE)
        deliver(mail)
        with pytest.raises(MailUnsentError):
            deliver(sms)
        assert [mail] == brought
