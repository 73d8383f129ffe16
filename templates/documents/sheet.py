"""Say what stands on the sheet of a badge: what was signed, as it was signed, and our words beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from badges.texts import shown as readable
from templates.documents.glyphs import MISSING, STAYS, closed, reads_from_right, with_breaks, writable
from templates.labels import INDEPENDENCE, LEVELS, SHEETS
from templates.rendering import Language, format_day, translated
from templates.views.pieces import Facts, JudgedLine

_MOST_LINES: Final = 12
_FEW_LINES: Final = 4
_CENTRED: Final = 220
_BRIEF: Final = 400
_HEADINGS: Final = ((16, 30), (22, 24))
"""The longest word of a heading, and how large its letters may be."""
_SMALL_HEADING: Final = 18


@dataclass(frozen=True, slots=True)
class Said:
    """Hold a text to set: its language, and whether it reads from the right."""

    text: str
    lang: str
    rtl: bool


Work: TypeAlias = tuple[Said, Said | None, str]
"""A werkproces: its title, our sentence, its code."""
Kwalificatie: TypeAlias = tuple[Said, tuple[Work, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Hold everything that `sheet.typ` sets.

    Attributes:
        centred: Whether what was done stands in the middle, as a few words do.
        brief: Whether all of it surely leaves room for the badge.
        works: Of a praktijkverklaring, the werkprocessen of each kwalificatie.
        people: Who judged, and who gave it where that is another.
        facts: What stands in columns.
        lines: What takes a line of its own.
        notes: What it is not, and what could not be printed; the first part in bold.
    """

    language: Language
    title: str
    picture_alt: str
    heading: Said
    heading_size: int
    quote: Said
    narrative: tuple[Said, ...]
    centred: bool
    brief: bool
    works: tuple[Kwalificatie, ...]
    people: tuple[tuple[str, Said], ...]
    day: str | None
    facts: tuple[tuple[str, Said], ...]
    lines: tuple[tuple[str, Said], ...]
    url: str
    url_shown: str
    qr_alt: str
    check_heading: str
    check: str
    official: Said | None
    notes: tuple[tuple[str, str], ...]
    attached: str


def sheet_of(facts: Facts, *, url: str, language: Language, signed_in: str) -> Sheet:
    """Write the sheet of a badge.

    Args:
        facts: What the badge says, with our plain sentence.
        url: Where the badge is.
        language: The language of our words.
        signed_in: The language of what was signed.
    """
    writer = Writer(language=language, signed_in=signed_in)
    place = urlsplit(url)
    heading = writer.own("named", name=facts.name) if facts.name else writer.own("unnamed")
    narrative = tuple(writer.signed(line) for line in _lines(facts.narrative or ""))
    return Sheet(
        language=language,
        title=f"{heading}: {writer.plain(facts.title)}",
        picture_alt=writer.own("picture", issuer=facts.issuer, title=facts.title),
        heading=Said(with_breaks(heading), language, rtl=False),
        heading_size=_size(heading),
        quote=_quote(facts, writer=writer),
        narrative=narrative,
        centred=_length(narrative) <= _CENTRED,
        brief=_is_brief(facts),
        works=tuple(_works(facts, writer=writer)),
        people=tuple(_people(facts, writer=writer)),
        day=format_day(facts.awarded, language=language) if facts.awarded else None,
        facts=tuple(_columns(facts, writer=writer)),
        lines=tuple(_wide(facts, writer=writer)),
        url=url,
        url_shown=f"{place.netloc}{place.path}",
        qr_alt=writer.own("qr", url=url),
        check_heading=writer.own("is-it-real"),
        check=writer.own("check", place=f"{place.netloc}/controleer"),
        official=_official(facts, writer=writer),
        notes=tuple(_notes(facts, writer=writer)),
        attached=writer.own("attached"),
    )


class Writer:
    """Write in two languages: ours, and that of what was signed; and know what no letter exists for."""

    def __init__(self, *, language: Language, signed_in: str) -> None:
        self.language = language
        self.signed_in = signed_in
        self.misses = False

    def own(self, key: str, **values: str) -> str:
        """Write a sentence of ours, with words of others in it."""
        written = {name: closed(self.plain(each)) for name, each in values.items()}
        return translated(SHEETS[key], language=self.language) % written

    def signed(self, text: str) -> Said:
        """Write a text as it was signed."""
        written = self.plain(text)
        return Said(with_breaks(written), self.signed_in, rtl=reads_from_right(written))

    def named(self, text: str) -> Said:
        """Write a name: of no language that we know."""
        return Said(self.signed(text).text, self.language, rtl=reads_from_right(text))

    def plain(self, text: str) -> str:
        """Leave out what turns text around, and put a sign for what cannot be written."""
        written = writable(readable(text))
        self.misses = self.misses or MISSING in written
        return written


