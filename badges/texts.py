"""Say what is wrong with text before it is signed: a signature cannot be taken back.

HTML and formulas are no problem: they are shown as text. Emoji, Arabic and every script are no
problem either. What is refused is what nobody can see, what says who someone is beyond the
name they chose, and what tells about someone's health or help.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from badges.sensitive import sensitive_word

_ZERO_WIDTH_JOINERS = "\u200c\u200d"  # they shape Persian, Hindi and family emoji
_LINE_BREAKS = re.compile("\r\n|[\r\u2028\u2029]")
_LAYOUT_HINTS = re.compile("[\u00ad\u200b\u2060\ufeff]")  # seen by no one, pasted by every word processor
_BLANKS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]")
"""Letters, marks and signs that look like nothing: Unicode does not call them hidden."""
_TURNS_OR_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""What turns around the text beside it, and what a terminal obeys."""
_BROKEN = re.compile("\ufffd|\u00e2\u20ac|[\u00c3-\u00c5][\u00a1-\u00bf\u201a\u0178\u2021]")
"""What is left of a letter that was read in another encoding than it was written in: ZoÃ« for Zoë."""

_UNSEEN = frozenset({"Cf", "Me", "Mn"})
_NUMBER_PARTS = re.compile(r"\d+(?:[\s.\-\u2010-\u2015\u2212_/·•]{1,3}\d+)*")
_DIGITS = re.compile(r"\d+")
_EIGHT_DIGITS = re.compile(r"[0-9](?:[^0-9A-Za-z]{0,3}[0-9]){7}")
_AT_SIGNS = "@＠﹫"
_EMAIL = re.compile(r"@(?<=[^\s@].)(?:[\w-]+\.)+[^\W\d_]{2,}")
_SAYS_BSN = re.compile(
    r"(?<!\w)(?:bsn|burgerservicenummer|sofinummer|sofi-nummer|onderwijsnummer|pgn)", re.IGNORECASE
)
_BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_BSN_LENGTH = 9
_PLANE_END = 0xFFFE  # the last two places of each plane
_NOT_ASTRAL = bytes(range(0xF0))  # a character past U+FFFF starts with a byte from F0 on


@dataclass(frozen=True, slots=True)
class TextProblem:
    """Say what is wrong with a text: a stable code, and what to do in Dutch and in English."""

    code: str
    nl: str
    en: str


def normalize(text: str) -> str:
    """Give the text as it will be signed: NFC, line feeds, no invisible layout hints, no outer space."""
    lines = _LINE_BREAKS.sub("\n", text)
    return unicodedata.normalize("NFC", _LAYOUT_HINTS.sub("", lines)).strip()


def shows_nothing(text: str) -> bool:
    r"""Tell whether nobody can see anything of a text.

    >>> shows_nothing(" \u200b"), shows_nothing("Sam")
    (True, False)
    """
    left = _TURNS_OR_CONTROLS.sub("", _BLANKS.sub("", normalize(text)))
    return all(each.isspace() or unicodedata.category(each) in _UNSEEN for each in left)


def shown(text: str) -> str:
    r"""Give a text of others without what changes how the text around it looks; the rest stays as it is.

    >>> shown("Sam\u202e")
    'Sam'
    """
    return _TURNS_OR_CONTROLS.sub("", text)


def shown_in_line(text: str) -> str:
    """Give a text of others as one line, so that it cannot make a line of its own beside ours."""
    return " ".join(shown(text).split())


def text_problems(text: str, *, max_length: int) -> tuple[TextProblem, ...]:
    """Give everything that keeps a text that someone typed from being signed, all at once.

    Length counts code points of the text as given; `normalize` it first. Whether texts would be
    ordered differently by other verifiers cannot be seen in one text: see `orders_differ`.
    """
    return (
        *_length_problems(text, max_length=max_length),
        *character_problems(text),
        *_broken_problems(text),
        *person_problems(text),
        *sensitive_problems(text),
    )


def character_problems(text: str) -> tuple[TextProblem, ...]:
    """Give the problems with characters that nobody can see or that other verifiers read otherwise."""
    if text.isprintable() and not _BLANKS.search(text):
        return ()
    return (*_control_problems(text), *_direction_problems(text))


def person_problems(text: str) -> tuple[TextProblem, ...]:
    """Give the problems with numbers and addresses that point at one person."""
    return (*bsn_problems(text), *email_problems(text))


def bsn_problems(text: str) -> tuple[TextProblem, ...]:
    """Refuse what looks like a BSN (UAVG 46: no one may put it here, not even with consent)."""
    if not has_bsn(text):
        return ()
    return (
        TextProblem(
            code="text-bsn",
            nl="Dit lijkt op een BSN. Haal het weg. Een BSN mag hier niet staan.",
            en="This looks like a citizen service number (BSN). Remove it. A BSN may not stand here.",
        ),
    )


def email_problems(text: str) -> tuple[TextProblem, ...]:
    """Refuse an e-mail address: a badge names nobody's address."""
    if not any(sign in text for sign in _AT_SIGNS) or not _EMAIL.search(_as_seen(text)):
        return ()
    return (
        TextProblem(
            code="text-email",
            nl="Hier staat een e-mailadres. Haal het weg. Iedereen kan een bewijs lezen.",
            en="There is an e-mail address here. Remove it. Anyone can read a badge.",
        ),
    )


