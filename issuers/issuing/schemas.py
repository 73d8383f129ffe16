"""What systems send to give, correct and withdraw badges, and what they get, as the API describes it."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from badges.judgement import Independence, Leervorm, Role
from issuers.issuing.judging import NAME_LENGTH, NARRATIVE_LENGTH, SKILLS_AT_MOST, TypedJudgement
from issuers.issuing.tables import CorrectionKind, RevocationReason


class _Shape(BaseModel):
    """Share the rules of all shapes: camelCase, nothing besides what is described."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="forbid")


_DAY: dict[str, Any] = {"format": "date"}


class ToekenningVerzoek(_Shape):
    """Een oordeel over het werk van één persoon, zoals op het formulier. Wat te lang is, wordt geweigerd."""

    crebo: Annotated[str, Field(description="De kwalificatie.", examples=["25774"])]
    werkprocescode: Annotated[str, Field(description="Het werkproces.", examples=["B1-K2-W1"])]
    zin: Annotated[
        str,
        Field(
            description=f"Wat de persoon deed, in één of twee zinnen; hooguit {NARRATIVE_LENGTH} tekens.",
            examples=["Sam verzamelde elke ochtend 40 orders met de handscanner."],
        ),
    ]
    van: Annotated[str, Field(description="De eerste dag.", examples=["2026-01-05"], json_schema_extra=_DAY)]
    tot: Annotated[str, Field(description="De laatste dag.", examples=["2026-06-26"], json_schema_extra=_DAY)]
    naam: Annotated[
        str | None,
        Field(description=f"Alleen als de persoon dat wil; hooguit {NAME_LENGTH} tekens."),
    ] = None
    zelfstandigheid: Annotated[
        str | None, Field(description=f"Een van: {', '.join(Independence)}.", examples=["zelfstandig"])
    ] = None
    rol: Annotated[str | None, Field(description=f"Een van: {', '.join(Role)}.", examples=["stagiair"])] = (
        None
    )
    leervorm: Annotated[
        str | None,
        Field(description=f"Een van: {', '.join(Leervorm)}. Zonder is het {Leervorm.INFORMEEL}."),
    ] = None
    vaardigheden: Annotated[
        list[str],
        Field(description=f"Adressen van vaardigheden bij de kwalificatie; hooguit {SKILLS_AT_MOST}."),
    ] = []

    @property
    def typed(self) -> TypedJudgement:
        """Give it as the form has it."""
        return TypedJudgement(
            naam=self.naam or "",
            zin=self.zin,
            van=self.van,
            tot=self.tot,
            zelfstandigheid=self.zelfstandigheid or "",
            rol=self.rol or "",
            leervorm=self.leervorm or "",
            vaardigheden=tuple(self.vaardigheden),
        )


class Toekenning(_Shape):
    """Een bewijs dat is gegeven; altijd hetzelfde antwoord op dezelfde vraag."""

    id: Annotated[UUID, Field(description="Hiermee vraag je het bewijs op of trek je het in.")]
    adres: Annotated[str, Field(description="De pagina voor wie het bewijs kreeg. Houd dit adres geheim.")]
    bewijs_id: Annotated[str, Field(description="De id die in het bewijs zelf staat.")]
    gegeven_op: datetime


class VerbeteringVerzoek(ToekenningVerzoek):
    """Wat er niet klopte, en het hele oordeel zoals het wel moet zijn."""

    reden: Annotated[
        Literal["schrijffout", "ander-werk", "andere-persoon"],
        Field(
            description="Bij schrijffout en ander-werk leidt het oude bewijs naar het betere, en hoort wie "
            "het kreeg dat het is verbeterd. Bij andere-persoon was het voor een ander: het oude wordt "
            "ingetrokken en leidt nergens heen.",
            examples=["schrijffout"],
        ),
    ]

    @property
    def kind(self) -> CorrectionKind:
        """Give what was wrong."""
        return CorrectionKind(self.reden)


class Verbetering(Toekenning):
    """Een beter bewijs, in de plaats van een ander; altijd hetzelfde antwoord op dezelfde vraag."""

    vervangt: Annotated[UUID, Field(description="De `id` van het bewijs dat niet klopte.")]
    reden: CorrectionKind


class GegevenToekenning(Toekenning):
    """Een bewijs dat is gegeven, en hoe het er nu mee staat."""

    crebo: str | None
    werkprocescode: str | None
    titel: str | None
    naam: str | None
    van: date | None
    tot: date | None
    ingetrokken_op: datetime | None
    vervangen_door: Annotated[
        UUID | None, Field(description="De `id` van het betere bewijs waar dit naartoe leidt.")
    ]


class ToekenningMetBewijs(GegevenToekenning):
    """Een bewijs dat is gegeven, met het ondertekende bewijs zelf (Open Badges 3.0)."""

    bewijs: dict[str, Any]


class Toekenningen(_Shape):
    """Bewijzen die de organisatie gaf, de nieuwste eerst; `volgende` is null op de laatste bladzijde."""

    toekenningen: list[GegevenToekenning]
    volgende: str | None


class IntrekkingVerzoek(_Shape):
    """Waarom een bewijs wordt ingetrokken."""

    reden: Literal["vergissing", "op-verzoek", "anders"]


class Intrekking(_Shape):
    """Een bewijs dat is ingetrokken; wie het controleert, ziet dat."""

    id: UUID
    ingetrokken_op: datetime
    reden: RevocationReason
