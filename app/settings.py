"""The one module that reads settings: from the environment, once, at the start.

Each setting is `PRAKTIJKBEWIJS_` and its name in capitals; docs/operations.md lists them all.
"""

import os
from datetime import timedelta
from enum import StrEnum
from ipaddress import ip_network
from pathlib import Path
from typing import Literal, Self
from urllib.parse import SplitResult, urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from badges.errors import KeyFormatError
from badges.keys import did_web
from templates.hulptalen import CODES, Hulptaal, read_hulptalen
from web.mail import MailServer

PREFIX = "PRAKTIJKBEWIJS_"
_REASONS = {
    "enum": "kies uit {expected}",
    "literal_error": "kies uit {expected}",
    "int_parsing": "schrijf een getal",
    "greater_than_equal": "kies een getal van {ge} of hoger",
    "less_than_equal": "kies een getal van {le} of lager",
}
_NO_NAME = (
    "noem een domein in kleine letters, cijfers en streepjes, zoals https://bewijs.voorbeeld: "
    "het komt in de naam van elke uitgever (did:web)"
)
_NO_DOT = (
    "er moet een punt in de naam staan, zoals in https://bewijs.voorbeeld: de naam van elke uitgever komt "
    "ervan (did:web)"
)
_LOCAL = (
    "op localhost kan geen https. Kies een naam met een punt erin, zoals https://bewijs.voorbeeld; om te "
    "proberen op je eigen machine kan https://bewijs.test, zie docs/operations.md"
)
_NOT_HTTPS = "laat het adres met https:// beginnen; http:// kan alleen op localhost"
_NEEDED = {
    "base_url": "Zet hem op het adres van de dienst, zoals https://bewijs.voorbeeld.",
    "contact_name": "Zet hem op de naam van wie de dienst beheert: die staat op de pagina's.",
    "contact_email": "Zet hem op een mailadres dat iemand leest: mensen schrijven daarheen.",
}
"""What a service in production cannot do without, and what to do when it is not there."""
MOST_OF_A_MAILBOX = 14
DEMO_PER_MINUTE = 6_000
NO_HULPTALEN = "geen"
TEST_ONLY = frozenset({"CORPUS", "TORTURE"})


class Mode(StrEnum):
    """What the service is for: real people, or trying it out."""

    PRODUCTION = "production"
    DEMO = "demo"


class SettingsError(Exception):
    """Refuse to start; the text says what to change."""


