"""The file in which the administrator names providers."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.providers import read_providers
from app.settings import Settings, SettingsError

GOOD = {
    "name": "School",
    "issuer": "https://inloggen.school.voorbeeld",
    "client_id": "bewijs",
    "client_secret": "heel geheim",
}
DOCS = Path(__file__).parents[2] / "docs" / "signing-in.md"


def read(folder: Path, text: str) -> Any:
    """Read a file that says this."""
    path = folder / "oidc.json"
    path.write_text(text)
    return read_providers(Settings(oidc=path))


class TestReadProviders:
    """`read_providers` reads them, or says what to change."""

    def test_reads_the_example_of_the_docs(self, tmp_path: Path) -> None:
        """Three of them, in their order; Entra has tenants."""
        [example] = re.findall(r"```json\n(.*?)```", DOCS.read_text(), re.DOTALL)
        found = read(tmp_path, example)
        assert [("surfconext", False), ("microsoft", True), ("eherkenning", False)] == [
            (each.key, each.has_tenants) for each in found
        ]
        assert (
            "https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration"
            == found[1].metadata_url
        )

    def test_finds_none_where_no_file_is_named(self) -> None:
        """Then there is no button either."""
        assert () == read_providers(Settings())

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("[]", "geen JSON-object"),
            ('{"a": {}, "a": {}}', "geen JSON-object"),
            (json.dumps({"School": GOOD}), "alleen kleine letters"),
            (json.dumps({"a/b": GOOD}), "alleen kleine letters"),
            (json.dumps({"a": {**GOOD, "client_secret": ""}}), "client_secret"),
            (json.dumps({"a": {**GOOD, "secret": "x"}}), "niets anders (secret)"),
            (json.dumps({"a": {**GOOD, "client_id": 7}}), "(client_id)"),
            (json.dumps({"a": []}), "moet name, issuer"),
            (json.dumps({"a": {**GOOD, "issuer": "http://inloggen.school.voorbeeld"}}), "schrijf de issuer"),
            (json.dumps({"a": {**GOOD, "issuer": "https://10.0.0.1"}}), "schrijf de issuer"),
            (json.dumps({"a": {**GOOD, "issuer": "https://{tenantid}.voorbeeld"}}), "schrijf de issuer"),
            (json.dumps({"a": {**GOOD, "issuer": "https://a.voorbeeld/?x={tenantid}"}}), "schrijf de issuer"),
        ],
    )
    def test_says_what_is_wrong(self, tmp_path: Path, text: str, expected: str) -> None:
        """In a sentence, without the secret."""
        with pytest.raises(SettingsError) as caught:
            read(tmp_path, text)
        assert expected in str(caught.value)
        assert "heel geheim" not in str(caught.value)

    def test_names_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        """The service does not start without its buttons."""
        with pytest.raises(SettingsError, match="niet te lezen"):
            read_providers(Settings(oidc=tmp_path / "weg.json"))
