"""What can go wrong with keys of systems."""

from issuers.errors.people import PermissionDeniedError
from issuers.errors.root import IssuersError


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
