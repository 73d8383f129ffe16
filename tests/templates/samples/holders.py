"""Samples of the pages of a holder."""

from dataclasses import replace
from datetime import timedelta

from templates import views
from templates.arches import stones
from templates.documents.badge import BadgePicture, badge_svg
from templates.documents.qr import qr_svg
from templates.static_files import static_url
from tests.templates.samples.holding import facts_to_be
from tests.templates.samples.pieces import FRAME, MOMENT, Sample


def from_elsewhere() -> dict[str, Sample]:
    """Give the samples of badges that somebody got elsewhere."""
    frame, back = replace(FRAME, signed_in=None), "/mijn-bewijzen"
    form = views.elsewhere.ImportForm(frame=frame, action="/mijn-bewijzen/elders", back_href=back)
    wrong = tuple(
        views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("bestand", "tekst")
    )
    one = views.elsewhere.ForeignBadge(
        frame=frame,
        title="Teamwork in a warehouse",
        issuer="School Elders",
        state=views.pieces.State.UNLISTED,
        heading="Dit bewijs is echt. Wij kennen de uitgever niet",
        checked=MOMENT.date(),
        file_href="/mijn-bewijzen/elders/1/bestand",
        kind="PNG",
        again_action="/mijn-bewijzen/elders/1/na",
        drop_action="/mijn-bewijzen/elders/1/weg",
        back_href=back,
        done="Dit bewijs staat nu bij je bewijzen.",
    )
    borrowed = replace(one, again_action=None, drop_action=None, state=views.pieces.State.REVOKED, done=None)
    return {
        "van-elders-erbij": ("van-elders-erbij", form),
        "van-elders-erbij-fout": ("van-elders-erbij", replace(form, tekst="geen link", problems=wrong)),
        "van-elders": ("van-elders", one),
        "van-elders-geleend": ("van-elders", borrowed),
    }


