"""What can go wrong with where all of it is kept."""

from issuers.errors.root import IssuersError


class RegisterError(IssuersError):
    """Refuse a database that we may not trust with badges, or pass on that it refused."""

    code = "register"
    nl = "De database werkt niet zoals het moet. Er is niets uitgereikt."

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.en = reason


class RegisterBusyError(RegisterError):
    """Say that too many wrote at once; nothing was done."""

    code = "register-busy"
    nl = "Het is even te druk. Probeer het zo nog een keer."


class BaseUrlError(RegisterError):
    """Refuse a new BASE_URL once badges exist: every signature names the old one."""

    code = "base-url"

    def __init__(self, *, stored: str, asked: str) -> None:
        super().__init__(
            f"Badges exist under {stored}, and every signature names it. "
            f"Start with PRAKTIJKBEWIJS_BASE_URL={stored}, or with another data folder for {asked}."
        )
        self.stored = stored
        self.asked = asked
        self.nl = (
            f"Er zijn al bewijzen uitgereikt onder {stored}. Dat adres kan niet meer veranderen. Start de "
            "dienst met dat adres (PRAKTIJKBEWIJS_BASE_URL, en in de demo de poort PRAKTIJKBEWIJS_PORT), "
            "of kies een andere map (PRAKTIJKBEWIJS_DATA_DIR)."
        )


class UnfinishedRestoreError(RegisterError):
    """Refuse a database into which a backup was put back for a part."""

    code = "restore-unfinished"
    nl = (
        "In deze database is een back-up nog niet helemaal teruggezet. Maak een lege database, en draai "
        "praktijkbewijs restore opnieuw."
    )

    def __init__(self) -> None:
        super().__init__("A backup was not put back to its end. Make an empty database, and restore again.")


class LostRegisterError(RegisterError):
    """Refuse to begin anew beside the keys of a register that is not there: its badges would be nobody's."""

    code = "register-lost"
    nl = (
        "De database is er niet, maar de sleutels wel. Is er een schijf niet aangesloten? "
        "Zet de database terug. Wil je echt leeg beginnen? Neem dan een andere map (PRAKTIJKBEWIJS_DATA_DIR)."
    )

    def __init__(self) -> None:
        super().__init__(
            "There is no database, though its keys are here. Put it back, or begin in another data folder."
        )
