"""A service in production where one person linked an account of each provider."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from issuers.accounts import linking
from issuers.accounts.tokens import Account
from tests.app.accounts.journey import ADDRESS, ENTRA, TENANT, add_person_with
from tests.app.serving import opened
from tests.provider import (
    ISSUER,
    SUBJECT,
)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, empty: Path) -> Iterator[TestClient]:
    """Open the service of a production, where one person linked an account of each provider."""
    folder = Path(shutil.copytree(empty, tmp_path_factory.mktemp("accounts") / "data"))
    app = create_app(Settings(mode="production", base_url=ADDRESS, data_dir=folder))
    with opened(app, address=ADDRESS) as client:
        ada = add_person_with(app.state.desk)
        for issuer in (ISSUER, ENTRA.replace("{tenantid}", TENANT)):
            linking.link(app.state.desk, Account(issuer, SUBJECT), visitor=ada)
        yield client
