"""Set a proposal of a school on A4: what the page shows, and the badges that it rests on in the file.

The file holds them as they were signed, put together (VCDM 2.0 4.13); what is drawn is never read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Final

from templates.arches import Stone
from templates.documents.glyphs import with_breaks
from templates.documents.pdf import logo, set_in
from templates.documents.sheet import Writer
from templates.rendering import Language, format_day
from templates.views.proposals import ProposalKerntaak, ProposalLine, ProposalPage, ProposalSupport

LAYOUT: Final = "proposal.typ"
_DONE, _LINE = "#1b6b2c", "#7a6674"
_STATES: Final = {"full": "state-full", "part": "state-part", "open": "state-open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Hold one werkproces of the sheet."""

    code: str
    title: str
    state: str
    is_open: bool
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kerntaak:
    """Hold one kerntaak of the sheet; `arch` is a drawing."""

    title: str
    arch: str
    arch_alt: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Hold a heading with lines under it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Hold everything that `proposal.typ` sets."""

    language: Language
    kind: str
    about: str
    heading: str
    proposed: str
    no_marks: str
    remarks: tuple[str, ...]
    columns: tuple[str, str]
    kerntaken: tuple[Kerntaak, ...]
    sections: tuple[Section, ...]
    ends: tuple[str, ...]
    logo: str
    attached: str | None


def proposal_pdf(
    page: ProposalPage, *, presentation: bytes | None, on: datetime, language: Language
) -> bytes:
    """Give a PDF of a proposal; the same proposal of the same day gives the same file.

    Args:
        page: What the page shows.
        presentation: The badges that it rests on, as they were signed; None where there are none.
        on: The moment of the proposal.
        language: That of the page.

    Raises:
        PictureError: it could not be set.
    """
    sheet = sheet_of(page, has_badges=presentation is not None, on=on, language=language)
    return set_in(LAYOUT, asdict(sheet), credential=presentation or b"", moment=on)


def sheet_of(page: ProposalPage, *, has_badges: bool, on: datetime, language: Language) -> Sheet:
    """Write the sheet."""
    writer = Writer(language=language, signed_in="nl")
    day = format_day(on, language=language)
    return Sheet(
        language=language,
        kind=writer.own("proposal"),
        about=f"{writer.own('proposal-for', name=page.name)} · {page.code} · {day}",
        heading=_written(writer, page.title),
        proposed=writer.own("proposed"),
        no_marks=writer.own("no-marks"),
        remarks=tuple(_written(writer, each) for each in page.remarks),
        columns=(writer.own("column-work"), writer.own("column-state")),
        kerntaken=tuple(_kerntaak(each, writer) for each in page.kerntaken),
        sections=tuple(_sections(page, writer)),
        ends=(
            _written(
                writer,
                writer.own("text-from", source=page.source.exact or page.source.name, rules=page.rules),
            ),
            *((writer.own("proposal-check"),) if has_badges else ()),
        ),
        logo=logo(),
        attached=writer.own("attached-all") if has_badges else None,
    )


def _written(writer: Writer, text: str) -> str:
    return with_breaks(writer.plain(text))


def _kerntaak(of: ProposalKerntaak, writer: Writer) -> Kerntaak:
    said = {"title": of.title, "shown": str(of.shown), "of": str(of.of)}
    return Kerntaak(
        title=_written(writer, f"{of.title} ({of.code})"),
        arch=arch_drawing(of.stones, text=writer.own("shown-of", shown=said["shown"], of=said["of"])),
        arch_alt=writer.own("arch", **said),
        lines=tuple(_line(each, writer) for each in of.lines),
    )


def _line(of: ProposalLine, writer: Writer) -> Line:
    said = [sentence for each in of.supports for sentence in _support(each, writer)]
    if of.supports and of.needed:
        said.append(f"{writer.own('needed')} {_written(writer, ' '.join(of.needed))}")
    return Line(
        code=of.code,
        title=_written(writer, of.title),
        state=writer.own(_STATES[of.state]),
        is_open=of.state == "open",
        said=tuple(said),
    )


def _support(of: ProposalSupport, writer: Writer) -> Iterator[str]:
    day = format_day(of.judged, language=writer.language) if of.judged else ""
    key = "judged-on" if day else "judged"
    yield writer.own(key, name=of.judged_by, day=day)
    yield _written(writer, " ".join((of.why, *of.grounds)))
    for each in of.did:
        yield writer.own("did", story=_written(writer, each))
    if of.starts and of.ends:
        start, end = (format_day(each, language=writer.language) for each in (of.starts, of.ends))
        yield writer.own("from-to", start=start, end=end)
    for each in of.photos:
        yield writer.own("photo-at", url=_written(writer, each))


def _sections(page: ProposalPage, writer: Writer) -> Iterator[Section]:
    """Give what stands under the kerntaken, as far as there is any."""
    links = (f"{each.werkproces}: {each.reason} ({each.by})" for each in page.links)
    aside = (f"{each.title}: {each.says}" for each in page.aside)
    near = (f"{each.code} {each.title}: {each.shown} / {each.of}" for each in page.near)
    parts: tuple[tuple[str, Sequence[str]], ...] = (
        ("by-hand", [*links]),
        ("hints", page.hints),
        ("unknown", page.unknown),
        ("aside", [*aside]),
        ("near", [*near]),
    )
    for key, lines in parts:
        if lines:
            yield Section(writer.own(key), tuple(_written(writer, each) for each in lines))


def arch_drawing(stones: Sequence[Stone], *, text: str) -> str:
    """Draw an arch with colours of its own: on paper there is no style sheet."""
    looks = {
        "full": f'fill="{_DONE}" stroke="{_DONE}"',
        "part": f'fill="url(#half)" stroke="{_DONE}"',
        "open": f'fill="none" stroke="{_LINE}" stroke-dasharray="5 4"',
    }
    paths = "".join(f'<path {looks[each.state]} stroke-width="2" d="{each.path}"/>' for each in stones)
    half = (
        '<pattern id="half" width="9" height="9" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path stroke="{_DONE}" stroke-width="4" d="M2 0v9"/></pattern>'
    )
    words = (
        '<text x="150" y="130" font-family="Atkinson Hyperlegible" font-weight="700" font-size="34" '
        f'text-anchor="middle" fill="#2a1526">{text}</text>'
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 162">'
        f"<defs>{half}</defs>{paths}{words}</svg>"
    )
