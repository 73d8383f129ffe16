"""What can go wrong while issuing, as one tree.

IssuersError                    `code` is stable; `nl` and `en` are sentences to show
├── RegisterError               the database is not one that we may write badges to, or it refused
│   ├── RegisterBusyError           too many wrote at once; nothing was done, try again
│   └── BaseUrlError                badges exist under another address
├── KeyStoreError               the key-encryption key is missing, open to others, or another one
│   └── SealedError                 what opens the keys that sign badges is not here now
├── WrappingError               a wrapped key does not open
├── NoActiveKeyError            the organisation has no key for this purpose
├── CompromiseError             a key cannot have fallen into other hands at that moment
├── NotSignedInError            nobody is signed in
│   └── NoWorkplaceError            somebody is, and works for no organisation (any more)
├── ApiKeyError                 no key of a system that opens anything (any more) came along
│   ├── NoApiKeyError               none at all
│   ├── UnknownApiKeyError          we do not know it
│   ├── ApiKeyExpiredError          its time is over
│   ├── ApiKeyWithdrawnError        the organisation withdrew it
│   └── ApiKeyAloneError            who made it does not work here any more
├── PermissionDeniedError       this person may not do this here
│   ├── KeyScopeError               the key of a system was not made for this
│   └── KeyMakerError               who made the key may not do this (any more)
├── ProofNeededError            this takes a better proof of who it is than this sign-in gave
│   └── FreshProofNeededError       the proof was given too long ago
├── PasskeyError                what came of a passkey is no proof
│   ├── OtherSiteError              it is of another address
│   ├── UnknownPasskeyError         we do not know it (any more)
│   ├── ChallengeError              what it signed is too old, not ours, or was used before
│   └── PasskeyBehindError          it counts behind what we saw: there may be a copy of it
├── CodeError                   this code of an app opens nothing
│   ├── CodeUsedError               it was used before
│   └── TooManyCodesError           too many wrong ones; `minutes` says how long to wait
├── HasAppError                 this person has an app with codes already
├── AccountError                an account elsewhere signs nobody in now
│   ├── AccountProofError           what came of the provider proves nothing; `reason` is for the log
│   │   └── UnknownKeyError             it is signed by a key that we do not know (yet)
│   ├── AccountRefusedError         whoever signs in stopped at the provider, or may not
│   ├── ProviderDownError           the provider does not answer as it should
│   ├── AttemptError                nobody went there from this browser, or it was too long ago
│   ├── UnknownAccountError         nobody here said that it is his
│   └── AccountTakenError           it is somebody else's
├── WorksElsewhereError         only who runs the service can help somebody of several organisations
├── LastWayInError              a person keeps at least one way to sign in
├── NotFoundError               there is nothing of that id (or it is another organisation's)
├── ClockBehindError            the clock runs behind what was recorded: stop, look at the clock
├── UnknownWerkprocesError      the catalogue does not have this edition of the werkproces
├── UnknownSkillError           the catalogue does not have this skill under this name
├── IdempotencyConflictError    the key was used before for something else
│   └── IdempotencyKeyUsedError     by a system, which chose the key itself
├── IssuingInterruptedError     recovery gave this one up while it ran; ask again
├── SelfCheckError              the other engine did not agree with our signature: nothing left
├── CannotIssueError            the suites ask to sign what the data model does not allow (conformance mode)
├── OrganisationStoppedError    the organisation gives no badges now; `code` says why
├── SpreadsheetError            a table of somebody cannot be read; `code` says why
├── AlreadyDecidedError         somebody decided on it before
├── NumberError                 it cannot be a number of that kind; the sentence says which rule it breaks
├── FormError                   what was typed cannot be read; `problems` says why, all at once
│   └── JudgementError              about a judgement
├── LinkError                   a link that somebody was given opens nothing (any more)
│   ├── LinkUsedError               it was used before
│   ├── LinkExpiredError            it is too old
│   └── LinkWithdrawnError          whoever gave it took it back
├── InvitationError             this invitation cannot be accepted like this
│   ├── OtherPersonError            it is for another mail address than that of who is signed in
│   ├── SignInFirstError            it is for somebody whom we know; he has to be signed in
│   └── AlreadyMemberError          whoever is invited works here already
├── LastBeheerderError          an organisation keeps at least one beheerder
└── RevocationError             it cannot be withdrawn: not signed, or already withdrawn
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final


class IssuersError(Exception):
    """Say what is wrong while issuing, in two languages; `code` is stable and safe to show."""

    code = "issuers"
    nl = "Er ging iets mis bij het uitreiken."
    en = "Something went wrong while issuing."

    def __str__(self) -> str:
        """Read as the English sentence, for logs and commands."""
        return self.en


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


class KeyStoreError(IssuersError):
    """Refuse to work with a key-encryption key that is not as it should be."""

    code = "key-store"
    nl = "De sleutels zijn niet te gebruiken. Er is niets uitgereikt."

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.en = reason


class SealedError(KeyStoreError):
    """Say that the service cannot sign badges now; all else works."""

    code = "sealed"
    nl = (
        "De dienst is verzegeld: de sleutel om te ondertekenen is er nu niet bij. Bewijzen bekijken, "
        "controleren en intrekken kan wel. Wat je schreef staat er nog. Vraag het beheer de sleutel terug te "
        "zetten."
    )


class WrappingError(IssuersError):
    """Say that a private key does not open with this key-encryption key, under this label."""

    code = "wrapping"
    nl = "Een sleutel gaat niet open."
    en = "A private key does not open."


class NoActiveKeyError(IssuersError):
    """Say that the organisation has no key that may sign this."""

    code = "no-active-key"
    nl = "Deze organisatie heeft geen sleutel om mee te ondertekenen."
    en = "This organisation has no key to sign with."


class CompromiseError(IssuersError):
    """Refuse a moment at which a key cannot have fallen into other hands."""

    code = "compromise-moment"

    def __init__(self, *, created: datetime) -> None:
        super().__init__(created)
        day = created.date()
        self.nl = (
            f"Deze sleutel is er sinds {day:%d-%m-%Y}. Kies een moment daarna, en niet in de toekomst. Weet "
            "je het niet precies? Kies het vroegste moment dat kan."
        )
        self.en = (
            f"This key is there since {day:%d-%m-%Y}. Choose a moment after that, and not in the future. Not "
            "sure? Choose the earliest that is possible."
        )


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


class PermissionDeniedError(IssuersError):
    """Say that this person may not do this here."""

    code = "permission-denied"
    nl = "Je mag dit niet doen namens deze organisatie."
    en = "You may not do this for this organisation."

    def __init__(self, *, action: str) -> None:
        super().__init__(action)
        self.action = action


class KeyScopeError(PermissionDeniedError):
    """Say that the key of a system was not made for this."""

    code = "key-scope"
    nl = "Deze API-sleutel is hier niet voor gemaakt. Vraag de beheerder om een sleutel die dit mag."
    en = "This API key was not made for this. Ask the beheerder for a key that may do it."


class KeyMakerError(PermissionDeniedError):
    """Say that whoever made the key of a system may not do this, or not any more."""

    code = "key-maker"
    nl = "Wie deze API-sleutel maakte, mag dit zelf niet meer. Laat iemand die het mag een nieuwe maken."
    en = "Whoever made this API key may not do this any more. Let somebody who may make a new one."


class ApiKeyError(IssuersError):
    """Say that no key of a system that opens anything came along."""

    code = "api-key"


class NoApiKeyError(ApiKeyError):
    """Say that no key came along."""

    code = "api-key-missing"
    nl = "Stuur een API-sleutel mee: Authorization: Bearer pb_... De beheerder van je organisatie maakt hem."
    en = "Send an API key along: Authorization: Bearer pb_... The beheerder of your organisation makes one."


class UnknownApiKeyError(ApiKeyError):
    """Say that we do not know a key."""

    code = "api-key-unknown"
    nl = "Deze API-sleutel kennen wij niet. Kijk of je hem helemaal hebt."
    en = "We do not know this API key. Check whether you have all of it."


class ApiKeyExpiredError(ApiKeyError):
    """Say that the time of a key is over."""

    code = "api-key-expired"
    nl = "Deze API-sleutel is verlopen. Vraag de beheerder om een nieuwe."
    en = "This API key has expired. Ask the beheerder for a new one."


class ApiKeyWithdrawnError(ApiKeyError):
    """Say that the organisation withdrew a key."""

    code = "api-key-withdrawn"
    nl = "Deze API-sleutel is ingetrokken. Vraag de beheerder om een nieuwe."
    en = "This API key was withdrawn. Ask the beheerder for a new one."


class ApiKeyAloneError(ApiKeyError):
    """Say that whoever made a key does not work here any more, so that nobody answers for it."""

    code = "api-key-alone"
    nl = "Wie deze API-sleutel maakte, werkt hier niet meer. Vraag de beheerder om een nieuwe."
    en = "Whoever made this API key does not work here any more. Ask the beheerder for a new one."


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


class AccountError(IssuersError):
    """Say that an account elsewhere signs nobody in now."""

    code = "account"


class AccountProofError(AccountError):
    """Say that what came of a provider proves nothing; `reason` is for the log and names nobody."""

    code = "account-proof"
    nl = "Inloggen met dit account lukte niet. Probeer het nog een keer, of log in met je passkey."
    en = "Signing in with this account did not work. Try it again, or sign in with your passkey."

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UnknownKeyError(AccountProofError):
    """Say that a token is signed by a key that we do not know (yet)."""

    code = "account-key"


class AccountRefusedError(AccountError):
    """Say that whoever signs in stopped at the provider, or may not."""

    code = "account-refused"

    def __init__(self, provider: str) -> None:
        super().__init__(provider)
        self.nl = (
            f"Je bent niet ingelogd met {provider}: je stopte daar, of je mag het daar niet. Probeer het nog "
            "een keer, of kies een andere manier."
        )
        self.en = (
            f"You are not signed in with {provider}: you stopped there, or you may not. Try it again, or "
            "choose another way."
        )


class ProviderDownError(AccountError):
    """Say that a provider does not answer as it should."""

    code = "account-provider-down"

    def __init__(self, provider: str) -> None:
        super().__init__(provider)
        self.nl = (
            f"{provider} antwoordt nu niet goed. Probeer het straks nog een keer, of kies een andere manier."
        )
        self.en = f"{provider} does not answer well now. Try it again later, or choose another way."


class AttemptError(AccountError):
    """Say that nobody went to a provider from this browser, or that it was too long ago."""

    code = "account-attempt"
    nl = (
        "Dit duurde te lang, of je kwam terug in een andere browser dan waarin je begon. Druk nog een keer "
        "op de knop, en blijf in dezelfde browser."
    )
    en = (
        "This took too long, or you came back in another browser than the one you began in. Press the button "
        "once more, and stay in the same browser."
    )


class UnknownAccountError(AccountError):
    """Say that nobody here said that an account is his; who has it is not let in by its mail address."""

    code = "account-unknown"
    nl = (
        "Dit account kennen wij nog niet. Heb je hier al een passkey? Log daarmee in, en koppel dit account "
        "op je eigen pagina. Ben je hier nieuw? Vraag de beheerder van je organisatie om een uitnodiging."
    )
    en = (
        "We do not know this account yet. Do you have a passkey here? Sign in with it, and link this account "
        "on your own page. Are you new here? Ask the beheerder of your organisation for an invitation."
    )


class AccountTakenError(AccountError):
    """Refuse to link an account that is somebody else's."""

    code = "account-taken"
    nl = "Dit account hoort al bij iemand anders. Log daar uit, en kies je eigen account."
    en = "This account is somebody else's already. Sign out there, and choose your own account."


