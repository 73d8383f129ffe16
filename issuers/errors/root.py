"""What every wing can say: the root of the tree, nothing found, and a form that cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass


class IssuersError(Exception):
    """Say what is wrong while issuing, in two languages; `code` is stable and safe to show."""

    code = "issuers"
    nl = "Er ging iets mis bij het uitreiken."
    en = "Something went wrong while issuing."

    def __str__(self) -> str:
        """Read as the English sentence, for logs and commands."""
        return self.en


class NotFoundError(IssuersError):
    """Say that there is nothing of that id; what belongs to another organisation is not there either."""

    code = "not-found"
    nl = "Dit bestaat niet (meer)."
    en = "There is nothing here (any more)."


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Tell what is wrong with one field of a form, and what to do, in Dutch and in English."""

    field: str
    code: str
    nl: str
    en: str


class FormError(IssuersError):
    """Refuse what was typed; `problems` holds all of it, in the order of the form."""

    code = "form"
    nl = "Niet alles is goed ingevuld."
    en = "Not everything is filled in well."

    def __init__(self, problems: Sequence[FieldProblem]) -> None:
        super().__init__(", ".join(f"{each.field}: {each.code}" for each in problems))
        self.problems = tuple(problems)
