"""A form that lay open, over HTTP, goes on for whom it was shown to: nobody else, and nowhere else."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from app.main import create_app
from app.settings import Settings
from issuers.database.scopes import WHOLE_SERVICE
from issuers.organisations.demo import demo_beheerder, demo_praktijkopleider
from issuers.organisations.facts import NewFact
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.tables import OrganisationKind
from issuers.people.appointing import Appointment, appoint
from issuers.people.tables import Role
from tests.app.giving import FORM, TYPED
from tests.app.serving import opened, state_of
from tests.fresh import fresh_in
from tests.once import Once
from web.clock import FixedClock

BAKERY = "Bakkerij Het Anker"
SCRIPT = {"Accept": "application/json"}


@pytest.fixture(scope="module")
def client(once: Once) -> Iterator[TestClient]:
    """Open the demo; its praktijkopleider, and its beheerder too, gives badges for a bakery as well."""
    app = create_app(Settings(mode="demo", data_dir=fresh_in(once.folder("senders"), once=once)))
    desk = app.state.desk
    noor = demo_praktijkopleider(desk)
    bakery = create_organisation(
        desk, NewOrganisation(name=BAKERY, facts=(NewFact(OrganisationKind.LEERBEDRIJF),), crebos=("25774",))
    )
    for person_id, organisation_id in (
        (noor.person_id, bakery.id),
        (demo_beheerder(desk).person_id, noor.organisation_id),
    ):
        roles = frozenset({Role.PRAKTIJKOPLEIDER, Role.BEHEERDER})
        desk.register.write(
            lambda session, person_id=person_id, organisation_id=organisation_id, roles=roles: appoint(
                session,
                person_id=person_id,
                organisation_id=organisation_id,
                appointment=Appointment(roles=roles),
                now=desk.clock.now(),
            ),
            within=WHOLE_SERVICE,
        )
    with opened(app) as client:
        yield client


def fields(page: str, action: str) -> list[tuple[str, str]]:
    """Read the hidden fields of the form on a page that goes to an address, in their order."""
    form = re.search(rf'<form[^>]* action="{action}".*?</form>', page, re.DOTALL)
    assert form, page
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form[0])
    return [(name, html.unescape(value)) for name, value in found]


def send(client: TestClient, action: str, form: list[tuple[str, str]]) -> Response:
    """Send a form as a browser does: also what stands in it twice."""
    sent: dict[str, list[str]] = {}
    for name, value in form:
        sent.setdefault(name, []).append(value)
    return client.post(action, data=sent)


def begin(client: TestClient, *, at: str = "") -> list[tuple[str, str]]:
    """Sign in as the praktijkopleider, write a badge (where is said), and stop before it is given."""
    client.post("/inloggen/demo")
    if at:
        choose(client, name=at)
    form = [*fields(client.get(FORM).text, f"{FORM}/bekijk"), *TYPED.items()]
    return [*fields(send(client, f"{FORM}/bekijk", form).text, f"{FORM}/geef"), ("gelezen", "ja")]


def choose(client: TestClient, *, name: str) -> None:
    """Act for another organisation, in another tab."""
    page = client.get("/mijn").text
    found = re.search(rf'value="([^"]+)">Kies<span class="vh">: {name}<', page)
    assert found, page
    client.post("/mijn/organisatie", data={"organisatie": found[1]})


def issuer_of(client: TestClient, given: Response) -> str:
    """Tell in whose name a badge was given."""
    done = client.get(given.headers["location"]).text
    badge = re.search(r"(/b/[\w-]+)", done)
    assert badge
    return str(client.get(badge[1], headers=SCRIPT).json()["issuer"]["name"])


class TestOtherPerson:
    """A form of somebody else does nothing."""

    def test_is_refused_and_shows_nothing_of_it(self, client: TestClient) -> None:
        """Whoever came to sit there reads no name of a pupil."""
        form = begin(client)
        client.post("/inloggen/demo", data={"als": "beheerder"})
        refused = send(client, f"{FORM}/geef", form)
        assert 403 == refused.status_code
        assert "niet van jou" in refused.text
        assert "Sam de Vries" not in html.unescape(refused.text)
        assert "other-sender" == client.post(f"{FORM}/geef", data=dict(form), headers=SCRIPT).json()["code"]

    def test_is_not_gone_on_with_after_signing_in(self, client: TestClient) -> None:
        """The form waited for a sign-in, and somebody else signed in: he is signed in, and told."""
        form = begin(client)
        client.post("/uitloggen")
        asked = send(client, f"{FORM}/geef", form)
        assert (401, True) == (asked.status_code, "is niet weg" in asked.text)
        kept = fields(asked.text, "/inloggen/demo")
        told = send(client, "/inloggen/demo", [*kept, ("als", "beheerder")])
        assert (403, True) == (told.status_code, "niet van jou" in told.text)
        assert "Sam de Vries" not in html.unescape(told.text)
        assert 200 == client.get("/mensen").status_code
        again = send(client, "/inloggen/demo", kept)
        given = send(client, f"{FORM}/geef", fields(again.text, f"{FORM}/geef"))
        assert "Magazijn De Maas" == issuer_of(client, given)


class TestUnmarked:
    """A form that does not say to whom it was shown, as no page of ours sends it."""

    @pytest.mark.parametrize("who", ["praktijkopleider", "beheerder"])
    def test_waits_for_nobody_where_nobody_was_signed_in(self, client: TestClient, who: str) -> None:
        """Whose it is cannot be known, so no sign-in sends it on: neither by a page nor by its script."""
        client.post("/uitloggen")
        asked = client.post(f"{FORM}/bekijk", data=TYPED)
        assert 401 == asked.status_code
        by_script = fields(asked.text, f"{FORM}/bekijk")
        told = send(client, "/inloggen/demo", [*fields(asked.text, "/inloggen/demo"), ("als", who)])
        assert (403, True) == (told.status_code, "Dit formulier is niet van jou" in told.text)
        assert "Sam de Vries" not in html.unescape(told.text)
        assert 403 == send(client, f"{FORM}/bekijk", by_script).status_code

    def test_waits_for_who_sent_it(self, client: TestClient) -> None:
        """Whoever was signed in and must prove once more who he is goes on with it, and nobody else."""
        client.post("/inloggen/demo", data={"als": "beheerder"})
        state = state_of(client)
        desk, later = state.desk, FixedClock(state.desk.clock.now() + timedelta(minutes=16))
        state.desk = replace(desk, clock=later)
        asked = client.post("/mensen/uitnodigen", data={"naam": "Tom Ros", "mail": "t@x.nl", "rol": "lezer"})
        kept = fields(asked.text, "/inloggen/demo")
        other, own = (send(client, "/inloggen/demo", [*kept, *als]) for als in ([], [("als", "beheerder")]))
        state.desk = desk
        assert (403, False) == (other.status_code, "Tom Ros" in other.text)
        assert (200, True) == (own.status_code, "Tom Ros" in own.text)


class TestOtherOrganisation:
    """A form for another organisation of the same person asks first, and then goes on for that one."""

    def test_is_sent_for_where_it_was_written(self, client: TestClient) -> None:
        """Whoever changed organisations in another tab loses nothing, and gives nothing in a wrong name."""
        form = begin(client, at=BAKERY)
        choose(client, name="Magazijn De Maas")
        asked = send(client, f"{FORM}/geef", form)
        assert (403, True) == (asked.status_code, f"Ga verder voor {BAKERY}" in asked.text)
        ready = send(client, "/mijn/organisatie", fields(asked.text, "/mijn/organisatie"))
        assert f"Je doet dit voor {BAKERY}" in ready.text
        given = send(client, f"{FORM}/geef", fields(ready.text, f"{FORM}/geef"))
        assert BAKERY == issuer_of(client, given)

    def test_waits_for_it_after_a_new_sign_in(self, client: TestClient) -> None:
        """A new sign-in is for another organisation at first."""
        form = begin(client, at=BAKERY)
        client.post("/uitloggen")
        kept = fields(send(client, f"{FORM}/geef", form).text, "/inloggen/demo")
        asked = send(client, "/inloggen/demo", kept)
        assert (403, True) == (asked.status_code, f"Ga verder voor {BAKERY}" in asked.text)
        ready = send(client, "/mijn/organisatie", fields(asked.text, "/mijn/organisatie"))
        assert BAKERY == issuer_of(client, send(client, f"{FORM}/geef", fields(ready.text, f"{FORM}/geef")))

    def test_is_no_reason_to_ask_on_pages_about_the_person(self, client: TestClient) -> None:
        """They are the same for all his organisations."""
        client.post("/inloggen/demo")
        form = fields(client.get("/mijn").text, "/mijn/sessies/weg")
        choose(client, name=BAKERY)
        assert 303 == send(client, "/mijn/sessies/weg", form).status_code