class WorksElsewhereError(IssuersError):
    """Refuse to let one organisation make a link for somebody of several: it would open the others too."""

    code = "works-elsewhere"
    nl = "Deze persoon werkt ook voor een andere organisatie. Alleen het beheer van deze dienst kan helpen."
    en = "This person works for another organisation too. Only the people who run this service can help."


class LastWayInError(IssuersError):
    """Refuse to take away the last way in which a person can sign in."""

    code = "last-way-in"
    nl = "Dit is de laatste manier waarop je kunt inloggen. Maak eerst een andere."
    en = "This is the last way in which you can sign in. Make another first."


class NotFoundError(IssuersError):
    """Say that there is nothing of that id; what belongs to another organisation is not there either."""

    code = "not-found"
    nl = "Dit bestaat niet (meer)."
    en = "There is nothing here (any more)."


class CannotIssueError(IssuersError):
    """Refuse to sign what a public suite asks to sign; the reason is for a programmer."""

    code = "cannot-issue"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.nl = f"Dit kan niet worden ondertekend: {reason}"
        self.en = f"This cannot be signed: {reason}"


class ClockBehindError(IssuersError):
    """Stop when the clock runs behind what was recorded: a badge would be dated back."""

    code = "clock-behind"
    nl = "De klok van deze dienst loopt achter. Er is niets uitgereikt."
    en = "The clock of this machine runs behind the audit record. Put it right; nothing was issued."


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
    nl = "Deze badge is al ingetrokken, of nooit uitgereikt."
    en = "This badge was withdrawn before, or never issued."


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Tell what is wrong with one field of a form, and what to do, in Dutch and in English."""

    field: str
    code: str
    nl: str
    en: str


class FormError(IssuersError):
    """Refuse what was typed; `problems` holds all of it, in the order of the form."""

    code = "form"
    nl = "Niet alles is goed ingevuld."
    en = "Not everything is filled in well."

    def __init__(self, problems: Sequence[FieldProblem]) -> None:
        super().__init__(", ".join(f"{each.field}: {each.code}" for each in problems))
        self.problems = tuple(problems)


class JudgementError(FormError):
    """Refuse what was typed about a person's work."""

    code = "judgement"


