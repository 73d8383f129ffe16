"""What can go wrong with what somebody will learn here."""

from issuers.errors.root import IssuersError


class ProfielError(IssuersError):
    """Say that this cannot be done with an agreement as it stands now."""

    code = "profiel"
    nl = "Dit kan niet met deze afspraak."
    en = "This cannot be done with this agreement."


class ProfielChangedError(ProfielError):
    """Refuse an answer to what stands there no longer: it was changed while it was being read."""

    code = "profiel-changed"
    nl = "Deze afspraak is net veranderd. Lees hem nog een keer en kies dan."
    en = "This agreement has just been changed. Read it again and then choose."


class ProfielEndedError(ProfielError):
    """Refuse to change or answer what was stopped."""

    code = "profiel-ended"
    nl = "Deze afspraak is gestopt. Wat gegeven is, blijft geldig."
    en = "This agreement has been stopped. What was given stays valid."


class ProfielNotAgreedError(ProfielError):
    """Refuse to give a badge for what the recipient did not say yes to."""

    code = "profiel-not-agreed"
    nl = "De deelnemer heeft nog geen ja gezegd tegen deze afspraak. Bekijk de afspraak eerst samen."
    en = "The learner has not said yes to this agreement. Look at the agreement together first."


class GoalReachedError(ProfielError):
    """Refuse a second badge for the same work in one agreement."""

    code = "goal-reached"
    nl = "Voor dit werk is in deze afspraak al een bewijs gegeven. Klopt het niet? Verbeter het bij Gegeven."
    en = "A badge was given for this work in this agreement already. Is it wrong? Correct it under Given."


class OtherNameError(ProfielError):
    """Refuse a badge under another name than the recipient chose."""

    code = "other-name"
    nl = "De deelnemer koos intussen een andere naam voor het bewijs. Begin opnieuw bij de afspraak."
    en = "The learner has chosen another name for the badge meanwhile. Begin again at the agreement."


class OtherPhotosError(ProfielError):
    """Refuse a badge with a photo that the recipient did not choose, or not any more."""

    code = "other-photos"
    nl = "De deelnemer koos intussen andere foto's voor het bewijs. Lees het nog een keer samen."
    en = "The learner has chosen other photos for the badge meanwhile. Read it together once more."


class OtherWorkError(ProfielError):
    """Refuse a badge for a werkproces that does not stand in the agreement it is given for."""

    code = "other-work"
    nl = "Dit werkproces staat niet in de afspraak. Verander de afspraak, of geef een los bewijs."
    en = "This werkproces does not stand in the agreement. Change the agreement, or give a badge on its own."


class WerkprocesCollectedError(ProfielError):
    """Refuse to take out of an agreement what something was collected for, until that is let go by name."""

    code = "werkproces-collected"
    nl = (
        "Bij een werkproces dat je weghaalt, is al iets bewaard. Dat is dan ook weg. Zet het vinkje "
        "bij het werk terug, of zet hier een vinkje bij wat weg mag."
    )
    en = (
        "Something was kept already for a werkproces that you take away. That goes too. Tick the work again, "
        "or tick here what may go."
    )


class WerkprocesToldError(ProfielError):
    """Refuse to take out of an agreement what the recipient collected something for himself."""

    code = "werkproces-told"
    nl = (
        "Bij een werkproces dat je weghaalt, bewaarde de deelnemer zelf iets. Zet het vinkje terug, of vraag "
        "de deelnemer om het eerst zelf weg te halen."
    )
    en = (
        "The learner kept something himself for a werkproces that you take away. Tick it again, or ask the "
        "learner to remove it first."
    )


class WerkprocesGivenError(ProfielError):
    """Refuse to take out of an agreement what a badge was given for."""

    code = "werkproces-given"
    nl = "Voor een werkproces dat je weghaalt, is al een bewijs gegeven. Zet het vinkje terug."
    en = "A badge was given for a werkproces that you take away. Tick it again."
