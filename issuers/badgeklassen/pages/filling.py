"""The fields of the form with which a badge of one's own is given, as they were sent."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from issuers.issuing.pages.step import KEY
from issuers.issuing.pages.writing import origin
from issuers.issuing.replacing import Correction
from issuers.issuing.reserving import Agreed, Occasion
from issuers.issuing.tables import CorrectionKind
from templates import views


class GivingFields(BaseModel):
    """Hold the fields of the form as they were sent; what is wrong with them is said beside each field."""

    naam: str = ""
    zin: str = ""
    van: str = ""
    tot: str = ""
    stap: str = ""
    rol: str = ""
    sleutel: Annotated[str, Field(pattern=KEY)] = ""
    gelezen: str = ""
    verbetert: UUID | None = None
    fout: CorrectionKind = CorrectionKind.SCHRIJFFOUT
    afspraak: UUID | None = None

    @property
    def typed(self) -> dict[str, str]:
        """Give what was typed about the person's work, by the name of its field."""
        return self.model_dump(include={"naam", "zin", "van", "tot", "stap", "rol"})

    def hidden(self, *, key: str) -> views.issuing.Hidden:
        """Give all that was typed as hidden inputs, with the idempotency key."""
        return (
            *((name, value) for name, value in self.typed.items() if value),
            *self.along,
            ("sleutel", key),
        )

    @property
    def along(self) -> views.issuing.Hidden:
        """Give why it is given, to go along with the form."""
        agreed = (("afspraak", str(self.afspraak)),) if self.afspraak else ()
        corrects = (("verbetert", str(self.verbetert)), ("fout", self.fout.value)) if self.verbetert else ()
        return (*agreed, *corrects)

    @property
    def occasion(self) -> Occasion:
        """Say why it is given: in the place of another, to somebody who learns here, or freely."""
        return self.correction or (Agreed(self.afspraak) if self.afspraak else None)

    @property
    def back_href(self) -> str:
        """Give the page that the form was opened from."""
        return f"/gegeven/{self.verbetert}/verbeteren" if self.verbetert else origin(self.afspraak)

    @property
    def correction(self) -> Correction | None:
        """Give which badge is put right, if one is."""
        if self.verbetert is None:
            return None
        return Correction(badge_id=self.verbetert, kind=self.fout, profiel_id=self.afspraak)
