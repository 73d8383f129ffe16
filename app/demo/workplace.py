"""A bakery where people learn: agreements at every stage, and what was given for them.

Each story is told once, also where the demo is started again on the same data: its kenmerk says that it was.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from badges.judgement import Independence, Judgement, Leervorm, Role
from issuers.desk import IssuingDesk
from issuers.drafts.keeping import Writing, keep_draft
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import issue_agreed
from issuers.issuing.judging import TypedJudgement
from issuers.people.demo import BAKERY, OTHERS, found_demo
from issuers.people.permissions import Actor
from issuers.recipients.keeping import add_recipient, list_recipients
from issuers.recipients.reading import NewRecipient
from issuers.werkplekprofiel.answering import agree, object_to
from issuers.werkplekprofiel.keeping import find_profiel, propose
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.reading import NewProfiel

START: Final = date(2026, 9, 1)
UNTIL: Final = date(2027, 2, 28)
PACE: Final = "3 dagen per week, in je eigen tempo"
TRAINER: Final = "Fenna Mulder"
HELPER: Final = "Bram Peters"


class Answer(StrEnum):
    """Say what became of a proposal."""

    NONE = "none"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Done:
    """Hold what somebody did of the work that was agreed."""

    code: str
    narrative: str
    independence: Independence | None
    last_day: date


@dataclass(frozen=True, slots=True)
class Apprentice:
    """Hold a made-up person who learns at the bakery, and how far it came.

    `chosen_name` is how the name reads on a badge, empty for no name; `said` is why it was not right; `draft`
    is what the begeleider wrote of the first work that is open still.
    """

    kenmerk: str
    name: str
    crebo: str
    codes: tuple[str, ...]
    answer: Answer
    chosen_name: str = ""
    said: str = ""
    done: tuple[Done, ...] = ()
    draft: str = ""


_SELF, _EXPLAINS = Independence.ZELFSTANDIG, Independence.KAN_HET_UITLEGGEN

APPRENTICES: Final = (
    Apprentice(
        "demo-1",
        "Amira El Idrissi",
        "25721",
        ("B1-K1-W2", "B1-K1-W3", "B1-K1-W8"),
        Answer.YES,
        chosen_name="Amira",
        done=(
            Done(
                "B1-K1-W2",
                "Amira zette elke ochtend de grondstoffen voor 80 broden klaar.",
                _SELF,
                date(2026, 10, 30),
            ),
        ),
        draft="Amira maakte 3 weken lang zelf het deeg voor de bruine bollen.",
    ),
    Apprentice(
        "demo-2",
        "Sem Jansen",
        "25742",
        ("P7-K1-W1", "P7-K1-W2"),
        Answer.YES,
        chosen_name="Sem Jansen",
        done=(
            Done(
                "P7-K1-W1",
                "Sem zette elke ochtend de werkbanken en de deegmachine klaar.",
                _SELF,
                date(2026, 10, 16),
            ),
            Done(
                "P7-K1-W2",
                "Sem vulde elke week 200 petitfours en leerde het een collega.",
                _EXPLAINS,
                date(2026, 11, 13),
            ),
        ),
    ),
    Apprentice("demo-3", "Daan Kuiper", "25808", ("B1-K2-W2", "B1-K2-W3"), Answer.NONE),
    Apprentice(
        "demo-4",
        "Lotte Smit",
        "25742",
        ("P7-K1-W3", "P7-K1-W4"),
        Answer.NO,
        said="Ik werk op dinsdag, niet op maandag. En ik wil ook in de winkel leren.",
    ),
)


def furnish_workplace(desk: IssuingDesk) -> None:
    """Take in the other organisations of the demo, and tell what goes on at the bakery."""
    for each in OTHERS:
        found_demo(desk, each)
    people = found_demo(desk, BAKERY)
    told = {each.reference for each in list_recipients(desk, actor=people[TRAINER])}
    for apprentice in APPRENTICES:
        if apprentice.kenmerk not in told:
            _tell(desk, apprentice, people=people)


def _tell(desk: IssuingDesk, apprentice: Apprentice, *, people: Mapping[str, Actor]) -> None:
    """Propose, answer, write and give, in the order in which people do."""
    trainer = people[TRAINER]
    profiel = _propose(desk, apprentice, actor=trainer)
    _answer(desk, apprentice, profiel=profiel)
    for done in apprentice.done:
        judgement = _judgement(desk, apprentice, done=done)
        key = f"{apprentice.kenmerk}-{done.code}"
        issue_agreed(desk, judgement, profiel_id=profiel.id, actor=trainer, idempotency_key=key)
    if apprentice.draft:
        written = Writing(typed=TypedJudgement(zin=apprentice.draft, van=START.isoformat()))
        open_work = (apprentice.crebo, apprentice.codes[len(apprentice.done)])
        keep_draft(desk, profiel.id, open_work, written=written, actor=people[HELPER])


def _propose(desk: IssuingDesk, apprentice: Apprentice, *, actor: Actor) -> KnownProfiel:
    new = NewRecipient(name=apprentice.name, reference=apprentice.kenmerk)
    recipient_id: UUID = add_recipient(desk, new, actor=actor)
    kwalificatie = desk.catalogue.kwalificatie(apprentice.crebo)
    agreed = NewProfiel(
        werkprocessen=tuple(desk.catalogue.entry(kwalificatie.crebo, code) for code in apprentice.codes),
        start=START,
        until=UNTIL,
        guidance=f"{HELPER} helpt je elke dag. {TRAINER} kijkt elke vrijdag mee.",
        pace=PACE,
    )
    return find_profiel(desk, propose(desk, recipient_id, agreed, actor=actor), actor=actor)


def _answer(desk: IssuingDesk, apprentice: Apprentice, *, profiel: KnownProfiel) -> None:
    """Say for the recipient what he said."""
    if apprentice.answer is Answer.YES:
        agree(desk, profiel.token, revision=profiel.revision, name=apprentice.chosen_name)
    elif apprentice.answer is Answer.NO:
        object_to(desk, profiel.token, revision=profiel.revision, because=apprentice.said)


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