class Settings(BaseSettings):
    """Hold all that an administrator can set."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True)

    mode: Mode = Field(Mode.PRODUCTION, description="`production`, of `demo` om te proberen.")
    base_url: str = Field(
        "",
        description="Het adres van de dienst, zoals mensen het zien: `https://bewijs.voorbeeld`. Staat in "
        "elke handtekening en kan niet meer veranderen als er bewijzen zijn. In `demo` is het "
        "`http://localhost:PORT`.",
    )
    data_dir: Path = Field(
        Path("praktijkbewijs-data"),
        description="De map met de database, de sleutel die de sleutels bewaakt en geladen catalogi.",
    )
    journal_dir: Path | None = Field(
        None,
        description="De map met het journaal: wat is ingetrokken en wie is weggehaald, zodat een back-up van "
        "gisteren dat niet ongedaan maakt. Kies een andere schijf dan die van de database. Leeg is "
        "`DATA_DIR/journal`.",
    )
    database_url: str = Field(
        "",
        description="Het adres van de database: `postgresql://rol@server/naam`. Leeg is SQLite in "
        "`DATA_DIR/praktijkbewijs.db`.",
    )
    key_file: Path | None = Field(
        None,
        description="Het bestand met de sleutel die de sleutels van uitgevers bewaakt (32 bytes, 0400). Leeg "
        "is `DATA_DIR/keys/kek`. Is het er niet, dan start de dienst verzegeld: geven kan dan niet, "
        "controleren wel.",
    )
    key: SecretStr = Field(
        SecretStr(""),
        description="Diezelfde sleutel in base64url, in plaats van een bestand. Met komma's meer sleutels: "
        "de eerste sluit, alle openen.",
    )
    host: str = Field("127.0.0.1", description="Het netwerkadres waarop de dienst luistert.")
    port: int = Field(8000, ge=1, le=65535, description="De poort waarop de dienst luistert.")
    trusted_proxies: str = Field(
        "", description="Adressen van je eigen proxy, met komma's. Alleen die mag zeggen wie de bezoeker is."
    )
    registers: str = Field(
        "",
        description="Bestanden met registers van uitgevers, met komma's; het eerste telt het meest. De eigen "
        "organisaties kent de dienst altijd.",
    )
    candidate_days: int = Field(
        365,
        ge=30,
        le=3650,
        description="Hoeveel dagen een school iemand bewaart over wie zij niets besloot, na het laatste "
        "dat er met hem gebeurde. Dan gaat alles over hem vanzelf weg. Een besluit, en wat eronder ligt, "
        "blijft.",
    )
    limit_per_minute: int = Field(
        60,
        ge=0,
        description="Hoeveel bewijzen één netwerkadres per minuut kan laten controleren. Wie even niets "
        "vraagt, kan er daarna 2 keer zoveel tegelijk. 0 is zonder grens. In `demo` is het 6000, als je "
        "niets zegt.",
    )
    body_seconds: float = Field(
        60,
        gt=0,
        description="Binnen hoeveel seconden iemand alles gestuurd moet hebben. Wie langer doet, krijgt 408.",
    )
    contact_name: str = Field(
        "Beheer van Praktijkbewijs", description="Wie mensen kunnen bereiken. In productie verplicht."
    )
    contact_email: str = Field(
        "beheer@bewijs.voorbeeld", description="Het mailadres van het beheer. In productie verplicht."
    )
    smtp_url: str = Field(
        "",
        repr=False,
        description="De mailserver: `smtp://naam:wachtwoord@server:587`, of `smtps://...:465`. Leeg is geen "
        "mail: wie iemand uitnodigt, stuurt de link dan zelf.",
    )
    mail_from: str = Field("", description="Het mailadres waarvan de dienst mail stuurt.")
    mail_bounce: str = Field(
        "",
        description="De mailbox voor mail die later terugkomt, zoals `retour@bewijs.voorbeeld`. Elke brief "
        "krijgt daarin een eigen adres, met een `+`. Geef wat daar aankomt aan `praktijkbewijs mail bounce`.",
    )
    sms_key: SecretStr = Field(
        SecretStr(""),
        description="De API-sleutel van NotifyNL, voor sms aan wie een telefoonnummer gaf. Leeg is geen sms.",
    )
    sms_template: str = Field(
        "", description="Het id van de sms-sjabloon bij NotifyNL, met daarin alleen ((tekst))."
    )
    sms_url: str = Field("https://api.notifynl.nl", description="Waar NotifyNL is.")
    oidc: Path | None = Field(
        None,
        description="Het bestand (JSON) met waar mensen een account kunnen hebben om mee in te loggen: "
        "SURFconext, Microsoft Entra, een makelaar van eHerkenning. Zie docs/signing-in.md. Leeg is: alleen "
        "met wat de dienst zelf geeft.",
    )
    conformance: bool = Field(
        default=False,
        description="`1` zet `/vc-api/` aan voor de testsuites van W3C: daar tekent de dienst alles, met "
        "proefsleutels. Kan niet in productie.",
    )
    tls_self_signed: bool = Field(
        default=False,
        description="`1` luistert met https en een eigen certificaat, om te proberen; zoals "
        "`serve --tls-self-signed`. Kan niet in productie.",
    )
    hulptalen: str = Field(
        "",
        description="Welke hulptalen aan staan op de pagina's voor houders en voor controleren, met komma's, "
        "zoals `ar,tr`; `geen` is geen. Leeg is in productie: alleen talen die iemand las die ze spreekt; in "
        "`demo`: alle. Zie docs/languages.md.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="Hoeveel er in het logboek komt. Er staan nooit namen in."
    )

    @field_validator("base_url")
    @classmethod
    def _plain_address(cls, value: str) -> str:
        """Accept a scheme and a host, and nothing that would end up in a did."""
        if not value:
            return value
        try:
            parts = urlsplit(value)
        except ValueError:
            raise ValueError(_NO_NAME) from None
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
            raise ValueError("begin met https:// en noem een domein, zoals https://bewijs.voorbeeld")
        if parts.path not in {"", "/"} or parts.query or parts.fragment:
            raise ValueError("laat alles na het domein weg, zoals https://bewijs.voorbeeld")
        if parts.hostname.replace(".", "").isdigit() or ":" in parts.hostname:
            raise ValueError("gebruik een naam, geen IP-adres: een did:web kan geen IP-adres zijn")
        address = f"{parts.scheme}://{parts.netloc.lower()}"
        try:
            did_web(address)
        except KeyFormatError:
            raise ValueError(_why_no_did(parts)) from None
        return address

    @field_validator("trusted_proxies")
    @classmethod
    def _addresses(cls, value: str) -> str:
        """Accept IP addresses and networks, separated by commas."""
        for part in filter(None, (each.strip() for each in value.split(","))):
            try:
                ip_network(part, strict=False)
            except ValueError:
                raise ValueError("noem IP-adressen of netwerken, met komma's ertussen") from None
        return value

    @field_validator("hulptalen")
    @classmethod
    def _known_hulptalen(cls, value: str) -> str:
        """Accept languages that there are, separated by commas, or none."""
        named = {each.strip() for each in value.split(",") if each.strip()}
        if value != NO_HULPTALEN and named - set(CODES):
            raise ValueError(f"kies uit {', '.join(CODES)}, met komma's, of schrijf {NO_HULPTALEN}")
        return value

    @field_validator("contact_email", "mail_from", "mail_bounce")
    @classmethod
    def _mail_address(cls, value: str) -> str:
        """Accept what looks like a mail address; people will write to it."""
        if not value:
            return value
        name, _, domain = value.partition("@")
        if not name or "." not in domain or " " in value:
            raise ValueError("schrijf een mailadres, zoals beheer@bewijs.voorbeeld")
        return value

    @field_validator("mail_bounce")
    @classmethod
    def _short_mailbox(cls, value: str) -> str:
        """Leave room for what names a letter: a mail address has 64 characters before the @ (RFC 5321)."""
        name = value.partition("@")[0]
        if len(name) > MOST_OF_A_MAILBOX or "+" in name:
            raise ValueError(f"kies voor de @ hooguit {MOST_OF_A_MAILBOX} tekens, zonder +")
        return value

    @field_validator("smtp_url")
    @classmethod
    def _known_mail_server(cls, value: str) -> str:
        """Accept the address of a mail server."""
        if not value:
            return value
        try:
            MailServer.at(value)
        except ValueError:
            raise ValueError("begin met smtp:// of smtps:// en noem een server") from None
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        """Accept only databases that the tests run on."""
        if value and not value.startswith(("sqlite:///", "postgresql://")):
            raise ValueError("begin met sqlite:/// of postgresql://, of laat hem weg")
        return value

    @model_validator(mode="after")
    def _fitting(self) -> Self:
        """Refuse combinations that would put people at risk."""
        if self.mode is Mode.PRODUCTION and self.base_url.startswith("http://"):
            raise ValueError(f"{PREFIX}BASE_URL moet in productie met https:// beginnen")
        if self.smtp_url and not self.mail_from:
            raise ValueError(f"{PREFIX}SMTP_URL kan niet zonder {PREFIX}MAIL_FROM")
        if bool(self.sms_key.get_secret_value()) != bool(self.sms_template):
            raise ValueError(f"{PREFIX}SMS_KEY en {PREFIX}SMS_TEMPLATE horen bij elkaar")
        for name, is_on in (("CONFORMANCE", self.conformance), ("TLS_SELF_SIGNED", self.tls_self_signed)):
            if self.mode is Mode.PRODUCTION and is_on:
                raise ValueError(f"{PREFIX}{name} kan niet samen met {PREFIX}MODE=production")
        return self

    @property
    def public_url(self) -> str:
        """Give the address that stands in what is signed, without a slash at the end."""
        return self.base_url or f"http://localhost:{self.port}"

    @property
    def register_files(self) -> tuple[Path, ...]:
        """Give the files of the registers, the one that counts most first."""
        return tuple(Path(each.strip()) for each in self.registers.split(",") if each.strip())

    @property
    def candidates_kept(self) -> timedelta:
        """Give how long a school keeps who it did not decide on."""
        return timedelta(days=self.candidate_days)

    @property
    def checks_per_minute(self) -> int:
        """Give how many badges one address may have checked a minute; whoever tries a demo tries a lot."""
        is_said = "limit_per_minute" in self.model_fields_set
        return DEMO_PER_MINUTE if self.mode is Mode.DEMO and not is_said else self.limit_per_minute

    @property
    def spoken_hulptalen(self) -> tuple[Hulptaal, ...]:
        """List the hulptalen that are on: in production only what a speaker has read, unless it is said."""
        if self.hulptalen:
            named = {each.strip() for each in self.hulptalen.split(",")}
            return tuple(each for each in CODES if each in named)
        return CODES if self.mode is Mode.DEMO else read_hulptalen()

    @property
    def suite_url(self) -> str:
        """Give the address at which public suites call, which is not what is signed in badges."""
        has_other_scheme = self.tls_self_signed and self.public_url.startswith("http://")
        return f"https://localhost:{self.port}" if has_other_scheme else self.public_url

    @property
    def mail_server(self) -> MailServer | None:
        """Give where mail goes; None where none is sent."""
        return MailServer.at(self.smtp_url) if self.smtp_url else None

    @property
    def database(self) -> str:
        """Give the address of the database."""
        return self.database_url or f"sqlite:///{self.data_dir / 'praktijkbewijs.db'}"


def read_settings() -> Settings:
    """Read the settings from the environment.

    Raises:
        SettingsError: for an unknown or wrong setting; the text says what to do.
    """
    problems = _unknown_settings()
    try:
        settings = Settings()
    except ValidationError as error:
        problems += [_sentence(each) for each in error.errors()]
        raise SettingsError("\n".join(problems)) from error
    if problems:
        raise SettingsError("\n".join(problems))
    return settings


def _why_no_did(address: SplitResult) -> str:
    """Say what keeps an address from being the name of an issuer."""
    if address.scheme != "https":
        return _NOT_HTTPS
    host = address.hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return _LOCAL
    return _NO_NAME if "." in host else _NO_DOT


def _unknown_settings() -> list[str]:
    """Name each variable with our prefix that is no setting: a typing error must not pass unseen."""
    known = {name.upper() for name in Settings.model_fields}
    given = {name.removeprefix(PREFIX) for name in os.environ if name.startswith(PREFIX)}
    return [
        f"{PREFIX}{name} bestaat niet. Haal hem weg, of kies uit: {', '.join(sorted(known))}."
        for name in sorted(given - known - TEST_ONLY)
    ]


def serving_settings(settings: Settings) -> Settings:
    """Check what only a running service needs, and give the settings back.

    Raises:
        SettingsError: in production the service has no address of its own, or nobody whom people can reach.
    """
    missing = [name for name in _NEEDED if name not in settings.model_fields_set]
    if settings.mode is Mode.PRODUCTION and missing:
        said = [f"{PREFIX}{name.upper()} ontbreekt. {_NEEDED[name]}" for name in missing]
        raise SettingsError("\n".join([*said, f"Wil je het eerst proberen? Zet {PREFIX}MODE op demo."]))
    return settings


def _sentence(problem: ErrorDetails) -> str:
    """Turn a problem of pydantic into a Dutch sentence about the setting."""
    if problem["type"] == "value_error":
        reason = problem["msg"].removeprefix("Value error, ")
    else:
        reason = _REASONS.get(problem["type"], problem["msg"]).format(**problem.get("ctx", {}))
        reason = reason.replace("' or '", "' of '")
    if not problem["loc"]:
        return f"{reason[0].upper()}{reason[1:]}."
    return f"{PREFIX}{str(problem['loc'][0]).upper()} klopt niet: {reason}."
