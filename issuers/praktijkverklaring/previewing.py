"""Show a praktijkverklaring before it is given, and give no other than the one that was read.

What is read gets a mark for each part of it. They travel along with the form; where one is another when it is
given, something changed meanwhile, and it is read again.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final
from uuid import UUID, uuid4

from sqlmodel import Session

from badges.composing import IssuerProfile
from badges.factfinding import read_facts
from badges.facts import Facts
from badges.praktijkverklaring import Praktijkopleider, Title, VerklaringSlot
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import VerklaringHinderedError, VerklaringUnreadError
from issuers.issuing.drafting import profile_of
from issuers.organisations.founding import find_organisation
from issuers.people.appointing import Mandate
from issuers.people.permissions import Action, Actor, require
from issuers.people.tables import Person
from issuers.praktijkverklaring.register import mandate_of
from issuers.praktijkverklaring.wording import Choice, Marks, Wording, compose, word

LENGTH: Final = 16
"""So many digits of a SHA-256 tell two wordings apart, where nobody gains by making them alike."""


class Part(StrEnum):
    """Name what is read, and may change before it is given."""

    NAME = "naam"
    WORK = "werk"
    BADGES = "bewijzen"
    LEERBEDRIJF = "leerbedrijf"
    TRAINER = "praktijkopleider"
    PERIOD = "periode"
    TITLE = "titel"
    SCHOOL = "school"
    MANDATE = "mandaat"
    DAY = "dag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewed:
    """Show what it will say, who gives it, and by whose mandate."""

    facts: Facts
    trainer: Praktijkopleider | None
    awaits_mbo: bool
    giver: str
    mandate: Mandate
    marks: Marks


def look_over(desk: IssuingDesk, profiel_id: UUID, choice: Choice, *, actor: Actor) -> Previewed:
    """Say what it would say; nothing is given.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: his school is no party of it, or the recipient did not say yes (any more).
        VerklaringHinderedError: something stands in the way, of the school or of a badge.
        LintError: we will refuse to sign this; it says why.
    """
    require(actor, Action.CONFIRM)
    wording = word(desk, profiel_id, choice, actor=actor)
    school, mandate = _school(desk, actor), _mandate(desk, actor)
    asked = partial(Session.get_one, entity=Person, ident=actor.person_id)
    giver = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    return Previewed(
        facts=_facts(desk, wording, school=school, actor=actor),
        trainer=wording.said.praktijkopleider,
        awaits_mbo=wording.said.title is Title.AWAITS_MBO,
        giver=giver.name,
        mandate=mandate,
        marks=_marks(desk, wording, school=school, mandate=mandate),
    )


def require_read(desk: IssuingDesk, wording: Wording, marks: Marks, *, actor: Actor) -> None:
    """Let pass what is as it was read.

    Raises:
        VerklaringUnreadError: it is not; it names the parts that changed.
        VerklaringHinderedError: the mandate is gone.
    """
    now = _marks(desk, wording, school=_school(desk, actor), mandate=_mandate(desk, actor))
    changed = [part for part, mark in now.items() if marks.get(part) != mark]
    if changed:
        raise VerklaringUnreadError(changed)


def _school(desk: IssuingDesk, actor: Actor) -> IssuerProfile:
    return profile_of(find_organisation(desk, actor.organisation_id), addresses=desk.addresses)


def _mandate(desk: IssuingDesk, actor: Actor) -> Mandate:
    asked = partial(mandate_of, school_id=actor.organisation_id, person_id=actor.person_id)
    found = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    if found is None:
        raise VerklaringHinderedError
    return found


def _facts(desk: IssuingDesk, wording: Wording, *, school: IssuerProfile, actor: Actor) -> Facts:
    """Read what it says out of what would be signed, in a place that is nobody's."""
    slot = VerklaringSlot(
        credential_id=uuid4().urn,
        subject_id=uuid4().urn,
        achievement_id=uuid4().urn,
        status_list_id=desk.addresses.status_list(actor.organisation_id, number=1),
        status_index=0,
        awarded=desk.clock.now(),
    )
    return read_facts(compose(wording.said, slot=slot, school=school).document)


def _marks(desk: IssuingDesk, wording: Wording, *, school: IssuerProfile, mandate: Mandate) -> Marks:
    said = wording.said
    parts = {
        Part.NAME: said.name,
        Part.WORK: said.werkprocessen,
        Part.BADGES: said.badges,
        Part.LEERBEDRIJF: said.leerbedrijf,
        Part.TRAINER: said.praktijkopleider,
        Part.PERIOD: (said.start, said.end),
        Part.TITLE: (said.title, said.mbo_verklaring),
        Part.SCHOOL: school,
        Part.MANDATE: mandate,
        Part.DAY: desk.clock.today(),
    }
    return {part.value: _mark(what) for part, what in parts.items()}


def _mark(what: object) -> str:
    return hashlib.sha256(repr(what).encode()).hexdigest()[:LENGTH]
