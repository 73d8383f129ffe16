"""Samples of the pages about what was given and is not signed yet."""

from dataclasses import replace

from templates import views
from templates.documents.qr import qr_svg
from tests.templates.samples.pieces import FRAME, MOMENT, PICTURE, Sample

URL = "http://localhost:8000/straks/voorbeeldvoorbeeldvoorb"


def facts_to_be() -> views.pieces.Facts:
    """Show what a badge says, or will say."""
    return views.pieces.Facts(
        title="Verzamelt en controleert orders",
        issuer="Magazijn De Maas",
        sentence="Ik kan bestellingen bij elkaar zoeken en nakijken.",
        name="Sam de Vries",
        narrative="Sam verzamelde elke ochtend 40 orders.",
        start=MOMENT.date(),
        end=MOMENT.date(),
        independence="zelfstandig",
        leervorm="informeel leren",
        werkproces_code="B1-K2-W1",
        kwalificatie="Logistiek medewerker",
    )


def rows() -> tuple[views.holding.HeldRow, ...]:
    """Give one in each state."""
    row = views.holding.HeldRow(
        id="1",
        told="Sam verzamelde elke ochtend 40 orders.",
        title="Verzamelt en controleert orders",
        name="Sam de Vries",
        giver="Noor Bakker",
        due=MOMENT,
        state="wacht",
        waits_for_second=True,
        is_own=False,
        href="/onderweg/1",
    )
    over = replace(row, waits_for_second=False)
    return (
        row,
        replace(row, is_own=True),
        over,
        replace(over, state="klopt-niet", name=None),
        replace(over, state="klopt-niet", is_refused=True),
        replace(over, state="klopt-niet", is_refused=True, stopper="Ilse Kok"),
        replace(over, state="teruggenomen", stopper="Ilse Kok"),
    )


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    waiting = views.holding.HeldList(
        frame=FRAME,
        to_confirm=(rows()[0], replace(rows()[0], id="2", name=None)),
        rows=rows()[1:],
        code_action="/onderweg/code",
        confirm_action="/onderweg/bevestig",
        done="Het is bevestigd.",
    )
    wrong = tuple(views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("bewijs", "code"))
    page = views.holding.HeldPage(
        frame=FRAME,
        facts=facts_to_be(),
        picture=PICTURE,
        state="wacht",
        giver="Noor Bakker",
        due=MOMENT,
        is_over=False,
        waits_for_second=True,
        back_href="/onderweg",
        look_href="/onderweg/1",
        code_action="/onderweg/1/code",
        take_back_action="/onderweg/1/terug",
        url=URL,
        qr=qr_svg(URL, title="QR-code"),
    )
    ended = replace(
        page, waits_for_second=False, code_action=None, take_back_action=None, qr=None, is_over=True
    )
    other = replace(facts_to_be(), sentence=None, name=None, werkproces_code=None, criteria="Werkt samen.")
    own = views.holding.HeldOwn(
        frame=replace(FRAME, signed_in=None),
        organisation="Magazijn De Maas",
        facts=facts_to_be(),
        state="wacht",
        due=MOMENT,
        waits_for_second=True,
        no_action="/straks/x/klopt-niet",
    )
    named = replace(own, waits_for_second=False, until=MOMENT, name_action="/straks/x/naam")
    unnamed = (views.pieces.Problem(field="naam", message="Kijk naam na."),)
    objected = (views.pieces.Problem(field="wat", message="Kijk dit na."),)
    late = views.holding.HeldLate(
        frame=own.frame, organisation=own.organisation, badge_href="/b/x", said="Ik was er niet bij."
    )
    rule = views.holding.HoldingSettings(
        frame=FRAME,
        action="/organisatie/meekijken",
        back_href="/organisatie",
        typed={"vier-ogen": "ja", "bedenktijd": "10", "wachttijd": "48"},
        done="Het is bewaard.",
    )
    unread = tuple(
        views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("bedenktijd", "wachttijd")
    )
    return {
        "onderweg": ("onderweg", waiting),
        "onderweg-niets": ("onderweg", replace(waiting, to_confirm=(), rows=(), done=None)),
        "onderweg-fout": ("onderweg", replace(waiting, typed={"code": "x"}, problems=wrong)),
        "onderweg-een": ("onderweg-een", page),
        "onderweg-een-code": ("onderweg-een", replace(page, code="K4T9PX")),
        "onderweg-een-ander": (
            "onderweg-een",
            replace(
                page, code_action=None, confirm_action="/onderweg/1/bevestig", trouble="Dit wacht niet meer."
            ),
        ),
        "onderweg-een-nee": (
            "onderweg-een",
            replace(
                page,
                code_action=None,
                confirm_action="/onderweg/1/bevestig",
                refuse_action="/onderweg/1/klopt-niet",
                corrects=views.pieces.Corrects(
                    title="Verzamelt en controleert orders", awarded=MOMENT.date(), leads_on=True
                ),
                typed={"wat": "x"},
                problems=(views.pieces.Problem(field="wat", message="Kijk wat na."),),
            ),
        ),
        "onderweg-een-geweigerd": (
            "onderweg-een",
            replace(ended, state="klopt-niet", is_refused=True, objection="Het waren 4 orders."),
        ),
        "onderweg-een-geweigerd-door": (
            "onderweg-een",
            replace(
                ended,
                state="klopt-niet",
                is_refused=True,
                stopper="Ilse Kok",
                again_href="/uitreiken/25774/B1-K2-W1?opnieuw=1",
            ),
        ),
        "onderweg-een-bevestigd": (
            "onderweg-een",
            replace(page, waits_for_second=False, confirmer="Ilse Kok"),
        ),
        "onderweg-een-gelezen": (
            "onderweg-een",
            replace(page, waits_for_second=False, has_read=True, first_name="S. de Vries"),
        ),
        "onderweg-een-gelezen-zonder-naam": (
            "onderweg-een",
            replace(page, waits_for_second=False, has_read=True, facts=other, first_name="Sam de Vries"),
        ),
        "onderweg-een-klopt-niet": (
            "onderweg-een",
            replace(ended, state="klopt-niet", objection="Ik was er niet bij.", facts=other),
        ),
        "onderweg-een-niet": (
            "onderweg-een",
            replace(ended, state="niet-gegeven", because="permission-denied"),
        ),
        "onderweg-een-terug": ("onderweg-een", replace(ended, state="teruggenomen")),
        "onderweg-een-terug-rij": (
            "onderweg-een",
            replace(
                ended,
                state="teruggenomen",
                stopper="Ilse Kok",
                again_href="/groepen/1#f-rij-0",
                is_of_roster=True,
            ),
        ),
        "straks": ("straks", own),
        "straks-tijd": ("straks", replace(own, waits_for_second=False)),
        "straks-fout": ("straks", replace(own, typed={"wat": "x"}, problems=objected)),
        "straks-naam": ("straks", named),
        "straks-naam-fout": ("straks", replace(named, typed={"naam": "x@y.nl"}, problems=unnamed)),
        "straks-gelezen": ("straks", replace(named, has_read=True)),
        "straks-klopt-niet": ("straks", replace(own, state="klopt-niet", objection="Ik was er niet bij.")),
        "straks-niet": ("straks", replace(own, state="niet-gegeven")),
        "straks-te-laat": ("straks-te-laat", late),
        "straks-te-laat-niets": ("straks-te-laat", replace(late, said="")),
        "organisatie-meekijken": ("organisatie-meekijken", rule),
        "organisatie-meekijken-fout": (
            "organisatie-meekijken",
            replace(rule, typed={"wachttijd": "veel"}, problems=unread, done=None),
        ),
    }
