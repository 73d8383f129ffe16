"""Who learns at the bakery of the demo, and what they did: all of it is made up."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from badges.judgement import Independence
from issuers.assessing.reading import NewAssessment
from issuers.evidence.reading import Told
from issuers.evidence.tables import EvidenceKind
from issuers.praktijkverklaring.checking import OwnCheck

START: Final = date(2026, 9, 1)
UNTIL: Final = date(2027, 2, 28)
PACE: Final = "3 dagen per week, in je eigen tempo"
TRAINER: Final = "Fenna Mulder"
HELPER: Final = "Bram Peters"
SECOND: Final = "Els Postma"
LOOKS_AFTER: Final = "Joost Mulder"
CONFIRMER: Final = "Hanneke Vos"
CHECK: Final = OwnCheck(source="Het register van deze demo, dat niet bestaat", looked=date(2026, 11, 16))


class Answer(StrEnum):
    """Say what became of a proposal."""

    NONE = "none"
    YES = "yes"
    NO = "no"


class SchoolDid(StrEnum):
    """Say what the school did: it is no party, it is asked, or it gave a praktijkverklaring."""

    NOTHING = "nothing"
    NOT_YET = "not yet"
    GAVE = "gave"


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

    Attributes:
        chosen_name: How the name reads on a badge; empty for no name.
        said: Why it was not right.
        collected: What there is of the first work that is open still: by the learner, who shows it to the
            school if one takes part, and by the begeleider.
        assessments: What the begeleider and the praktijkopleider judged of that work.
        draft: What the begeleider wrote of it.
        better: What the narrative of the last badge should have said; it was put right.
        waiting: What was given and waits for a second person.
        school: What the school did.
        school_asks: What it wants to know of the first badge, before it confirms.
    """

    kenmerk: str
    name: str
    crebo: str
    codes: tuple[str, ...]
    answer: Answer
    chosen_name: str = ""
    said: str = ""
    done: tuple[Done, ...] = ()
    collected: tuple[Told, ...] = ()
    assessments: tuple[NewAssessment, ...] = ()
    draft: str = ""
    better: str = ""
    waiting: Done | None = None
    school: SchoolDid = SchoolDid.NOTHING
    school_asks: str = ""


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
        collected=(
            Told(
                kind=EvidenceKind.STARR,
                texts={
                    "situatie": "Op vrijdag zijn er altijd veel bestellingen.",
                    "taak": "Ik moest 120 bruine bollen maken.",
                    "actie": "Ik woog alles af en maakte het deeg. Ik keek of het goed gerezen was.",
                    "resultaat": "Alles was om 7 uur klaar.",
                },
            ),
            Told(
                kind=EvidenceKind.HOURS,
                texts={"uren": "36", "werk": "deeg maken, opbollen en rijzen"},
            ),
        ),
        assessments=(
            NewAssessment(
                kennis="Weet hoe lang bruin deeg rijst en waarom.",
                vaardigheden="Weegt af op de gram en bolt gelijk op.",
                gedrag="Vraagt het als iets anders gaat dan anders.",
                independence=_SELF,
            ),
            NewAssessment(
                kennis="",
                vaardigheden="Maakt het deeg voor een hele ochtend alleen.",
                gedrag="Werkt schoon en op tijd.",
                independence=_SELF,
            ),
        ),
        draft="Amira maakte 3 weken lang zelf het deeg voor de bruine bollen.",
        school=SchoolDid.NOT_YET,
        school_asks="Zette Amira alles alleen klaar, of samen met iemand?",
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
        school=SchoolDid.GAVE,
    ),
    Apprentice(
        "demo-5",
        "Kiki Bos",
        "25742",
        ("P7-K1-W4", "P7-K1-W1"),
        Answer.YES,
        done=(Done("P7-K1-W4", "Deze persoon maakte elke dag de ovens sgoon.", _SELF, date(2026, 11, 6)),),
        better="Deze persoon maakte elke dag de ovens schoon.",
        waiting=Done(
            "P7-K1-W1", "Deze persoon zette elke ochtend de machines klaar.", None, date(2026, 11, 20)
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
