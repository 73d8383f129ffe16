"""Signing in with an account elsewhere, in a real browser: over TLS, and as in production."""

import base64
import hashlib
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
import uvicorn
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import load_pem_x509_certificate
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from app.main import create_app
from app.settings import Settings
from issuers.database.scopes import OnePerson
from issuers.desk import IssuingDesk
from issuers.organisations.demo import add_person
from issuers.organisations.facts import NewFact
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.tables import OrganisationKind
from issuers.people.enrolling import add_link
from issuers.people.tables import Role
from tests.browser.conftest import all_faults
from tests.browser.flow import fill_in, make_passkey, with_device
from tests.evil import TOWN_HALL
from tests.school import HOST, SERVICE, School, running_school

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # of the provider, in its thread
]
LEERBEDRIJF = NewOrganisation(name="Magazijn De Maas", facts=(NewFact(OrganisationKind.LEERBEDRIJF),))
FORM = "/uitreiken/25774/B1-K2-W1"
ELSEWHERE = f"https://{HOST}:*/**"


@pytest.fixture(scope="module")
def school() -> Iterator[School]:
    """Run the provider."""
    with running_school() as running:
        yield running


@pytest.fixture(scope="module")
def app(school: School, tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """Make the service of a production that knows the provider."""
    folder = tmp_path_factory.mktemp("data")
    made = create_app(Settings(mode="production", base_url=f"https://{SERVICE}", data_dir=folder))
    made.state.accounts = school.directory(made.state.desk.clock)
    return made


@pytest.fixture(scope="module")
def port(app: FastAPI, school: School, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve it, and give the port."""
    certificate = tmp_path_factory.mktemp("tls") / "service.pem"
    school.certificate.private_key_and_cert_chain_pem.write_to_path(certificate)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ssl_certfile=certificate))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield listening.getsockname()[1]
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def address(port: int) -> str:
    """Give the address of the service, as people see it."""
    assert port
    return f"https://{SERVICE}"


@pytest.fixture(scope="module")
def browser(launch: Callable[..., Browser], school: School, port: int) -> Browser:
    """Start a Chromium that finds both hosts on this machine, and trusts their certificate."""
    leaf = load_pem_x509_certificate(school.certificate.cert_chain_pems[0].bytes())
    public = leaf.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    trusted = base64.b64encode(hashlib.sha256(public).digest()).decode()
    return launch(
        f"--host-resolver-rules=MAP {SERVICE}:443 127.0.0.1:{port}, MAP {HOST} {TOWN_HALL}",
        f"--ignore-certificate-errors-spki-list={trusted}",
    )


@pytest.fixture
def link(app: FastAPI) -> str:
    """Take in a praktijkopleider, and give the link with which she makes her passkey."""
    desk: IssuingDesk = app.state.desk
    organisation = create_organisation(desk, LEERBEDRIJF)
    noor = add_person(desk, "Noor Bakker", organisation_id=organisation.id, role=Role.PRAKTIJKOPLEIDER)
    within = OnePerson(noor.person_id)
    token = desk.register.write(lambda session: add_link(session, noor.person_id, desk=desk), within=within)
    return f"/instellen/{token}"


def sign_in_there(page: Page, account: str) -> None:
    """Answer the page of the provider."""
    page.wait_for_url(ELSEWHERE)
    page.locator('input[name="sub"]').fill(account)
    page.locator('button:text-is("Authorize")').click()


@contextmanager
def door_shut(page: Page) -> Iterator[None]:
    """Let nobody come in at the provider: whoever goes there stays on the page before."""
    page.route(ELSEWHERE, lambda route: route.abort("aborted"))
    yield
    page.unroute(ELSEWHERE)


class TestAccount:
    """An account elsewhere, from its link to the first badge."""

    def test_signs_in_and_gives_a_badge_with_the_passkey(self, page: Page, link: str) -> None:
        """It leads to where one was going; only to give takes more than the account."""
        page.route("https://cdn.jsdelivr.net/**", lambda route: route.abort())  # how the provider looks
        with_device(page)
        make_passkey(page, link)
        page.goto("/mijn")
        page.locator('form[action="/mijn/accounts/school"] button').click()
        sign_in_there(page, "noor-1")
        page.wait_for_url("**/mijn?klaar=account")
        assert all_faults(page) == []
        page.locator('form[action="/uitloggen"] button').click()

        page.goto("/gegeven")
        expect(page.locator("h1")).to_have_text("Log in")
        assert all_faults(page) == []
        with door_shut(page):
            page.locator('form[action="/inloggen/elders/school"] button').click()
            expect(page.locator("h1")).to_have_text("Je gaat naar School")
            assert all_faults(page) == []
        page.locator("main a.btn").click()
        sign_in_there(page, "noor-1")
        page.wait_for_url("**/gegeven")
        expect(page.locator(".foot__who")).to_contain_text("Noor Bakker")

        page.goto(FORM)
        expect(page.locator("h1")).to_have_text("Laat zien dat jij het bent")
        expect(page.locator("main")).not_to_contain_text("Log in met School")
        assert all_faults(page) == []
        page.locator("[data-passkey] button").click()
        fill_in(page)
        page.locator('form[action$="/bekijk"] button:not(.vh)').first.click()
        page.locator('[name="gelezen"]').check()
        page.locator('form[action$="/geef"] button').first.click()
        page.wait_for_url("**/gegeven/*")

    def test_of_nobody_leads_back_to_the_passkey(self, page: Page) -> None:
        """Whoever never linked it is told what to do."""
        page.route("https://cdn.jsdelivr.net/**", lambda route: route.abort())
        page.goto("/inloggen")
        page.locator('form[action="/inloggen/elders/school"] button').click()
        sign_in_there(page, "iemand")
        expect(page.locator("main")).to_contain_text("Dit account kennen wij nog niet")
        assert all_faults(page) == []
