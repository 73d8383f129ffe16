"""What somebody opens who scans a poster: who he is, and what he did."""

from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form, Path
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel
from starlette.requests import Request

from badges.catalogue.model import Entry
from badges.catalogue.plain import plain_text
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, PosterFullError
from issuers.organisations.founding import find_organisation
from issuers.posters.saying import TypedSaying, find_open_poster, read_saying, say
from issuers.saying import shown
from templates import views
from web.limits import Meter, Purpose, meter_of
from web.locale import Language, language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/werk"
Token = Annotated[str, Path(max_length=64)]


class SayingFields(BaseModel):
    """Hold the fields of the form as they were sent."""

    werkproces: str = ""
    naam: str = ""
    wat: str = ""
    dag: str = ""

    @property
    def typed(self) -> TypedSaying:
        """Give what was typed, to read it."""
        return TypedSaying(**self.model_dump())


@router.get(f"{HERE}/{{token}}")
def ask(request: Request, desk: Desk, token: Token, klaar: str = "") -> Response:
    """Ask who it is and what he did, or say that it was left."""
    return _page(request, desk, token, filled=SayingFields(), is_done=bool(klaar))


@router.post(f"{HERE}/{{token}}")
def leave(
    request: Request,
    desk: Desk,
    token: Token,
    filled: Annotated[SayingFields, Form()],
    meter: Annotated[Meter, Depends(meter_of)],
) -> Response:
    """Leave it, for somebody to look at."""
    poster, today = find_open_poster(desk, token), desk.clock.today()
    try:
        new = read_saying(filled.typed, poster=poster, today=today)
        meter.take(Purpose.SAYING)
        say(desk, token, new)
    except FormError as error:
        return _page(request, desk, token, filled=filled, problems=error.problems)
    except PosterFullError as error:
        return _page(request, desk, token, filled=filled, problems=[FieldProblem.of(error, field="wat")])
    return RedirectResponse(f"{HERE}/{token}?klaar=ja", status_code=303)


def _page(  # noqa: PLR0913 (what the page shows)
    request: Request,
    desk: IssuingDesk,
    token: str,
    *,
    filled: SayingFields,
    problems: Sequence[FieldProblem] = (),
    is_done: bool = False,
) -> Response:
    poster, language = find_open_poster(desk, token), language_of(request)
    view = views.posters.Scanned(
        frame=frame_of(request),
        organisation=find_organisation(desk, poster.organisation_id).name,
        place=poster.name,
        action=f"{HERE}/{token}",
        options=tuple(_option(each, chosen=filled.werkproces, language=language) for each in poster.work),
        today=desk.clock.today(),
        typed=filled.model_dump(),
        is_done=is_done,
        problems=shown(request, problems),
    )
    return show(request, "werk", view)


def _option(entry: Entry, *, chosen: str, language: Language) -> views.werkplekprofiel.WorkOption:
    werkproces = entry.werkproces
    plain = plain_text(werkproces, language=language)
    return views.werkplekprofiel.WorkOption(
        value=werkproces.key,
        title=werkproces.title,
        below=entry.kwalificatie.name,
        is_chosen=werkproces.key == chosen,
        plain=plain.sentence if plain else None,
    )
