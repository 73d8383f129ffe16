"""What a report says, in short."""

from verifier.report import Outcome, Report


def failing(report: Report) -> set[str]:
    """Name the checks that did not pass."""
    return {check.code for check in report.checks if check.outcome is not Outcome.PASS}
