"""Samples of the pages by which a holder comes to what he keeps."""

from dataclasses import replace

from templates import views
from templates.documents.qr import qr_svg
from tests.templates.samples.pieces import FRAME, MOMENT, Sample


def pages() -> dict[str, Sample]:
    """Give every sample of this kind."""
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
