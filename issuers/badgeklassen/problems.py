"""What can be wrong on the form of a badgeklasse, each with what to do."""

from typing import Final

from issuers.errors import FieldProblem

OTHER_LEVELS: Final = FieldProblem(
    "beginner_en",
    "levels-differ",
    "In het Engels staan andere stappen dan in het Nederlands. Vul dezelfde in.",
    "The English edition has other levels than the Dutch one. Fill in the same.",
)
WORK_IS_COMPETENCY: Final = FieldProblem(
    "soort",
    "work-is-competency",
    "Bij een werkproces past alleen 'iets kunnen'. Kies dat, of haal het werkproces weg.",
    "With a werkproces goes only 'being able to'. Choose that, or take the werkproces away.",
)
UNKNOWN_SKILL: Final = FieldProblem(
    "vaardigheid",
    "skill-unknown",
    "Deze vaardigheid kennen wij niet. Kies opnieuw uit de lijst.",
    "We do not know this skill. Choose from the list again.",
)
TOO_MANY_SKILLS: Final = FieldProblem(
    "vaardigheid",
    "skills-too-many",
    "Kies er niet meer dan 8. Neem wat er echt bij hoort.",
    "Choose no more than 8. Take what really belongs to it.",
)
UNKNOWN_WORK: Final = FieldProblem(
    "werkproces",
    "werkproces-unknown",
    "Dit werkproces kennen wij niet. Schrijf het zo: 25774/B1-K2-W1. Je vindt het bij Werkprocessen.",
    "We do not know this werkproces. Write it like this: 25774/B1-K2-W1. You find it under Werkprocessen.",
)
MONTHS: Final = FieldProblem(
    "maanden",
    "months",
    "Vul een aantal maanden in, van 1 tot 240. Laat het leeg als de badge altijd geldig blijft.",
    "Fill in a number of months, from 1 to 240. Leave it empty if the badge is valid for ever.",
)
LETTERS: Final = FieldProblem(
    "letters",
    "letters",
    "Vul 1 tot 4 letters of cijfers in, zoals VCA. Of kies een plaatje.",
    "Fill in 1 to 4 letters or digits, such as VCA. Or choose a picture.",
)
NO_COLOUR: Final = FieldProblem(
    "eigen_kleur",
    "colour-unreadable",
    "Deze kleur kunnen wij niet lezen. Schrijf hem zo: #0F4C5A.",
    "We cannot read this colour. Write it like this: #0F4C5A.",
)
LIGHT_COLOUR: Final = FieldProblem(
    "eigen_kleur",
    "colour-light",
    "Deze kleur is te licht: wat erop staat, is niet goed te lezen. Kies een donkerder kleur.",
    "This colour is too light: what stands on it cannot be read well. Choose a darker one.",
)
TOO_MUCH: Final = FieldProblem(
    "naam", "text-too-long", "Hier staat te veel. Maak het korter.", "This is too much. Make it shorter."
)


def empty(field: str) -> FieldProblem:
    """Say that a field must say something."""
    return FieldProblem(field, "text-empty", "Hier staat nog niets. Vul dit in.", "Fill this in.")


def unknown_choice(field: str) -> FieldProblem:
    """Say that something is not on the list."""
    return FieldProblem(
        field,
        "choice-unknown",
        "Deze keuze bestaat niet. Kies er een uit de lijst.",
        "This choice does not exist. Choose one from the list.",
    )


def protected(field: str, *, word: str) -> FieldProblem:
    """Say that law or SBB keeps a word for others."""
    return FieldProblem(
        field,
        "protected-name",
        f"Een badge mag niet '{word}' heten. Dat woord is beschermd. Kies een andere naam.",
        f"A badge may not be called '{word}'. That word is protected. Choose another name.",
    )
