"""What we say on paper, beside what was signed; the words of the pages serve where they are the same."""

from collections.abc import Mapping
from typing import Final

from templates.labels.marked import N_

SHEETS: Final[Mapping[str, str]] = {
    "named": N_("Dit kan %(name)s"),
    "unnamed": N_("Dit kan ik"),
    "judged-by": N_("Beoordeeld door"),
    "given-by": N_("Verstrekt door"),
    "when": N_("Wanneer"),
    "period": N_("%(start)s tot en met %(end)s"),
    "independence": N_("Hoe zelfstandig"),
    "level": N_("Hoe ver"),
    "no-mbo-level": N_("Dit is geen mbo-niveau."),
    "valid-until": N_("Geldig tot"),
    "skills": N_("Vaardigheden die daarbij horen"),
    "criteria": N_("Waarop is gelet"),
    "official": N_("Officieel heet dit: %(title)s, %(code)s."),
    "belongs-to": N_("Dit hoort bij %(title)s, %(code)s."),
    "code": N_("werkproces %(code)s"),
    "code-of": N_("werkproces %(code)s van %(name)s"),
    "kwalificatie": N_("Werkprocessen van %(name)s (crebo %(crebo)s)"),
    "is-it-real": N_("Is dit echt? Scan de code."),
    "check": N_("Heb je dit als pdf? Controleer het op %(place)s. Het bewijs zelf zit erin."),
    "not": N_("Wat is dit niet?"),
    "no-diploma": N_("Dit is geen diploma."),
    "school": N_("Een school kan er wel naar kijken."),
    "no-mbo": N_("Dit is geen diploma, mbo-certificaat of mbo-verklaring."),
    "this-work": N_("Het gaat over het werk dat erop staat. Over ander werk zegt het niets."),
    "unprintable": N_(
        "Voor sommige tekens hebben wij geen letter. Daar staat %(sign)s. In het bewijs zelf staan ze wel."
    ),
    "picture": N_("Badge van %(issuer)s: %(title)s"),
    "qr": N_("QR-code die naar dit bewijs gaat: %(url)s"),
    "attached": N_("Het bewijs zelf, met de handtekening erop."),
}
