"""The fields about an organisation as a browser sends them: the same to join and to change."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, Field

from issuers.organisations.declaring import TypedFacts
from issuers.organisations.face import TypedFace
from issuers.organisations.numbers import NumberKind
from issuers.organisations.tables import Organisation
from templates import views

AGREEMENT_PATH = "/verwerkersovereenkomst"


class FactsForm(BaseModel):
    """Hold the fields about what an organisation is."""

    soort: list[str] = []
    leerbedrijf: str = ""
    kvk: str = ""
    vestiging: str = ""
    rsin: str = ""
    rechtspersoon: str = ""
    brin: str = ""
    brin_vestiging: Annotated[str, Field(alias="brin-vestiging")] = ""
    schoolsoort: str = ""
    oin: str = ""

    @property
    def facts(self) -> TypedFacts:
        """Give what was typed about what the organisation is."""
        sent = self.model_dump(by_alias=True)
        return TypedFacts(
            kinds=tuple(self.soort),
            numbers={kind: sent[kind.value] for kind in NumberKind},
            school_kind=self.schoolsoort,
            of_no_person=self.rechtspersoon,
        )


class FaceForm(BaseModel):
    """Hold the fields about what everyone may see of an organisation."""

    naam: str = ""
    naam_mag: Annotated[str, Field(alias="naam-mag")] = ""
    officiele_naam: Annotated[str, Field(alias="officiele-naam")] = ""
    website: str = ""
    contact: str = ""
    gemeente: str = ""
    regio: str = ""

    @property
    def face(self) -> TypedFace:
        """Give what was typed about what everyone may see."""
        return TypedFace(**self.model_dump(include=set(FaceForm.model_fields)))


def link_to(organisation: Organisation | None, *, under: str) -> views.pieces.Link | None:
    """Name an organisation, with the way to its page; None for none."""
    return (
        views.pieces.Link(href=f"{under}/{organisation.id}", text=organisation.name) if organisation else None
    )


def typed_of(form: BaseModel) -> Mapping[str, str]:
    """Give each field that holds one text, by the name of its input, to show it again."""
    sent = form.model_dump(by_alias=True)
    return {name: value for name, value in sent.items() if isinstance(value, str)}
