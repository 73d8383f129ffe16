"""Say what is changed in each of many badges, and what a badge says after that."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from badges.badgeklasse import AnyJudgement
from badges.errors import CatalogueError
from badges.judgement import Independence, Judgement, SkillReference
from issuers.badgeklassen.finding import find_given_design
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, JudgementError, NotFoundError
from issuers.evidence.choosing import with_chosen
from issuers.groups.reading import read_work
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.correcting import begin_with
from issuers.issuing.judging import TypedJudgement, read_by_badgeklasse, read_day, read_judgement
from issuers.issuing.overview import Given
from issuers.issuing.replacing import Correction
from issuers.issuing.tables import CorrectionKind
from issuers.people.permissions import Actor


class What(StrEnum):
    """Name what is wrong in all of them."""

    PERIOD = "periode"
    INDEPENDENCE = "zelfstandigheid"
    WORK = "werkproces"


WHOLE: Final = ""
"""The field of what is about the whole badge."""

NO_KIND: Final = FieldProblem("wat", "missing", "Kies wat er niet klopt.", "Choose what is wrong.")
NO_DAY: Final = FieldProblem(
    "van",
    "date-empty",
    "Vul de eerste of de laatste dag in, of allebei.",
    "Fill in the first day or the last day, or both.",
)
NO_INDEPENDENCE: Final = FieldProblem(
    "zelfstandigheid", "missing", "Kies hoe zelfstandig het ging.", "Choose how independently it went."
)
NO_WORK: Final = FieldProblem(
    "werkproces",
    "werkproces-unknown",
    "Dit werkproces kennen wij niet. Schrijf het zo: 25774/B1-K2-W1.",
    "We do not know this werkproces. Write it like this: 25774/B1-K2-W1.",
)
SAME: Final = FieldProblem(WHOLE, "unchanged", "Dit stond er al zo.", "It said so already.")
NOT_OF_WORK: Final = FieldProblem(
    WHOLE,
    "not-of-work",
    "Dit bewijs gaat niet over een werkproces. Verbeter het apart.",
    "This badge is not about a werkproces. Correct it by itself.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Hold what is wrong in all of them, and what it should be; an empty day stays as it is."""

    what: What
    van: str = ""
    tot: str = ""
    zelfstandigheid: str = ""
    crebo: str = ""
    code: str = ""

    @property
    def kind(self) -> CorrectionKind:
        """Say what kind of mistake that is."""
        return CorrectionKind.ANDER_WERK if self.what is What.WORK else CorrectionKind.SCHRIJFFOUT

    @property
    def first_day(self) -> date | None:
        """Give the first day that they are to say."""
        return date.fromisoformat(self.van) if self.van else None

    @property
    def last_day(self) -> date | None:
        """Give the last day that they are to say."""
        return date.fromisoformat(self.tot) if self.tot else None

    def written(self) -> dict[str, str]:
        """Write it down."""
        return {name: text for name, text in asdict(self).items() if text}

    @classmethod
    def read_back(cls, written: Mapping[str, str]) -> "Change":
        """Read what was written down."""
        return cls(**{**written, "what": What(written["what"])})  # type: ignore[arg-type]  # as `written` says


def read_change(desk: IssuingDesk, sent: Mapping[str, str]) -> Change:
    """Read a form: `wat`, and what it should be.

    Raises:
        FormError: with every problem of every field.
    """
    match sent.get("wat"):
        case What.PERIOD:
            return _read_period(desk, sent)
        case What.INDEPENDENCE:
            chosen = sent.get("zelfstandigheid", "")
            if chosen not in set(Independence):
                raise FormError([NO_INDEPENDENCE])
            return Change(what=What.INDEPENDENCE, zelfstandigheid=chosen)
        case What.WORK:
            return _read_work(desk, sent)
        case _:
            raise FormError([NO_KIND])


