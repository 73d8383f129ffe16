"""What can go wrong while a school looks at badges.

SchoolsError
├── TargetUnknownError     the catalogue has no target of this code
├── WerkprocesUnknownError somebody links a badge by hand to work that the catalogue does not know
└── ReasonMissingError     somebody links a badge by hand and does not say why
"""


class SchoolsError(Exception):
    """Say what is wrong, in two languages; `code` is stable and safe to show."""

    code = "schools"
    nl = "Er ging iets mis bij het voorstel."
    en = "Something went wrong with the proposal."

    def __str__(self) -> str:
        """Read as the English sentence, for logs and commands."""
        return self.en


class TargetUnknownError(SchoolsError):
    """Say that there is no such target; `asked` is what was asked for."""

    code = "target-unknown"

    def __init__(self, asked: str) -> None:
        self.asked = asked[:60]
        self.nl = (
            f"Het doel {self.asked!r} kennen wij niet. Schrijf een crebo (25180), een kerntaak "
            "(25180/B1-K1), een mbo-certificaat (C0021) of een keuzedeel (K0219) uit de catalogus."
        )
        self.en = (
            f"We do not know the target {self.asked!r}. Write a crebo (25180), a kerntaak (25180/B1-K1), "
            "a mbo-certificaat (C0021) or a keuzedeel (K0219) of the catalogue."
        )
        super().__init__(self.en)


class WerkprocesUnknownError(SchoolsError):
    """Say that nobody can link a badge to work that the catalogue does not have."""

    code = "werkproces-unknown"
    nl = "Dit werkproces staat niet in de catalogus. Kies er een uit de lijst."
    en = "This werkproces is not in the catalogue. Choose one from the list."


class ReasonMissingError(SchoolsError):
    """Say that a link by hand needs a reason: who reads the proposal must be able to follow it."""

    code = "reason-missing"
    nl = "Schrijf in één of twee zinnen waarom dit bewijs bij dit werkproces hoort."
    en = "Write in one or two sentences why this badge belongs to this werkproces."
