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
    "passport": N_("Skillspaspoort"),
    "skills-first": N_("Vaardigheden"),
    "take-along": N_("Deze neem je mee naar elk werk."),
    "works": N_("Werk"),
    "proofs": N_("Bewijzen"),
    "judged": N_("Beoordeeld door %(name)s"),
    "judged-on": N_("Beoordeeld door %(name)s, %(day)s"),
    "qr-of-all": N_("QR-code die naar deze bewijzen gaat: %(url)s"),
    "check-all": N_("Heb je dit als pdf? Controleer het op %(place)s. De bewijzen zelf zitten erin."),
    "until": N_("Deze link werkt tot en met %(day)s."),
    "attached-all": N_("De bewijzen zelf, elk met de handtekening erop."),
    "attached": N_("Het bewijs zelf, met de handtekening erop."),
}
