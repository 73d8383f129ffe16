"""What these pages show of what was collected, to the recipient and to who works with him."""

from dataclasses import dataclass
from typing import Final

from starlette.requests import Request

from badges.catalogue.fields import field_of
from badges.catalogue.plain import plain_text
from badges.moments import dutch_day
from issuers.assessing.keeping import KnownAssessment, list_assessments
from issuers.assessing.reading import FIELDS as FIELDS_JUDGED
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.evidence.collectors import Collector, Learner, Member
from issuers.evidence.looking import Along, Collected, list_evidence
from issuers.evidence.reading import FIELDS
from issuers.evidence.tables import EvidenceKind
from issuers.organisations.founding import find_organisation
from issuers.people.permissions import Actor
from issuers.saying import Done, done_of
from issuers.werkplekprofiel.known import Goal, KnownProfiel, Standing
from issuers.werkplekprofiel.tables import WerkprocesKey
from templates import views
from web.locale import language_of

DONE: Done = {
    "bewaard": {"nl": "Het is bewaard.", "en": "It is kept."},
    "weg": {"nl": "Het is weg.", "en": "It is gone."},
    "school-ziet": {"nl": "De school mag dit zien.", "en": "The school may see this."},
    "school-ziet-niet": {
        "nl": "De school ziet dit niet meer.",
        "en": "The school does not see this any more.",
    },
    "foto-mee": {
        "nl": "Deze foto gaat mee met je bewijs.",
        "en": "This photo goes along with your badge.",
    },
    "foto-niet-mee": {
        "nl": "Deze foto gaat niet mee. Dat is ook goed.",
        "en": "This photo does not go along. That is fine too.",
    },
    "foto-weg": {
        "nl": "Deze foto is niet meer te zien bij je bewijs.",
        "en": "This photo is not shown with your badge any more.",
    },
    "beoordeeld": {"nl": "De beoordeling is bewaard.", "en": "The assessment is kept."},
}
DONE_OWN: Done = {
    **DONE,
    "bewaard": {"nl": "Klaar. Wie jou helpt, ziet het nu.", "en": "Done. Whoever helps you sees it now."},
}

KEPT: Final = frozenset({"bewaard", "beoordeeld"})
"""After these nothing of what was typed is left to go on with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collecting:
    """Hold who collects for which agreement, and where the pages of that are."""

    request: Request
    desk: IssuingDesk
    by: Collector
    known: KnownProfiel
    here: str

    @classmethod
    def of_member(
        cls, request: Request, desk: IssuingDesk, known: KnownProfiel, *, actor: Actor
    ) -> "Collecting":
        """Let in who works with the recipient of an agreement."""
        by = Member(actor=actor, profiel_id=known.id)
        return cls(request=request, desk=desk, by=by, known=known, here=f"/afspraken/{known.id}")

    @property
    def is_own(self) -> bool:
        """Tell whether it is the recipient himself."""
        return isinstance(self.by, Learner)

    def at(self, work: WerkprocesKey) -> str:
        """Give the address of what was collected for a werkproces."""
        return f"{self.here}/werk/{work[0]}/{work[1]}"

    def goal(self, work: WerkprocesKey) -> Goal:
        """Find a werkproces of the agreement.

        Raises:
            NotFoundError: it does not stand in it.
        """
        found = next((goal for goal in self.known.goals if goal.key == work), None)
        if found is None:
            raise NotFoundError
        return found

    def sentence(self, work: WerkprocesKey) -> str | None:
        """Give our sentence about the werkproces, where we have one."""
        plain = plain_text(self.goal(work).entry.werkproces, language=language_of(self.request))
        return plain.sentence if plain else None


def page_of(
    at: Collecting, frame: views.pieces.Frame, work: WerkprocesKey, *, done: str
) -> views.evidence.EvidencePage:
    """Show what was collected for a werkproces, and what can be added."""
    entry = at.goal(work).entry
    return views.evidence.EvidencePage(
        frame=frame,
        name=at.known.name,
        is_own=at.is_own,
        title=entry.werkproces.title,
        sentence=at.sentence(work),
        below=entry.kwalificatie.name,
        field=field_of(work[0]),
        beside=beside(at, work),
        assess_href=None if at.is_own else f"{at.here}/beoordeel/{work[0]}/{work[1]}",
        add=tuple(
            views.evidence.EvidenceAdd(kind=kind.value, href=f"{at.at(work)}/{kind.value}")
            for kind in EvidenceKind
            if kind in at.by.kinds
        ),
        back_href=at.here,
        school=_school(at),
        done=done_of(at.request, done, done=DONE_OWN if at.is_own else DONE),
        is_kept=done in KEPT,
    )


def _school(at: Collecting) -> str | None:
    return find_organisation(at.desk, at.known.school_id).name if at.known.school_id else None


def beside(at: Collecting, work: WerkprocesKey) -> views.evidence.Beside:
    """Show what was judged of a werkproces and what was collected for it: beside what is written of it."""
    return views.evidence.Beside(
        assessments=tuple(_assessment(at, each) for each in list_assessments(at.desk, work, by=at.by)),
        items=tuple(_item(at, each, work=work) for each in list_evidence(at.desk, work, by=at.by)),
        href=at.at(work),
        is_own=at.is_own,
    )


def _assessment(at: Collecting, each: KnownAssessment) -> views.evidence.AssessmentItem:
    texts = {field: text for field in FIELDS_JUDGED if (text := getattr(each, field))}
    return views.evidence.AssessmentItem(
        texts=texts,
        independence=each.independence,
        on=dutch_day(each.on),
        by=each.by,
        remove_action=None if at.is_own else f"{at.here}/beoordeeld/{each.id}/weg",
    )


def _item(at: Collecting, each: Collected, *, work: WerkprocesKey) -> views.evidence.EvidenceItem:
    this = f"{at.here}/verzameld/{each.id}"
    return views.evidence.EvidenceItem(
        kind=each.kind.value,
        texts={field: each.texts[field] for field in FIELDS[each.kind] if field in each.texts},
        on=dutch_day(each.on),
        by=each.by,
        photo=views.evidence.Photo(href=f"{this}/foto", width=each.size[0], height=each.size[1])
        if each.size
        else None,
        change_href=this if each.may_change else None,
        remove_action=f"{this}/weg" if each.may_remove else None,
        is_shown=each.is_shown,
        show_action=f"{this}/school" if each.may_show else None,
        hide_action=f"{this}/geen-school" if each.is_shown else None,
        along=_along(at, each, work=work),
    )


def _along(at: Collecting, each: Collected, *, work: WerkprocesKey) -> views.evidence.AlongBadge | None:
    """Show whether a photo goes along with the badge, and what the recipient can say to that.

    Once a badge was given without it, there is nothing to choose any more.
    """
    is_late = each.along is Along.NOT_CHOSEN and (
        at.goal(work).is_reached or at.known.standing is Standing.ENDED
    )
    if each.along is None or is_late:
        return None
    this = f"{at.here}/verzameld/{each.id}"
    may_stop = at.is_own and each.along in {Along.CHOSEN, Along.SHOWN}
    may_choose = at.is_own and each.along is Along.NOT_CHOSEN
    return views.evidence.AlongBadge(
        state=each.along.value,
        yes_action=f"{this}/bij-bewijs" if may_choose else None,
        no_action=f"{this}/niet-bij-bewijs" if may_stop else None,
    )
