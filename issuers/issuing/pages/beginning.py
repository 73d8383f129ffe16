"""How the form begins on which is written what somebody did: with all that is known already."""

from dataclasses import replace
from uuid import UUID

from pydantic import BaseModel

from badges.catalogue.model import Entry
from issuers.assessing.keeping import list_assessments
from issuers.desk import IssuingDesk
from issuers.drafts.keeping import find_draft
from issuers.evidence.collectors import Member
from issuers.holding.again import begin_again
from issuers.issuing.correcting import begin_correction
from issuers.issuing.judging import TypedJudgement
from issuers.issuing.pages.step import GivingForm
from issuers.issuing.replacing import Correction
from issuers.issuing.tables import CorrectionKind
from issuers.people.permissions import Actor
from issuers.posters.saying import KnownSaying, find_saying
from issuers.werkplekprofiel.keeping import find_profiel
from issuers.werkplekprofiel.progress import require_yes


class Start(BaseModel):
    """Hold for what the form is opened: an agreement, a badge to put right, what was stopped."""

    afspraak: UUID | None = None
    verbetert: UUID | None = None
    fout: CorrectionKind = CorrectionKind.SCHRIJFFOUT
    melding: UUID | None = None
    opnieuw: UUID | None = None
    klaar: str = ""


def begin(desk: IssuingDesk, start: Start, *, entry: Entry, actor: Actor) -> GivingForm:
    """Fill the form with what is known already.

    Raises:
        IssuersError: as `_agreed`, `_corrected` and `_again`.
    """
    if start.opnieuw:
        return _again(desk, start.opnieuw, entry=entry, actor=actor)
    if start.verbetert:
        correction = Correction(badge_id=start.verbetert, kind=start.fout, profiel_id=start.afspraak)
        return _corrected(desk, correction, entry=entry, actor=actor)
    today = desk.clock.today().isoformat()
    free = GivingForm(tot=today)
    filled = _agreed(desk, start.afspraak, entry=entry, actor=actor) if start.afspraak else free
    said = find_saying(desk, start.melding, actor=actor) if start.melding else None
    return _with(filled, said) if said else filled


def begin_judged(desk: IssuingDesk, profiel_id: UUID, *, entry: Entry, actor: Actor) -> GivingForm:
    """Begin with what was just judged as the sentence; what somebody wrote before goes before it.

    Raises:
        ProfielEndedError: it was stopped.
        ProfielNotAgreedError: the recipient did not say yes to it.
    """
    filled = _agreed(desk, profiel_id, entry=entry, actor=actor)
    if filled.klad:
        return filled
    work = (entry.werkproces.crebo, entry.werkproces.code)
    judged = list_assessments(desk, work, by=Member(actor=actor, profiel_id=profiel_id))
    return filled.model_copy(update={"zin": "".join(each.text for each in judged[:1])})


def _with(filled: GivingForm, said: KnownSaying) -> GivingForm:
    """Fill in what somebody said at a poster, where nothing was written before; an agreed name stays."""
    day = said.day.isoformat()
    typed = {"zin": said.text, "van": day, "tot": day} if not filled.zin else {}
    named = {} if filled.afspraak else {"naam": said.name}
    return filled.model_copy(update=typed | named | {"melding": said.id})


def _corrected(desk: IssuingDesk, correction: Correction, *, entry: Entry, actor: Actor) -> GivingForm:
    """Begin with what the badge says that is put right.

    Raises:
        NotFoundError: the organisation has no such badge.
        RevocationError: it does not stand.
        ProfielNotAgreedError: the recipient did not say yes to how the agreement stands now.
    """
    begun = begin_correction(desk, correction, actor=actor)
    offered = {skill.uri for skill in entry.kwalificatie.suggested_skills}
    skills = tuple(each for each in begun.typed.vaardigheden if each in offered)
    filled = GivingForm.of(replace(begun.typed, vaardigheden=skills))
    known = {"verbetert": correction.badge_id, "fout": correction.kind, "afspraak": begun.profiel_id}
    return filled.model_copy(update=known)


def _again(desk: IssuingDesk, held_id: UUID, *, entry: Entry, actor: Actor) -> GivingForm:
    """Begin with what was given, waited and was stopped.

    Raises:
        NotFoundError: nothing of the kind was stopped, about this work.
    """
    work = (entry.werkproces.crebo, entry.werkproces.code)
    begun = begin_again(desk, held_id, work=work, actor=actor)
    known: dict[str, object] = {"eerder": begun.key, "afspraak": begun.profiel_id}
    if begun.corrects:
        known |= {"verbetert": begun.corrects.badge_id, "fout": begun.corrects.kind}
    elif begun.profiel_id:
        draft = find_draft(desk, begun.profiel_id, work, actor=actor)
        known |= {"klad": draft.version if draft else 0}
    return GivingForm.of(begun.typed).model_copy(update=known)


def _agreed(desk: IssuingDesk, profiel_id: UUID, *, entry: Entry, actor: Actor) -> GivingForm:
    """Begin the form with what was written so far; else from the first day that was agreed up to today.

    The name is always the one that the recipient chose.

    Raises:
        ProfielEndedError: it was stopped.
        ProfielNotAgreedError: the recipient did not say yes to it.
    """
    agreed = find_profiel(desk, profiel_id, actor=actor)
    require_yes(agreed.standing)
    werkproces = entry.werkproces
    work = (werkproces.crebo, werkproces.code)
    draft = find_draft(desk, profiel_id, work, actor=actor)
    assessed = list_assessments(desk, work, by=Member(actor=actor, profiel_id=profiel_id))
    how = next((each.independence for each in assessed if each.independence), "")
    today = desk.clock.today()
    begun = min(agreed.start, today).isoformat()
    typed = draft.typed if draft else TypedJudgement(van=begun, tot=today.isoformat(), zelfstandigheid=how)
    filled = GivingForm.of(replace(typed, naam=agreed.chosen_name or ""))
    return filled.model_copy(update={"afspraak": profiel_id, "klad": draft.version if draft else 0})
