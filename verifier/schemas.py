"""The report and the request as the API describes them; the report itself is made by `verifier.report`."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from verifier.needs import Purpose
from verifier.recognition import Recognised
from verifier.report import Form, Kind
from verifier.states import Answer, Outcome, Standing, State, Status, Verdict


class _Shape(BaseModel):
    """Share the rules of all shapes: camelCase, nothing besides what is described."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")


class Tweetalig(_Shape):
    """Dezelfde zin in het Nederlands en in het Engels."""

    nl: str
    en: str


class Controle(_Shape):
    """Eén controle: wat er is nagekeken, wat eruit kwam, en welke regel dat vraagt."""

    code: Annotated[str, Field(examples=["signature"])]
    outcome: Outcome
    sentence: Tweetalig
    clause: str
    pointer: str | None = None


class Uitgever(_Shape):
    """Wie het bewijs gaf; `name` komt uit het register als de uitgever daarin staat."""

    id: str
    name: str
    stated_name: str | None = None
    kind: str | None = None
    url: str | None = None


class Werkproces(_Shape):
    """Het werkproces waar het bewijs over gaat, zoals de uitgever het schreef."""

    crebo: str
    code: str
    title: str | None = None
    framework: str | None = None
    url: str | None = None


class Beoordelaar(_Shape):
    """Wie beoordeelde, als dat een ander is dan wie het gaf: bij een praktijkverklaring het leerbedrijf."""

    id: str
    name: str


class Vaardigheid(_Shape):
    """Een vaardigheid die in het bewijs staat."""

    label: str
    url: str | None = None


class Feiten(_Shape):
    """Wat er in het bewijs staat; alleen bij een bewijs dat echt is."""

    credential_id: str
    issuer: Uitgever
    name: str | None = None
    title: str | None = None
    description: str | None = None
    criteria: str | None = None
    narratives: list[str] = []
    awarded_date: datetime | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    activity_start_date: datetime | None = None
    activity_end_date: datetime | None = None
    independence: str | None = None
    level: str | None = None
    role: str | None = None
    learning: list[str] = []
    werkproces: Werkproces | None = None
    judged_by: Beoordelaar | None = None
    werkprocessen: list[Werkproces] = []
    partial: bool | None = None
    skills: list[Vaardigheid] = []
    meaning: list[Tweetalig]


class Erkenning(_Shape):
    """Of het leerbedrijf op de dag van de beoordeling erkend was voor dit werk, en wie dat zegt.

    Welke dag dat was (`on`), schreef de uitgever op.
    """

    status: Recognised
    on: date | None = None
    source: str | None = None


class Bevestigd(_Shape):
    """Wie het bewijs bevestigde, op welke dag, en waar dat ondertekend staat."""

    by: str
    on: date
    address: str


class Bron(_Shape):
    """Wat er voor het verslag is opgehaald, en wanneer."""

    purpose: Purpose
    address: str
    at: datetime


class Beleid(_Shape):
    """Of het mag volgens het beleid waar je om vroeg, en waarom."""

    answer: Answer
    reason: Tweetalig


class Verificatie(_Shape):
    """Het antwoord op de vraag of je op een bewijs kunt vertrouwen."""

    kind: Kind
    verdict: Verdict
    state: State
    authentic: Answer
    issuer: Standing
    status: Status
    heading: Tweetalig
    text: Tweetalig
    checked_at: datetime
    checks: Annotated[list[Controle], Field(min_length=1)]
    facts: Feiten | None = None
    recognition: Erkenning | None = None
    confirmations: list[Bevestigd] = []
    withdrawn_on: datetime | None = None
    status_list_of: datetime | None = None
    replacement: str | None = None
    accepted: Beleid | None = None
    notes: list[Tweetalig] = []
    forms: list[Form]
    sha256: str | None = None
    sources: list[Bron] = []
    inside: list["Deel"] = []
    endorsements: list["Deel"] = []


class Probleem(_Shape):
    """Waarom iets niet te lezen was, en wat je kunt doen."""

    code: str
    detail: Tweetalig


class Deel(_Shape):
    """Het verslag over één van meer bewijzen, of waarom er geen verslag is."""

    name: str | None = None
    report: Verificatie | None = None
    problem: Probleem | None = None


class Verificaties(_Shape):
    """De antwoorden op een vraag over meer bewijzen, in de volgorde van de vraag."""

    parts: list[Deel]


class BewijsVerzoek(_Shape):
    """Vraag om een bewijs te controleren dat je meestuurt."""

    bewijs: dict[str, Any]


class BewijzenVerzoek(_Shape):
    """Vraag om hooguit 100 bewijzen te controleren: elk als object, als link of als ondertekende tekst."""

    bewijzen: Annotated[list[dict[str, Any] | str], Field(min_length=1, max_length=100)]


class LinkVerzoek(_Shape):
    """Vraag om het bewijs achter een link te controleren."""

    link: Annotated[str, Field(max_length=2000)]
