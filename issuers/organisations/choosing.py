"""Choose with which kwalificaties an organisation works: the first tiles of its form, and no limit.

For which of them a leerbedrijf is recognised is another question (`issuers.erkenning`): any badge of the
catalogue can be given.
"""

from collections.abc import Collection
from typing import Final

from sqlmodel import Session

from badges import strictjson
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.organisations.recording import record_change
from issuers.organisations.register import kwalificaties_of
from issuers.organisations.tables import OrganisationKwalificatie
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require

UNKNOWN: Final = FieldProblem(
    "crebo",
    "kwalificatie-unknown",
    "Een van deze kwalificaties kennen wij niet. Kies uit de lijst.",
    "We do not know one of these kwalificaties. Choose from the list.",
)


def choose_kwalificaties(desk: IssuingDesk, crebos: Collection[str], *, actor: Actor) -> None:
    """Put these in the place of those before.

    Raises:
        PermissionDeniedError: the actor may not change the organisation.
        FormError: the catalogue does not have one of them.
    """
    require(actor, Action.MANAGE_ORGANISATION)
    chosen = set(crebos)
    if not chosen <= {each.crebo for each in desk.catalogue.kwalificaties}:
        raise FormError([UNKNOWN])

    def work(session: Session) -> None:
        require_still(session, actor, Action.MANAGE_ORGANISATION)
        before = {row.crebo: row for row in kwalificaties_of(session, organisation_id=actor.organisation_id)}
        for crebo in before.keys() - chosen:
            session.delete(before[crebo])
        session.add_all(
            OrganisationKwalificatie(organisation_id=actor.organisation_id, crebo=crebo)
            for crebo in sorted(chosen - before.keys())
        )
        record_change(
            session,
            actor.organisation_id,
            content=strictjson.dumps({"kwalificaties": [*sorted(chosen)]}),
            desk=desk,
            actor_id=actor.person_id,
        )

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))