def ways_in() -> dict[str, Sample]:
    """Give the samples of how somebody comes to what he keeps."""
    frame, back, day = replace(FRAME, signed_in=None), "/mijn-bewijzen/toegang", MOMENT.date()
    ways = views.entering.WaysIn(
        frame=frame,
        is_only_this=True,
        devices=1,
        devices_href="/mijn-bewijzen/toestellen",
        add_device_href="/mijn-bewijzen/toestel-erbij",
        passkeys=(),
        make_passkey_href="/mijn-bewijzen/passkey",
        make_card_href="/mijn-bewijzen/kaart",
        end_card_action="/mijn-bewijzen/kaart/stop",
        join_href="/mijn-bewijzen/samen",
        back_href="/mijn-bewijzen",
    )
    joining = views.entering.JoinLists(
        frame=frame,
        action="/mijn-bewijzen/samen",
        card_href="/mijn-bewijzen/samen/kaart",
        passkey_href="/mijn-bewijzen/samen/passkey",
        address_href="/mijn-bewijzen/samen/adres",
        back_href="/mijn-bewijzen/toegang",
    )
    coming = views.entering.ComingAlong(titles=("Verzamelt en controleert orders",))
    coming_all = replace(
        coming, more=2, foreign=1, shares=2, schools=("School De Brug",), helpers=("Mijn zus",)
    )
    passkey = views.entering.KeptPasskey(
        device="Chrome, Android", made=day, used=day, remove_action="/mijn-bewijzen/passkey/1/weg"
    )
    address = views.entering.KeptAddress(
        is_phone=False, hint="s…@m….nl", made=day, remove_action="/mijn-bewijzen/adres/1/weg"
    )
    ways = replace(ways, add_address_href="/mijn-bewijzen/adres", by_phone=True)
    many = replace(
        ways,
        addresses=(address, replace(address, is_phone=True, hint="… 78")),
        given_cards=(
            views.entering.GivenCard(
                organisation="Magazijn De Maas", made=day, stop_action="/mijn-bewijzen/kaart/1/stop"
            ),
        ),
        is_only_this=False,
        devices=2,
        passkeys=(passkey, replace(passkey, device="", used=None)),
        card_since=day,
        done="Je passkey is klaar. Hiermee open je je bewijzen.",
    )
    asked = views.signing_in.PasskeyAsk(options_action="/openen/passkey/vraag", action="/openen/passkey")
    make = views.entering.KeepPasskey(
        frame=frame,
        passkey=asked,
        back_href=back,
        add_device_href="/mijn-bewijzen/toestel-erbij",
        address="https://bewijs.voorbeeld",
    )
    open_by = views.entering.OpenByPasskey(
        frame=frame, own=asked, borrowed=asked, back_href=back, address="https://bewijs.voorbeeld"
    )
    device = views.entering.KeptDevice(
        kind="Chrome, Android", since=day, seen=day, remove_action="/mijn-bewijzen/toestellen/1/weg"
    )
    others = (replace(device, kind="", until=MOMENT), replace(device, only_of="Magazijn De Maas"))
    devices = views.entering.Devices(
        frame=frame,
        devices=(replace(device, is_here=True), *others),
        add_href="/mijn-bewijzen/toestel-erbij",
        back_href=back,
        done="Op dat toestel staat niets meer.",
    )
    return {
        "mijn-toegang": ("mijn-toegang", ways),
        "mijn-toegang-meer": ("mijn-toegang", many),
        "mijn-samen": ("mijn-samen", joining),
        "mijn-samen-fout": ("mijn-samen", replace(joining, problem="Deze bewijzen staan hier al.")),
        "mijn-samen-komt": ("mijn-samen", replace(joining, coming=coming_all)),
        "mijn-samen-komt-weinig": ("mijn-samen", replace(joining, coming=coming)),
        "mijn-passkey": ("mijn-passkey", make),
        "mijn-passkey-app": ("mijn-passkey", replace(make, way_out=views.entering.WayOut.APP)),
        "passkey-openen": ("passkey-openen", open_by),
        "passkey-openen-al": ("passkey-openen", replace(open_by, join_href="/mijn-bewijzen/samen")),
        "passkey-openen-samen": ("passkey-openen", replace(open_by, borrowed=None)),
        "passkey-openen-adres": ("passkey-openen", replace(open_by, way_out=views.entering.WayOut.ADDRESS)),
        "mijn-toestellen": ("mijn-toestellen", devices),
        **_adding(frame),
        **_addresses(frame),
        **_helping(frame),
    }


def _helping(frame: views.pieces.Frame) -> dict[str, Sample]:
    """Give the samples of who helps."""
    day, here, title = MOMENT.date(), "/mijn-bewijzen/helpers", "Verzamelt en controleert orders"
    row = views.helping.HelperRow(
        label="Mijn zus",
        until=day,
        has_come=True,
        is_over=False,
        invite_href=f"{here}/1",
        stop_action=f"{here}/1/stop",
        titles=(title,),
        looks=(views.helping.LookRow(day=day, title=None), views.helping.LookRow(day=day, title=title)),
    )
    rows = (row, replace(row, looks=()), replace(row, has_come=False, looks=()), replace(row, is_over=True))
    helpers = views.helping.Helpers(
        frame=frame, helpers=rows, new_href=f"{here}/nieuw", back_href="/mijn-bewijzen", done="Klaar."
    )
    choice = views.helping.HelperChoice(
        frame=frame,
        action=f"{here}/nieuw",
        back_href=here,
        badges=(("1", title, "Magazijn De Maas"),),
        spans=("1-maand", "3-maanden", "6-maanden", "1-jaar"),
        typed={"duur": "3-maanden"},
    )
    wrong = tuple(views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("wie", "bewijs"))
    url = "http://localhost:8000/helpen/voorbeeld"
    shelf = views.wallet.Shelf(
        href="/helpen/bij/1/1",
        title=title,
        issuer="Magazijn De Maas",
        picture_href=static_url("velden/logistiek.svg"),
    )
    picture = badge_svg(BadgePicture(title=title, issuer="Magazijn De Maas", field="logistiek"))
    seen = views.helping.HelpBadge(
        frame=frame,
        facts=facts_to_be(),
        picture=picture,
        state=views.pieces.State.VALID,
        back_href="/helpen/bij/1",
    )
    few = views.pieces.Facts(title="Koffie", issuer="Buurthuis")
    invitation = views.helping.HelperInvitation(
        frame=frame, label="Mijn zus", until=day, url=url, qr=qr_svg(url, title="QR-code"), back_href=here
    )
    shelves = (shelf, replace(shelf, state=views.pieces.State.REVOKED))
    return {
        "mijn-helpers": ("mijn-helpers", helpers),
        "mijn-helpers-niemand": ("mijn-helpers", replace(helpers, helpers=(), done=None)),
        "helper-nieuw": ("helper-nieuw", choice),
        "helper-nieuw-fout": ("helper-nieuw", replace(choice, chosen=frozenset("1"), problems=wrong)),
        "helper-uitnodiging": ("helper-uitnodiging", invitation),
        "helpen-vraag": (
            "helpen-vraag",
            views.helping.HelpAsked(frame=frame, count=1, until=day, action="/helpen/voorbeeld"),
        ),
        "helpen": (
            "helpen",
            views.helping.Helped(
                frame=frame, helped=(views.helping.HelpedRow(href="/helpen/bij/1", until=day),)
            ),
        ),
        "helpen-niemand": ("helpen", views.helping.Helped(frame=frame, helped=())),
        "helpen-bij": (
            "helpen-bij",
            views.helping.HelpShelf(frame=frame, badges=shelves, until=day, back_href="/helpen"),
        ),
        "helpen-bewijs": ("helpen-bewijs", seen),
        "helpen-bewijs-weinig": ("helpen-bewijs", replace(seen, facts=few, state=views.pieces.State.REVOKED)),
    }


