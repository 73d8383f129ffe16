"""Letters to a real mail server on this machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import pytest

from tests.postoffice import PostOffice, post_office
from web.clock import FixedClock
from web.errors import MailRefusedError, MailUnsentError
from web.mail import MailServer, Postman

LETTER = UUID("01900000-0000-7000-8000-000000000001")
FRIDAY = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)


@dataclass(frozen=True)
class Note:
    """Hold a letter."""

    id: UUID = LETTER
    recipient: str = "noor@maas.voorbeeld"
    subject: str = "Doe je mee? Ja, é"
    text: str = "Hallo Noor\n\n.een punt\nhttps://bewijs.voorbeeld/uitnodiging/" + "a" * 120


@pytest.fixture
def office() -> Iterator[PostOffice]:
    """Open a mail server."""
    with post_office() as opened:
        yield opened


def postman(office: PostOffice) -> Postman:
    """Send to this one."""
    return Postman(MailServer.at(office.url), sender="post@bewijs.voorbeeld", clock=FixedClock(FRIDAY))


class TestDeliver:
    """`Postman.deliver` sends one letter."""

    def test_brings_the_letter_as_it_is(self, office: PostOffice) -> None:
        """Every sign, and a link that is not cut."""
        postman(office).deliver(Note())
        (letter,) = office.letters
        assert Note().text == letter.get_content().replace("\r\n", "\n").rstrip("\n")
        assert (Note().subject, Note().recipient) == (letter["Subject"], letter["To"])

    def test_names_the_same_letter_the_same(self, office: PostOffice) -> None:
        """Sent twice, its Message-ID says that it is one letter."""
        postman(office).deliver(Note())
        postman(office).deliver(Note())
        expected = [f"<{LETTER}@bewijs.voorbeeld>"] * 2
        assert expected == [letter["Message-ID"] for letter in office.letters]

    def test_comes_back_to_an_address_of_its_own(self, office: PostOffice) -> None:
        """That stands on the envelope, and whom it is from in the letter."""
        server = MailServer.at(office.url)
        brought = Postman(
            server,
            sender="post@bewijs.voorbeeld",
            clock=FixedClock(FRIDAY),
            returns=lambda letter_id: f"retour+{letter_id.hex}@bewijs.voorbeeld",
        )
        brought.deliver(Note())
        postman(office).deliver(Note())
        assert [f"retour+{LETTER.hex}@bewijs.voorbeeld", "post@bewijs.voorbeeld"] == office.senders
        assert all("<post@bewijs.voorbeeld>" in letter["From"] for letter in office.letters)

    @pytest.mark.parametrize(
        ("answer", "error"), [("450 later", MailUnsentError), ("550 nobody", MailRefusedError)]
    )
    def test_tells_now_from_never(self, office: PostOffice, answer: str, error: type[Exception]) -> None:
        """A full mailbox may be empty tomorrow; a person who left stays away."""
        office.answers["noor@maas.voorbeeld"] = answer
        with pytest.raises(error):
            postman(office).deliver(Note())

    def test_tries_again_when_the_server_takes_nothing_from_us(self, office: PostOffice) -> None:
        """A wrong password or a sender that it does not know is put right, and no letter is lost by it."""
        office.to_verbs["MAIL"] = "550 who are you"
        with pytest.raises(MailUnsentError):
            postman(office).deliver(Note())

    def test_says_when_nobody_answers(self, office: PostOffice) -> None:
        """A server that is down is a matter of now."""
        server = MailServer(host="127.0.0.1", port=9, is_tls=False)
        with pytest.raises(MailUnsentError):
            Postman(server, sender="post@bewijs.voorbeeld", clock=FixedClock(FRIDAY)).deliver(Note())

    def test_gives_no_password_to_a_server_without_tls(self, office: PostOffice) -> None:
        """Anywhere but on this machine, TLS comes first or nothing is said."""
        assert MailServer.at("smtp://noor:geheim@mail.voorbeeld").starts_tls
        assert not MailServer.at("smtp://localhost:25").starts_tls


class TestAt:
    """`MailServer.at` reads an address of the settings."""

    @pytest.mark.parametrize(
        ("url", "expected"),
        [
            ("smtp://mail.voorbeeld", ("mail.voorbeeld", 587, False, None, None)),
            ("smtps://post%40a:g%3Ah@mail.voorbeeld", ("mail.voorbeeld", 465, True, "post@a", "g:h")),
            ("smtp://localhost:25", ("localhost", 25, False, None, None)),
        ],
    )
    def test_reads_all_of_it(self, url: str, expected: tuple[str, int, bool, str | None, str | None]) -> None:
        """Host, port, TLS, name and password."""
        server = MailServer.at(url)
        found = (server.host, server.port, server.is_tls, server.username, server.password)
        assert expected == found

    @pytest.mark.parametrize("url", ["", "mail.voorbeeld", "http://mail.voorbeeld", "smtp://", "smtp://a/b"])
    def test_refuses_what_is_none(self, url: str) -> None:
        """A typing error stops the start, not the first letter."""
        with pytest.raises(ValueError, match="mail server"):
            MailServer.at(url)
