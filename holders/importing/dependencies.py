"""What the pages of this wing ask for, beside what those of the whole room do."""

from typing import Annotated, Protocol, TypeAlias, cast

from fastapi import Depends
from starlette.requests import Request

from verifier.report import Report


class Reader(Protocol):
    """Read what a badge says about work: this room knows no mapping, `app` fills it in."""

    def read(self, report: Report) -> str:
        """Give it as it is kept with a badge from elsewhere."""
        ...


def reader_of(request: Request) -> Reader:
    """Give what reads badges from elsewhere."""
    return cast("Reader", request.app.state.routes)


TheReader: TypeAlias = Annotated[Reader, Depends(reader_of)]