def _lines(text: str) -> list[str]:
    """Divide a text as its writer did; what has very many lines runs on, to stay on the sheet."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines if len(lines) <= _MOST_LINES else [" ".join(lines)]


def _size(heading: str) -> int:
    longest = max(map(len, heading.split()))
    return next((size for most, size in _HEADINGS if longest <= most), _SMALL_HEADING)


def _is_brief(facts: Facts) -> bool:
    """Tell whether a sheet surely has room to spare: there are few words, and few lines."""
    texts = (facts.narrative, facts.title, facts.points_at, facts.issuer, facts.name)
    length = sum(len(each or "") for each in texts) + sum(len(each.label) for each in facts.skills)
    length += 0 if facts.werkproces_code else len(facts.criteria or "")
    return length <= _BRIEF and not facts.werkprocessen and len(_lines(facts.narrative or "")) <= _FEW_LINES


def _length(texts: tuple[Said, ...]) -> int:
    return sum(len(each.text) for each in texts)


def _quote(facts: Facts, *, writer: Writer) -> Said:
    """Give our sentence where we have one, else the title."""
    if facts.sentence:
        return Said(f"“{facts.sentence}”", writer.language, rtl=False)
    return writer.signed(facts.title)


def _works(facts: Facts, *, writer: Writer) -> Iterator[Kwalificatie]:
    """Gather the werkprocessen of a praktijkverklaring by kwalificatie, in their order."""
    groups = groupby(facts.werkprocessen, key=lambda each: (each.kwalificatie, each.crebo))
    for (name, crebo), lines in groups:
        said = writer.own("kwalificatie", name=name, crebo=crebo) if name else f"crebo {crebo}"
        yield Said(said, writer.language, rtl=False), tuple(_work(line, writer=writer) for line in lines)


def _work(line: JudgedLine, *, writer: Writer) -> Work:
    sentence = Said(line.sentence, writer.language, rtl=False) if line.sentence else None
    return writer.signed(line.title), sentence, writer.own("code", code=line.code)


def _people(facts: Facts, *, writer: Writer) -> Iterator[tuple[str, Said]]:
    """Name who judged, and who gave it apart where that is another."""
    yield writer.own("judged-by"), writer.named(facts.judged_by or facts.issuer)
    if facts.judged_by:
        yield writer.own("given-by"), writer.named(facts.issuer)


def _columns(facts: Facts, *, writer: Writer) -> Iterator[tuple[str, Said]]:
    """Give what was signed about the work, in short; nothing about where somebody learns."""
    language = writer.language
    if when := _period(facts, writer=writer):
        yield writer.own("when"), Said(when, language, rtl=False)
    if facts.independence:
        known = translated(INDEPENDENCE.get(facts.independence, facts.independence), language=language)
        yield writer.own("independence"), writer.named(known)
    if facts.level:
        known = translated(LEVELS.get(facts.level, facts.level), language=language)
        yield writer.own("level"), writer.named(f"{known}. {writer.own('no-mbo-level')}")
    if facts.valid_until:
        until = format_day(facts.valid_until, language=language)
        yield writer.own("valid-until"), Said(until, language, rtl=False)


def _period(facts: Facts, *, writer: Writer) -> str:
    """Say from when until when; a date stays on one line."""
    days = (format_day(day, language=writer.language) for day in (facts.start, facts.end) if day)
    start, *more = [day.replace(" ", STAYS) for day in dict.fromkeys(days)] or [""]
    return writer.own("period", start=start, end=more[0]) if more else start


def _wide(facts: Facts, *, writer: Writer) -> Iterator[tuple[str, Said]]:
    if facts.skills:
        named = ", ".join(each.plain or each.label for each in facts.skills)
        yield writer.own("skills"), writer.named(named)
    if facts.criteria and not facts.werkprocessen and (facts.points_at or not facts.werkproces_code):
        yield writer.own("criteria"), writer.signed(" ".join(facts.criteria.split()))


def _official(facts: Facts, *, writer: Writer) -> Said | None:
    """Name the werkproces as the kwalificatie does."""
    if not facts.werkproces_code:
        return None
    key = "code-of" if facts.kwalificatie else "code"
    code = writer.own(key, code=facts.werkproces_code, name=facts.kwalificatie or "")
    about = facts.points_at or facts.title
    named = writer.own("belongs-to" if facts.points_at else "official", title=about, code=code)
    return Said(with_breaks(named), writer.language, rtl=False)


def _notes(facts: Facts, *, writer: Writer) -> Iterator[tuple[str, str]]:
    """Say what it is not; last, for only then it is known what could not be written."""
    said = ("no-mbo", "this-work") if facts.werkprocessen else ("no-diploma", "school")
    yield writer.own("not") + " ", " ".join(map(writer.own, said))
    if writer.misses:
        yield "", translated(SHEETS["unprintable"], language=writer.language) % {"sign": MISSING}
