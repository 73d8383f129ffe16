"""What can go wrong with who is signed in, what he may do, and how he came in."""

from issuers.errors.root import IssuersError


class NotSignedInError(IssuersError):
    """Say that this is only for who is signed in."""

    code = "not-signed-in"
    nl = "Log eerst in."
    en = "Sign in first."


class NoWorkplaceError(NotSignedInError):
    """Say that whoever is signed in works for no organisation, or not any more."""

    code = "no-workplace"
    nl = "Je werkt hier voor geen organisatie, of niet meer."
    en = "You work for no organisation here, or not any more."


class OtherSenderError(IssuersError):
    """Say that a form was shown to somebody else than who sends it."""

    code = "other-sender"
    nl = "Dit formulier is van iemand anders, of voor een organisatie waar je niet meer werkt."
    en = "This form is somebody else's, or for an organisation where you do not work any more."


class OtherWorkplaceError(OtherSenderError):
    """Say that whoever sends a form acted for another organisation when it was shown to him."""

    code = "other-workplace"

    def __init__(self, organisation_id: str, *, name: str) -> None:
        super().__init__("other workplace")
        self.organisation_id = organisation_id
        self.name = name
        self.nl = f"Dit formulier is voor {name}. Je werkt nu voor een andere organisatie."
        self.en = f"This form is for {name}. You now act for another organisation."


class PermissionDeniedError(IssuersError):
    """Say that this person may not do this here."""

    code = "permission-denied"
    nl = "Je mag dit niet doen namens deze organisatie."
    en = "You may not do this for this organisation."

    def __init__(self, *, action: str) -> None:
        super().__init__(action)
        self.action = action


class ProofNeededError(IssuersError):
    """Say that this takes a passkey or a code of an app, and that this sign-in had neither."""

    code = "proof-needed"
    nl = "Hiervoor moet je inloggen met je passkey, of met de code van je app."
    en = "For this you have to sign in with your passkey, or with the code of your app."


class FreshProofNeededError(ProofNeededError):
    """Say that it was too long ago that this person proved who he is."""

    code = "fresh-proof-needed"
    nl = "Dit is belangrijk. Laat daarom nog een keer zien dat jij het bent."
    en = "This matters. So show once more that it is you."


class PasskeyError(IssuersError):
    """Say that what came of a passkey is no proof."""

    code = "passkey"
    nl = "Dit lukte niet met deze passkey. Probeer het nog een keer."
    en = "This did not work with this passkey. Try it again."


class OtherSiteError(PasskeyError):
    """Say that a passkey was used at another address than ours."""

    code = "passkey-other-site"

    def __init__(self, *, base_url: str) -> None:
        super().__init__("other site")
        self.nl = (
            f"Deze passkey hoort niet bij het adres van deze dienst. Open {base_url} en probeer het daar."
        )
        self.en = f"This passkey is not for the address of this service. Open {base_url} and try it there."


class UnknownPasskeyError(PasskeyError):
    """Say that we do not know a passkey (any more)."""

    code = "passkey-unknown"
    nl = "Deze passkey kennen wij niet, of niet meer. Kies een andere, of vraag een nieuwe link."
    en = "We do not know this passkey, or not any more. Choose another, or ask for a new link."


class ChallengeError(PasskeyError):
    """Say that what a passkey signed is too old, not ours, or was used before."""

    code = "passkey-challenge"
    nl = "Dit duurde te lang, of het was al gebruikt. Druk nog een keer op de knop."
    en = "This took too long, or was used already. Press the button once more."


class PasskeyBehindError(PasskeyError):
    """Say that a passkey counts behind what we saw of it: there may be a copy."""

    code = "passkey-behind"
    nl = "Deze passkey lijkt gekopieerd. Gebruik een andere, en zeg het de beheerder."
    en = "This passkey seems to have been copied. Use another, and tell the administrator."


class KnownPasskeyError(PasskeyError):
    """Say that a passkey of this name is known already, of whomever."""

    code = "passkey-known"
    nl = "Deze passkey kennen wij al. Log ermee in, of maak een nieuwe met een ander apparaat."
    en = "We know this passkey already. Sign in with it, or make a new one with another device."


class CodeError(IssuersError):
    """Say that a code opens nothing."""

    code = "code"
    nl = "Deze code klopt niet. Neem de nieuwste code. Staat de klok van je telefoon op automatisch?"
    en = "This code is not right. Take the newest code. Is the clock of your phone set automatically?"


class CodeUsedError(CodeError):
    """Say that a code was used before."""

    code = "code-used"
    nl = "Deze code is al gebruikt. Wacht op de volgende."
    en = "This code was used before. Wait for the next one."


