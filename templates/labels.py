"""Our words for values that stand in Dutch in a credential or a form.

The signed value never changes; a page shows these beside it or instead of it, in the language of the page.
"""

from collections.abc import Mapping


def N_(message: str) -> str:  # noqa: N802 - the name that every extractor of gettext knows
    """Mark a text for translation without translating it now."""
    return message


INDEPENDENCE: Mapping[str, str] = {
    "met hulp": N_("met hulp"),
    "zelfstandig": N_("zelfstandig"),
    "kan het anderen uitleggen": N_("kan het anderen uitleggen"),
}
ROLES: Mapping[str, str] = {
    "werknemer": N_("werk"),
    "stagiair": N_("stage"),
    "bijbaan": N_("bijbaan"),
    "vrijwilliger": N_("vrijwilligerswerk"),
    "leerling": N_("les op een werkplek van de school"),
    "deelnemer": N_("een traject of project"),
}
LEERVORMEN: Mapping[str, str] = {
    "formeel leren": N_("in een opleiding"),
    "non-formeel leren": N_("in een cursus of training"),
    "informeel leren": N_("door te doen"),
}
WITHDRAWAL: Mapping[str, str] = {
    "vergissing": N_("Er staat een fout in, of het is aan de verkeerde gegeven."),
    "op-verzoek": N_("De persoon vraagt het."),
    "anders": N_("Een andere reden."),
}
