"""Who carries letters to people: the mail server and NotifyNL of the settings, and in a demo the log."""

from collections.abc import Callable, Mapping
from uuid import UUID

import structlog

from app.settings import PREFIX, Mode, Settings, SettingsError
from issuers.mailing.outbox import Deliver, Letter
from issuers.recipients.tables import Channel
from web.clock import SystemClock
from web.egress import Egress
from web.errors import MailUnsentError
from web.mail import Postman
from web.sms import Notify, Texter

log = structlog.get_logger()


def find_carriers(
    settings: Settings, *, egress: Egress, returns: Callable[[UUID], str] | None = None
) -> Mapping[Channel, Deliver]:
    """Give who carries what: nobody for a channel of which the settings name no server.

    A demo sends nothing, and shows in its log what it would have sent. `returns` names where a letter comes
    back.

    Raises:
        SettingsError: the key of NotifyNL is none.
    """
    carriers: dict[Channel, Deliver] = {}
    if settings.mode is Mode.DEMO:
        carriers = {Channel.MAIL: _show, Channel.PHONE: _show}
    if server := settings.mail_server:
        postman = Postman(server, sender=settings.mail_from, clock=SystemClock(), returns=returns)
        carriers[Channel.MAIL] = postman.deliver
    if key := settings.sms_key.get_secret_value():
        texter = Texter(_notify(settings, key), egress=egress, clock=SystemClock())
        carriers[Channel.PHONE] = texter.deliver
    return carriers


def by_channel(carriers: Mapping[Channel, Deliver]) -> Deliver:
    """Give what hands each letter to who carries it; one that nobody carries now waits."""

    def deliver(letter: Letter) -> None:
        if letter.channel not in carriers:
            raise MailUnsentError("nobody carries it")
        carriers[letter.channel](letter)

    return deliver


def _notify(settings: Settings, key: str) -> Notify:
    try:
        return Notify.at(settings.sms_url, key=key, template=settings.sms_template)
    except ValueError as error:
        raise SettingsError(f"{PREFIX}SMS_KEY klopt niet: neem over wat NotifyNL je gaf.") from error


def _show(letter: Letter) -> None:
    """Show a letter of the demo, where nobody is real."""
    log.info("letter", channel=letter.channel.value, subject=letter.subject, text=letter.text)
