"""Join: one form, and a page of one's own that tells how far it came."""

from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form, Path, Query
from fastapi.responses import RedirectResponse, Response
from pydantic import Field
from starlette.requests import Request

from badges.moments import dutch_day
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.organisations.applying import TypedApplication, read_application
from issuers.organisations.joining import apply, find_application, is_invited
from issuers.organisations.pages.forms import AGREEMENT_PATH, FaceForm, FactsForm, typed_of
from issuers.people.pages.letters import first_letter, invitation_url
from issuers.saying import shown
from templates import views
from templates.texts import AGREEMENT, agreement
from web.limits import Meter, Purpose, meter_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

_ORDER: Final = (
    "soort",
    "leerbedrijf",
    "kvk",
    "vestiging",
    "brin",
    "brin-vestiging",
    "schoolsoort",
    "oin",
    "rsin",
    "rechtspersoon",
    "naam",
    "naam-mag",
    "officiele-naam",
    "website",
    "contact",
    "gemeente",
    "regio",
    "persoon",
    "mail",
    "geeft-zelf",
    "overeenkomst",
    "edities",
)
"""The fields as they stand on the page: what is wrong is told in that order."""

TOKEN = r"^[A-Za-z0-9_-]{0,64}$"  # noqa: S105 (how a token looks)
Token = Annotated[str, Query(pattern=TOKEN)]


class JoinForm(FactsForm, FaceForm):
    """Hold the whole form as it was sent."""

    persoon: str = ""
    mail: str = ""
    geeft_zelf: Annotated[str, Field(alias="geeft-zelf")] = ""
    overeenkomst: str = ""
    edities: str = ""
    uitnodiging: Annotated[str, Field(pattern=TOKEN)] = ""

    @property
    def application(self) -> TypedApplication:
        """Give what was typed."""
        return TypedApplication(
            facts=self.facts,
            face=self.face,
            persoon=self.persoon,
            mail=self.mail,
            geeft_zelf=self.geeft_zelf,
            overeenkomst=self.overeenkomst,
            edities=self.edities,
        )


@router.get("/aanmelden")
def show_form(request: Request, desk: Desk, uitnodiging: Token = "") -> Response:
    """Show the form; who opens it with an invitation does not use that up."""
    return _form(request, desk, JoinForm(uitnodiging=uitnodiging), invited=is_invited(desk, uitnodiging))


@router.post("/aanmelden")
def send_form(
    request: Request,
    desk: Desk,
    sent: Annotated[JoinForm, Form()],
    meter: Annotated[Meter, Depends(meter_of)],
) -> Response:
    """Take the application in, and lead to the page that tells how far it came, or straight on to begin."""
    try:
        written = read_application(sent.application, agreement=AGREEMENT)
    except FormError as error:
        return _form(request, desk, sent, invited=is_invited(desk, sent.uitnodiging), problems=error.problems)
    meter.take(Purpose.FORM)
    write = first_letter(request, desk)
    applied = apply(desk, written, write=write, invitation=sent.uitnodiging or None)
    if applied.joined:
        return RedirectResponse(invitation_url(desk, applied.joined.invited), status_code=303)
    return RedirectResponse(f"/aanmelden/{applied.token}", status_code=303)


@router.get("/aanmelden/{token}")
def show_progress(request: Request, desk: Desk, token: Annotated[str, Path(max_length=64)]) -> Response:
    """Tell how far it came; only who has the address sees it."""
    found = find_application(desk, token)
    view = views.organisations.JoinProgress(
        frame=frame_of(request),
        name=found.name,
        state=found.state.value,
        sent=dutch_day(found.created),
        decided=dutch_day(found.decided_at) if found.decided_at else None,
        reason=found.reason,
        organisation_href=f"/organisaties/{found.became}" if found.became else None,
        url=f"{desk.base_url}/aanmelden/{token}",
        sends_mail=desk.sends_mail,
    )
    response = show(request, "aanmelden-stand", view)
    response.headers["Cache-Control"] = "no-store"
    return response


@router.get(AGREEMENT_PATH)
def show_agreement(request: Request) -> Response:
    """Show what one agrees with by joining now."""
    return show_agreement_version(request, AGREEMENT)


@router.get(f"{AGREEMENT_PATH}/{{version}}")
def show_agreement_version(request: Request, version: str) -> Response:
    """Show a version, also one that was followed by another.

    Raises:
        NotFoundError: there never was this version.
    """
    blocks = agreement(version)
    if blocks is None:
        raise NotFoundError
    view = views.organisations.Agreement(
        frame=frame_of(request), blocks=blocks, is_current=version == AGREEMENT
    )
    return show(request, "verwerkersovereenkomst", view)


def _form(
    request: Request,
    desk: IssuingDesk,
    sent: JoinForm,
    *,
    invited: bool,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    view = views.organisations.JoinForm(
        frame=frame_of(request),
        action="/aanmelden",
        kinds=tuple(sent.soort),
        typed=typed_of(sent),
        agreement_href=f"{AGREEMENT_PATH}/{AGREEMENT}",
        version=AGREEMENT,
        invited=invited,
        sends_mail=desk.sends_mail,
        hidden=(("uitnodiging", sent.uitnodiging),) if sent.uitnodiging else (),
        problems=shown(request, sorted(problems, key=lambda each: _ORDER.index(each.field))),
    )
    return show(request, "aanmelden", view)
