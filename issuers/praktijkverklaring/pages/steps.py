"""Show what must still be done before a praktijkverklaring, to each side with where to do it."""

from collections.abc import Callable, Sequence

from issuers.organisations.founding import find_organisation
from issuers.praktijkverklaring.standing import find_steps
from issuers.praktijkverklaring.steps import OF_LEERBEDRIJF, Step, What
from issuers.visiting import Visit
from issuers.werkplekprofiel.known import KnownProfiel, Standing
from templates import views


def todo_of(visit: Visit, known: KnownProfiel, *, here: str) -> views.pieces.ToDo | None:
    """Show on the page of an agreement what is still to be done, where a school takes part."""
    if known.school_id is None or known.standing is not Standing.AGREED:
        return None
    steps = find_steps(visit.desk, known, actor=visit.actor)
    return shown_to_leerbedrijf(steps, here=here, school=find_organisation(visit.desk, known.school_id).name)


def shown_to_leerbedrijf(steps: Sequence[Step], *, here: str, school: str) -> views.pieces.ToDo | None:
    """Show it on the page of an agreement, which stands at `here`; None where nothing is to be done."""

    def href(step: Step) -> str | None:
        where = {
            What.BADGE: f"{here}/beoordeel/{'/'.join(step.work or ())}",
            What.UNDERWAY: f"/onderweg/{step.about}",
            What.WITH_HELP: f"/gegeven/{step.about}",
            What.QUESTION: f"/vragen/{step.about}",
        }
        return where.get(step.what)

    is_own = [step for step in steps if step.what in OF_LEERBEDRIJF]
    return _todo(is_own, [step for step in steps if step not in is_own], href=href, other=school)


def shown_to_school(steps: Sequence[Step], *, here: str, leerbedrijf: str) -> views.pieces.ToDo | None:
    """Show it on the page of a pupil, which stands at `here`; None where nothing is to be done."""

    def href(step: Step) -> str | None:
        where = {What.ERKENNING: f"{here}/erkenning/{step.about}", What.READ: "#verklaring"}
        return where.get(step.what)

    is_own = [step for step in steps if step.what not in OF_LEERBEDRIJF]
    return _todo(is_own, [step for step in steps if step not in is_own], href=href, other=leerbedrijf)


def _todo(
    own: Sequence[Step], others: Sequence[Step], *, href: Callable[[Step], str | None], other: str
) -> views.pieces.ToDo | None:
    if not own and not others:
        return None
    return views.pieces.ToDo(
        own=tuple(_line(step, href=href(step)) for step in own),
        others=tuple(_line(step, href=None) for step in others),
        other=other,
    )


def _line(step: Step, *, href: str | None) -> views.pieces.ToDoLine:
    return views.pieces.ToDoLine(
        what=step.what.value,
        title=step.title,
        crebo=step.crebo,
        day=step.day,
        count=step.count,
        href=href,
    )
