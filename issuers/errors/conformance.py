"""What can go wrong in signing whatever a public suite asks."""

from issuers.errors.root import IssuersError


class CannotIssueError(IssuersError):
    """Refuse to sign what a public suite asks to sign; the reason is for a programmer."""

    code = "cannot-issue"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.nl = f"Dit kan niet worden ondertekend: {reason}"
        self.en = f"This cannot be signed: {reason}"