class LinkError(IssuersError):
    """Say that a link opens nothing (any more)."""

    code = "link"
    nl = "Deze link kennen wij niet. Kijk of je de hele link hebt."
    en = "We do not know this link. Check whether you have all of it."


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


class LastBeheerderError(IssuersError):
    """Refuse to leave an organisation without a beheerder."""

    code = "last-beheerder"
    nl = "Dit is de laatste beheerder. Maak eerst iemand anders beheerder."
    en = "This is the last administrator. Make somebody else administrator first."


class NumberError(IssuersError):
    """Refuse what cannot be a number of its kind; the sentence says which rule it breaks."""

    def __init__(self, code: str, *, nl: str, en: str) -> None:
        super().__init__(code)
        self.code = code
        self.nl = nl
        self.en = en


class AlreadyDecidedError(IssuersError):
    """Say that somebody decided on it before."""

    code = "already-decided"
    nl = "Hierover is al beslist."
    en = "This was decided before."


class OrganisationStoppedError(IssuersError):
    """Say that an organisation gives no badges now: suspended by the platform, or closed for good."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        self.nl, self.en = _STOPPED[code]


_STOPPED: Final = {
    "organisation-suspended": (
        "Jullie organisatie kan nu even geen bewijzen geven. De beheerder weet waarom.",
        "Your organisation cannot give badges at this moment. Its beheerder knows why.",
    ),
    "organisation-closed": (
        "Deze organisatie is gestopt en geeft geen bewijzen meer.",
        "This organisation has stopped and gives no badges any more.",
    ),
}


class SpreadsheetError(IssuersError):
    """Refuse a table that somebody sent; the sentence says what to do instead."""

    def __init__(self, code: str, *, row: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.row = row
        nl, en = _TABLES[code]
        self.nl = nl if row is None else f"Rij {row}: {nl}"
        self.en = en if row is None else f"Row {row}: {en}"


_TABLES: Final = {
    "table-empty": ("Er staat niets in dit bestand.", "There is nothing in this file."),
    "table-kind": (
        "Dit bestand kunnen wij niet lezen. Bewaar het als XLSX of CSV en probeer het nog een keer.",
        "We cannot read this file. Save it as XLSX or CSV and try again.",
    ),
    "table-too-large": (
        "Dit bestand is te groot: er passen 20.000 rijen en 30 kolommen. Maak er 2 van.",
        "This file is too large: 20,000 rows and 30 columns fit. Make two of it.",
    ),
    "table-formula": (
        "Er staat een formule in. Plak alleen de waarden in een nieuw blad en stuur dat.",
        "There is a formula in it. Paste the values only into a new sheet and send that.",
    ),
    "table-merged": (
        "Er zijn cellen samengevoegd. Splits ze, zodat elke rij bij elke kolom 1 cel heeft.",
        "Cells are merged. Split them, so that each row has one cell in each column.",
    ),
}
