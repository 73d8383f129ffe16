"""Systems of the demo leerbedrijf, and of another organisation, that use the API with keys of their own."""

from dataclasses import dataclass
from typing import Any, Final

from fastapi.testclient import TestClient
from httpx import Response

from issuers.apikeys.managing import OFFERED, MadeKey, NewKey, make_api_key
from issuers.desk import IssuingDesk
from issuers.organisations.demo import add_person, demo_beheerder
from issuers.organisations.facts import NewFact
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.tables import OrganisationKind
from issuers.people.appointing import Appointment
from issuers.people.members import change_roles
from issuers.people.permissions import Action, Actor
from issuers.people.tables import Role
from tests.app.serving import desk_of

AWARDS: Final = "/api/v1/toekenningen"
ASKED: Final = {
    "crebo": "25774",
    "werkprocescode": "B1-K2-W1",
    "zin": "Sam verzamelde elke ochtend 40 orders met de handscanner.",
    "van": "2026-01-05",
    "tot": "2026-06-26",
    "naam": "Sam de Vries",
    "zelfstandigheid": "zelfstandig",
    "rol": "stagiair",
}
BOTH: Final = frozenset({Role.BEHEERDER, Role.PRAKTIJKOPLEIDER})


@dataclass(frozen=True)
class System:
    """Ask with a key; a key is only named once."""

    client: TestClient
    key: MadeKey

    def give(self, name: str = "stage-17", **changes: Any) -> Response:
        """Ask for a badge, under this name; keywords change the judgement."""
        return self.post(AWARDS, json=ASKED | changes, headers={"Idempotency-Key": name})

    def get(self, path: str) -> Response:
        """Ask to see something."""
        return self.client.get(path, headers=self._headers)

    def post(self, path: str, *, headers: dict[str, str] | None = None, **sent: Any) -> Response:
        """Send something."""
        return self.client.post(path, headers=self._headers | (headers or {}), **sent)

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key.secret}"}


def as_both(desk: IssuingDesk, alone: Actor) -> Actor:
    """Let a beheerder judge as well."""
    change_roles(desk, alone.person_id, appointment=Appointment(roles=BOTH), actor=alone)
    return Actor(
        person_id=alone.person_id,
        organisation_id=alone.organisation_id,
        name=alone.name,
        roles=BOTH,
        proof=alone.proof,
        proved=alone.proved,
    )


def own_beheerder(desk: IssuingDesk) -> Actor:
    """Give the beheerder of the demo leerbedrijf, who judges as well."""
    return as_both(desk, demo_beheerder(desk))


def other_beheerder(desk: IssuingDesk) -> Actor:
    """Give somebody with the same roles elsewhere."""
    leerbedrijf = NewOrganisation(name="Bakkerij Het Anker", facts=(NewFact(OrganisationKind.LEERBEDRIJF),))
    organisation = create_organisation(desk, leerbedrijf)
    return as_both(desk, add_person(desk, "Ilse Kok", organisation_id=organisation.id, role=Role.BEHEERDER))


def system_of(client: TestClient, beheerder: Actor, *actions: Action) -> System:
    """Make a key for a system: for everything, unless something is named."""
    desk = desk_of(client)
    new = NewKey(name="Volgsysteem", actions=frozenset(actions or OFFERED))
    return System(client, make_api_key(desk, new, actor=beheerder))
