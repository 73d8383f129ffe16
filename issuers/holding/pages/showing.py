"""What these pages show of a judgement that is not signed yet."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from fastapi.responses import RedirectResponse, Response
from markupsafe import Markup

from badges.badgeklasse import BadgeklasseJudgement
from badges.catalogue.fields import field_of
from badges.judgement import Judgement
from issuers.desk import IssuingDesk
from issuers.holding.asking import Waiting
from issuers.holding.known import KnownHeld
from issuers.holding.tables import HeldState
from issuers.issuing.issuing import IssuedBadge
from issuers.people.permissions import Actor
from templates import views
from templates.documents.badge import BadgePicture, badge_svg
from templates.showing import facts_of
from web.locale import Language

HERE: Final = "/onderweg"


def after(outcome: IssuedBadge | Waiting) -> Response:
    """Lead on to the badge that was given, or to what waits."""
    where = HERE if isinstance(outcome, Waiting) else "/gegeven"
    return RedirectResponse(f"{where}/{outcome.id}", status_code=303)


def held_rows(
    known: Sequence[KnownHeld], *, actor: Actor, now: datetime
) -> tuple[views.holding.HeldRow, ...]:
    """Show what waits in a list."""
    return tuple(
        views.holding.HeldRow(
            id=str(each.id),
            told=each.judgement.narrative if each.judgement else "",
            title=each.judgement.title if each.judgement else "",
            name=each.judgement.name if each.judgement else None,
            giver=each.giver,
            due=each.due,
            state=each.state.value,
            waits_for_second=each.waits_for_second,
            is_own=each.held_by == actor.person_id,
            href=f"{HERE}/{each.id}",
            is_refused=each.is_refused,
            stopper=each.stopper,
            is_over=each.state is HeldState.WAITING and each.due <= now,
        )
        for each in known
    )


def picture_to_be(known: KnownHeld, *, issuer: str) -> Markup | None:
    """Draw the badge that comes; nothing, once it is there."""
    match known.judgement:
        case Judgement(werkproces=work, title=title):
            return badge_svg(BadgePicture(title=title, issuer=issuer, field=field_of(work.crebo)))
        case BadgeklasseJudgement(badgeklasse=made, title=title):
            return badge_svg(BadgePicture(title=title, issuer=issuer, field="", emblem=made.emblem))
        case _:
            return None


def facts_to_be(
    known: KnownHeld, *, desk: IssuingDesk, issuer: str, language: Language
) -> views.pieces.Facts:
    """Show what the badge will say; nothing, once a badge says it."""
    if known.judgement is None:
        return views.pieces.Facts(title="", issuer=issuer)
    return facts_of(
        known.judgement,
        issuer=issuer,
        awarded=max(known.due, desk.clock.now()),
        catalogue=desk.catalogue,
        language=language,
    )