def _addresses(frame: views.pieces.Frame) -> dict[str, Sample]:
    """Give the samples of a code that is sent."""
    wrong = tuple(views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("adres", "code"))
    add = views.entering.AskAddress(
        frame=frame,
        action="/mijn-bewijzen/adres",
        is_opening=False,
        by_mail=True,
        by_phone=True,
        back_href="/mijn-bewijzen/toegang",
    )
    asked = replace(add, action="/openen/adres", is_opening=True)
    code = views.entering.TypeCode(
        frame=frame, action="/mijn-bewijzen/adres/code", is_opening=False, again_href="/mijn-bewijzen/adres"
    )
    return {
        "adres": ("adres", add),
        "adres-mail": ("adres", replace(asked, by_phone=False)),
        "adres-samen": ("adres", replace(asked, joins=True)),
        "adres-code-al": ("adres-code", replace(code, is_opening=True, join_href="/mijn-bewijzen/samen")),
        "adres-code-samen": ("adres-code", replace(code, is_opening=True, joins=True)),
        "adres-telefoon-fout": ("adres", replace(asked, by_mail=False, problems=wrong[:1])),
        "adres-code": ("adres-code", code),
        "adres-code-fout": (
            "adres-code",
            replace(
                code, is_opening=True, card_href="/kaart", passkey_href="/openen/passkey", problems=wrong[1:]
            ),
        ),
    }


