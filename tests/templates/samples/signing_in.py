"""Samples of the pages to sign in, and about how one does."""

from dataclasses import replace
from datetime import UTC, date, datetime

from templates import views
from tests.templates.samples.pieces import AFTER_POST, FRAME, PLAIN, QR, URL, Sample


def pages() -> dict[str, Sample]:
    """Give the pages to sign in, and about how one does."""
    ask = views.signing_in.PasskeyAsk(options_action="/inloggen/passkey/vraag", action="/inloggen/passkey")
    school = views.signing_in.AccountAsk(name="School", action="/inloggen/elders/school")
    sign_in = views.signing_in.SignIn(frame=PLAIN, passkey=ask, lost_href="/inloggen/hulp")
    resume = views.signing_in.Resume(action="/mensen", hidden=(("rol", "lezer"), ("rol", "beheerder")))
    other = views.signing_in.OtherSender(
        frame=replace(FRAME, path=None), reason="Dit formulier is van iemand anders.", next_href="/uitreiken"
    )
    make = views.signing_in.MakeWayIn(frame=PLAIN, passkey=ask, replaces=False)
    moment = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)
    account = views.signing_in.Account(
        frame=FRAME,
        name="Noor Bakker",
        workplaces=(),
        choose_action="/mijn/organisatie",
        passkeys=(),
        ways_in_href="/mijn/inloggen",
        sessions=(),
        end_all_action="/mijn/sessies/weg",
    )
    passkey = views.signing_in.PasskeyRow(
        name="Chrome, Android", created=date(2026, 6, 1), rename_action="/a", remove_action="/b", used=moment
    )
    session = views.signing_in.SessionRow(
        device="Chrome, Android", proof="passkey", seen=moment, end_action="/a"
    )
    app = views.signing_in.CodeAppRow(new_action="/a", remove_action="/b", codes_action="/c")
    new_app = views.signing_in.NewCodeApp(
        frame=AFTER_POST, qr=QR, secret="JBSWY3DPEHPK3PXP", uri="otpauth://totp/x", action="/mijn/app"
    )
    lost = views.signing_in.Lost(
        frame=PLAIN, contact="beheer@bewijs.voorbeeld", sends_mail=True, action="/inloggen/hulp"
    )
    wrong = (views.pieces.Problem(field="mail", message="Vul een mailadres in."),)
    return {
        "inloggen": (
            "inloggen",
            replace(
                sign_in,
                frame=AFTER_POST,
                reason="Laat nog een keer zien dat jij het bent.",
                person="Noor Bakker",
                demo=views.signing_in.DemoSignIn(
                    action="/inloggen/demo",
                    organisation="Magazijn De Maas",
                    person="Noor",
                    beheerder="Karim",
                ),
                others=(school,),
                hidden=(("naar", "/mensen"), ("bewaard", "[]")),
                resume=resume,
            ),
        ),
        "inloggen-arm": ("inloggen", sign_in),
        "inloggen-ander-adres": ("inloggen", replace(sign_in, wrong_address="https://bewijs.voorbeeld")),
        "inloggen-elders": (
            "inloggen-elders",
            views.signing_in.GoElsewhere(
                frame=AFTER_POST, name="School", href="https://inloggen.school.voorbeeld/?a=b&c=d"
            ),
        ),
        "mag-niet": (
            "mag-niet",
            views.signing_in.Denied(
                frame=AFTER_POST,
                reason="Je mag dit niet doen namens deze organisatie.",
                next_href="/gegeven",
                helpers=("Karim Visser", "Noor Bakker"),
                resume=resume,
            ),
        ),
        "mag-niet-arm": (
            "mag-niet",
            views.signing_in.Denied(frame=PLAIN, reason="Dat mag niet.", next_href="/"),
        ),
        "ander-formulier": ("ander-formulier", other),
        "ander-formulier-elders": (
            "ander-formulier",
            replace(
                other,
                choose=views.signing_in.Choose(
                    action="/mijn/organisatie",
                    name="Bakkerij Het Anker",
                    hidden=(("organisatie", "8ab"), ("naar", "/uitreiken"), ("bewaard", "[]")),
                ),
            ),
        ),
        "verder": ("verder", views.signing_in.GoOn(frame=AFTER_POST, resume=resume)),
        "instellen": ("instellen", views.signing_in.LinkPage(frame=PLAIN, name="Tom", action="/instellen/x")),
        "instellen-passkey": ("inloggen-instellen", make),
        "instellen-nieuw": (
            "inloggen-instellen",
            replace(
                make,
                replaces=True,
                back_href="/mijn",
                app_action="/a",
                code_href="/b",
                others=(school,),
                problem="School antwoordt nu niet goed.",
            ),
        ),
        "mijn": (
            "mijn",
            replace(
                account,
                mail="noor@maas.voorbeeld",
                runs_platform=True,
                workplaces=(
                    views.signing_in.WorkplaceRow(organisation_id="a", name="De Maas", is_current=True),
                    views.signing_in.WorkplaceRow(organisation_id="b", name="Het Anker"),
                ),
                passkeys=(passkey,),
                sessions=(replace(session, is_current=True), replace(session, device="")),
                done="De passkey is gemaakt.",
                problem="Dit is de laatste.",
                accounts=(
                    views.signing_in.AccountRow(
                        name="School", created=date(2026, 6, 1), remove_action="/a", used=moment
                    ),
                ),
                others=(school,),
                app=replace(app, since=date(2026, 6, 1), codes_left=9),
            ),
        ),
        "mijn-arm": ("mijn", account),
        "mijn-1-passkey": ("mijn", replace(account, passkeys=(replace(passkey, remove_action=None),))),
        "mijn-1-app": (
            "mijn",
            replace(account, app=replace(app, since=date(2026, 6, 1), codes_left=1, remove_action=None)),
        ),
        "mijn-1-account": (
            "mijn",
            replace(
                account,
                accounts=(
                    views.signing_in.AccountRow(name="School", created=date(2026, 6, 1), remove_action=None),
                ),
            ),
        ),
        "mijn-zonder-app": ("mijn", replace(account, app=app)),
        "app-nieuw": ("app-nieuw", new_app),
        "app-fout": (
            "app-nieuw",
            replace(new_app, problems=(views.pieces.Problem(field="code", message="Deze code klopt niet."),)),
        ),
        "reservecodes": (
            "reservecodes",
            views.signing_in.RecoveryCodes(frame=AFTER_POST, codes=("abcd-efgh-jkmn-pqrs",)),
        ),
        "inloggen-code": (
            "inloggen",
            replace(
                sign_in,
                code_action="/inloggen/code",
                problems=(views.pieces.Problem(field="code", message="Deze code klopt niet."),),
            ),
        ),
        "hulp-inloggen": ("inloggen-hulp", lost),
        "hulp-inloggen-fout": ("inloggen-hulp", replace(lost, typed="noor", problems=wrong)),
        "hulp-inloggen-gevraagd": ("inloggen-hulp", replace(lost, is_asked=True)),
        "hulp-inloggen-zonder-mail": ("inloggen-hulp", replace(lost, sends_mail=False)),
        "inloglink": (
            "mensen-inloglink",
            views.people.GivenLink(frame=AFTER_POST, name="Noor", back_href="/mensen/1", link=URL),
        ),
        "inloglink-mail": (
            "mensen-inloglink",
            views.people.GivenLink(
                frame=AFTER_POST, name="Noor", back_href="/mensen/1", mail="n@maas.voorbeeld"
            ),
        ),
        "inloglink-niet": (
            "mensen-inloglink",
            views.people.GivenLink(
                frame=AFTER_POST, name="Noor", back_href="/mensen/1", problem="Dat kan niet."
            ),
        ),
    }
