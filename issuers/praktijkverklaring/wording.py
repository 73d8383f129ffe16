"""Say what a praktijkverklaring will say: what its badges say, who judged, and of what it is part."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID

from badges.catalogue import Catalogue
from badges.composing import IssuerProfile
from badges.credential import LintedCredential
from badges.judgement import WerkprocesReference
from badges.linting import lint_praktijkverklaring
from badges.praktijkverklaring import (
    Praktijkopleider,
    Praktijkverklaring,
    VerklaringSlot,
    compose_praktijkverklaring,
)
from badges.relatedresource import RelatedResource
from issuers.desk import IssuingDesk
from issuers.errors import VerklaringHinderedError
from issuers.issuing.drafting import profile_of
from issuers.organisations.founding import find_organisation
from issuers.people.permissions import Actor
from issuers.praktijkverklaring.hindering import title_for
from issuers.praktijkverklaring.offering import Offer, find_offer
from issuers.werkplekprofiel.schooling import SeenBadge, SeenProfiel

Marks: TypeAlias = Mapping[str, str]
"""What tells of each part whether it is as it was read (`previewing`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Hold what is to be given.

    Attributes:
        badges: On which it is given.
        mbo_verklaring: The day of the mbo-verklaring of which it is part, if known.
        marks: Those of what was read; None where nobody has to read it first.
    """

    badges: frozenset[UUID]
    mbo_verklaring: date | None = None
    marks: Marks | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Hold what it will say, with what that was taken from."""

    profiel: SeenProfiel
    badges: tuple[SeenBadge, ...]
    said: Praktijkverklaring


def word(desk: IssuingDesk, profiel_id: UUID, choice: Choice, *, actor: Actor) -> Wording:
    """Say what it will say on the chosen badges, as they stand at this moment.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: his school is no party of it, or the recipient did not say yes (any more).
        VerklaringHinderedError: something stands in the way, of the school or of a badge.
    """
    offer = find_offer(desk, profiel_id, actor=actor)
    badges = _unhindered(offer, chosen=choice.badges)
    said = _said(desk, offer, badges=badges, mbo_verklaring=choice.mbo_verklaring)
    return Wording(profiel=offer.profiel, badges=badges, said=said)


def compose(said: Praktijkverklaring, *, slot: VerklaringSlot, school: IssuerProfile) -> LintedCredential:
    """Make it, and lint it.

    Raises:
        LintError: we refuse to sign this.
    """
    return lint_praktijkverklaring(
        compose_praktijkverklaring(said, slot=slot, school=school), issuer=school.id
    )


def _unhindered(offer: Offer, *, chosen: Collection[UUID]) -> tuple[SeenBadge, ...]:
    """Take the chosen badges, where nothing stands in the way.

    Raises:
        VerklaringHinderedError: something does, or none was chosen that is there.
    """
    taken = [each for each in offer.candidates if each.badge.id in chosen]
    if offer.hindrances or not taken or any(each.hindrances for each in taken):
        raise VerklaringHinderedError
    return tuple(each.badge for each in taken)


def _said(
    desk: IssuingDesk, offer: Offer, *, badges: Sequence[SeenBadge], mbo_verklaring: date | None
) -> Praktijkverklaring:
    """Say what it will say: only what the badges say, who judged them, and of what it is part."""
    seen = offer.profiel
    title = title_for(offer.kinds, is_dated=mbo_verklaring is not None)
    leerbedrijf = find_organisation(desk, seen.leerbedrijf_id)
    days = [day for each in badges for day in (each.facts.activity_start, each.facts.activity_end) if day]
    return Praktijkverklaring(
        title=title,
        mbo_verklaring=mbo_verklaring,
        name=seen.name,
        werkprocessen=_werkprocessen(badges, catalogue=desk.catalogue),
        badges=tuple(RelatedResource.of_badge(each.facts.credential_id, raw=each.raw) for each in badges),
        leerbedrijf=profile_of(leerbedrijf, addresses=desk.addresses),
        praktijkopleider=(
            Praktijkopleider(seen.trainer, seen.trainer_function)
            if seen.trainer and seen.trainer_function
            else None
        ),
        start=min(days).date(),
        end=max(days).date(),
    )


def _werkprocessen(badges: Sequence[SeenBadge], *, catalogue: Catalogue) -> tuple[WerkprocesReference, ...]:
    """Name each werkproces once, in the words in which it was judged."""
    named = {(found.crebo, found.code): found for each in badges if (found := each.facts.werkproces)}
    return tuple(
        WerkprocesReference(
            crebo=each.crebo,
            code=each.code,
            title=each.title,
            kwalificatie=catalogue.kwalificatie(each.crebo).name,
            url=each.url or "",
        )
        for each in named.values()
    )
