"""What an administrator can set, and what stops the start."""

import os

import pytest

from app.settings import PREFIX, Mode, SettingsError, read_settings, serving_settings

PRODUCTION = {
    "BASE_URL": "https://bewijs.voorbeeld",
    "CONTACT_NAME": "Beheer van de regio",
    "CONTACT_EMAIL": "beheer@regio.voorbeeld",
}


@pytest.fixture(autouse=True)
def _empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start each test without any of our settings."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)


class TestReadSettings:
    def test_has_safe_defaults(self) -> None:
        """Nothing set means production, on this machine only."""
        settings = read_settings()
        assert (Mode.PRODUCTION, "127.0.0.1", 8000) == (settings.mode, settings.host, settings.port)
        assert str(settings.data_dir / "praktijkbewijs.db") in settings.database

    def test_names_an_unknown_setting(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A typing error stops the start and says which names exist."""
        monkeypatch.setenv(f"{PREFIX}BASEURL", "https://bewijs.voorbeeld")
        with pytest.raises(SettingsError, match=r"PRAKTIJKBEWIJS_BASEURL bestaat niet.*BASE_URL"):
            read_settings()

    @pytest.mark.parametrize(
        ("name", "value", "advice"),
        [
            ("PORT", "99999", "PRAKTIJKBEWIJS_PORT klopt niet: kies een getal van 65535 of lager"),
            ("PORT", "acht", "PRAKTIJKBEWIJS_PORT klopt niet: schrijf een getal"),
            ("LIMIT_PER_MINUTE", "-1", "LIMIT_PER_MINUTE klopt niet: kies een getal van 0 of hoger"),
            ("MODE", "proef", "PRAKTIJKBEWIJS_MODE klopt niet: kies uit 'production' of 'demo'"),
            ("BASE_URL", "bewijs.voorbeeld", "begin met https://"),
            ("BASE_URL", "https://bewijs.voorbeeld/app", "laat alles na het domein weg"),
            ("BASE_URL", "https://10.0.0.1", "geen IP-adres"),
            ("BASE_URL", "https://[::1]", "geen IP-adres"),
            ("BASE_URL", "http://bewijs.voorbeeld", "https:// beginnen"),
            ("BASE_URL", "https://bewijs", "er moet een punt in de naam staan"),
            ("BASE_URL", "https://localhost:8474", "op localhost kan geen https. Kies een naam met een punt"),
            ("BASE_URL", "https://bewijs.localhost", "op localhost kan geen https"),
            ("BASE_URL", "https://bewijs_x.voorbeeld", "noem een domein"),
            ("BASE_URL", "https://bewijs.voorbeeld:0", "noem een domein"),
            ("BASE_URL", "https://bewijs.voorbeeld:99999", "noem een domein"),
            ("BASE_URL", "https://[", "noem een domein"),
            ("DATABASE_URL", "mysql://x", "begin met sqlite:/// of postgresql://"),
            ("TRUSTED_PROXIES", "10.0.0.1,proxy", "noem IP-adressen"),
            ("CONTACT_EMAIL", "beheer", "schrijf een mailadres"),
            ("HULPTALEN", "ar,xx", "HULPTALEN klopt niet: kies uit ar, tr, pl, uk, ti, met komma's"),
        ],
    )
    def test_says_what_to_do(
        self, name: str, value: str, advice: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A wrong setting stops the start with a sentence."""
        monkeypatch.setenv(PREFIX + name, value)
        with pytest.raises(SettingsError, match=advice):
            read_settings()

    def test_tells_all_problems_at_once(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whoever mends the settings needs one round."""
        monkeypatch.setenv(f"{PREFIX}PORT", "0")
        monkeypatch.setenv(f"{PREFIX}MODUS", "demo")
        with pytest.raises(SettingsError) as caught:
            read_settings()
        assert len(str(caught.value).splitlines()) == 2


class TestChecksPerMinute:
    @pytest.mark.parametrize(
        ("mode", "said", "expected"),
        [("production", "", 60), ("production", "0", 0), ("demo", "", 6_000), ("demo", "60", 60)],
    )
    def test_is_generous_in_a_demo_that_says_nothing(
        self, mode: str, said: str, expected: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What an administrator says, counts everywhere."""
        monkeypatch.setenv(f"{PREFIX}MODE", mode)
        monkeypatch.setenv(f"{PREFIX}LIMIT_PER_MINUTE", said)
        assert read_settings().checks_per_minute == expected


class TestMailServer:
    def test_is_where_the_settings_say(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without one there is none, and no mail is sent."""
        assert read_settings().mail_server is None
        monkeypatch.setenv(f"{PREFIX}SMTP_URL", "smtp://post:geheim@mail.voorbeeld")
        monkeypatch.setenv(f"{PREFIX}MAIL_FROM", "post@bewijs.voorbeeld")
        settings = read_settings()
        assert settings.mail_server is not None
        assert ("mail.voorbeeld", 587) == (settings.mail_server.host, settings.mail_server.port)
        assert "geheim" not in repr(settings)

    @pytest.mark.parametrize(
        ("url", "sender", "said"),
        [
            ("mail.voorbeeld", "post@bewijs.voorbeeld", "SMTP_URL klopt niet: begin met smtp://"),
            ("smtp://mail.voorbeeld", "", "SMTP_URL kan niet zonder"),
            ("smtp://mail.voorbeeld", "post", "MAIL_FROM klopt niet: schrijf een mailadres"),
        ],
    )
    def test_is_looked_at_when_the_service_starts(
        self, url: str, sender: str, said: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Not when the first letter waits."""
        monkeypatch.setenv(f"{PREFIX}SMTP_URL", url)
        monkeypatch.setenv(f"{PREFIX}MAIL_FROM", sender)
        with pytest.raises(SettingsError, match=said):
            read_settings()


class TestServingSettings:
    def test_needs_an_address_in_production(self) -> None:
        """A service without an address of its own cannot sign for anyone."""
        with pytest.raises(SettingsError, match="BASE_URL ontbreekt"):
            serving_settings(read_settings())

    @pytest.mark.parametrize("missing", ["BASE_URL", "CONTACT_NAME", "CONTACT_EMAIL"])
    def test_names_what_is_missing_in_production(self, missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """People who write to an address that nobody made, wait for nothing."""
        for name, value in PRODUCTION.items():
            monkeypatch.setenv(PREFIX + name, value)
        assert PRODUCTION["CONTACT_EMAIL"] == serving_settings(read_settings()).contact_email
        monkeypatch.setenv(PREFIX + missing, "")
        with pytest.raises(SettingsError, match=f"{missing} ontbreekt"):
            serving_settings(read_settings())

    def test_makes_its_address_in_demo(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The demo is at localhost with the port that was asked for."""
        monkeypatch.setenv(f"{PREFIX}MODE", "demo")
        monkeypatch.setenv(f"{PREFIX}PORT", "8123")
        assert serving_settings(read_settings()).public_url == "http://localhost:8123"


class TestSpokenHulptalen:
    @pytest.mark.parametrize(
        ("mode", "said", "expected"),
        [
            ("production", "", ()),
            ("production", "tr", ("tr",)),
            ("demo", "", ("ar", "tr", "pl", "uk", "ti")),
            ("demo", "tr, ar", ("ar", "tr")),
            ("demo", "geen", ()),
        ],
    )
    def test_are_off_in_production_until_somebody_read_them(
        self, monkeypatch: pytest.MonkeyPatch, mode: str, said: str, expected: tuple[str, ...]
    ) -> None:
        """Who tries it sees all; a real service has what a speaker read, or what the beheer chose."""
        monkeypatch.setenv(f"{PREFIX}MODE", mode)
        monkeypatch.setenv(f"{PREFIX}HULPTALEN", said)
        assert read_settings().spoken_hulptalen == expected