@dataclass(frozen=True, slots=True, kw_only=True)
class Better:
    """Hold what a badge should have said, and why another takes its place."""

    judgement: AnyJudgement
    correction: Correction


def better_of(desk: IssuingDesk, given: Given, change: Change, *, actor: Actor) -> Better:
    """Give what a badge says after the change; nothing else in it changes but the name that was chosen since.

    Raises:
        JudgementError: it cannot be changed like this; it says why.
        NotFoundError: it is no badge that can be put right, or it is of no werkplekprofiel any more.
        UnknownWerkprocesError: the catalogue does not have the werkproces any more.
    """
    correction = Correction(badge_id=given.id, kind=change.kind)
    begun = begin_with(desk, given, correction, actor=actor)
    typed = _changed(begun.typed, change)
    if typed == begun.typed and not _is_other_work(given, change):
        raise JudgementError([SAME])
    judgement = _judged(desk, given, typed, change=change, actor=actor)
    if isinstance(judgement, Judgement):
        judgement = with_chosen(
            desk, judgement, profiel_id=begun.profiel_id, organisation_id=actor.organisation_id
        )
    return Better(judgement=judgement, correction=replace(correction, profiel_id=begun.profiel_id))


def _judged(
    desk: IssuingDesk, given: Given, typed: TypedJudgement, *, change: Change, actor: Actor
) -> AnyJudgement:
    today = desk.clock.today()
    own = find_given_design(desk, given.achievement_id or "", actor=actor)
    if own is None:
        return _judged_work(desk, given, typed, change=change)
    if change.what is not What.PERIOD:
        raise JudgementError([NOT_OF_WORK])
    return read_by_badgeklasse(typed, given.facts.level or "", badgeklasse=own.badgeklasse, today=today)


def _judged_work(desk: IssuingDesk, given: Given, typed: TypedJudgement, *, change: Change) -> Judgement:
    said = given.facts.werkproces
    if said is None:
        raise NotFoundError
    is_other = change.what is What.WORK
    crebo, code = (change.crebo, change.code) if is_other else (said.crebo, said.code)
    werkproces = werkproces_reference(desk, crebo, code=code)
    offered = {
        skill.uri: SkillReference(uri=skill.uri, label=skill.label)
        for skill in desk.catalogue.entry(crebo, code).kwalificatie.suggested_skills
    }
    kept = tuple(each for each in typed.vaardigheden if each in offered)
    return read_judgement(
        replace(typed, vaardigheden=kept),
        werkproces=werkproces,
        skills=offered,
        today=desk.clock.today(),
    )


def _changed(typed: TypedJudgement, change: Change) -> TypedJudgement:
    return replace(
        typed,
        van=change.van or typed.van,
        tot=change.tot or typed.tot,
        zelfstandigheid=change.zelfstandigheid or typed.zelfstandigheid,
    )


def _is_other_work(given: Given, change: Change) -> bool:
    said = given.facts.werkproces
    return change.what is What.WORK and (
        said is None or (said.crebo, said.code) != (change.crebo, change.code)
    )


def _read_period(desk: IssuingDesk, sent: Mapping[str, str]) -> Change:
    problems: list[FieldProblem] = []
    today = desk.clock.today()
    days = {
        field: read_day(text, field=field, today=today, problems=problems)
        for field in ("van", "tot")
        if (text := sent.get(field, "")).strip()
    }
    if problems or not days:
        raise FormError(problems or [NO_DAY])
    return Change(what=What.PERIOD, **{field: day.isoformat() for field, day in days.items() if day})


def _read_work(desk: IssuingDesk, sent: Mapping[str, str]) -> Change:
    crebo, code = read_work({"crebo": "", "werkproces": sent.get("werkproces", "").strip()})
    try:
        found = desk.catalogue.entry(crebo, code).werkproces
    except CatalogueError as error:
        raise FormError([NO_WORK]) from error
    return Change(what=What.WORK, crebo=found.crebo, code=found.code)
