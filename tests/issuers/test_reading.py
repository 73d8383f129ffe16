"""What forms of every wing hold is read in one way."""

from datetime import date

import pytest

from issuers.reading import read_date, read_mail, read_name


class TestReadDate:
    """`read_date` reads a day as people write it."""

    @pytest.mark.parametrize(
        "text",
        [
            "2026-06-26",
            "26-6-2026",
            "26/06/2026",
            "26.6.2026",
            "26 juni 2026",
            " 26  JUNI 2026 ",
            "26 jun. 2026",
        ],
    )
    def test_reads_what_people_write(self, text: str) -> None:
        """A date may be written in any of the usual ways."""
        assert read_date(text) == date(2026, 6, 26)

    def test_knows_the_odd_short_month(self) -> None:
        """Maart is mrt."""
        assert read_date("1 mrt 2026") == date(2026, 3, 1)

    @pytest.mark.parametrize(
        "text",
        ["", "gisteren", "31 februari 2026", "2026-13-01", "26-6-26", "٢٦-٦-٢٠٢٦", "5 m 2026", "5 ju 2026"],
    )
    def test_refuses_what_is_no_date(self, text: str) -> None:
        """What is no date, or one that leaves doubt, is not guessed."""
        assert read_date(text) is None


class TestReadMail:
    """`read_mail` reads a mail address."""

    @pytest.mark.parametrize("typed", ["noor@maas.voorbeeld", "n.b+x@a-b.co.uk", "noor@xn--caf-dma.nl"])
    def test_takes_what_can_be_one(self, typed: str) -> None:
        """As it is typed."""
        assert typed == read_mail(typed)

    def test_writes_a_domain_as_every_mail_server_does(self) -> None:
        """However it is typed it is the same address."""
        assert "noor@xn--caf-dma.nl" == read_mail("Noor@Café.nl")

    @pytest.mark.parametrize(
        "typed",
        [
            "",
            "noor",
            "noor@maas",
            "a@b.c",
            "a b@c.nl",
            "a@b.nl\nBcc: x@y.nl",
            "<a@b.nl>",
            "a@b@c.nl",
            "a@1.2.3.4",
            "=?utf-8?q?x=40elders.nl=2C?=@maas.nl",
            "noor=?utf-8?b?QA==?=@maas.nl",
            "noor@=?utf-8?q?elders.nl?=.nl",
            "zoë@maas.nl",
            "noor@straße.de",
            "noor@ﬁets.nl",
        ],
    )
    def test_refuses_what_cannot(self, typed: str) -> None:
        """Nor what mail would decode, what some servers refuse, or what leads to another domain."""
        assert read_mail(typed) is None


class TestReadName:
    """`read_name` reads a name on one line."""

    @pytest.mark.parametrize("typed", ["", "  ", "a" * 81, "Noor\u202eBakker", "Noor\x00"])
    def test_refuses_what_nobody_can_read(self, typed: str) -> None:
        """Signs that turn the text around are no name."""
        assert read_name(typed) is None

    def test_keeps_any_script(self) -> None:
        """A name is a name."""
        assert "أمينة" == read_name(" أمينة ")
