"""What takes in the files of many people, for tests."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass
class Started:
    """Only remember what was begun."""

    all: list[tuple[UUID, int]] = field(default_factory=list)

    def start(self, intake_id: UUID, *, organisation_id: str, attempt: int) -> None:
        """Remember it."""
        self.all.append((intake_id, attempt))

    def has_in_line(self, intake_id: UUID, *, attempt: int) -> bool:
        """Have nothing in line."""
        return False
