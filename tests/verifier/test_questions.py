"""Questions and answers on their way to a worker and back."""

from badges import archive
from verifier import reading
from verifier.questions import Contents, Effort, Opened, Opening, dump_answer, dump_question, load_answer
from verifier.report import Form
from verifier.workers.frames import MAX_ANSWER, MAX_JOB

LONGEST_NAME = "€" * 255


class TestDumpQuestion:
    def test_of_the_largest_file_is_a_job(self) -> None:
        """What we promise to take, a worker gets."""
        largest = bytes(max(reading.LIMITS.values()))
        assert len(dump_question(Opening(largest, Effort.QUICK))) <= MAX_JOB


class TestDumpAnswer:
    def test_of_the_largest_zip_is_an_answer(self) -> None:
        """What we promise to unpack, comes back."""
        raw = bytes(archive.MAX_BYTES // archive.MAX_MEMBERS)
        full = Contents((Opened(raw=raw, form=Form.ZIP, name=LONGEST_NAME),) * archive.MAX_MEMBERS)
        answer = dump_answer(full)
        assert len(answer) <= MAX_ANSWER
        assert full == load_answer(answer)
