"""The files on which decisions rest, as a page shows them."""

from datetime import UTC, date, datetime
from uuid import UUID

from schools.decisions.besluit import Besluit
from schools.decisions.finding import KnownDecision
from schools.decisions.words import DecisionState, Kind, Outcome
from schools.importing.resting import Rested
from schools.pages.rested import each_file_once

MOMENT = datetime(2026, 7, 1, 9, tzinfo=UTC)
OLD, NEW = UUID(int=1), UUID(int=2)


def decided(decision_id: UUID, *, on: date, state: DecisionState) -> KnownDecision:
    """Give a decision of a day."""
    besluit = Besluit(
        kind=Kind.BESLUIT,
        outcome=Outcome.VRIJSTELLING,
        student="Sam",
        school="De school",
        plan_id=UUID(int=9),
        plan_name="P",
        plan_version=1,
        crebo="25774",
        kwalificatie="Medewerker",
        code="P1",
        title="Orders verzamelen",
        work=(),
        is_part=False,
        asked=on,
        asked_by="Sam",
        commission="De commissie",
        meeting="",
        mandate="",
        members=("Samira",),
        motivation="Dit is genoeg.",
        decided=on,
        weighed=(),
        appeal=None,
        by="Samira",
    )
    return KnownDecision(
        id=decision_id,
        request_id=UUID(int=9),
        candidate_id=UUID(int=8),
        besluit=besluit,
        state=state,
        token="",
        sequence=1,
        until=on,
        written=MOMENT,
        written_by=UUID(int=7),
        confirmed=None,
        confirmed_by=None,
        given_back=None,
    )


def kept(number: int, *, decision_id: UUID, digest: str, until: date | None) -> Rested:
    """Give a copy of a file."""
    return Rested(
        id=UUID(int=number), decision_id=decision_id, name="sam.json", digest=digest, at=MOMENT, until=until
    )


class TestEachFileOnce:
    def test_names_the_decisions_on_one_file(self) -> None:
        """The same file under two decisions is one line, which stays as long as the last of them."""
        found = [
            kept(1, decision_id=OLD, digest="a", until=date(2033, 7, 1)),
            kept(2, decision_id=NEW, digest="a", until=date(2033, 11, 1)),
            kept(3, decision_id=OLD, digest="b", until=None),
        ]
        decisions = {
            OLD: decided(OLD, on=date(2026, 7, 1), state=DecisionState.REPLACED),
            NEW: decided(NEW, on=date(2026, 11, 1), state=DecisionState.FINAL),
        }
        both, one = each_file_once(found, decisions=decisions, here="/voorstellen/8")
        assert [each.href for each in both.decisions] == [
            f"/voorstellen/besluiten/{NEW}",
            f"/voorstellen/besluiten/{OLD}",
        ]
        assert (both.until, one.until) == (date(2033, 11, 1), None)
        assert [(each.title, each.state) for each in one.decisions] == [("Orders verzamelen", "vervangen")]
