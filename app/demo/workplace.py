"""A bakery where people learn: agreements at every stage, what was given for them, and what a school said.

Each story is told once, also where the demo is started again on the same data: its kenmerk says that it was.
"""

from collections.abc import Mapping
from dataclasses import replace

from app.demo.stories import (
    APPRENTICES,
    CHECK,
    CONFIRMER,
    HELPER,
    LOOKS_AFTER,
    PACE,
    START,
    TRAINER,
    UNTIL,
    Answer,
    Apprentice,
    Done,
    SchoolDid,
)
from badges.judgement import Judgement, Leervorm, Role
from issuers.assessing.keeping import assess
from issuers.desk import IssuingDesk
from issuers.drafts.keeping import Writing, keep_draft
from issuers.evidence.collectors import Collector, Learner, Member
from issuers.evidence.keeping import collect
from issuers.evidence.sharing import show_to_school
from issuers.holding.holding import give as give_badge
from issuers.holding.tables import Asks
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.judging import TypedJudgement
from issuers.issuing.replacing import Correction
from issuers.issuing.reserving import Agreed
from issuers.issuing.rules import Rule, set_rule
from issuers.issuing.tables import CorrectionKind
from issuers.organisations.demo import OTHERS, found_demo
from issuers.people.permissions import Actor
from issuers.praktijkverklaring.asking import ask
from issuers.praktijkverklaring.checking import write_check
from issuers.praktijkverklaring.confirming import confirm
from issuers.praktijkverklaring.giving import give
from issuers.praktijkverklaring.offering import find_offer
from issuers.praktijkverklaring.wording import Choice
from issuers.recipients.keeping import add_recipient, list_recipients
from issuers.recipients.reading import NewRecipient
from issuers.werkplekprofiel.answering import agree, object_to
from issuers.werkplekprofiel.keeping import find_profiel, propose
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.reading import NewProfiel


def furnish_workplace(desk: IssuingDesk) -> None:
    """Take in the other organisations of the demo, and tell what goes on at the bakery and at the school."""
    people = {name: actor for each in OTHERS for name, actor in found_demo(desk, each).items()}
    told = {each.reference for each in list_recipients(desk, actor=people[TRAINER])}
    new = [each for each in APPRENTICES if each.kenmerk not in told]
    if not new:
        return
    profielen = {each.kenmerk: _tell(desk, each, people=people) for each in new}
    set_rule(desk, Rule(asks=Asks.SECOND), actor=people[LOOKS_AFTER])
    for each in new:
        _give_to_wait(desk, each, profiel=profielen[each.kenmerk], actor=people[TRAINER])


def _give_to_wait(desk: IssuingDesk, apprentice: Apprentice, *, profiel: KnownProfiel, actor: Actor) -> None:
    """Give what a second person is asked to confirm."""
    if apprentice.waiting:
        judgement = _judgement(desk, apprentice, done=apprentice.waiting)
        key = f"{apprentice.kenmerk}-waits"
        give_badge(desk, judgement, actor=actor, idempotency_key=key, occasion=Agreed(profiel.id))


def _tell(desk: IssuingDesk, apprentice: Apprentice, *, people: Mapping[str, Actor]) -> KnownProfiel:
    """Propose, answer, collect, judge, write, give and confirm, in the order in which people do.

    Gives what was agreed.
    """
    profiel = _propose(desk, apprentice, people=people)
    _answer(desk, apprentice, profiel=profiel)
    _give(desk, apprentice, profiel=profiel, actor=people[TRAINER])
    if len(apprentice.done) < len(apprentice.codes):
        _prepare(desk, apprentice, profiel=profiel, people=people)
    if apprentice.school is SchoolDid.GAVE:
        _confirm(desk, apprentice, profiel=profiel, actor=people[CONFIRMER])
    elif apprentice.school_asks:
        [first, *_] = find_offer(desk, profiel.id, actor=people[CONFIRMER]).candidates
        ask(desk, profiel.id, first.badge.id, question=apprentice.school_asks, actor=people[CONFIRMER])
    return profiel