def _adding(frame: views.pieces.Frame) -> dict[str, Sample]:
    """Give the samples of letting another device in."""
    here, url = "/mijn-bewijzen/toestel-erbij", "http://localhost:8000/toestel"
    begin = views.entering.AddDevice(
        frame=frame, begin_action=here, look_href=here, back_href="/mijn-bewijzen/toestellen"
    )
    shows = replace(
        begin,
        code="K7P4-QD9M",
        qr=qr_svg(url, title="QR-code"),
        url=url,
        type_url=url,
        refuse_action=f"{here}/nee",
    )
    asks = replace(shows, code=None, asks="Chrome, Android", allow_action=f"{here}/1/mag")
    join = views.entering.JoinDevice(frame=frame, action="/toestel", typed={"code": "K7P4-QD9M"})
    wrong = (views.pieces.Problem(field="code", message="Dit lukt niet."),)
    wait = views.entering.WaitForDevice(
        frame=frame, is_let_in=False, action="/toestel/wacht", look_href="/toestel/wacht"
    )
    return {
        "toestel-erbij": ("toestel-erbij", begin),
        "toestel-erbij-code": ("toestel-erbij", shows),
        "toestel-erbij-vraag": ("toestel-erbij", asks),
        "toestel-erbij-vraag-onbekend": ("toestel-erbij", replace(asks, asks="")),
        "toestel": ("toestel", join),
        "toestel-fout": ("toestel", replace(join, problems=wrong)),
        "toestel-wacht": ("toestel-wacht", wait),
        "toestel-wacht-mag": ("toestel-wacht", replace(wait, is_let_in=True)),
    }


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
    picture = BadgePicture(
        title="Verzamelt en controleert orders", issuer="Magazijn De Maas", field="logistiek"
    )
    keep = views.keeping.Keep(
        frame=replace(FRAME, signed_in=None),
        facts=facts_to_be(),
        picture=badge_svg(picture),
        standing=views.keeping.Keeping.FIRST,
        action="/bewaar/voorbeeldvoorbeeldvoorb/voorbeeldvoorbeeldvoorb",
        look_href="/b/voorbeeldvoorbeeldvoorb",
        wallet_href="/mijn-bewijzen",
        opened_action="/b/voorbeeldvoorbeeldvoorb/geopend",
    )
    shelf = views.wallet.Shelf(
        href="/b/voorbeeldvoorbeeldvoorb",
        title="Verzamelt en controleert orders",
        issuer="Magazijn De Maas",
        picture_href=static_url("velden/logistiek.svg"),
    )
    part = views.wallet.RoutePart(
        title="Verzorgt goederenontvangst", stones=stones(["full", "full", "open"]), have=2, of=3
    )
    route = views.wallet.RouteRow(
        title="Logistiek medewerker", kind="kwalificatie", href="/kwalificaties/25774", parts=(part, part)
    )
    partly = replace(part, stones=stones(["full", "part", "open"]), have=1, partly=1)
    hinted = replace(part, stones=stones(["part", "open", "open"]), have=0, partly=1)
    routes = views.wallet.HolderRoutes(
        rows=(
            route,
            replace(route, kind="mbo-certificaat", parts=(partly, hinted)),
            replace(route, href=None),
        ),
        hide_action="/mijn-bewijzen/routes/weg",
        show_action=None,
    )
    decided = views.wallet.DecidedRow(
        href="/besluit/abc",
        title="Proeve Bereiden",
        school="MBO Voorbeeld",
        outcome="vrijstelling",
        day=MOMENT.date(),
    )
    wallet = views.wallet.Wallet(
        frame=replace(FRAME, signed_in=None),
        badges=(
            replace(shelf, sentence="Ik kan bestellingen bij elkaar zoeken."),
            replace(shelf, state=views.pieces.State.REVOKED),
            replace(shelf, state=views.pieces.State.REPLACED),
        ),
        count=4,
        leave_action="/mijn-bewijzen/van-deze-telefoon",
        card_href="/kaart",
        passkey_href="/openen/passkey",
        address_href="/openen/adres",
        share_href="/mijn-bewijzen/delen",
        evc_href="/mijn-bewijzen/evc",
        shares_href="/mijn-bewijzen/gedeeld",
        schools_href="/mijn-bewijzen/scholen",
        ways_href="/mijn-bewijzen/toegang",
        helpers_href="/mijn-bewijzen/helpers",
        is_only_this=True,
        stored_href="/mijn-bewijzen/gegevens",
        foreign=(
            replace(
                shelf, href="/mijn-bewijzen/elders/1", title="Assistent logistiek: basis", picture_href=""
            ),
            replace(
                shelf, href="/mijn-bewijzen/elders/2", picture_href="", state=views.pieces.State.UNLISTED
            ),
        ),
        import_href="/mijn-bewijzen/elders",
        decided=(
            decided,
            replace(decided, is_replaced=True),
            replace(decided, outcome="nu-niet", is_advice=True),
        ),
        routes=routes,
        done="Dit bewijs staat nu bij je bewijzen.",
    )
    pictures = ("bakkerij", "logistiek", "groen", "techniek", "schoonmaak", "winkel", "ict", "sport", "bouw")
    wrong = tuple(
        views.pieces.Problem(field=each, message=f"Kijk {each} na.") for each in ("code", "plaatjes")
    )
    choice = views.cards.CardChoice(
        frame=replace(FRAME, signed_in=None),
        by_field=pictures,
        action="/mijn-bewijzen/kaart",
        back_href="/mijn-bewijzen",
        is_own=True,
        has_one=True,
    )
    given = replace(choice, frame=FRAME, is_own=False, title="Verzamelt en controleert orders")
    url = "http://localhost:8000/kaart"
    card = views.cards.CardMade(
        frame=replace(FRAME, signed_in=None),
        code="K7P-4QD9",
        qr=qr_svg(url, title="QR-code"),
        url=url,
        pdf_action="/mijn-bewijzen/kaart/pdf",
        back_href="/mijn-bewijzen",
    )
    made = replace(
        card,
        frame=FRAME,
        picture=badge_svg(picture),
        title="Verzamelt orders",
        organisation="Magazijn De Maas",
    )
    typed = views.cards.CardTyped(frame=replace(FRAME, signed_in=None), by_field=pictures, action="/kaart")
    kept = views.keeping.KeptBadge(
        frame=replace(FRAME, signed_in=None),
        facts=facts_to_be(),
        picture=badge_svg(picture),
        show_href="/b/voorbeeldvoorbeeldvoorb",
        back_href="/mijn-bewijzen",
        code="123456",
        again_href="/mijn-bewijzen/1#van-mij",
        share_href="/mijn-bewijzen/delen?bewijs=1",
        close_action="/mijn-bewijzen/1/dicht",
        reopen_action="/mijn-bewijzen/1/open",
    )
    whose = views.keeping.WhoseBadge(
        frame=replace(FRAME, signed_in=None),
        title="Verzamelt en controleert orders",
        action="/b/voorbeeldvoorbeeldvoorb/van-wie",
        back_href="/b/voorbeeldvoorbeeldvoorb",
    )
    erasing = views.rights.HolderErasing(
        frame=replace(FRAME, signed_in=None),
        count=3,
        action="/mijn-bewijzen/weg",
        back_href="/mijn-bewijzen",
    )
    stored = views.rights.Stored(
        frame=replace(FRAME, signed_in=None),
        count=3,
        givers=("Magazijn De Maas", "Buurthuis De Klis"),
        since=MOMENT.date(),
        seen=MOMENT.date(),
        devices=("Chrome, Android", ""),
        has_card=True,
        passkeys=1,
        addresses=("s…@voorbeeld.nl",),
        shares=2,
        foreign=1,
        seconds=2,
        download_href="/mijn-bewijzen/gegevens/alles.zip",
        erase_href="/mijn-bewijzen/weg",
        back_href="/mijn-bewijzen",
    )
    packed = views.rights.FolderBadge(
        title="Verzamelt en controleert orders",
        issuer="Magazijn De Maas",
        url="http://localhost:8000/b/voorbeeldvoorbeeldvoorb",
        is_withdrawn=False,
        files=("01-verzamelt/bewijs.json", "01-verzamelt/bewijs.pdf"),
    )
    folder = views.rights.Folder(
        frame=replace(FRAME, signed_in=None),
        made=MOMENT.date(),
        badges=(packed, replace(packed, is_withdrawn=True, files=())),
        check_url="http://localhost:8000/controleer",
    )
    copy = views.pieces.Copy(
        mark="0" * 16,
        worker_href="/mijn-bewijzen.js",
        moment=MOMENT,
        last_day=(MOMENT + timedelta(days=14)).date(),
    )
    copied = replace(wallet.frame, copy=copy)
    away = views.keeping.Away(frame=copied, wallet_href="/mijn-bewijzen")
    not_sure = (views.pieces.Problem(field="zeker", message="Zet het vinkje als je alles weg wilt."),)
    return ways_in() | {
        "mijn-gegevens": ("mijn-gegevens", stored),
        "mijn-gegevens-weinig": (
            "mijn-gegevens",
            replace(stored, count=0, givers=(), has_card=False, passkeys=0, addresses=(), seconds=1),
        ),
        "map": ("map", folder),
        "bewijzen-weg": ("bewijzen-weg", erasing),
        "bewijzen-weg-fout": ("bewijzen-weg", replace(erasing, count=1, problems=not_sure)),
        "mijn-bewijs": ("mijn-bewijs", kept),
        "mijn-bewijs-kopie": (
            "mijn-bewijs",
            replace(kept, frame=copied, qr=qr_svg("http://localhost:8000/b/voorbeeld", title="QR-code")),
        ),
        "mijn-bewijzen-kopie": ("mijn-bewijzen", replace(wallet, frame=copied)),
        "zonder-internet": ("zonder-internet", away),
        "mijn-bewijs-weinig": (
            "mijn-bewijs",
            replace(kept, facts=views.pieces.Facts(title="Koffie", issuer="Buurthuis")),
        ),
        "mijn-bewijs-ouder": ("mijn-bewijs", replace(kept, asks_parent=True)),
        "mijn-bewijs-geleend": ("mijn-bewijs", replace(kept, show_href=None, reopen_action=None)),
        "mijn-bewijs-geleend-dicht": (
            "mijn-bewijs",
            replace(kept, show_href=None, reopen_action=None, is_closed=True),
        ),
        "mijn-bewijs-dicht": (
            "mijn-bewijs",
            replace(kept, is_closed=True, done="Niemand kan dit nu openen."),
        ),
        "van-wie": ("van-wie", whose),
        "van-wie-fout": ("van-wie", replace(whose, problems=wrong[:1])),
        "van-wie-ja": ("van-wie", replace(whose, is_right=True)),
        "van-wie-niemand": ("van-wie", replace(whose, hindrance="Dit bewijs is nog door niemand bewaard.")),
        "kaart-maken": ("kaart-maken", choice),
        "kaart-maken-voor": ("kaart-maken", given),
        "kaart-maken-bewaard": ("kaart-maken", replace(given, is_kept=True)),
        "kaart-maken-fout": ("kaart-maken", replace(choice, has_one=False, problems=wrong[1:])),
        "kaart": ("kaart", card),
        "kaart-voor": ("kaart", made),
        "kaart-openen": ("kaart-openen", typed),
        "kaart-openen-al": ("kaart-openen", replace(typed, join_href="/mijn-bewijzen/samen")),
        "kaart-openen-samen": ("kaart-openen", replace(typed, joins=True)),
        "kaart-openen-fout": ("kaart-openen", replace(typed, typed={"plaatje-1": "ict"}, problems=wrong)),
        "mijn-bewijzen-geleend": (
            "mijn-bewijzen",
            replace(
                wallet,
                is_borrowed=True,
                only_of="Magazijn De Maas",
                ways_href=None,
                is_only_this=False,
                share_href=None,
                shares_href=None,
                schools_href=None,
                helpers_href=None,
                take_over_from=MOMENT.date(),
            ),
        ),
        "mijn-bewijzen-meer": (
            "mijn-bewijzen",
            replace(wallet, is_only_this=False, has_given_card=True),
        ),
        "mijn-bewijzen-overzetten": (
            "mijn-bewijzen",
            replace(wallet, take_over_from=MOMENT.date(), take_over_action="/mijn-bewijzen/overzetten"),
        ),
        **{f"bewaar-{each}": ("bewaar", replace(keep, standing=each)) for each in views.keeping.Keeping},
        "bewaar-geleend": ("bewaar", replace(keep, standing=views.keeping.Keeping.ADDED, is_borrowed=True)),
        "bewaar-weinig": (
            "bewaar",
            replace(keep, facts=views.pieces.Facts(title="Koffie zetten", issuer="Buurthuis")),
        ),
        "mijn-bewijzen": ("mijn-bewijzen", wallet),
        **from_elsewhere(),
        "mijn-bewijzen-niets": ("mijn-bewijzen", replace(wallet, badges=None, count=0, done=None)),
    }
