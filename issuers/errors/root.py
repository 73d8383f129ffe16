"""What every wing can say: the root of the tree, nothing found, and a form that cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


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


class PageClosedError(NotFoundError):
    """Say that who keeps a badge lets nobody see its page now; it may open again."""

    code = "page-closed"
    nl = "Dit bewijs is nu niet te zien. De eigenaar heeft het dichtgezet. Vraag het aan de eigenaar."
    en = "This badge cannot be seen now. Its owner has closed it. Ask the owner."


class NotShownError(PageClosedError):
    """Say that nobody is shown a badge now, and no more: why is nobody's business."""

    code = "page-closed"
    nl = "Dit bewijs is nu niet te zien. Vraag het aan wie het kreeg."
    en = "This badge cannot be seen now. Ask whoever got it."


class BadgeErasedError(PageClosedError):
    """Say that there was a badge, and that it was erased for whoever it was of; it does not come back."""

    code = "badge-erased"
    nl = "Dit bewijs is hier weggehaald. Wie het kreeg, vroeg daarom. Een kopie is nog wel te controleren."
    en = "This badge was removed here. Whoever got it asked for that. A copy can still be checked."


class NoSheetError(NotFoundError):
    """Say that there is no paper of what stands no more: on paper nobody sees that."""

    code = "no-sheet"
    nl = "Van dit bewijs is geen pdf meer. Het is ingetrokken of verbeterd. Op de bladzijde staat wat er is."
    en = "There is no PDF of this badge any more. It was withdrawn or replaced. Its page says what there is."


class CodedProblem(Protocol):
    """Be what is wrong with something: an error of this room, or a problem with a text or a badge."""

    @property
    def code(self) -> str:
        """Give the stable name."""
        ...

    @property
    def nl(self) -> str:
        """Say it in Dutch."""
        ...

    @property
    def en(self) -> str:
        """Say it in English."""
        ...


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Tell what is wrong with one field of a form, and what to do, in Dutch and in English."""

    field: str
    code: str
    nl: str
    en: str

    @classmethod
    def of(cls, problem: CodedProblem, *, field: str) -> "FieldProblem":
        """Tell a problem beside the field that it is about."""
        return cls(field, problem.code, problem.nl, problem.en)


class FormError(IssuersError):
    """Refuse what was typed; `problems` holds all of it, in the order of the form."""

    code = "form"
    nl = "Niet alles is goed ingevuld."
    en = "Not everything is filled in well."

    def __init__(self, problems: Sequence[FieldProblem]) -> None:
        super().__init__(", ".join(f"{each.field}: {each.code}" for each in problems))
        self.problems = tuple(problems)
