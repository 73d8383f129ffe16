"""Set badges together on one A4, by the questions of the Paspoort voor Succes.

What somebody can and did comes from his badges; who he is, what he wants and needs he writes by hand, or not.
No word of that is kept. The file holds the badges as they were signed, put together (VCDM 2.0 4.13).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from badges.catalogue import Catalogue
from badges.facts import Facts
from templates import views
from templates.documents.emblems import sign_svg
from templates.documents.foot import Foot, Link, foot_of
from templates.documents.glyphs import with_breaks
from templates.documents.passport import (
    Row,
    heading_of,
    notes_of,
    one_name,
    row_of,
    skill_said,
    skills_of,
    works_of,
)
from templates.documents.pdf import logo
from templates.documents.sheet import Said, Writer
from templates.rendering import Language
from templates.showing import shown_facts

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
class ByHand:
    """Hold what stands above the lines that are written on by hand.

    Attributes:
        told: That what stands on the lines is written by hand.
        name_label: What stands before the line for a name; None where the badges have it.
    """

    told: str
    who: str
    name_label: str | None
    want: str
    need: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Can:
    """Hold what somebody can.

    Attributes:
        skills: What somebody takes along to other work, that of most badges first.
        more_skills: What is said where only so many fit, from none on.
        sentences: What he can in our words, where no badge names a skill.
    """

    heading: str
    skills_note: str
    skills: tuple[Skill, ...]
    more_skills: tuple[str, ...]
    sentences: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Did:
    """Hold what somebody did; `more` is what is said where only so many badges fit, from none on."""

    heading: str
    works: str | None
    deeds: tuple[Deed, ...]
    more: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePage:
    """Hold everything that `onepage.typ` sets."""

    language: Language
    kind: str
    heading: str
    by_hand: ByHand
    can: Can
    did: Did
    logo: str
    attached: str
    foot: Foot


def onepage_of(badges: Sequence[Facts], *, link: Link, catalogue: Catalogue, language: Language) -> OnePage:
    """Write the page of badges together."""
    writer = Writer(language=language, signed_in="nl")
    shown = [shown_facts(each, catalogue=catalogue, language=language) for each in badges]
    name, can = one_name(shown), _can(shown, writer=writer)
    deeds = tuple(_deed(each, facts=facts, writer=writer) for each, facts in zip(shown, badges, strict=True))
    return OnePage(
        language=language,
        kind=writer.own("one-page"),
        heading=heading_of(name, writer=writer),
        by_hand=_by_hand(name, writer=writer),
        can=can,
        did=_did(shown, deeds=deeds if can.skills else tuple(map(_without_sentence, deeds)), writer=writer),
        logo=logo(),
        attached=writer.own("attached-all"),
        foot=foot_of(_notes(shown, link=link, writer=writer), link=link, writer=writer),
    )


def _by_hand(name: str | None, *, writer: Writer) -> ByHand:
    return ByHand(
        told=writer.own("by-hand-here"),
        who=writer.own("who-am-i"),
        name_label=None if name else writer.own("my-name"),
        want=writer.own("what-do-i-want"),
        need=writer.own("what-do-i-need"),
    )


def _can(shown: Sequence[views.pieces.Facts], *, writer: Writer) -> Can:
    skills = tuple(_skill(each, writer=writer) for each, _ in skills_of(shown))
    left = (str(len(skills) - each) for each in range(len(skills)))
    return Can(
        heading=writer.own("what-can-i"),
        skills_note=writer.own("i-take-along"),
        skills=skills,
        more_skills=tuple(writer.own("more-skills", count=each) for each in left),
        sentences=() if skills else tuple(dict.fromkeys(_sentences(shown, writer=writer))),
    )


def _did(shown: Sequence[views.pieces.Facts], *, deeds: tuple[Deed, ...], writer: Writer) -> Did:
    works, count = ", ".join(works_of(shown)), len(deeds)
    return Did(
        heading=writer.own("what-did-i"),
        works=with_breaks(writer.own("work-of", names=works)) if works else None,
        deeds=deeds,
        more=tuple(writer.own("more-proofs", shown=str(each), all=str(count)) for each in range(count)),
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
