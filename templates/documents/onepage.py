"""Set badges together on one A4, by the questions of the Paspoort voor Succes.

What somebody can and did comes from his badges; who he is, what he wants and needs he writes by hand, or not.
No word of that is kept. The file holds the badges as they were signed, put together (VCDM 2.0 4.13).
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Final
from urllib.parse import urlsplit

from badges.catalogue import Catalogue
from badges.facts import Facts
from templates import views
from templates.documents.emblems import sign_svg
from templates.documents.glyphs import with_breaks
from templates.documents.passport import (
    Link,
    Row,
    newest,
    notes_of,
    one_name,
    row_of,
    skill_said,
    skills_of,
    works_of,
)
from templates.documents.pdf import logo, set_in
from templates.documents.qr import printed_qr_svg
from templates.documents.sheet import Said, Writer
from templates.rendering import Language
from templates.showing import shown_facts

LAYOUT: Final = "onepage.typ"
_LONGEST_STORY: Final = 240
"""What was done stands there whole or not at all: it was signed so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Hold one skill, and our pictogram beside it where we have one."""

    said: Said
    sign: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Hold one badge of the sheet, and what was done in the words that were signed, where they are short."""

    row: Row
    story: Said | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """Hold everything that `onepage.typ` sets.

    Attributes:
        by_hand: That what stands on the lines is written by hand.
        name_label: What stands before the line for a name; None where the badges have it.
        skills: What somebody takes along to other work, that of most badges first.
        sentences: What he can in our words, where no badge names a skill.
        more_skills: What is said where only so many fit, from none on.
        more: What is said where only so many badges fit, from none on.
    """

    language: Language
    kind: str
    heading: str
    by_hand: str
    who: str
    name_label: str | None
    can: str
    skills_note: str
    skills: tuple[Skill, ...]
    more_skills: tuple[str, ...]
    sentences: tuple[Said, ...]
    did: str
    works: str | None
    deeds: tuple[Deed, ...]
    more: tuple[str, ...]
    want: str
    need: str
    url: str
    url_shown: str
    qr: str
    qr_alt: str
    logo: str
    check_heading: str
    check: str
    notes: tuple[tuple[str, str], ...]
    attached: str


def onepage_pdf(
    badges: Sequence[Facts], *, presentation: bytes, link: Link, catalogue: Catalogue, language: Language
) -> bytes:
    """Give a PDF of one page that shows badges together and holds all of them.

    Args:
        badges: What each says.
        presentation: All of them, as they were signed.
        link: Where they are, for the QR code.
        catalogue: For our plain sentences.
        language: The language of our words; what was signed stays as it was.

    Raises:
        PictureError: it could not be set.
    """
    sheet = onepage_of(badges, link=link, catalogue=catalogue, language=language)
    return set_in(LAYOUT, asdict(sheet), credential=presentation, moment=newest(badges))


def onepage_of(badges: Sequence[Facts], *, link: Link, catalogue: Catalogue, language: Language) -> OnePage:
    """Write the page of badges together."""
    writer = Writer(language=language, signed_in="nl")
    place = urlsplit(link.url)
    shown = [shown_facts(each, catalogue=catalogue, language=language) for each in badges]
    name = one_name(shown)
    skills = tuple(_skill(each, writer=writer) for each, _ in skills_of(shown))
    works = ", ".join(works_of(shown))
    deeds = tuple(_deed(each, facts=facts, writer=writer) for each, facts in zip(shown, badges, strict=True))
    sentences = () if skills else tuple(dict.fromkeys(_sentences(shown, writer=writer)))
    return OnePage(
        language=language,
        kind=writer.own("one-page"),
        heading=with_breaks(writer.own("named", name=name) if name else writer.own("unnamed")),
        by_hand=writer.own("by-hand-here"),
        who=writer.own("who-am-i"),
        name_label=None if name else writer.own("my-name"),
        can=writer.own("what-can-i"),
        skills_note=writer.own("i-take-along"),
        skills=skills,
        more_skills=tuple(
            writer.own("more-skills", count=str(len(skills) - each)) for each in range(len(skills))
        ),
        sentences=sentences,
        did=writer.own("what-did-i"),
        works=with_breaks(writer.own("work-of", names=works)) if works else None,
        deeds=deeds if skills else tuple(map(_without_sentence, deeds)),
        more=tuple(
            writer.own("more-proofs", shown=str(each), all=str(len(deeds))) for each in range(len(deeds))
        ),
        want=writer.own("what-do-i-want"),
        need=writer.own("what-do-i-need"),
        url=link.url,
        url_shown=f"{place.netloc}{place.path}",
        qr=printed_qr_svg(link.url, title="QR"),
        qr_alt=writer.own("qr-of-all", url=link.url),
        logo=logo(),
        check_heading=writer.own("is-it-real"),
        check=writer.own("check-all", place=f"{place.netloc}/controleer"),
        notes=tuple(_notes(shown, link=link, writer=writer)),
        attached=writer.own("attached-all"),
    )


def _skill(skill: views.pieces.SkillOption, *, writer: Writer) -> Skill:
    sign = str(sign_svg(skill.sign)) if skill.sign else None
    return Skill(said=skill_said(skill, writer=writer), sign=sign)


def _sentences(shown: Sequence[views.pieces.Facts], *, writer: Writer) -> Iterator[Said]:
    """Give our sentences of each, also of the work of a praktijkverklaring."""
    for facts in shown:
        for sentence in (facts.sentence, *(each.sentence for each in facts.werkprocessen)):
            if sentence:
                yield Said(f"“{sentence}”", writer.language, rtl=False)


def _deed(shown: views.pieces.Facts, *, facts: Facts, writer: Writer) -> Deed:
    story = " ".join((shown.narrative or "").split())
    fits = 0 < len(story) <= _LONGEST_STORY and not shown.werkprocessen
    return Deed(row=row_of(shown, facts=facts, writer=writer), story=writer.signed(story) if fits else None)


def _without_sentence(deed: Deed) -> Deed:
    """Leave out our sentence, where it stands above already."""
    return replace(deed, row=replace(deed.row, quote=deed.row.title or deed.row.quote, title=None))


def _notes(shown: Sequence[views.pieces.Facts], *, link: Link, writer: Writer) -> Iterator[tuple[str, str]]:
    yield "", writer.own("hand-is-not-signed")
    yield from notes_of(shown, link=link, writer=writer)
