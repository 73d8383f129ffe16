"""Show what somebody keeps ("Mijn bewijzen"), on his own telephone."""

from dataclasses import dataclass, replace
from typing import Annotated, Final, TypeAlias

from fastapi import APIRouter, Depends
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.moments import dutch_day
from holders.cards.cards import given_cards
from holders.cards.rekeying import may_take_over, taken_over_from
from holders.dependencies import MaybeHolder, TheEditions, offered_by
from holders.entering.ways_in import find_ways_in
from holders.importing.importing import Foreign, list_foreign
from holders.keeping.following import open_followed
from holders.keeping.pages.offline import kept_frame, show_with_copy
from holders.keeping.pages.pictures import picture_href
from holders.keeping.telephones import KnownHolder, find_holder, forget_telephone
from holders.overview.decided import Decided, list_decided
from holders.overview.dependencies import TheDecisions, TheRoutes
from holders.overview.pages.routes import routes_view
from holders.places import WALLET
from holders.sharing.pages.renewing import outdated_lines
from holders.sharing.renewing import list_outdated
from issuers.dependencies import Desk
from issuers.desk import IssuingDesk
from issuers.issuing.overview import Given
from issuers.organisations.founding import find_organisation
from issuers.publishing.showing import state_of
from issuers.saying import Done, done_of
from templates import views
from templates.showing import shown_facts
from web.locale import language_of
from web.session import clear_guest, clear_holder, read_guest, read_holder, set_holder

router = APIRouter(include_in_schema=False)

HERE: Final = WALLET
DONE: Final[Done] = {
    "bewaard": {"nl": "Dit bewijs staat nu bij je bewijzen.", "en": "This badge is now with your badges."},
    "open": {"nl": "Hier staan je bewijzen.", "en": "Here are your badges."},
    "kaart-stop": {"nl": "Je kaart opent niets meer.", "en": "Your card does not open anything any more."},
    "elders-weg": {"nl": "Het bewijs van ergens anders is weg.", "en": "The badge from elsewhere is gone."},
    "gewist": {
        "nl": "Alles over jou is weg. Wat je al hebt gedeeld, kunnen we niet terughalen.",
        "en": "Everything about you is gone. What you already shared, we cannot call back.",
    },
    "kaart-stop-een": {
        "nl": "Deze kaart opent niets meer.",
        "en": "This card does not open anything any more.",
    },
    "overgezet": {
        "nl": "Je bewijzen zijn overgezet. Je oude telefoon laat ze niet meer zien.",
        "en": "Your badges were moved. Your old phone does not show them any more.",
    },
    "routes-weg": {
        "nl": "Je ziet nu niet meer waar je mee verder kunt. Onderaan zet je het weer aan.",
        "en": "You do not see any more how you can go on. At the bottom you turn it on again.",
    },
    "samen": {"nl": "Je bewijzen staan nu bij elkaar.", "en": "Your badges are together now."},
    "geleend-weg": {
        "nl": "De bewijzen die hier even open stonden, zijn weer dicht.",
        "en": "The badges that were open here for a while are closed again.",
    },
    "weg": {
        "nl": "Je bewijzen staan niet meer op deze telefoon.",
        "en": "Your badges are no longer on this phone.",
    },
}


@dataclass(frozen=True, slots=True)
class Ports:
    """Hold what is asked of rooms that this one does not know."""

    routes: TheRoutes
    decisions: TheDecisions
    editions: TheEditions


ThePorts: TypeAlias = Annotated[Ports, Depends()]


@router.get(HERE)
def show_wallet(
    request: Request, desk: Desk, holder: MaybeHolder, ports: ThePorts, klaar: str = ""
) -> Response:
    """Show what is kept, or say how badges come here."""
    response = show_with_copy(
        request, "mijn-bewijzen", _view(request, desk, holder, ports=ports, klaar=klaar)
    )
    secret = read_holder(request)
    if holder is not None and holder.is_back and secret is not None:
        set_holder(request, response, token=secret)
    return response


@router.post(f"{HERE}/van-deze-telefoon")
def leave(request: Request, desk: Desk) -> Response:
    """Show nothing on this telephone any more; on a borrowed one its owner sees his own again."""
    guest = read_guest(request)
    is_borrowed = find_holder(desk, guest) is not None
    secret = guest if is_borrowed else read_holder(request)
    if secret is not None:
        forget_telephone(desk, secret)
    response = RedirectResponse(f"{HERE}?klaar={'geleend-weg' if is_borrowed else 'weg'}", status_code=303)
    if guest is not None:
        clear_guest(request, response)
    if not is_borrowed:
        clear_holder(request, response)
    return response


