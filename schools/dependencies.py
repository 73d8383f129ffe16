"""What the pages of this room ask for besides who is signed in: what checks badges."""

from typing import Annotated, TypeAlias, cast

from fastapi import Depends
from starlette.requests import Request

from verifier.engine import Verifier


async def verifier_of(request: Request) -> Verifier:
    """Give the verifier that `app` opened."""
    return cast("Verifier", request.app.state.verifier)


TheVerifier: TypeAlias = Annotated[Verifier, Depends(verifier_of)]
