"""What can go wrong from a judgement to a signed badge, and in withdrawing it."""

from issuers.errors.root import FormError, IssuersError


class JudgementError(FormError):
    """Refuse what was typed about a person's work."""

    code = "judgement"


class UnknownWerkprocesError(IssuersError):
    """Refuse a werkproces that the catalogue does not have, or not in this edition."""

    code = "werkproces-unknown"
    nl = "Dit werkproces staat niet in de catalogus. Kies het opnieuw uit de lijst."
    en = "The catalogue does not have this werkproces. Choose it from the list again."

    def __init__(self, *, crebo: str, code: str) -> None:
        super().__init__(f"{crebo}/{code}")
        self.crebo = crebo
        self.werkproces = code


class UnknownSkillError(IssuersError):
    """Refuse a skill that the catalogue does not have under this name."""

    code = "skill-unknown"
    nl = "Deze vaardigheid staat niet in de catalogus. Kies haar opnieuw uit de lijst."
    en = "The catalogue does not have this skill. Choose it from the list again."

    def __init__(self, *, uri: str) -> None:
        super().__init__(uri)
        self.uri = uri


class UnknownBadgeklasseError(IssuersError):
    """Refuse a badgeklasse that the organisation did not publish, or not in these words."""

    code = "badgeklasse-unknown"
    nl = "Deze badge staat niet in jullie lijst. Kies hem daar opnieuw."
    en = "Your organisation did not publish this badge. Choose it from your list again."


class IdempotencyConflictError(IssuersError):
    """Refuse an idempotency key that was used before for something else."""

    code = "idempotency-conflict"
    nl = "Dit formulier is al eens verstuurd met andere gegevens. Open een nieuw formulier."
    en = "This idempotency key was used before for another request. Use a new one."


class IdempotencyKeyUsedError(IdempotencyConflictError):
    """Say to a system that it used its key before for something else."""

    nl = "Deze Idempotency-Key is al gebruikt voor een andere vraag. Kies een nieuwe."
    en = "This Idempotency-Key was used before for another question. Choose a new one."


class IssuingInterruptedError(IssuersError):
    """Say that recovery gave this one up while it ran; nothing was signed."""

    code = "issuing-interrupted"
    nl = "Het uitreiken is onderbroken. Er is niets uitgereikt. Probeer het nog een keer."
    en = "Issuing was interrupted and nothing was signed. Ask again."


class SelfCheckError(IssuersError):
    """Stop when the other engine does not agree with our own signature; it never left."""

    code = "self-check"
    nl = "Onze eigen controle keurde de badge af. Er is niets uitgereikt."
    en = "Our own check refused the badge. Nothing was issued."

    def __init__(self, *, document: str, reason: str) -> None:
        super().__init__(f"{document}: {reason}")
        self.document = document
        self.reason = reason


class RevocationError(IssuersError):
    """Say that it cannot be withdrawn: never signed, or withdrawn before."""

    code = "revocation"
    nl = "Dit bewijs is al verbeterd of ingetrokken, of nooit gegeven. Kijk bij Gegeven wat er nu staat."
    en = "This badge was corrected or withdrawn already, or never given. See at Given what stands now."


class BeingCorrectedError(RevocationError):
    """Say that another badge is taking its place at this moment."""

    code = "being-corrected"
    nl = "Iemand verbetert dit bewijs op dit moment. Kijk over een minuut nog een keer."
    en = "Somebody is correcting this badge at this moment. Look again in a minute."