def _view(
    request: Request, desk: IssuingDesk, holder: KnownHolder | None, *, ports: Ports, klaar: str
) -> views.wallet.Wallet:
    empty = views.wallet.Wallet(
        frame=kept_frame(request, desk, holder),
        badges=None,
        count=0,
        leave_action=f"{HERE}/van-deze-telefoon",
        card_href="/kaart",
        passkey_href="/openen/passkey",
        address_href="/openen/adres" if offered_by(request) else None,
        done=done_of(request, klaar, done=DONE),
    )
    if holder is None:
        return empty
    return _with_ways(_filled(empty, request, desk, holder, ports=ports), desk, holder)


def _filled(
    empty: views.wallet.Wallet, request: Request, desk: IssuingDesk, holder: KnownHolder, *, ports: Ports
) -> views.wallet.Wallet:
    """Show what is kept, what was decided on it, and toward what it leads."""
    wallet, foreign = open_followed(desk, holder=holder), list_foreign(desk, holder=holder)
    only = find_organisation(desk, holder.only_of).name if holder.only_of else None
    return replace(
        empty,
        badges=tuple(
            _shelf(request, desk, each, is_better=each.id in wallet.improved) for each in wallet.badges
        ),
        count=wallet.count,
        outdated=outdated_lines(list_outdated(desk, holder=holder, editions=ports.editions)),
        foreign=tuple(map(_from_elsewhere, foreign)),
        decided=tuple(map(_decided, list_decided(ports.decisions, holder=holder))),
        routes=None
        if only
        else routes_view(desk, wallet.badges, elsewhere=foreign, routes=ports.routes, holder=holder),
        only_of=only,
        is_borrowed=holder.is_borrowed,
    )


def _with_ways(view: views.wallet.Wallet, desk: IssuingDesk, holder: KnownHolder) -> views.wallet.Wallet:
    """Lead on to what can be done here: less on a telephone of one organisation, or a borrowed one."""
    is_whole = not view.only_of
    tells = is_whole and not view.is_borrowed
    return replace(
        view,
        share_href=f"{HERE}/delen" if is_whole else None,
        paper_href=f"{HERE}/delen?verder=papier",
        shares_href=f"{HERE}/gedeeld" if is_whole else None,
        schools_href=f"{HERE}/scholen" if is_whole else None,
        has_given_card=tells and bool(given_cards(desk, holder=holder)),
        take_over_from=taken_over_from(desk, holder=holder),
        take_over_action=f"{HERE}/overzetten" if may_take_over(desk, holder=holder) else None,
        ways_href=f"{HERE}/toegang" if tells else None,
        helpers_href=f"{HERE}/helpers" if tells else None,
        evc_href=f"{HERE}/evc" if tells else None,
        is_only_this=tells and find_ways_in(desk, holder=holder).is_only_this,
        stored_href=f"{HERE}/gegevens" if tells else None,
        import_href=f"{HERE}/elders" if tells else None,
    )


def _shelf(request: Request, desk: IssuingDesk, given: Given, *, is_better: bool) -> views.wallet.Shelf:
    shown = shown_facts(given.facts, catalogue=desk.catalogue, language=language_of(request))
    return views.wallet.Shelf(
        href=f"{HERE}/{given.id}",
        title=given.facts.title or "",
        sentence=shown.sentence,
        issuer=given.facts.issuer.name,
        picture_href=picture_href(given),
        state=state_of(given),
        improved=dutch_day(given.awarded) if is_better else None,
    )


def _decided(decided: Decided) -> views.wallet.DecidedRow:
    return views.wallet.DecidedRow(
        href=decided.href,
        title=decided.title,
        school=decided.school,
        outcome=decided.outcome,
        day=decided.day,
        is_advice=decided.is_advice,
        is_replaced=decided.is_replaced,
    )


def _from_elsewhere(foreign: Foreign) -> views.wallet.Shelf:
    """Show a badge that was given elsewhere: with no picture of ours, so that nobody takes it for one."""
    return views.wallet.Shelf(
        href=f"{HERE}/elders/{foreign.id}",
        title=foreign.title,
        issuer=foreign.issuer,
        picture_href="",
        state=views.pieces.State(foreign.state.value),
    )