class TooManyCodesError(CodeError):
    """Say that too many wrong codes were typed for this person."""

    code = "code-too-many"

    def __init__(self, *, minutes: int) -> None:
        super().__init__("too many")
        self.minutes = minutes
        self.nl = (
            f"Er is te vaak een verkeerde code ingevuld. Probeer het over {minutes} minuten nog een keer."
        )
        self.en = f"A wrong code was typed too often. Try again in {minutes} minutes."


class HasAppError(IssuersError):
    """Say that this person has an app with codes already: a second one would put out the first."""

    code = "has-app"
    nl = "Je hebt al een app met codes. Haal die eerst weg als je een andere wilt."
    en = "You have an app with codes already. Remove that one first if you want another."


class LinkError(IssuersError):
    """Say that a link opens nothing (any more)."""

    code = "link"
    nl = "Deze link kennen wij niet. Heb je de hele link? Vraag dan een nieuwe aan wie hem stuurde."
    en = "We do not know this link. Do you have all of it? Then ask whoever sent it for a new one."


class LinkUsedError(LinkError):
    """Say that a link was used before."""

    code = "link-used"
    nl = "Deze link is al een keer gebruikt. Was jij dat? Log dan in. Was jij dat niet? Zeg het de beheerder."
    en = "This link was used before. Was that you? Then sign in. Was it not you? Tell the administrator."


class LinkExpiredError(LinkError):
    """Say that a link is too old."""

    code = "link-expired"
    nl = "Deze link is te oud. Vraag een nieuwe aan wie hem stuurde."
    en = "This link is too old. Ask whoever sent it for a new one."


class LinkWithdrawnError(LinkError):
    """Say that whoever gave a link took it back."""

    code = "link-withdrawn"
    nl = "Deze link geldt niet meer. Vraag het aan wie hem stuurde."
    en = "This link is no longer valid. Ask whoever sent it."


class InvitationError(IssuersError):
    """Say that this invitation cannot be accepted like this."""

    code = "invitation"


class OtherPersonError(InvitationError):
    """Say that an invitation is for another mail address than that of who is signed in."""

    code = "other-person"

    def __init__(self, *, name: str) -> None:
        super().__init__("other person")
        self.nl = (
            f"Je bent nu ingelogd als {name}. Deze uitnodiging is voor een ander mailadres. Log uit en open "
            "de link opnieuw, of vraag een uitnodiging op je eigen mailadres."
        )
        self.en = (
            f"You are signed in as {name}. This invitation is for another mail address. Sign out and open "
            "the link again, or ask for an invitation to your own address."
        )


class SignInFirstError(InvitationError):
    """Say that an invitation is for somebody who can sign in already, and has to."""

    code = "sign-in-first"
    nl = "Je hebt hier al een account. Log in, en open de link dan opnieuw."
    en = "You have an account here already. Sign in, and then open the link again."


class AlreadyMemberError(InvitationError):
    """Say that whoever is invited works here already."""

    code = "already-member"
    nl = "Deze persoon hoort al bij je organisatie. Verander de rollen in de lijst."
    en = "This person belongs to your organisation already. Change the roles in the list."


class HasBeheerderError(InvitationError):
    """Say that an organisation has somebody who manages it, so that its first one is there."""

    code = "has-beheerder"
    nl = "Deze organisatie heeft al een beheerder. Die nodigt de anderen uit."
    en = "This organisation has somebody who manages it already. That person invites the others."


class WorksElsewhereError(IssuersError):
    """Refuse to let one organisation make a link for somebody of several: it would open the others too."""

    code = "works-elsewhere"
    nl = "Deze persoon werkt ook voor een andere organisatie. Alleen het beheer van deze dienst kan helpen."
    en = "This person works for another organisation too. Only the people who run this service can help."


class LastWayInError(IssuersError):
    """Refuse to take away the last way in which a person can sign in."""

    code = "last-way-in"
    nl = (
        "Dit is de laatste manier waarop je kunt inloggen. Zonder een andere kom je er zelf niet meer in. "
        "Maak eerst een andere. Lukt dat niet? Vraag een beheerder van je organisatie, of het beheer van "
        "deze dienst."
    )
    en = (
        "This is the last way in which you can sign in. Without another you cannot get in yourself any more. "
        "Make another first. Does that not work? Ask an administrator of your organisation, or the people "
        "who run this service."
    )


class LastBeheerderError(IssuersError):
    """Refuse to leave an organisation without a beheerder."""

    code = "last-beheerder"
    nl = "Dit is de laatste beheerder. Maak eerst iemand anders beheerder."
    en = "This is the last administrator. Make somebody else administrator first."
