"""Ask who calls: a system, by its key. A session counts for nothing here, so no page of others can use it."""

from typing import Annotated, Final

from fastapi import Depends, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from issuers.apikeys.calling import find_caller
from issuers.dependencies import Desk
from issuers.errors import NoApiKeyError
from issuers.people.permissions import Actor
from web.limits import Meter, Purpose, meter_of

_BEARER: Final = HTTPBearer(
    scheme_name="apiSleutel",
    description="Een sleutel van een systeem van je organisatie: `pb_...`. De beheerder maakt hem op "
    "`/api-sleutels`.",
    auto_error=False,
)


def caller_of(
    desk: Desk,
    meter: Annotated[Meter, Depends(meter_of)],
    sent: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)],
) -> Actor:
    """Tell in whose name a system acts; who tries keys is counted too.

    Raises:
        TooManyError: too much came from this network, or with this key.
        ApiKeyError: no key came along, or one that opens nothing.
    """
    meter.take(Purpose.API)
    if sent is None:
        raise NoApiKeyError
    caller = find_caller(desk, sent.credentials)
    meter.limiter.take(Purpose.API_KEY, sent.credentials)
    return caller


Caller = Annotated[Actor, Depends(caller_of)]
