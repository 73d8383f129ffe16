"""One badge for each entree kwalificatie, of people who are made up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from badges.judgement import Independence, Judgement, Leervorm, Role
from issuers.desk import IssuingDesk
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import IssuedBadge, issue
from issuers.organisations.demo import demo_praktijkopleider

FIRST_DAY, LAST_DAY = date(2026, 1, 5), date(2026, 6, 26)


@dataclass(frozen=True, slots=True)
class Story:
    """Hold a made-up person and what they did, for a demo badge."""

    crebo: str
    code: str
    name: str | None
    narrative: str
    independence: Independence | None
    role: Role


_SELF, _HELPED, _EXPLAINS = Independence.ZELFSTANDIG, Independence.MET_HULP, Independence.KAN_HET_UITLEGGEN

# Made up for the demo; one for each entree kwalificatie.
STORIES = (
    Story(
        "25740", "P4-K1-W1", "Daan", "Daan zette elke ochtend het gereedschap klaar.", _SELF, Role.LEERLING
    ),
    Story(
        "25741", "P2-K1-W1", "Fatima", "Fatima maakte elke dag 6 vergaderzalen klaar.", _SELF, Role.WERKNEMER
    ),
    Story("25742", "P7-K1-W2", None, "Deze persoon maakte elke week 30 taarten.", None, Role.VRIJWILLIGER),
    Story("25743", "P1-K1-W5", "Sam de Vries", "Sam pakte elke dag 40 dozen in.", _EXPLAINS, Role.BIJBAAN),
    Story(
        "25744", "P9-K1-W2", "Yusuf A.", "Yusuf boorde en zaagde onderdelen op maat.", _HELPED, Role.STAGIAIR
    ),
    Story("25745", "P6-K1-W2", "Kim", "Kim verving de banden van 12 auto's.", _SELF, Role.STAGIAIR),
    Story(
        "25746", "P8-K1-W1", "Mila Jansen", "Mila verzorgde de hele winter de planten.", None, Role.DEELNEMER
    ),
    Story("25747", "P3-K1-W1", None, "Deze persoon startte elke dag de vulmachine.", _HELPED, Role.WERKNEMER),
    Story("25748", "P5-K2-W1", "أمينة", "Amina hielp 3 dagen per week de klanten.", _SELF, Role.STAGIAIR),
)


def issue_examples(desk: IssuingDesk) -> Iterator[tuple[str, IssuedBadge]]:
    """Give one badge for each entree kwalificatie; asked again on the same data, give the same ones.

    Yields the crebo and the badge.
    """
    actor = demo_praktijkopleider(desk)
    for story in STORIES:
        judgement = _judgement(desk, story)
        yield story.crebo, issue(desk, judgement, actor=actor, idempotency_key=f"demo-{story.crebo}")


def _judgement(desk: IssuingDesk, story: Story) -> Judgement:
    return Judgement(
        werkproces=werkproces_reference(desk, story.crebo, code=story.code),
        name=story.name,
        narrative=story.narrative,
        start=FIRST_DAY,
        end=LAST_DAY,
        independence=story.independence,
        role=story.role,
        skills=(),
        leervorm=Leervorm.INFORMEEL,
    )
