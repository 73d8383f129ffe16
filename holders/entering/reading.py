"""Read what a holder types: a mail address or a phone number, in one field."""

from collections.abc import Set as AbstractSet
from typing import Final

from holders.entering.addresses import Address
from issuers.errors import FieldProblem, FormError
from issuers.reading import no_mail, read_mail
from issuers.recipients.reading import read_phone
from issuers.recipients.tables import Channel

FIELD: Final = "adres"
NO_MAIL: Final = FieldProblem(
    FIELD,
    "mail",
    "Vul je mailadres in, zoals noor@voorbeeld.nl.",
    "Fill in your mail address, such as noor@example.nl.",
)
NO_PHONE: Final = FieldProblem(
    FIELD,
    "phone",
    "Vul je telefoonnummer in, zoals 06 12345678.",
    "Fill in your phone number, such as 06 12345678.",
)
NEITHER: Final = FieldProblem(
    FIELD,
    "address",
    "Vul je mailadres in, zoals noor@voorbeeld.nl. Of je telefoonnummer, zoals 06 12345678.",
    "Fill in your mail address, such as noor@example.nl. Or your phone number, such as 06 12345678.",
)


def read_address(typed: str, *, offered: AbstractSet[Channel]) -> Address:
    """Read an address of a channel by which we send something.

    Raises:
        FormError: it is none.
    """
    mail = read_mail(typed) if Channel.MAIL in offered else None
    if mail is not None:
        return Address(channel=Channel.MAIL, address=mail)
    phone = read_phone(typed) if Channel.PHONE in offered else None
    if phone is not None:
        return Address(channel=Channel.PHONE, address=phone)
    raise FormError([_problem(typed, offered=offered)])


def _problem(typed: str, *, offered: AbstractSet[Channel]) -> FieldProblem:
    """Say what can be filled in."""
    if Channel.MAIL not in offered:
        return NO_PHONE
    if "@" in typed and not typed.strip().rpartition("@")[0].isascii():
        found = no_mail(typed)
        return FieldProblem(FIELD, found.code, found.nl, found.en)
    return NEITHER if Channel.PHONE in offered else NO_MAIL
