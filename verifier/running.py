"""Where questions are answered: in this process, or in others that can be ended."""

from verifier import jobs


class InProcess:
    """Answer in this process: for tests, and for a library user who trusts what is asked."""

    async def run(self, question: bytes, *, quick: bool) -> bytes:  # noqa: ARG002 - the port has it
        """Give the answer."""
        return jobs.answer(question)

    def close(self) -> None:
        """End nothing: there are no processes."""
