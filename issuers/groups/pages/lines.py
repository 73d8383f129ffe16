"""Show one line of a roster: what it asks for, what is wrong with it, and what came of it."""

from badges.catalogue.plain import plain_text
from badges.errors import CatalogueError
from issuers.errors import FieldProblem
from issuers.groups.lines import OTHER, KnownLine, cells_of, standing_of
from issuers.groups.noticing import NAMESAKES
from issuers.groups.previewing import SAME_NAME
from issuers.groups.recognising import Recognised
from issuers.groups.states import LineState
from issuers.saying import said, shown
from issuers.visiting import Visit
from templates import views
from web.locale import language_of


def shown_line(
    visit: Visit, known: KnownLine, *, about: Recognised, usual: str | None = None
) -> views.groups.GroupLine:
    """Show a line of a roster, with what there is to say of it."""
    line = known.line
    placed = [
        FieldProblem(f"{each.field}-{known.place}", each.code, each.nl, each.en) for each in about.problems
    ]
    return views.groups.GroupLine(
        place=known.place,
        number=line.number,
        name=line.name,
        reference=line.kenmerk,
        work=f"{line.crebo}/{line.code}",
        state=_state(known, about=about),
        typed=cells_of(line) | ({OTHER: "ja"} if known.is_other else {}),
        problems=shown(visit.request, placed),
        notices=tuple(said(visit.request, each) for each in about.notices),
        asks_for_namesake=known.is_other or not {SAME_NAME, NAMESAKES}.isdisjoint(about.problems),
        sentence=_sentence(visit, known),
        told=line.typed.zin if line.typed.zin != usual else None,
        href=_href(known),
    )


def _sentence(visit: Visit, known: KnownLine) -> str | None:
    """Say in plain words what the work is, where it is known and we have words for it."""
    try:
        entry = visit.desk.catalogue.last_entry(known.line.crebo, known.line.code)
    except CatalogueError:
        return None
    plain = plain_text(entry.werkproces, language=language_of(visit.request))
    return plain.sentence if plain else None


def _state(known: KnownLine, *, about: Recognised) -> str:
    """Name how a line stands, or how it would if it were given now."""
    if known.state is LineState.OPEN and about.problems:
        return LineState.REFUSED.value
    if known.state is LineState.OPEN and about.is_given:
        return LineState.ALREADY.value
    return standing_of(known)


def _href(known: KnownLine) -> str | None:
    """Lead to what came of a line: its badge, or what waits."""
    if known.badge_id:
        return f"/gegeven/{known.badge_id}"
    return f"/onderweg/{known.held_id}" if known.held_id else None
