"""A provider of accounts (OpenID Connect) that others wrote, over TLS on this machine."""

import ssl
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import trustme
from werkzeug.serving import make_server

from app.providers import open_directory
from issuers.accounts.directory import Directory
from issuers.accounts.providers import Provider
from tests.evil import TOWN_HALL, UNPRIVILEGED, PhoneBook, may_reach
from web.clock import Clock
from web.egress import Egress, Limits

HOST = "school.example"
SERVICE = "bewijs.voorbeeld"


@dataclass
class School:
    """Hold a running provider; its certificate serves for the service that it signs people in to, too."""

    issuer: str
    app: Any
    egress: Egress
    certificate: trustme.LeafCert

    def answer(self, url: str, **form: str) -> str:
        """Answer its page, and give where it sends the browser."""
        path = url.removeprefix(self.issuer)
        answer = self.app.test_client().post(path, base_url=self.issuer, data=form)
        assert 302 == answer.status_code, answer.text
        location = str(answer.headers["location"])
        state = dict(parse_qsl(urlsplit(url).query))["state"]
        # RFC 6749 4.1.2.1 asks for the state with an error too; this provider leaves it out.
        return location if "state=" in location else f"{location}&state={state}"

    def directory(self, clock: Clock) -> Directory:
        """Know this provider alone, and trust its certificate."""
        named = Provider(
            key="school", name="School", issuer=self.issuer, client_id="bewijs", client_secret="geheim"
        )
        return open_directory([named], egress=self.egress, clock=clock)


@contextmanager
def running_school() -> Iterator[School]:
    """Run the provider, with a certificate that the way out trusts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import oidc_provider_mock

    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate = authority.issue_cert(HOST, SERVICE)
    certificate.configure_cert(context)
    app = oidc_provider_mock.app(require_nonce=True)
    server = make_server(TOWN_HALL, 0, app, threaded=True, ssl_context=context)
    thread = threading.Thread(target=server.serve_forever, name="school")
    thread.start()
    egress = Egress(
        Limits(ports=UNPRIVILEGED, seconds=60.0, connect_seconds=60.0),
        resolve=PhoneBook(),
        may_reach=may_reach,
        trust=authority.configure_trust,
    )
    yield School(f"https://{HOST}:{server.server_port}", app, egress, certificate)
    egress.close()
    server.shutdown()
    thread.join()
    server.server_close()