def _propose(desk: IssuingDesk, apprentice: Apprentice, *, people: Mapping[str, Actor]) -> KnownProfiel:
    trainer = people[TRAINER]
    new = NewRecipient(name=apprentice.name, reference=apprentice.kenmerk)
    recipient_id = add_recipient(desk, new, actor=trainer)
    agreed = NewProfiel(
        werkprocessen=tuple(desk.catalogue.entry(apprentice.crebo, code) for code in apprentice.codes),
        start=START,
        until=UNTIL,
        guidance=f"{HELPER} helpt je elke dag. {TRAINER} kijkt elke vrijdag mee.",
        pace=PACE,
        school_id=None if apprentice.school is SchoolDid.NOTHING else people[CONFIRMER].organisation_id,
    )
    return find_profiel(desk, propose(desk, recipient_id, agreed, actor=trainer), actor=trainer)


def _answer(desk: IssuingDesk, apprentice: Apprentice, *, profiel: KnownProfiel) -> None:
    """Say for the recipient what he said."""
    if apprentice.answer is Answer.YES:
        agree(desk, profiel.token, revision=profiel.revision, name=apprentice.chosen_name)
    elif apprentice.answer is Answer.NO:
        object_to(desk, profiel.token, revision=profiel.revision, because=apprentice.said)


def _give(desk: IssuingDesk, apprentice: Apprentice, *, profiel: KnownProfiel, actor: Actor) -> None:
    """Give a badge for what was done, and put right what was written wrong."""
    for done in apprentice.done:
        judgement = _judgement(desk, apprentice, done=done)
        key = f"{apprentice.kenmerk}-{done.code}"
        agreed = Agreed(profiel.id)
        badge = give_badge(desk, judgement, actor=actor, idempotency_key=key, occasion=agreed)
        if apprentice.better:
            better = replace(judgement, narrative=apprentice.better)
            typo = Correction(badge_id=badge.id, kind=CorrectionKind.SCHRIJFFOUT, profiel_id=profiel.id)
            give_badge(desk, better, actor=actor, idempotency_key=f"{key}-better", occasion=typo)


def _prepare(
    desk: IssuingDesk, apprentice: Apprentice, *, profiel: KnownProfiel, people: Mapping[str, Actor]
) -> None:
    """Collect and judge what there is of the first work that is open still, and begin to write."""
    work = (apprentice.crebo, apprentice.codes[len(apprentice.done)])
    learner = Learner.with_token(desk, profiel.token)
    helper, trainer = (Member(actor=people[name], profiel_id=profiel.id) for name in (HELPER, TRAINER))
    collectors: tuple[Collector, ...] = (learner, helper)
    for told, collector in zip(apprentice.collected, collectors, strict=False):
        evidence_id = collect(desk, work, told, by=collector)
        if collector is learner and apprentice.school is not SchoolDid.NOTHING:
            show_to_school(desk, evidence_id, by=learner)
    for assessment, judge in zip(apprentice.assessments, (helper, trainer), strict=False):
        assess(desk, work, assessment, by=judge)
    if apprentice.draft:
        written = Writing(typed=TypedJudgement(zin=apprentice.draft, van=START.isoformat()))
        keep_draft(desk, profiel.id, work, written=written, actor=people[HELPER])


def _confirm(desk: IssuingDesk, apprentice: Apprentice, *, profiel: KnownProfiel, actor: Actor) -> None:
    """Look up the erkenning, confirm each badge, and give the praktijkverklaring on all of them."""
    badges = frozenset(each.badge.id for each in find_offer(desk, profiel.id, actor=actor).candidates)
    for badge_id in badges:
        write_check(desk, profiel.id, badge_id, CHECK, actor=actor)
        confirm(desk, profiel.id, badge_id, actor=actor)
    key = f"{apprentice.kenmerk}-verklaring"
    give(desk, profiel.id, Choice(badges=badges), actor=actor, idempotency_key=key)


def _judgement(desk: IssuingDesk, apprentice: Apprentice, *, done: Done) -> Judgement:
    return Judgement(
        werkproces=werkproces_reference(desk, apprentice.crebo, code=done.code),
        name=apprentice.chosen_name or None,
        narrative=done.narrative,
        start=START,
        end=done.last_day,
        independence=done.independence,
        role=Role.STAGIAIR,
        skills=(),
        leervorm=Leervorm.INFORMEEL,
    )
