"""Set several badges on a few sheets of A4: what somebody can do first, then the work, then who says so.

The file holds the badges as they were signed, put together (VCDM 2.0 4.13); what is drawn is never read.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from badges.catalogue import Catalogue
from badges.facts import Facts
from badges.texts import shown as readable
from templates import views
from templates.documents.foot import Foot, Link, foot_of
from templates.documents.glyphs import MISSING, STAYS, with_breaks, writable
from templates.documents.pdf import badge_drawing, logo
from templates.documents.sheet import Said, Writer
from templates.rendering import Language, format_day
from templates.showing import picture_of, shown_facts

MOST_PAGES: Final = 4
_ROOMY: Final = 8
"""So many badges stand there large; more stand closer, to stay within four pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Hold one badge of the sheet.

    Attributes:
        quote: Our sentence, or the title where we have none.
        title: The title below our sentence.
        works: Of a praktijkverklaring, the werkprocessen.
        by: Who judged, who gave it where that is another, and when.
    """

    picture: str
    picture_alt: str
    quote: Said
    title: Said | None
    works: tuple[Said, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passport:
    """Hold everything that `passport.typ` sets."""

    language: Language
    kind: str
    heading: str
    tight: bool
    skills_heading: str
    skills_note: str
    skills: tuple[Said, ...]
    works_heading: str
    works: tuple[Said, ...]
    rows_heading: str
    rows: tuple[Row, ...]
    logo: str
    attached: str
    foot: Foot


def passport_of(badges: Sequence[Facts], *, link: Link, catalogue: Catalogue, language: Language) -> Passport:
    """Write the sheets of badges together."""
    writer = Writer(language=language, signed_in="nl")
    shown = [shown_facts(each, catalogue=catalogue, language=language) for each in badges]
    name = one_name(shown)
    rows = tuple(row_of(each, facts=facts, writer=writer) for each, facts in zip(shown, badges, strict=True))
    return Passport(
        language=language,
        kind=writer.own("passport"),
        heading=heading_of(name, writer=writer),
        tight=len(rows) > _ROOMY,
        skills_heading=writer.own("skills-first"),
        skills_note=writer.own("take-along"),
        skills=tuple(skill_said(each, writer=writer) for each, _ in skills_of(shown)),
        works_heading=writer.own("works"),
        works=tuple(writer.signed(each) for each in works_of(shown)),
        rows_heading=writer.own("proofs"),
        rows=rows,
        logo=logo(),
        attached=writer.own("attached-all"),
        foot=foot_of(notes_of(shown, link=link, writer=writer), link=link, writer=writer),
    )


def newest(badges: Iterable[Facts]) -> datetime:
    """Give the day of the newest of them: the same badges then give the same file."""
    earliest = datetime.fromtimestamp(0, tz=UTC)
    return max((each.awarded or each.valid_from or earliest for each in badges), default=earliest)


def one_name(facts: Iterable[views.pieces.Facts]) -> str | None:
    """Give the name that stands in all of them: two that differ are not for us to choose from."""
    names = {each.name for each in facts}
    return names.pop() if len(names) == 1 else None


def heading_of(name: str | None, *, writer: Writer) -> str:
    """Say that this is what somebody can."""
    return with_breaks(writer.own("named", name=name) if name else writer.own("unnamed"))


def skills_of(facts: Iterable[views.pieces.Facts]) -> list[tuple[views.pieces.SkillOption, int]]:
    """Give each skill once with the number of badges it stands on, those of most badges first."""
    return Counter(skill for each in facts for skill in dict.fromkeys(each.skills)).most_common()


def skill_said(skill: views.pieces.SkillOption, *, writer: Writer) -> Said:
    """Name a skill in our words where we have any, else as it was signed."""
    if skill.plain:
        return Said(with_breaks(skill.plain), writer.language, rtl=False)
    return writer.signed(skill.label)


def works_of(facts: Iterable[views.pieces.Facts]) -> tuple[str, ...]:
    """Give the occupations that badges belong to, each once."""
    named = (name for each in facts for name in (each.kwalificatie, *_judged_for(each)))
    return tuple(dict.fromkeys(filter(None, named)))


def _judged_for(facts: views.pieces.Facts) -> Iterator[str | None]:
    """Give the occupations of the werkprocessen of a praktijkverklaring."""
    return (each.kwalificatie for each in facts.werkprocessen)


def row_of(shown: views.pieces.Facts, *, facts: Facts, writer: Writer) -> Row:
    """Write what stands of one badge."""
    drawn = picture_of(facts)
    words = replace(drawn, title=writable(readable(drawn.title)), issuer=writable(readable(drawn.issuer)))
    title = writer.signed(shown.title)
    sentence = f"“{shown.sentence}”" if shown.sentence else None
    return Row(
        picture=badge_drawing(words),
        picture_alt=writer.own("picture", issuer=shown.issuer, title=shown.title),
        quote=Said(with_breaks(sentence), writer.language, rtl=False) if sentence else title,
        title=title if sentence else None,
        works=tuple(writer.signed(each.title) for each in shown.werkprocessen),
        by=with_breaks(_by(shown, writer=writer)),
    )


def _by(shown: views.pieces.Facts, *, writer: Writer) -> str:
    """Say who judged, and who gave it apart where that is another."""
    said = [writer.own("judged", name=shown.judged_by or shown.issuer)]
    if shown.judged_by:
        said.append(writer.own("given", name=shown.issuer))
    if shown.awarded:
        said.append(format_day(shown.awarded, language=writer.language).replace(" ", STAYS))
    return ", ".join(said)


def notes_of(shown: Iterable[views.pieces.Facts], *, link: Link, writer: Writer) -> Iterator[tuple[str, str]]:
    """Say until when the link works and what this is not; last, what could not be written."""
    yield "", writer.own("until", day=format_day(link.until, language=writer.language))
    none = "no-mbo" if any(each.werkprocessen for each in shown) else "no-diploma"
    yield writer.own("not") + " ", " ".join(map(writer.own, (none, "school")))
    if writer.misses:
        yield "", writer.own("unprintable", sign=MISSING)
