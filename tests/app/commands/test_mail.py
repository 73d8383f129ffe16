"""`praktijkbewijs mail bounce`: what a mail server hands over."""

from pathlib import Path

from tests.app.commands.commanding import Run
from tests.issuers.mailing.reports import FAILED, report


class TestBounce:
    def test_takes_anything_and_says_what_came_of_it(self, run: Run, examples: Path) -> None:
        """What is not of ours is no reason for a mail server to send it back once more."""
        for sent in ("", "Subject: weg", report(FAILED).decode()):
            done = run("mail", "bounce", "--aan", "retour@bewijs.voorbeeld", stdin=sent)
            assert (0, "niet van ons\n") == (done.returncode, done.stdout)
