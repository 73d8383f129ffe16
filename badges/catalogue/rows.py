"""The shape of a file that holds an edition: JSON with the Dutch names of the starter data."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Crebo = Annotated[str, Field(pattern=r"^[0-9]{5}$")]
Code = Annotated[str, Field(pattern=r"^[BP][0-9]{1,2}-K[0-9]{1,2}-W[0-9]{1,2}$")]
KerntaakCode = Annotated[str, Field(pattern=r"^[BP][0-9]{1,2}-K[0-9]{1,2}$")]
Text = Annotated[str, Field(min_length=1, max_length=20_000)]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class Row(BaseModel):
    """Refuse a key that we do not know: it would be a fact that we lose."""

    model_config = ConfigDict(extra="forbid", strict=True)


class WerkprocesRow(Row):
    """Hold a werkproces; the texts are in an official delivery only."""

    code: Code
    titel: Text
    omschrijving: Text | None = None
    resultaat: Text | None = None
    gedrag: Text | None = None


class KerntaakRow(Row):
    """Hold a kerntaak."""

    code: KerntaakCode
    titel: Text
    werkprocessen: list[WerkprocesRow]


class SkillRow(Row):
    """Hold a skill of CompetentNL."""

    uri: Text
    label: Text
    categorie: str | None = None
    soort: str | None = None


class KwalificatieRow(Row):
    """Hold a kwalificatie."""

    crebo: Crebo
    naam: Text
    niveau: Annotated[int, Field(ge=1, le=4)] | None
    dossier_naam: str | None
    dossier_crebo: Crebo | None
    sector: str | None
    kerntaken: list[KerntaakRow]
    source: Text
    bron_vastgesteld: str | None = None
    verified: bool
    note: str | None = None
    competentnl: list[SkillRow] = []
    omschrijving: str | None = None
    competentnl_label: str | None = None
    competentnl_source: str | None = None
    nlqf: str | None = None
    eqf: int | None = None
    niveau_bron: str | None = None
    versie: str | None = None
    status: str | None = None
    geldig_van: str | None = None
    einde_instroom: str | None = None
    einde_opleiding: str | None = None
    opvolger: str | None = None


class CertificaatRow(Row):
    """Hold a mbo-certificaat."""

    code: Annotated[str, Field(pattern=r"^C[0-9]{4}$")]
    titel: Text
    crebo: Crebo | None
    onderdelen: list[str] | None
    source: Text
    verified: bool


class KeuzedeelRow(Row):
    """Hold a keuzedeel."""

    code: Annotated[str, Field(pattern=r"^K[0-9]{4}$")]
    titel: Text
    source: Text
    verified: bool


class OpenQuestionRow(Row):
    """Hold what could not be verified."""

    crebo: str | None
    naam: Text
    verified: bool
    note: str | None = None


class MetaRow(Row):
    """Hold where the edition came from."""

    gemaakt: Day
    toelichting: Text
    codepatroon: str | None = None
    licentie: str | None = None


class EditionFile(Row):
    """Hold a whole edition."""

    meta: MetaRow
    kwalificaties: list[KwalificatieRow]
    mbo_certificaten: list[CertificaatRow] = []
    keuzedelen: list[KeuzedeelRow] = []
    competentnl_vaardigheden: list[SkillRow] = []
    niet_geverifieerd: list[OpenQuestionRow] = []
