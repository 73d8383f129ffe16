"""One step of giving a badge: the form as it was sent, who sent it, and for which werkproces."""

from dataclasses import asdict, dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Form
from pydantic import BaseModel, Field
from starlette.requests import Request

from badges.catalogue.model import Entry, Werkproces
from issuers.dependencies import Desk, SignedInActor
from issuers.desk import IssuingDesk
from issuers.issuing.judging import TypedJudgement
from issuers.issuing.replacing import Correction
from issuers.issuing.tables import CorrectionKind
from issuers.people.permissions import Action, Actor, require
from templates import views
from web.locale import Language, language_of

KEY = r"^[A-Za-z0-9_-]{0,64}$"
"""What an idempotency key may be; the form makes one of 22 characters."""


class GivingForm(BaseModel):
    """Hold the fields of the form as they were sent; what is wrong with them is said beside each field.

    `eerder` is the key of what was given before and stopped: given again, it is the same one.
    """

    naam: str = ""
    zin: str = ""
    van: str = ""
    tot: str = ""
    zelfstandigheid: str = ""
    rol: str = ""
    leervorm: str = ""
    vaardigheid: list[str] = []
    sleutel: Annotated[str, Field(pattern=KEY)] = ""
    afspraak: UUID | None = None
    klad: Annotated[int, Field(ge=0)] = 0
    verbetert: UUID | None = None
    fout: CorrectionKind = CorrectionKind.SCHRIJFFOUT
    melding: UUID | None = None
    eerder: Annotated[str, Field(pattern=KEY)] = ""
    gelezen: str = ""
    foto: list[str] = []

    @classmethod
    def of(cls, typed: TypedJudgement) -> "GivingForm":
        """Fill the form with what was typed before."""
        fields = asdict(typed)
        return cls(vaardigheid=list(fields.pop("vaardigheden")), **fields)

    @property
    def judgement(self) -> TypedJudgement:
        """Give what was typed about the person's work."""
        return TypedJudgement(
            naam=self.naam,
            zin=self.zin,
            van=self.van,
            tot=self.tot,
            zelfstandigheid=self.zelfstandigheid,
            rol=self.rol,
            leervorm=self.leervorm,
            vaardigheden=tuple(self.vaardigheid),
        )

    @property
    def typed(self) -> views.issuing.Typed:
        """Give what was typed, to show it again."""
        return views.issuing.Typed(**asdict(self.judgement))

    def hidden(self, *, key: str) -> views.issuing.Hidden:
        """Give all that was typed as hidden inputs, with the idempotency key."""
        single = [(name, value) for name, value in self.typed_fields if value]
        return (
            *single,
            *(("vaardigheid", uri) for uri in self.vaardigheid),
            *self.occasion,
            *(("foto", token) for token in self.foto),
            ("sleutel", key),
        )

    @property
    def occasion(self) -> views.issuing.Hidden:
        """Give the agreement it is for, with the draft that was seen of it; what it corrects or repeats."""
        agreed = (("afspraak", str(self.afspraak)), ("klad", str(self.klad))) if self.afspraak else ()
        corrects = (("verbetert", str(self.verbetert)), ("fout", self.fout.value)) if self.verbetert else ()
        said = (("melding", str(self.melding)),) if self.melding else ()
        again = (("eerder", self.eerder),) if self.eerder else ()
        return (*agreed, *corrects, *said, *again)

    @property
    def correction(self) -> Correction | None:
        """Give which badge is put right, if one is."""
        if self.verbetert is None:
            return None
        return Correction(badge_id=self.verbetert, kind=self.fout, profiel_id=self.afspraak)

    @property
    def typed_fields(self) -> list[tuple[str, str]]:
        """Give name and text of each field that holds one text."""
        names = ("naam", "zin", "van", "tot", "zelfstandigheid", "rol", "leervorm")
        return [(name, getattr(self, name)) for name in names]


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one step of giving: who gives, for which werkproces, and what was typed so far."""

    request: Request
    desk: IssuingDesk
    actor: Actor
    entry: Entry
    filled: GivingForm

    @property
    def language(self) -> Language:
        """Give the language of the page."""
        return language_of(self.request)

    @property
    def path(self) -> str:
        """Give the address of the form for this werkproces."""
        return form_path(self.entry.werkproces)

    @property
    def work(self) -> tuple[str, str]:
        """Give crebo and code of the werkproces."""
        return self.entry.werkproces.crebo, self.entry.werkproces.code


async def work_of(crebo: str, code: str) -> tuple[str, str]:
    """Read which werkproces the address names."""
    return crebo, code


NamedWork = Annotated[tuple[str, str], Depends(work_of)]


def entry_of(desk: IssuingDesk, work: tuple[str, str], *, of: UUID | None) -> Entry:
    """Find the werkproces that the address names.

    `of` is the agreement it stands in, or the badge that says it: that goes on when an import took it out.
    """
    return desk.catalogue.last_entry(*work) if of else desk.catalogue.entry(*work)


def _sent(
    request: Request,
    desk: Desk,
    actor: SignedInActor,
    work: NamedWork,
    filled: Annotated[GivingForm, Form()],
) -> Step:
    """Gather the step that a form was sent for."""
    entry = entry_of(desk, work, of=filled.afspraak or filled.verbetert)
    return Step(request=request, desk=desk, actor=actor, entry=entry, filled=filled)


AnyStep = Annotated[Step, Depends(_sent)]


def step_of(sent: AnyStep) -> Step:
    """Take a step of someone who may give badges.

    Raises:
        PermissionDeniedError: this one may not.
    """
    require(sent.actor, Action.ISSUE)
    return sent


def draft_step_of(sent: AnyStep) -> Step:
    """Take a step of someone who may prepare a badge.

    Raises:
        PermissionDeniedError: this one may not.
    """
    require(sent.actor, Action.DRAFT)
    return sent


SentStep = Annotated[Step, Depends(step_of)]
DraftStep = Annotated[Step, Depends(draft_step_of)]


def form_path(werkproces: Werkproces, *, verbetert: UUID | None = None) -> str:
    """Give the address of the form for a werkproces, also where a badge was given for the wrong one."""
    path = f"/uitreiken/{werkproces.crebo}/{werkproces.code}"
    return f"{path}?verbetert={verbetert}&fout={CorrectionKind.ANDER_WERK}" if verbetert else path
