"""Text that will be signed is looked at first; everyday text is left alone."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import texts

BSN = "123456782"
NORMAL = [
    "Sam verzamelde elke ochtend 40 orders met de handscanner en controleerde ze.",
    "Zij sneed 12 kilo groente en 3 kilo uien, van 8.30 tot 12.15 uur.",
    "Van 5-1-2026 tot 26-6-2026, 3 dagen per week.",
    "Hij laadde 24 pallets (120 x 80 cm) in dok 7.",
    "Order 202600012345 en 202600012346 gingen mee.",
    "Bel 06-12345678 of 020 1234567.",
    "Crebo 25774, werkproces B1-K2-W1.",
    "<script>alert('Sam')</script>",
    '=HYPERLINK("https://voorbeeld.nl";"klik")',
    "@home werkte zij aan 3 stuks à € 2,50 @ 10%",
    "ورشة النجارة: صنع طاولة",
    "Café, naïef, Ærø, Łódź, Ğ, ß",
    "Samen sterk 💪🏽 👩‍🍳 ❤️ 🏳️‍🌈",
    "क्‍ष और می‌خواهم",
    "Eerste regel\nTweede regel\r\nDerde regel",
    "Pro-actief en actief, een echte pro met de MacBook Pro.",
    "Verleende bijstand bij een ongeval (EHBO).",
    "Wia hielp een collega uit de schuld: nee, dat was een grap.",
]


def codes(text: str, *, max_length: int = 1_000) -> list[str]:
    """Give the codes of the problems of a text."""
    return [problem.code for problem in texts.text_problems(text, max_length=max_length)]


def bsn(digits: str) -> str | None:
    """Give nine digits that pass the elfproef, from eight; None where no ninth does."""
    total = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), digits, strict=True))
    return f"{digits}{total % 11}" if total % 11 < 10 else None


numbers = st.text("0123456789", min_size=8, max_size=8).map(bsn).filter(lambda found: found is not None)
numbers = numbers.filter(lambda found: found.strip("0") != "")
separators = st.sampled_from(["", " ", ".", "-", " - ", "\u00a0", "\u2011", "–", "/", "\n"])


BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"


class TestTextProblems:
    """Everything that keeps a text from being signed."""

    @pytest.mark.parametrize("text", NORMAL)
    def test_leaves_everyday_text_alone(self, text: str) -> None:
        """Work, prices, dates, phones, scripts, emoji, HTML and formulas are fine."""
        assert codes(text) == []

    @pytest.mark.parametrize(
        "text", ["", " ", "\n\t", "\u3000", "\u200d", "\ufe0f", "\u3164", "\u2800 \u0301"]
    )
    def test_refuses_what_is_empty(self, text: str) -> None:
        """White space alone says nothing, and neither does what no one can see."""
        assert "text-empty" in codes(text)

    @pytest.mark.parametrize("text", ["ZoÃ«", "Zo\ufffd", "GÃ¼lÅŸen", "Samâ€™s werk", "YaÄŸmur"])
    def test_refuses_letters_that_broke_on_the_way(self, text: str) -> None:
        """A name that was read in the wrong encoding would be signed as nobody writes it."""
        assert codes(text) == ["text-broken"]

    @pytest.mark.parametrize(
        "text", ["Zoë", "Gülşen", "Yağmur", "João", "JOÃO", "Åse", "Ångström", "Ä", "15 €"]
    )
    def test_leaves_letters_alone_that_are_whole(self, text: str) -> None:
        """Names are written as people write them."""
        assert codes(text) == []

    @pytest.mark.parametrize(("length", "expected"), [(9, []), (10, []), (11, ["text-too-long"])])
    def test_caps_the_length(self, length: int, expected: list[str]) -> None:
        """The cap is the last length that fits, in characters, not in bytes."""
        assert codes("é" * length, max_length=10) == expected
        assert codes("🙂" * length, max_length=10) == expected

    def test_says_how_much_is_too_long(self) -> None:
        """Whoever typed it hears how much to leave out."""
        [problem] = texts.text_problems("x" * 12, max_length=10)
        assert problem.nl == "Deze tekst is 2 tekens te lang. Maak hem korter: er passen 10 tekens."

    def test_says_everything_at_once(self) -> None:
        """All problems of a text come together, in one order."""
        assert codes(f"ADHD\x00 {BSN} sam@voorbeeld.nl \u202e", max_length=5) == [
            "text-too-long",
            "text-control",
            "text-direction",
            "text-bsn",
            "text-email",
            "text-sensitive",
        ]

    @given(st.text())
    def test_says_each_in_two_languages(self, text: str) -> None:
        """Any text is judged, and every problem has a code and two sentences."""
        for problem in texts.text_problems(text, max_length=10):
            assert problem.code.startswith("text-")
            assert problem.nl.endswith(".")
            assert problem.en.endswith(".")


class TestCharacterProblems:
    """Characters that nobody can see."""

    @pytest.mark.parametrize("point", [*range(0x20), *range(0x7F, 0xA0)])
    def test_refuses_control_characters_but_line_breaks(self, point: int) -> None:
        """Of C0, DEL and C1 only line feed and carriage return may stand."""
        expected = [] if chr(point) in "\n\r" else ["text-control"]
        assert [problem.code for problem in texts.character_problems(f"a{chr(point)}b")] == expected

    @pytest.mark.parametrize(
        "character", ["\ue000", "\uf8ff", "\U000f0000", "\ufdd0", "\uffff", "\U0001fffe"]
    )
    def test_refuses_what_means_nothing(self, character: str) -> None:
        """Private characters and noncharacters mean nothing to the next reader."""
        assert [problem.code for problem in texts.character_problems(f"a{character}")] == ["text-control"]

    @pytest.mark.parametrize(
        "character",
        ["\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\ufeff", "\u00ad", *BLANKS],
    )
    def test_refuses_what_turns_text_around(self, character: str) -> None:
        """Bidi controls and other format characters make text read otherwise than it is."""
        assert [problem.code for problem in texts.character_problems(f"a{character}b")] == ["text-direction"]

    @pytest.mark.parametrize("character", ["\u200c", "\u200d", "\u00a0", "\u2028", "\ufe0f", "\ufffd", "🏽"])
    def test_leaves_alone_what_text_needs(self, character: str) -> None:
        """Joiners, hard spaces, line separators and emoji styles are part of text."""
        assert texts.character_problems(f"a{character}b") == ()

    def test_agrees_with_unicode(self) -> None:
        """Of planes 0, 1 and 14 and the last places, exactly these categories are refused."""
        points = [*range(0x20000), *range(0xE0000, 0xE1000), 0xF0000, 0x10FFFE, 0x10FFFF]
        refused = [chr(point) for point in points if texts.character_problems(chr(point))]
        assert set(BLANKS) < set(refused)
        refused = [found for found in refused if found not in BLANKS]
        assert {unicodedata.category(found) for found in refused} == {"Cc", "Cf", "Co", "Cs", "Cn"}
        assert sum(unicodedata.category(found) == "Cn" for found in refused) == 38  # noncharacters only


class TestHasBsn:
    """Numbers that must not be here."""

    @given(numbers, st.lists(separators, min_size=9, max_size=9))
    def test_finds_each_bsn_however_it_is_split(self, number: str, between: list[str]) -> None:
        """Any BSN is found, in one piece or split anywhere, in the middle of a sentence."""
        split = "".join(digit + separator for digit, separator in zip(number, between, strict=True))
        assert texts.has_bsn(f"Het nummer van Sam: {split}.")

    def test_finds_ten_thousand(self) -> None:
        """Of 10,000 BSNs in the usual ways of writing none gets through."""
        chance = random.Random(46)  # noqa: S311 (no secret: the same numbers each run)
        found = 0
        while found < 10_000:
            number = bsn(f"{chance.randrange(1, 10**8):08}")
            if number is None:
                continue
            written = chance.choice(
                [
                    number,
                    f"{number[:3]} {number[3:6]} {number[6:]}",
                    f"{number[:4]}.{number[4:6]}.{number[6:]}",
                    f"BSN{number}",
                    f"2026 {number}",
                    f"{number}-1",
                ]
            )
            assert texts.has_bsn(f"Sam ({written}) deed mee"), written
            found += 1

    def test_raises_few_false_alarms(self) -> None:
        """Of 10,000 everyday sentences with numbers in them fewer than 1 in 100 is refused."""
        chance = random.Random(32)  # noqa: S311 (no secret: the same sentences each run)
        alarms = 0
        for _ in range(10_000):
            day, month, hour = chance.randint(1, 28), chance.randint(1, 12), chance.randint(7, 18)
            alarms += texts.has_bsn(
                f"Op {day}-{month}-2026 om {hour}.{chance.randint(10, 59)} uur telde Sam "
                f"{chance.randint(1, 9999)} stuks van artikel {chance.randint(1, 10**7)}, "
                f"order {chance.randint(10**9, 10**11)}, KvK {chance.randint(10**7, 10**8 - 1)}, "
                f"tel. 06-{chance.randint(10**7, 10**8 - 1)}."
            )
        assert alarms < 100

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (BSN, True),
            ("123456789", False),  # fails the elfproef
            ("000000000", False),
            ("010464554", True),  # a leading zero
            ("10464554", False),  # eight digits: may be a KvK number
            ("BSN 10464554", True),  # unless the text says what it is
            ("burgerservicenummer: 1046.45.54", True),
            (f"1{BSN}", False),  # ten digits in one piece
            (f"{BSN}0", False),
            (f"x{BSN}y", True),
            ("١٢٣٤٥٦٧٨٢", True),  # Arabic digits
            ("１２３４５６７８２", True),
            ("1 2 3 4 5 6 7 8 2", True),
            ("12 - 34 - 56 - 782", True),
            ("12345 en 6782", False),
            ("1234\u200d56782", True),  # nobody sees the joiner
            ("1234\ufe0f56782", True),
            ("1234\u3164\u034f56782", True),
            ("①②③④⑤⑥⑦⑧②", True),
            ("¹²³⁴⁵⁶⁷⁸²", True),
            ("₁₂₃₄₅₆₇₈₂", True),
            ("".join(f"{digit}\ufe0f\u20e3" for digit in "123456782"), True),  # keys of a phone
            ("1234\u202456782", True),  # a dot that is none
            ("", False),
        ],
    )
    def test_decides_at_the_edges(self, text: str, expected: bool) -> None:  # noqa: FBT001 (a table)
        """Each edge has its outcome."""
        assert texts.has_bsn(text) is expected

    def test_speaks_as_agreed(self) -> None:
        """The sentence is the one that was agreed."""
        [problem] = texts.bsn_problems(BSN)
        assert problem.nl == "Dit lijkt op een BSN. Haal het weg. Een BSN mag hier niet staan."


class TestPassesElfproef:
    """The check digit."""

    @given(numbers)
    def test_fails_when_one_digit_changes(self, number: str) -> None:
        """Any single digit changed makes it fail."""
        for place, digit in enumerate(number):
            other = f"{number[:place]}{(int(digit) + 1) % 10}{number[place + 1 :]}"
            assert texts.passes_elfproef(number)
            assert not texts.passes_elfproef(other)


class TestEmailProblems:
    """Addresses that must not be here."""

    @pytest.mark.parametrize(
        "text",
        [
            "sam@voorbeeld.nl",
            "Mail naar sam.de-vries+werk@post.voorbeeld.nl.",
            "ⓢ＠bücher.de",
            "x(a@b.nl)",
            "a@b.c.nl,",
            "sam@voor\u200dbeeld.n\u034fl",
        ],
    )
    def test_refuses_an_address(self, text: str) -> None:
        """An address is found in any sentence."""
        assert [problem.code for problem in texts.email_problems(text)] == ["text-email"]

    @pytest.mark.parametrize(
        "text", ["@sam", "a @ b.nl", "3 stuks @2.50", "prijs@5.50", "sam@werk", "@", "a@.nl"]
    )
    def test_leaves_other_signs_alone(self, text: str) -> None:
        """An at-sign alone is no address."""
        assert texts.email_problems(text) == ()

    def test_takes_no_time_on_a_long_row(self) -> None:
        """A row of signs without an end costs no more than its length."""
        assert texts.email_problems("a@" * 30_000) == ()
        assert texts.email_problems("a@" + "b." * 30_000) == ()


class TestOrdersDiffer:
    """Where JavaScript orders otherwise."""

    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            (['_:a <p> "🙂" .', '_:a <p> "\uffe5" .'], True),
            (['_:a <p> "x🙂" .', '_:a <p> "x\ufb01" .'], True),
            (['_:a <p> "🙂" .', '_:b <p> "\uffe5" .'], False),
            (['_:a <p> "🙂" .', '_:a <p> "😀" .'], False),
            (['_:a <p> "🙂\uffe5" .'], False),
            (['_:a <p> "❤\ufe0f" .', '_:a <p> "❤🙂" .'], True),
            (['_:a <p> "\u2028🙂" .', '_:a <p> "\uffe5" .'], False),
            ([], False),
        ],
    )
    def test_tells_them_apart(self, lines: list[str], expected: bool) -> None:  # noqa: FBT001 (a table)
        """Only a high character against one past U+FFFF, after the same beginning, differs."""
        assert texts.orders_differ("".join(f"{line}\n" for line in lines).encode()) is expected

    @given(st.lists(st.text(alphabet="a\ue9f0\uff01🙂😀", max_size=4)))
    def test_agrees_with_both_orders(self, lines: list[str]) -> None:
        """It tells exactly when the two orders differ."""
        by_unit = sorted(lines, key=lambda line: line.encode("utf-16-be"))
        assert texts.orders_differ("\n".join(lines).encode()) is (sorted(lines) != by_unit)


class TestNormalize:
    """The form in which text is signed."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("  Sam \n", "Sam"),
            ("e\u0301", "é"),
            ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
            ("ver\u00adza\u200bmelt\ufeff", "verzamelt"),
            ("👩\u200d🍳", "👩\u200d🍳"),
            ("", ""),
        ],
    )
    def test_gives_one_form(self, text: str, expected: str) -> None:
        """What looks the same becomes the same."""
        assert texts.normalize(text) == expected

    @given(st.text())
    def test_changes_nothing_twice(self, text: str) -> None:
        """A normal form is its own normal form."""
        once = texts.normalize(text)
        assert texts.normalize(once) == once
        assert unicodedata.is_normalized("NFC", once)


class TestShown:
    """`shown` and `shown_in_line`."""

    @pytest.mark.parametrize("text", [each for each in NORMAL if "\r" not in each])
    def test_leaves_everyday_text_alone(self, text: str) -> None:
        """Every script, emoji, and more than one line."""
        assert text == texts.shown(text)

    @pytest.mark.parametrize("sign", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\u200f"])
    def test_takes_out_what_turns_or_commands(self, sign: str) -> None:
        """A name can neither turn around the words beside it, nor tell a terminal what to do."""
        assert "Sam de Vries" == texts.shown(f"Sam {sign}de Vries")

    def test_can_keep_it_to_one_line(self) -> None:
        """A name cannot make a line that looks like one of ours."""
        assert "Sam valid: echt" == texts.shown_in_line("Sam\r\nvalid:\u2028 echt")
