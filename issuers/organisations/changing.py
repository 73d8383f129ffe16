"""Change what an organisation says of itself; what it signed keeps the name that it was signed with."""

from dataclasses import dataclass

from sqlmodel import Session

from badges import strictjson
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.organisations.declaring import TypedFacts, read_facts
from issuers.organisations.face import Face, TypedFace, face_of, put_face, read_face
from issuers.organisations.facts import NewFact, confirmed_kinds, doubt_facts, replace_facts
from issuers.organisations.recording import record_change
from issuers.organisations.register import require_organisation
from issuers.organisations.tables import OrganisationKind
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require


@dataclass(frozen=True, slots=True)
class Description:
    """Hold all that an organisation says of itself."""

    face: Face
    facts: tuple[NewFact, ...]


def read_description(typed_facts: TypedFacts, typed_face: TypedFace) -> Description:
    """Read what an organisation says of itself.

    Raises:
        FormError: with every problem of every field.
    """
    problems: list[FieldProblem] = []
    facts: tuple[NewFact, ...] = ()
    try:
        facts = read_facts(typed_facts)
    except FormError as error:
        problems += error.problems
    try:
        face = read_face(typed_face)
    except FormError as error:
        raise FormError([*problems, *error.problems]) from error
    if problems:
        raise FormError(problems)
    return Description(face, facts)


def change(desk: IssuingDesk, description: Description, *, actor: Actor) -> frozenset[OrganisationKind]:
    """Put what is said now in the place of what was said; give what somebody has to look up again.

    A fact that did not change stays confirmed, unless a name did: it was looked up of an organisation of that
    name, and everyone reads it beside the new one.

    Raises:
        PermissionDeniedError: the actor may not change the organisation.
        NotFoundError: there is no such organisation (any more).
    """
    require(actor, Action.MANAGE_ORGANISATION)

    def work(session: Session) -> frozenset[OrganisationKind]:
        require_still(session, actor, Action.MANAGE_ORGANISATION)
        organisation = require_organisation(session, actor.organisation_id)
        before = confirmed_kinds(session, organisation.id)
        if _names(face_of(organisation)) != _names(description.face):
            doubt_facts(session, desk=desk, organisation_id=organisation.id, actor_id=actor.person_id)
        put_face(organisation, description.face)
        names = {"name": organisation.name, "official_name": organisation.official_name}
        record_change(
            session,
            organisation.id,
            content=strictjson.dumps({**names}),
            desk=desk,
            actor_id=actor.person_id,
        )
        replace_facts(
            session,
            description.facts,
            desk=desk,
            organisation_id=organisation.id,
            actor_id=actor.person_id,
        )
        said = {fact.kind for fact in description.facts}
        return (before & said) - confirmed_kinds(session, organisation.id)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _names(face: Face) -> tuple[str, str]:
    """Give both names as they are looked up: large or small letters make no other name."""
    return face.name.casefold(), (face.official_name or face.name).casefold()
