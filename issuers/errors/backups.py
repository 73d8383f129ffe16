"""What can go wrong with a backup: making it, reading it, and putting it back."""

from issuers.errors.root import IssuersError


class BackupError(IssuersError):
    """Say in a sentence why there is no backup, or why it was not put back; nothing was changed."""

    code = "backup"
    nl = "De back-up lukt niet."

    def __init__(self, reason: str, *, nl: str) -> None:
        super().__init__(reason)
        self.en = reason
        self.nl = nl


class BackupOccupiedError(BackupError):
    """Refuse to write where something is."""

    code = "backup-occupied"


class BackupUnreadableError(BackupError):
    """Refuse what is no backup, or not the backup that was made."""

    code = "backup-unreadable"


class BackupToolError(BackupError):
    """Say that the programs of PostgreSQL do not do what is needed."""

    code = "backup-tool"
