"""What somebody typed of what he collected: read, asked about, or refused."""

import pytest

from issuers.errors import FormError
from issuers.evidence.reading import KEEP, MOST_HOURS, STORY, Told, TypedEvidence, asks_to_keep, read_evidence
from issuers.evidence.tables import EvidenceKind


def read(kind: EvidenceKind, *, keeps: str = "", **texts: str) -> Told:
    """Read a form of this kind."""
    return read_evidence(TypedEvidence(texts=texts, keeps=keeps), kind=kind)


def problems(kind: EvidenceKind, **texts: str) -> list[tuple[str, str]]:
    """Give field and code of what is wrong with a form."""
    with pytest.raises(FormError) as refused:
        read(kind, **texts)
    return [(each.field, each.code) for each in refused.value.problems]


class TestReadEvidence:
    """`read_evidence`."""

    def test_takes_a_story_in_parts(self) -> None:
        """One sentence is a beginning; the rest may come later."""
        expected = Told(kind=EvidenceKind.STARR, texts={"actie": "Ik pakte 40 dozen in."})
        assert expected == read(EvidenceKind.STARR, actie=" Ik pakte 40 dozen in. ", taak="  ")

    def test_needs_no_words_with_a_photo(self) -> None:
        """It says enough."""
        assert Told(kind=EvidenceKind.PHOTO, texts={}) == read(EvidenceKind.PHOTO)

    def test_leaves_out_what_is_of_another_kind(self) -> None:
        """Whatever was sent along."""
        assert {"notitie": "Ging vlot."} == read(EvidenceKind.NOTE, notitie="Ging vlot.", actie="x").texts

    @pytest.mark.parametrize("hours", ["12", "7,5", "7.5", "8 uur", "0,5", str(MOST_HOURS)])
    def test_reads_hours_as_people_write_them(self, hours: str) -> None:
        """With a comma or a point."""
        assert {"uren": hours} == read(EvidenceKind.HOURS, uren=hours).texts

    @pytest.mark.parametrize("hours", ["", "0", "veel", "-3", "2001", "1:30", "9999999"])
    def test_asks_for_a_number_of_hours(self, hours: str) -> None:
        """And says how to write it."""
        assert [("uren", "hours")] == problems(EvidenceKind.HOURS, uren=hours)

    @pytest.mark.parametrize(
        ("kind", "texts", "expected"),
        [
            (EvidenceKind.STARR, {}, ("situatie", "text-empty")),
            (EvidenceKind.NOTE, {"notitie": " "}, ("notitie", "text-empty")),
            (EvidenceKind.NOTE, {"notitie": "Nummer 111222333"}, ("notitie", "text-bsn")),
            (EvidenceKind.PHOTO, {"bijschrift": "BSN 111222333"}, ("bijschrift", "text-bsn")),
            (EvidenceKind.STARR, {"taak": "x" * (STORY + 1)}, ("taak", "text-too-long")),
            (EvidenceKind.STARR, {"taak": "Een \u202eomgekeerd"}, ("taak", "text-direction")),
            (EvidenceKind.STAGE, {"beoordeling": "Ondanks zijn autisme"}, (KEEP, "text-sensitive")),
            (EvidenceKind.NOTE, {"notitie": "Zat op het vso"}, (KEEP, "text-sensitive")),
            (EvidenceKind.NOTE, {"notitie": "Mail sam@voorbeeld.nl"}, (KEEP, "text-email")),
        ],
        ids=["story", "note", "bsn", "bsn-photo", "long", "turned", "health", "school", "mail"],
    )
    def test_says_what_is_wrong(
        self, kind: EvidenceKind, texts: dict[str, str], expected: tuple[str, str]
    ) -> None:
        """Beside its field, or beside the tick that answers it."""
        assert [expected] == problems(kind, **texts)

    def test_keeps_a_word_that_has_to_stand_there(self) -> None:
        """It was asked, and answered."""
        said = "Sam werkt in een instelling voor ex-gedetineerde mensen."
        assert {"notitie": said} == read(EvidenceKind.NOTE, notitie=said, keeps="ja").texts

    def test_never_keeps_a_bsn(self) -> None:
        """Whatever was ticked."""
        with pytest.raises(FormError):
            read(EvidenceKind.NOTE, notitie="Nummer 111222333", keeps="ja")


class TestAsksToKeep:
    """`asks_to_keep`."""

    def test_tells_a_question_from_a_refusal(self) -> None:
        """A tick answers the one only."""
        with pytest.raises(FormError) as refused:
            read(EvidenceKind.NOTE, notitie="Zijn dyslexie. Nummer 111222333")
        assert [False, True] == [asks_to_keep(each) for each in refused.value.problems]