def sensitive_problems(text: str) -> tuple[TextProblem, ...]:
    """Refuse a word that tells about someone's health, help, debts or past (AVG 9 and 10)."""
    word = sensitive_word(text)
    if word is None:
        return ()
    return (
        TextProblem(
            code="text-sensitive",
            nl=(
                f"Hier staat '{word}'. Dat zegt iets over iemands gezondheid, school of hulp. "
                "Dat hoort niet in een bewijs. Pas de zin aan."
            ),
            en=(
                f"'{word}' stands here. That says something about someone's health, school or help. "
                "It does not belong in a badge. Change the sentence."
            ),
        ),
    )


def has_bsn(text: str) -> bool:
    """Tell whether groups of digits that follow each other make nine digits that pass the elfproef.

    A number of ten digits or more in one piece is left alone: it is an order or phone number,
    and one in eleven of those would hold a BSN by chance. Eight digits (a BSN without its leading
    zero, but also a KvK number or a date) count only where the text itself speaks of a BSN.
    """
    if text.isascii() and not _EIGHT_DIGITS.search(text):
        return False
    text = _as_seen(text)
    lengths = {_BSN_LENGTH, _BSN_LENGTH - 1} if _SAYS_BSN.search(text) else {_BSN_LENGTH}
    return any(
        passes_elfproef(candidate.zfill(_BSN_LENGTH))
        for candidate in _joined_groups(text)
        if len(candidate) in lengths
    )


def passes_elfproef(digits: str) -> bool:
    """Tell whether nine digits are 9a+8b+...+2h-i = 0 modulo 11; nine zeros are no number."""
    total = sum(weight * int(digit) for weight, digit in zip(_BSN_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and any(digit != "0" for digit in digits)


def orders_differ(canonical: bytes) -> bool:
    """Tell whether other verifiers would put these N-Quads in another order (RDFC-1.0 4.4.3).

    JavaScript orders by UTF-16 unit, the standard by code point. They differ only where a
    character of U+E000-FFFF stands against one past U+FFFF after the same beginning. So emoji
    alone are fine, and so is any text that is the only value of its kind.
    """
    if canonical.isascii() or not canonical.translate(None, _NOT_ASTRAL):
        return False
    lines = canonical.decode().split("\n")
    return sorted(lines) != sorted(lines, key=lambda line: line.encode("utf-16-be"))


def _joined_groups(text: str) -> Iterator[str]:
    """Give each row of whole groups of digits of at most nine digits together."""
    for run in _NUMBER_PARTS.finditer(text):
        groups = [_ascii(group) for group in _DIGITS.findall(run.group())]
        for start in range(len(groups)):
            joined = ""
            for group in groups[start:]:
                joined += group
                if len(joined) > _BSN_LENGTH:
                    break
                yield joined


def _ascii(digits: str) -> str:
    """Write digits of any script as 0-9."""
    return "".join(str(unicodedata.digit(digit)) for digit in digits)


def _as_seen(text: str) -> str:
    """Give the text as an eye reads it: digits in a ring as digits, without what no one sees between them."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", _BLANKS.sub("", text))
    return "".join(character for character in composed if unicodedata.category(character) not in _UNSEEN)


def _length_problems(text: str, *, max_length: int) -> Iterator[TextProblem]:
    if not _as_seen(text).strip():
        yield TextProblem(code="text-empty", nl="Hier staat nog niets. Vul dit in.", en="Fill this in.")
    if len(text) > max_length:
        over = len(text) - max_length
        yield TextProblem(
            code="text-too-long",
            nl=f"Deze tekst is {over} tekens te lang. Maak hem korter: er passen {max_length} tekens.",
            en=f"This text is {over} characters too long. Shorten it: {max_length} characters fit.",
        )


def _control_problems(text: str) -> Iterator[TextProblem]:
    if any(_is_unreadable(character) for character in text):
        yield TextProblem(
            code="text-control",
            nl="Hier staan tekens die niemand kan zien. Typ de zin opnieuw.",
            en="There are characters here that nobody can see. Type the sentence again.",
        )


def _is_unreadable(character: str) -> bool:
    """Tell whether a character is a control other than a line break, private, half, or no character."""
    if character in "\n\r":
        return False
    return unicodedata.category(character) in {"Cc", "Co", "Cs"} or _is_noncharacter(character)


def _is_noncharacter(character: str) -> bool:
    """Tell whether Unicode says this will never be a character (and XML, so SVG, cannot hold it)."""
    return "\ufdd0" <= character <= "\ufdef" or ord(character) & _PLANE_END == _PLANE_END


def _broken_problems(text: str) -> Iterator[TextProblem]:
    found = _BROKEN.search(text)
    if found:
        yield TextProblem(
            code="text-broken",
            nl=f"Hier ging een letter kapot: ‘{found.group()}’. Typ het woord opnieuw.",
            en=f"A letter broke here: ‘{found.group()}’. Type the word again.",
        )


def _direction_problems(text: str) -> Iterator[TextProblem]:
    """Refuse what turns text around or hides in it: all of Cf but the joiners (Trojan Source), and blanks."""
    hidden = (
        unicodedata.category(character) == "Cf" and character not in _ZERO_WIDTH_JOINERS for character in text
    )
    if _BLANKS.search(text) or any(hidden):
        yield TextProblem(
            code="text-direction",
            nl="Hier staat een onzichtbaar teken dat de tekst omdraait of verbergt. Typ de zin opnieuw.",
            en="A hidden character here turns the text around or hides it. Type the sentence again.",
        )
