"""What can go wrong between giving a badge and signing it."""

from issuers.errors.root import IssuersError


class HoldingError(IssuersError):
    """Say that this cannot be done with what waits."""

    code = "holding"
    nl = "Dit kan niet met wat nog wacht."
    en = "This cannot be done with what waits."


class SecondPersonError(HoldingError):
    """Refuse to sign what a second person did not confirm, where the organisation asks for that."""

    code = "second-person"
    nl = "Jullie spraken af dat een tweede persoon meekijkt. Geef dit bewijs op de site, dan kan dat."
    en = "Your organisation asks for a second person. Give this badge on the site, where one can confirm."


class SamePersonError(HoldingError):
    """Refuse the confirmation of who gave it."""

    code = "same-person"
    nl = "Jij gaf dit bewijs. Een ander moet het bevestigen."
    en = "You gave this badge. Somebody else has to confirm it."


class HeldEndedError(HoldingError):
    """Say that it does not wait any more."""

    code = "held-ended"
    nl = "Dit wacht niet meer. Kijk hieronder wat ermee is gebeurd."
    en = "This does not wait any more. See below what became of it."


class HeldAlreadyError(HoldingError):
    """Refuse a second judgement of work for which one waits."""

    code = "held-already"
    nl = "Voor dit werk wacht al een bewijs. Kijk bij Onderweg, of neem het daar terug."
    en = "A badge waits for this work already. See under On its way, or take it back there."


class HeldCodeError(HoldingError):
    """Refuse a code that nothing waits for."""

    code = "held-code"
    nl = "Deze code klopt niet, of hij is te oud. Vraag om een nieuwe code en typ die over."
    en = "This code is not right, or it is too old. Ask for a new code and type that."


class TooManyHeldCodesError(HeldCodeError):
    """Refuse codes for a while, because too many were wrong."""

    code = "held-code-too-many"
    nl = "Te veel codes klopten niet. Wacht 10 minuten, of bevestig met je passkey."
    en = "Too many codes were not right. Wait 10 minutes, or confirm with your passkey."
