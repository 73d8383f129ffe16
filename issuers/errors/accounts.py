"""What can go wrong with an account elsewhere."""

from issuers.errors.root import IssuersError


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
