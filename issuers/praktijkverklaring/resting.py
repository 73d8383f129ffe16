"""Tell what a school said that rests on a badge, to who is about to withdraw it or put it right."""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from badges.members import objects
from badges.praktijkverklaring import Title
from badges.strictjson import JsonObject, loads_object
from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.issuing.overview import Given
from issuers.organisations.founding import find_organisation
from issuers.people.permissions import Action, Actor, may
from issuers.praktijkverklaring.confirming import confirmations_of
from issuers.praktijkverklaring.register import verklaringen_with
from issuers.werkplekprofiel.register import profiel_of
from issuers.werkplekprofiel.tables import Werkplekprofiel


class Said(StrEnum):
    """Name what a school said, the weightiest first."""

    VERKLARING = "praktijkverklaring"
    OORDEEL = "oordeel"
    BEVESTIGING = "bevestiging"


@dataclass(frozen=True, slots=True)
class Resting:
    """Hold the name of the school, and what it said."""

    school: str
    said: Said


def cited_in(document: JsonObject) -> frozenset[str]:
    """Name the badges that a praktijkverklaring rests on (VCDM 2.0 5.3)."""
    return frozenset(str(each.get("id")) for each in objects(document, "relatedResource"))


def resting_on(desk: IssuingDesk, given: Given, *, actor: Actor) -> Resting | None:
    """Tell what the school of the agreement said that rests on a badge; it sees that the badge is withdrawn.

    What it gave is for who works with recipients; that it confirmed, the badge says to anybody.
    """
    profiel = _open_profiel(desk, given, actor=actor)
    if profiel is None or profiel.school_id is None:
        return None
    school_id = profiel.school_id
    said = _given_on(desk, given, profiel=profiel) if may(actor, Action.DRAFT) else None
    confirmed = any(each.by_id == school_id for each in confirmations_of(desk, given.id))
    found = said or (Said.BEVESTIGING if confirmed else None)
    return Resting(find_organisation(desk, school_id).name, found) if found else None


def _open_profiel(desk: IssuingDesk, given: Given, *, actor: Actor) -> Werkplekprofiel | None:
    """Find the agreement that a badge was given for, as long as its school may look at it."""
    if given.profiel_id is None:
        return None
    own = partial(profiel_of, profiel_id=given.profiel_id, organisation_id=actor.organisation_id)
    found = desk.register.read(own, within=OneOrganisation(actor.organisation_id))
    return found if found and found.agreed else None


def _given_on(desk: IssuingDesk, given: Given, *, profiel: Werkplekprofiel) -> Said | None:
    asked = partial(verklaringen_with, token=profiel.token)
    rows = desk.register.read(asked, within=Public(holding=profiel.token))
    documents = [loads_object(row.raw or b"{}") for row in rows if row.organisation_id == profiel.school_id]
    titles = {each["name"] for each in documents if given.facts.credential_id in cited_in(each)}
    if Title.PRAKTIJKVERKLARING in titles:
        return Said.VERKLARING
    return Said.OORDEEL if titles else None
