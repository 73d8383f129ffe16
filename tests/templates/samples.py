"""Views to draw every page with: a rich one, and a poor one that holds no more than it must."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from templates import views
from templates.documents.badge import BadgePicture, badge_svg
from templates.documents.qr import qr_svg
from templates.texts import agreement
from templates.views import State
from verifier import states
from verifier.sentences import (
    LOOK_AT_EACH,
    NOT_WHAT_IS_SEEN,
    Particulars,
    brought_by,
    heading_of_several,
    state_heading,
    state_text,
)

URL = "https://bewijs.voorbeeld/b/Vt9mQ2xL7dR4wK1sZ8nYpA"
PICTURE = badge_svg(
    BadgePicture(title="Verzamelt en controleert orders", issuer="Magazijn De Maas", field="logistiek")
)
QR = qr_svg(URL, title="QR-code van dit bewijs")
SIGNED_IN = views.SignedIn(
    person="Noor Bakker",
    account_href="/mijn",
    organisation="Magazijn De Maas",
    organisation_href="/organisaties/7fq2k9",
    issued_href="/gegeven",
    people_href="/mensen",
    sign_out_action="/uitloggen",
)
PLAIN = views.Frame(path="/", base_url="https://bewijs.voorbeeld")
FRAME = views.Frame(
    path="/uitreiken?zoek=orders",
    base_url="https://bewijs.voorbeeld",
    signed_in=SIGNED_IN,
    demo="Magazijn De Maas",
)
AFTER_POST = views.Frame(path=None, base_url="https://bewijs.voorbeeld", demo="")

SKILLS = (
    views.SkillOption(
        uri="https://linkeddata.competentnl.nl/id/humancapability/752EEDBE89",
        label="Procedures volgen",
        plain="Doet het werk in de goede volgorde",
    ),
    views.SkillOption(
        uri="https://linkeddata.competentnl.nl/id/humancapability/072570C444",
        label="Gereedschappen en apparaten gebruiken",
    ),
)
POOR_FACTS = views.Facts(title="Verzamelt en controleert orders", issuer="Magazijn De Maas")
FACTS = views.Facts(
    title="Verzamelt en controleert orders",
    issuer="Magazijn De Maas",
    sentence="Ik kan bestellingen bij elkaar zoeken en nakijken.",
    name="Sam de Vries",
    narrative="Sam verzamelde elke ochtend 40 orders met de handscanner en controleerde ze.",
    start=date(2026, 1, 5),
    end=date(2026, 6, 26),
    awarded=date(2026, 6, 26),
    independence="zelfstandig",
    role="werknemer",
    leervorm="informeel leren",
    skills=SKILLS,
    werkproces_code="B1-K2-W1",
    kwalificatie="Logistiek medewerker",
    issuer_kind="leerbedrijf",
    issuer_href="/organisaties/7fq2k9",
    werkproces_href="/werkprocessen/25774/B1-K2-W1/9c1f0e2ab3d4",
    criteria="De praktijkopleider heeft gezien dat dit werkproces in de praktijk wordt uitgevoerd.",
)
TILES = (
    views.Tile(
        href="/uitreiken/25774/B1-K2-W1",
        field="logistiek",
        title="Verzamelt en controleert orders",
        below="Logistiek medewerker",
        plain="Ik kan bestellingen bij elkaar zoeken en nakijken.",
    ),
    views.Tile(
        href="/uitreiken/25774/B1-K2-W3",
        field="bouw",
        title="Draagt zorg voor (voorraad-)administratieve processen",
        below="B1-K2-W3",
    ),
)
KERNTAKEN = (
    views.KerntaakTiles(title="Orders verzamelen en goederen/producten bewerken", tiles=TILES),
    views.KerntaakTiles(title="Goederen/producten ontvangen en opslaan", tiles=TILES[:1]),
)
KWALIFICATIES = (
    views.KwalificatieTiles(crebo="25774", name="Logistiek medewerker", kerntaken=KERNTAKEN, unfolded=True),
    views.KwalificatieTiles(crebo="25808", name="Retailmedewerker", kerntaken=KERNTAKEN[1:]),
)
SISTERS = (views.Link(href="/kwalificaties/25773", text="Logistiek teamleider"),)
CHECKS = (
    views.CheckLine(
        code="proof-valid", outcome="pass", sentence="De handtekening klopt.", clause="VC-DI 4.3"
    ),
    views.CheckLine(code="issuer-known", outcome="unknown", sentence="Wij kennen deze uitgever niet."),
    views.CheckLine(code="status-active", outcome="fail", sentence="Het is ingetrokken.", clause="BSL 3.2"),
)
CHOSEN = views.ChosenWerkproces(
    crebo="25774",
    code="B1-K2-W1",
    title="Verzamelt en controleert orders",
    kwalificatie="Logistiek medewerker",
    field="logistiek",
    href="/werkprocessen/25774/B1-K2-W1/9c1f0e2ab3d4",
    sentence="Ik kan bestellingen bij elkaar zoeken en nakijken.",
    explanation="Je krijgt een bestelling. Je zoekt de spullen bij elkaar. Je kijkt na of alles klopt.",
)
POOR_CHOSEN = views.ChosenWerkproces(
    crebo="25774",
    code="B1-K2-W2",
    title="Voert VAL-activiteiten uit",
    kwalificatie="Logistiek medewerker",
    field="logistiek",
    href="/werkprocessen/25774/B1-K2-W2/9c1f0e2ab3d4",
)
TYPED = views.Typed(
    naam="Sam de Vries",
    zin="Sam (123456782) verzamelde orders",
    van="2026-01-05",
    tot="31 februari",
    zelfstandigheid="zelfstandig",
    rol="werknemer",
    vaardigheden=(SKILLS[0].uri,),
)
PROBLEMS = (
    views.Problem(field="zin", message="Dit lijkt op een BSN. Haal het weg. Een BSN mag hier niet staan."),
    views.Problem(field="tot", message="Deze datum kennen wij niet. Schrijf hem als 26-06-2026."),
)
MOMENT = datetime(2026, 11, 22, 9, 15, tzinfo=UTC)


SOURCES = (
    views.SourceLine(
        what="key",
        address="did:web:bewijs.voorbeeld:organisaties:7fq2k9",
        at=datetime(2026, 6, 26, 12, 5, tzinfo=UTC),
        from_memory=True,
    ),
    views.SourceLine(
        what="status-list",
        address="https://bewijs.voorbeeld/organisaties/7fq2k9/status/1",
        at=datetime(2026, 11, 22, 9, 10, tzinfo=UTC),
    ),
)
NOTES = (NOT_WHAT_IS_SEEN.nl, brought_by("bewijs.voorbeeld").nl)
MEANING = (
    "Dit is geen diploma.",
    "Het zegt dat Magazijn De Maas heeft gezien dat Sam de Vries dit in de praktijk deed.",
)
CLAIM = (
    "Magazijn De Maas zegt dit.",
    "Wij keken of het echt van Magazijn De Maas komt, niet of het waar is.",
)
# A blue square, as an issuer may write a picture into what it signs.
SIGNED_PICTURE = (
    "data:image/svg+xml;base64,"
    "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA5IDkiPjxwYXRoIGZpbGw9Im5hdnki"
    "IGQ9Ik0wIDBoOXY5SDB6Ii8+PC9zdmc+"
)
RECOGNITIONS = {State.VALID: views.Recognition.CONFIRMED, State.EXPIRED: views.Recognition.DECLARED}


def said(state: State, kind: views.Kind = views.Kind.BADGE) -> dict[str, Any]:
    """Give an answer about a thing, in the words of the verifier."""
    of = states.State(state.value), states.Kind(kind.value)
    said = Particulars(kind=of[1])
    return {
        "state": state,
        "kind": kind,
        "gravest": state,
        "heading": state_heading(*of).nl,
        "text": state_text(of[0], said).nl,
    }


def checked(state: State) -> views.Checked:
    """Give what was found about a badge of a werkproces."""
    return views.Checked(
        **said(state),
        checks=CHECKS,
        facts=FACTS,
        field="logistiek",
        picture=PICTURE,
        recognition=RECOGNITIONS.get(state, views.Recognition.UNKNOWN),
        meaning=MEANING,
        recognition_source="SBB" if state is State.VALID else None,
        notes=NOTES,
        badge_href="/b/Vt9mQ2xL7dR4wK1sZ8nYpA",
        replaced_by_href="/b/nieuw" if state is State.REPLACED else None,
        issuer_id="did:web:bewijs.voorbeeld:organisaties:7fq2k9",
        issuer_domain="bewijs.voorbeeld",
        sources=SOURCES,
        forms=("link", "png"),
        digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    )


def outcome(state: State) -> views.CheckResult:
    """Give a report with one of the ten answers."""
    return result(checked(state))


def result(found: views.Checked) -> views.CheckResult:
    """Give the page about what was found."""
    return views.CheckResult(
        frame=AFTER_POST,
        checked=found,
        checked_at=MOMENT,
        again_href="/controleer",
        file_name="bewijs van Sam.png",
    )


def several(*held: State, kind: views.Kind = views.Kind.BUNDLE, own: State = State.VALID) -> views.Checked:
    """Give what was found about a zip, or about another thing that holds several and is in order itself."""
    answers = sorted((states.State(state.value) for state in held), key=states.GRAVEST_FIRST.index)
    of_all = {
        "heading": heading_of_several(answers).nl,
        "text": LOOK_AT_EACH.nl,
        "gravest": State(answers[0].value),
        "several": tuple(State(answer.value) for answer in answers),
    }
    return views.Checked(
        **said(own, kind) | (of_all if own is State.VALID else {}),
        checks=CHECKS[:1],
        forms=("zip",),
        held=tuple(
            views.CheckedPart(
                checked=replace(checked(state), picture=None, badge_href=None), name=f"bewijs-{number}.json"
            )
            for number, state in enumerate(held, start=1)
        ),
    )


def suspended() -> views.Checked:
    """Give what was found about a badge that does not count for now."""
    heading = state_heading(states.State.REVOKED, status=states.Status.SUSPENDED).nl
    text = state_text(states.State.REVOKED, Particulars(status=states.Status.SUSPENDED)).nl
    return replace(checked(State.REVOKED), heading=heading, text=text, suspended=True)


def confirmation() -> views.Checked:
    """Give what was found about the confirmation by a school."""
    return views.Checked(
        **said(State.VALID, views.Kind.ENDORSEMENT),
        checks=CHECKS[:1],
        facts=views.Facts(title="", issuer="De Werkschool", narrative="Wij hebben dit gezien."),
        meaning=(
            "Dit is een bevestiging.",
            "Het zegt wat De Werkschool vindt van een bewijs, of van wie dat gaf.",
        ),
    )


def endorsed() -> views.Checked:
    """Give what was found about a badge that a school confirms."""
    return replace(checked(State.VALID), endorsements=(views.CheckedPart(checked=confirmation()),))


def held() -> dict[str, views.Checked]:
    """Give what can be found about things that hold others, and about what is no badge of a werkproces."""
    unread = views.CheckedPart(unread="Dit is niet heel. Kopieer het nog eens.", name="half.json")
    mixed = several(State.VALID, State.UNLISTED, State.REVOKED, State.FAKE, State.UNSURE)
    return {
        "zip": several(State.VALID, State.VALID, State.VALID),
        "zip-gemengd": replace(mixed, held=(*mixed.held[:-1], unread), beside=("brief aan Sam.txt",)),
        "zip-ingetrokken": several(State.VALID, State.REVOKED, State.EXPIRED),
        "zip-lijst": several(State.VALID, State.STALE),
        "zip-los": several(State.VALID, State.UNSIGNED),
        "zip-onzeker": several(State.VALID, State.UNSURE),
        "zip-vals": several(State.FAKE, State.FAKE),
        "zip-een": several(State.UNLISTED),
        "presentatie": several(State.VALID, State.UNLISTED, kind=views.Kind.PRESENTATION),
        "presentatie-vals": several(State.VALID, kind=views.Kind.PRESENTATION, own=State.FAKE),
        "clr-vals": several(State.VALID, kind=views.Kind.CLR, own=State.FAKE),
        "opgeschort": suspended(),
        "plaatje": replace(checked(State.UNLISTED), signed_picture=SIGNED_PICTURE),
        "bevestigd": endorsed(),
        "bevestiging": confirmation(),
        "open-badges-2": views.Checked(
            **said(State.UNLISTED, views.Kind.OPEN_BADGES_2),
            checks=CHECKS[:1],
            facts=POOR_FACTS,
            meaning=CLAIM,
            issuer_id="did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
        ),
    }


def badge(state: State) -> views.BadgePage:
    """Give the page of a badge in a state."""
    return views.BadgePage(
        frame=FRAME,
        facts=FACTS,
        picture=PICTURE,
        qr=QR,
        url=URL,
        png_href="/b/x?vorm=png",
        svg_href="/b/x?vorm=svg",
        json_href="/b/x?vorm=json",
        jwt_href="/b/Q7kP2mXw4Rz9tLs/bewijs.jwt",
        check_href="/controleer?link=x",
        state=state,
        since=date(2026, 8, 3),
        replaced_by_href="/b/nieuw",
    )


def _organisation() -> dict[str, tuple[str, Any]]:
    """Draw the pages with which a beheerder looks after an organisation."""
    form = views.OrganisationSettings(
        frame=FRAME,
        action="/organisatie",
        typed={"naam": "De Werf", "website": "https://dewerf.voorbeeld", "kvk": "99999990"},
        kinds=("leerbedrijf",),
        page_href="/organisaties/7fq2k9",
        picture_href="/organisaties/7fq2k9/beeld.png",
        suspended_because="Er kwam een melding.\nBel ons.",
        done="Het is bewaard.",
    )
    wrong = replace(
        form,
        frame=AFTER_POST,
        typed={},
        picture_href=None,
        problems=tuple(
            views.Problem(field=name, message=f"Er is iets met {name}.")
            for name in ("beeld", "kvk", "website")
        ),
    )
    stop = views.StopConfirm(
        frame=FRAME,
        name="De Werf",
        action="/organisatie/stoppen",
        back_href="/organisatie",
        data_href="/organisatie/gegevens.zip",
        typed={},
        problems=(views.Problem(field="zeker", message="Zet het vinkje."),),
    )
    public = views.OrganisationPage(
        frame=PLAIN,
        name="De Werf",
        did="did:web:b:organisaties:7",
        did_href="/d.json",
        picture_href="/organisaties/7fq2k9/beeld.png",
        contact="hallo@dewerf.voorbeeld",
        gemeente="Rotterdam",
        arbeidsmarktregio="Rijnmond",
        standing="samengegaan",
        merged_into=views.Link(href="/organisaties/8", text="De Haven"),
    )
    erkenning = views.ErkenningPage(
        frame=FRAME,
        action="/organisatie/erkenning",
        back_href="/organisatie",
        typed={"crebo": "25774", "herkomst": "SBB"},
        is_leerbedrijf=True,
        rows=(
            views.ErkenningRow(
                work="25774/B1-K2-W1",
                leerbedrijf="999999990",
                since=date(2024, 1, 1),
                until=date(2027, 12, 31),
                source="Brief",
                is_confirmed=False,
                remove_action="/organisatie/erkenning/1/weg",
            ),
            views.ErkenningRow(
                work="25774",
                leerbedrijf="999999990",
                since=date(2024, 1, 1),
                source="SBB",
                is_confirmed=True,
            ),
        ),
        problems=tuple(
            views.Problem(field=name, message=f"Er is iets met {name}.")
            for name in ("bestand", "crebo", "bron", "herkomst")
        ),
        done="Het is bewaard.",
    )
    return {
        "erkenning": ("erkenning", erkenning),
        "erkenning-leeg": ("erkenning", replace(erkenning, rows=(), is_leerbedrijf=False, problems=())),
        "organisatie-beheer": ("organisatie-beheer", form),
        "organisatie-beheer-fout": ("organisatie-beheer", wrong),
        "organisatie-beheer-gestopt": ("organisatie-beheer", replace(form, is_closed=True)),
        "organisatie-stoppen": ("organisatie-stoppen", stop),
        "organisatie-samen": ("organisatie", public),
        "organisatie-gestopt": ("organisatie", replace(public, standing="gestopt", picture_href=None)),
        "organisatie-stil": ("organisatie", replace(public, standing="stil")),
    }


def _platform() -> dict[str, tuple[str, Any]]:
    """Draw the pages of whoever runs the service."""
    fact = views.PlatformFact(id="1", kind="school", school_kind="pro", numbers=("brin 99XY",))
    sure = replace(fact, id="2", kind="leerbedrijf", numbers=(), is_confirmed=True, source="KvK")
    link = views.Link(href="/platform/organisaties/7", text="De Werf")
    overview = views.PlatformPage(
        frame=FRAME,
        invite_action="/platform/uitnodigen",
        waiting=(link,),
        organisations=(link,),
        link="https://bewijs.voorbeeld/aanmelden?uitnodiging=x",
        reports=(
            views.PlatformReport(
                id="1",
                text="Dit klopt niet.",
                about="/x",
                sent=date(2026, 6, 26),
                action="/platform/meldingen/1",
            ),
        ),
        problems=(views.Problem(field="antwoord-1", message="Schrijf een antwoord."),),
        done="Gedaan.",
    )
    report = views.ReportForm(
        frame=PLAIN,
        action="/misbruik",
        typed={"wat": "x"},
        problems=tuple(views.Problem(field=name, message="Dit is te lang.") for name in ("wat", "waar")),
    )
    told = views.ReportAnswer(
        frame=PLAIN, sent=date(2026, 6, 26), url="https://bewijs.voorbeeld/misbruik/x", answer="Weg."
    )
    application = views.PlatformApplication(
        frame=FRAME,
        name="De Werf",
        official_name="Stichting De Werf",
        website="https://dewerf.voorbeeld",
        contact="010 1234567",
        facts=(fact,),
        person="Bea Smit",
        mail="bea@dewerf.voorbeeld",
        gives_badges=True,
        agreement="1",
        sent=date(2026, 6, 26),
        action="/platform/aanmeldingen/1",
        back_href="/platform",
        problems=(views.Problem(field="reden", message="Schrijf op waarom."),),
    )
    organisation = views.PlatformOrganisation(
        frame=FRAME,
        name="De Werf",
        official_name="Stichting De Werf",
        facts=(fact, sure),
        page_href="/organisaties/7",
        action="/platform/organisaties/7",
        back_href="/platform",
        shows_something=True,
        link="https://bewijs.voorbeeld/uitnodiging/x",
        done="Gedaan.",
        problems=tuple(
            views.Problem(field=name, message=f"Er is iets met {name}.") for name in ("reden", "bron-1")
        ),
    )
    still = replace(organisation, is_suspended=True, suspended_because="Een melding.", problems=())
    return {
        "platform": ("platform", overview),
        "platform-erkenning": (
            "platform-erkenning",
            views.PlatformErkenning(
                frame=FRAME,
                action="/platform/erkenning",
                back_href="/platform",
                typed={"herkomst": "SBB"},
                kept=3,
                elsewhere=2,
                problems=(views.Problem(field="bestand", message="Rij 2 klopt niet."),),
            ),
        ),
        "misbruik": ("misbruik", report),
        "misbruik-antwoord": ("misbruik-antwoord", told),
        "misbruik-wacht": ("misbruik-antwoord", replace(told, answer=None)),
        "platform-leeg": (
            "platform",
            replace(overview, waiting=(), organisations=(), link=None, reports=(), problems=()),
        ),
        "platform-aanmelding": ("platform-aanmelding", application),
        "platform-organisatie": ("platform-organisatie", organisation),
        "platform-stil": ("platform-organisatie", still),
        "platform-gestopt": ("platform-organisatie", replace(still, is_closed=True)),
    }


def _joining() -> dict[str, tuple[str, Any]]:
    """Draw the pages with which an organisation joins."""
    form = views.JoinForm(
        frame=PLAIN,
        action="/aanmelden",
        typed={"naam": "De Werf", "rsin": "123456782", "naam-mag": "ja", "schoolsoort": "mbo"},
        kinds=("school", "gemeente"),
        agreement_href="/verwerkersovereenkomst/1",
        version="1",
        invited=True,
        hidden=(("uitnodiging", "abc"),),
        problems=tuple(
            views.Problem(field=name, message=f"Er is iets met {name}.")
            for name in ("soort", "rsin", "rechtspersoon", "schoolsoort", "naam-mag", "mail", "overeenkomst")
        ),
    )
    poor = replace(form, typed={}, kinds=(), invited=False, hidden=(), problems=())
    progress = views.JoinProgress(
        frame=PLAIN,
        name="De Werf",
        state="nieuw",
        sent=date(2026, 6, 26),
        url="https://bewijs.voorbeeld/aanmelden/Vt9mQ2xL7dR4wK1sZ8nYpA",
    )
    decided = replace(progress, decided=date(2026, 6, 29))
    approved = replace(decided, state="goedgekeurd", organisation_href="/organisaties/7fq2k9")
    refused = replace(decided, state="afgewezen", reason="Dit nummer is van een ander.\nKijk het na.")
    text = views.Agreement(frame=PLAIN, blocks=agreement("1") or (), is_current=False)
    return {
        "aanmelden": ("aanmelden", form),
        "aanmelden-leeg": ("aanmelden", poor),
        "aanmelden-stand": ("aanmelden-stand", progress),
        "aanmelden-goedgekeurd": ("aanmelden-stand", approved),
        "aanmelden-afgewezen": ("aanmelden-stand", refused),
        "verwerkersovereenkomst": ("verwerkersovereenkomst", text),
    }


def pages() -> dict[str, tuple[str, views.View]]:
    """Give every sample: its own name, the page to render, the view."""
    return {**public_pages(), **issuing_pages(), **people_pages(), **sign_in_pages(), **key_pages()}


def sign_in_pages() -> dict[str, tuple[str, views.View]]:
    """Give the pages to sign in, and about how one does."""
    ask = views.PasskeyAsk(options_action="/inloggen/passkey/vraag", action="/inloggen/passkey")
    school = views.AccountAsk(name="School", action="/inloggen/elders/school")
    sign_in = views.SignIn(frame=PLAIN, passkey=ask, lost_href="/inloggen/hulp")
    resume = views.Resume(action="/mensen", hidden=(("rol", "lezer"), ("rol", "beheerder")))
    make = views.MakeWayIn(frame=PLAIN, passkey=ask, replaces=False)
    moment = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)
    account = views.Account(
        frame=FRAME,
        name="Noor Bakker",
        workplaces=(),
        choose_action="/mijn/organisatie",
        passkeys=(),
        ways_in_href="/mijn/inloggen",
        sessions=(),
        end_all_action="/mijn/sessies/weg",
    )
    passkey = views.PasskeyRow(
        name="Chrome, Android", created=date(2026, 6, 1), rename_action="/a", remove_action="/b", used=moment
    )
    session = views.SessionRow(device="Chrome, Android", proof="passkey", seen=moment, end_action="/a")
    app = views.CodeAppRow(new_action="/a", remove_action="/b", codes_action="/c")
    new_app = views.NewCodeApp(
        frame=AFTER_POST, qr=QR, secret="JBSWY3DPEHPK3PXP", uri="otpauth://totp/x", action="/mijn/app"
    )
    lost = views.Lost(frame=PLAIN, sends_mail=True, action="/inloggen/hulp")
    wrong = (views.Problem(field="mail", message="Vul een mailadres in."),)
    return {
        "inloggen": (
            "inloggen",
            replace(
                sign_in,
                frame=AFTER_POST,
                reason="Laat nog een keer zien dat jij het bent.",
                person="Noor Bakker",
                demo=views.DemoSignIn(action="/inloggen/demo", person="Noor", beheerder="Karim"),
                others=(school,),
                hidden=(("naar", "/mensen"), ("bewaard", "[]")),
                resume=resume,
            ),
        ),
        "inloggen-arm": ("inloggen", sign_in),
        "inloggen-ander-adres": ("inloggen", replace(sign_in, wrong_address="https://bewijs.voorbeeld")),
        "inloggen-elders": (
            "inloggen-elders",
            views.GoElsewhere(
                frame=AFTER_POST, name="School", href="https://inloggen.school.voorbeeld/?a=b&c=d"
            ),
        ),
        "mag-niet": (
            "mag-niet",
            views.Denied(
                frame=AFTER_POST,
                reason="Je mag dit niet doen namens deze organisatie.",
                next_href="/gegeven",
                helpers=("Karim Visser", "Noor Bakker"),
                resume=resume,
            ),
        ),
        "mag-niet-arm": ("mag-niet", views.Denied(frame=PLAIN, reason="Dat mag niet.", next_href="/")),
        "verder": ("verder", views.GoOn(frame=AFTER_POST, resume=resume)),
        "instellen": ("instellen", views.LinkPage(frame=PLAIN, name="Tom", action="/instellen/x")),
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
                    views.WorkplaceRow(organisation_id="a", name="De Maas", is_current=True),
                    views.WorkplaceRow(organisation_id="b", name="Het Anker"),
                ),
                passkeys=(passkey,),
                sessions=(replace(session, is_current=True), replace(session, device="")),
                done="De passkey is gemaakt.",
                problem="Dit is de laatste.",
                accounts=(
                    views.AccountRow(
                        name="School", created=date(2026, 6, 1), remove_action="/a", used=moment
                    ),
                ),
                others=(school,),
                app=replace(app, since=date(2026, 6, 1), codes_left=9),
            ),
        ),
        "mijn-arm": ("mijn", account),
        "mijn-zonder-app": ("mijn", replace(account, app=app)),
        "app-nieuw": ("app-nieuw", new_app),
        "app-fout": (
            "app-nieuw",
            replace(new_app, problems=(views.Problem(field="code", message="Deze code klopt niet."),)),
        ),
        "reservecodes": (
            "reservecodes",
            views.RecoveryCodes(frame=AFTER_POST, codes=("abcd-efgh-jkmn-pqrs",)),
        ),
        "inloggen-code": (
            "inloggen",
            replace(
                sign_in,
                code_action="/inloggen/code",
                problems=(views.Problem(field="code", message="Deze code klopt niet."),),
            ),
        ),
        "hulp-inloggen": ("inloggen-hulp", lost),
        "hulp-inloggen-fout": ("inloggen-hulp", replace(lost, typed="noor", problems=wrong)),
        "hulp-inloggen-gevraagd": ("inloggen-hulp", replace(lost, is_asked=True)),
        "hulp-inloggen-zonder-mail": ("inloggen-hulp", replace(lost, sends_mail=False)),
        "inloglink": (
            "mensen-inloglink",
            views.GivenLink(frame=AFTER_POST, name="Noor", back_href="/mensen/1", link=URL),
        ),
        "inloglink-mail": (
            "mensen-inloglink",
            views.GivenLink(frame=AFTER_POST, name="Noor", back_href="/mensen/1", mail="n@maas.voorbeeld"),
        ),
        "inloglink-niet": (
            "mensen-inloglink",
            views.GivenLink(frame=AFTER_POST, name="Noor", back_href="/mensen/1", problem="Dat kan niet."),
        ),
    }


def people_pages() -> dict[str, tuple[str, views.View]]:
    """Give the pages about who works for an organisation."""
    day, roles = date(2026, 7, 3), ("beheerder", "praktijkopleider", "bevestiger")
    form = views.MemberForm(
        frame=FRAME,
        action="/mensen/uitnodigen",
        back_href="/mensen",
        roles=("beheerder", "lezer"),
        today=day,
    )
    typed = views.TypedMember(naam="Tom", mail="tom", rollen=("bevestiger",), mandaat="x", sinds="2026-01-01")
    wrong = tuple(
        views.Problem(field=field, message="Kijk dit na.")
        for field in ("naam", "mail", "rol", "mandaat", "sinds")
    )
    asked = views.InvitationPage(
        frame=PLAIN, name="Tom", organisation="Magazijn De Maas", roles=roles, until=day, action="/u/x"
    )
    rows = [
        views.InvitationRow(
            name="Tom Ros",
            mail="tom@maas.voorbeeld",
            roles=("lezer",),
            until=day,
            is_over=is_over,
            renew_action="/a",
            withdraw_action="/b",
        )
        for is_over in (True, False)
    ]
    return {
        "mensen": (
            "mensen",
            views.People(
                frame=FRAME,
                organisation="Magazijn De Maas",
                members=(
                    views.MemberRow(
                        name="Noor Bakker",
                        roles=roles,
                        change_href="/mensen/1",
                        mail="noor@maas.voorbeeld",
                        mandate_by="de directeur",
                        mandate_since=date(2026, 1, 1),
                        is_self=True,
                    ),
                    views.MemberRow(name="Ali", roles=("lezer",), change_href="/mensen/2"),
                ),
                invitations=tuple(rows),
                invite_href="/mensen/uitnodigen",
                done="De rollen zijn veranderd.",
            ),
        ),
        "mensen-arm": (
            "mensen",
            views.People(frame=PLAIN, organisation="De Maas", members=(), invitations=(), invite_href="/m"),
        ),
        "mensen-uitnodigen": ("mensen-rollen", form),
        "mensen-fout": ("mensen-rollen", replace(form, roles=roles, typed=typed, problems=wrong)),
        "mensen-rollen": (
            "mensen-rollen",
            replace(form, name="Noor Bakker", remove_href="/m", link_action="/l", roles=roles),
        ),
        "mensen-weg": (
            "mensen-verwijderen",
            views.MemberRemove(frame=FRAME, organisation="De Maas", name="Noor", action="/a", back_href="/b"),
        ),
        "mensen-blijft": (
            "mensen-verwijderen",
            views.MemberRemove(
                frame=FRAME, organisation="De Maas", name="Noor", action="/a", back_href="/b", problem="Nee."
            ),
        ),
        "mensen-link": (
            "mensen-uitgenodigd",
            views.Invited(
                frame=AFTER_POST, name="Tom", mail="tom@maas.voorbeeld", until=day, back_href="/m", link=URL
            ),
        ),
        "mensen-mail": (
            "mensen-uitgenodigd",
            views.Invited(frame=AFTER_POST, name="Tom", mail="t@maas.voorbeeld", until=day, back_href="/m"),
        ),
        "uitnodiging": ("uitnodiging", asked),
        "uitnodiging-niet": (
            "uitnodiging",
            replace(asked, problem="Log eerst in.", next=views.Link(href="/inloggen", text="Log in")),
        ),
    }


def key_pages() -> dict[str, tuple[str, views.View]]:
    """Give the pages about keys and about who did what."""
    row = views.KeyRow(
        name="6LJ8hsZq",
        since=MOMENT,
        until=None,
        compromised=None,
        to_reissue=0,
        lost_href="/sleutels/1/kwijt",
        reissue_href=None,
    )
    stolen = replace(
        row, compromised=MOMENT, to_reissue=2, lost_href=None, reissue_href="/sleutels/1/opnieuw"
    )
    groups = tuple(
        views.KeyGroup(purpose=purpose, rows=(row, replace(row, until=MOMENT), stolen), replace_action="/a")
        for purpose in ("assertion", "token", "list")
    )
    keys = views.Keys(frame=FRAME, organisation="Magazijn De Maas", groups=groups, is_sealed=False)
    lost = views.KeyLost(
        frame=FRAME,
        purpose="assertion",
        name="6LJ8hsZq",
        created=MOMENT,
        earliest="2026-01-01T10:00",
        latest="2026-06-26T16:05",
        since="",
        action="/a",
        back_href="/sleutels",
    )
    wrong = tuple(views.Problem(field=field, message="Kijk dit na.") for field in ("sinds", "zeker"))
    again = views.Reissue(frame=FRAME, action="/a", done=0, left=2, is_stuck=False, back_href="/sleutels")
    rows = (
        views.TrailRow(at=MOMENT, kind="member-invited", who="Noor Bakker", whom="Tom Ros"),
        views.TrailRow(at=MOMENT, kind="key-created", who=None),
    )
    trail = views.Trail(
        frame=FRAME,
        organisation="De Maas",
        rows=rows,
        older_href="/w?bladzijde=2",
        newer_href="/w?bladzijde=0",
    )
    return {
        "sleutels": ("sleutels", keys),
        "sleutels-verzegeld": ("sleutels", replace(keys, is_sealed=True)),
        "sleutel-kwijt": ("sleutel-kwijt", lost),
        "sleutel-kwijt-fout": ("sleutel-kwijt", replace(lost, since="gisteren", problems=wrong)),
        "sleutel-opnieuw": ("sleutel-opnieuw", again),
        "sleutel-opnieuw-bezig": ("sleutel-opnieuw", replace(again, done=100)),
        "sleutel-opnieuw-klaar": ("sleutel-opnieuw", replace(again, done=2, left=0)),
        "sleutel-opnieuw-niets": ("sleutel-opnieuw", replace(again, left=0)),
        "sleutel-opnieuw-blijft": ("sleutel-opnieuw", replace(again, is_stuck=True)),
        "wie-deed-wat": ("wie-deed-wat", trail),
        **api_key_pages(),
        "wie-deed-wat-kort": ("wie-deed-wat", replace(trail, rows=(), older_href=None, newer_href=None)),
    }


def api_key_pages() -> dict[str, tuple[str, views.View]]:
    """Give the pages about the keys of systems."""
    row = views.ApiKeyRow(
        name="Leerlingvolgsysteem",
        ending="4jTQ",
        maker="Karim Visser",
        actions=("issue", "read", "revoke"),
        works_for=("issue", "read", "revoke"),
        created=MOMENT.date(),
        expires=date(2027, 6, 26),
        withdrawn=None,
        used=MOMENT.date(),
        withdraw_action="/api-sleutels/1/intrekken",
    )
    over = replace(row, works_for=(), withdrawn=MOMENT.date(), withdraw_action=None)
    keys = views.ApiKeys(
        frame=FRAME,
        organisation="Magazijn De Maas",
        rows=(row, replace(row, works_for=("read",), used=None), replace(row, works_for=())),
        over=(over, replace(over, withdrawn=None, used=None)),
        make_href="/api-sleutels/nieuw",
        docs_href="/api",
        done="De sleutel is ingetrokken. Hij opent niets meer.",
    )
    form = views.ApiKeyForm(
        frame=FRAME,
        actions=("issue", "read", "revoke"),
        lifetimes=("3-maanden", "1-jaar", "2-jaar"),
        may_issue=True,
        people_href="/mensen",
        action="/api-sleutels/nieuw",
        back_href="/api-sleutels",
        typed={"naam": "", "duur": "1-jaar"},
    )
    wrong = tuple(views.Problem(field=each, message=f"Vul {each} in.") for each in ("naam", "mag", "duur"))
    made = views.ApiKeyMade(
        frame=FRAME,
        name="Leerlingvolgsysteem",
        secret="pb_voorbeeldvoorbeeldvoorbeeldvoorbeeldvoorbee4jTQyo",
        until=date(2027, 6, 26),
        back_href="/api-sleutels",
    )
    return {
        "api-sleutels": ("api-sleutels", keys),
        "api-sleutels-leeg": ("api-sleutels", replace(keys, rows=(), over=(), done=None)),
        "api-sleutel-nieuw": ("api-sleutel-nieuw", form),
        "api-sleutel-nieuw-fout": (
            "api-sleutel-nieuw",
            replace(form, actions=("read", "revoke"), may_issue=False, chosen=("read",), problems=wrong),
        ),
        "api-sleutel-gemaakt": ("api-sleutel-gemaakt", made),
    }


def public_pages() -> dict[str, tuple[str, views.View]]:
    """Give the pages that anyone can open."""
    poor_badge = views.BadgePage(
        frame=PLAIN,
        facts=POOR_FACTS,
        picture=PICTURE,
        qr=QR,
        url=URL,
        png_href="/p",
        svg_href="/s",
        json_href="/j",
        jwt_href=None,
        check_href="/c",
    )
    poor_outcome = views.CheckResult(
        frame=AFTER_POST,
        checked=views.Checked(**said(State.FAKE), checks=()),
        checked_at=MOMENT,
        again_href="/controleer",
    )
    return {
        "home": ("home", views.Home(frame=PLAIN)),
        "home-demo": ("home", views.Home(frame=FRAME)),
        **{
            name: (name, views.TextPage(frame=PLAIN, operator="Stichting Voorbeeld", contact="a@b.voorbeeld"))
            for name in ("privacy", "toegankelijkheid", "hulp")
        },
        "hulp-arm": ("hulp", views.TextPage(frame=PLAIN)),
        **{
            f"badge-{state}": ("badge", badge(state))
            for state in (State.VALID, State.REVOKED, State.REPLACED, State.EXPIRED, State.EARLY)
        },
        "badge-arm": ("badge", poor_badge),
        "controleer": (
            "controleer",
            views.CheckForm(frame=PLAIN, action="/controleer", example="https://bewijs.voorbeeld/b/…"),
        ),
        "controleer-fout": (
            "controleer",
            views.CheckForm(
                frame=AFTER_POST,
                action="/controleer",
                tekst='{"a": 1, "a": 2}',
                problems=(
                    views.Problem(field="bestand", message="Dit is te groot."),
                    views.Problem(field="foto", message="Op deze foto staat geen QR-code."),
                    views.Problem(field="tekst", message="Een sleutel staat er 2 keer."),
                ),
            ),
        ),
        **{f"uitkomst-{state}": ("controleer-uitkomst", outcome(state)) for state in State},
        "uitkomst-arm": ("controleer-uitkomst", poor_outcome),
        **{f"uitkomst-{name}": ("controleer-uitkomst", result(found)) for name, found in held().items()},
        **catalogue_pages(),
        **{
            f"fout-{status}": ("fout", views.ErrorPage(frame=PLAIN, status=status))
            for status in (400, 401, 403, 404, 405, 409, 410, 413, 415, 429, 500, 503)
        },
        "fout-rijk": (
            "fout",
            views.ErrorPage(
                frame=AFTER_POST,
                status=500,
                detail="Probeer het zo nog een keer.",
                next_href="/u",
                reference="a1b2",
            ),
        ),
        "api": (
            "api",
            views.ApiDocs(
                frame=PLAIN,
                openapi_href="/api/v1/openapi.json",
                try_href="/api/proberen",
                operations=(
                    views.ApiOperation(
                        method="GET",
                        path="/kwalificaties/{crebo}",
                        summary="Eén kwalificatie",
                        description="Alles wat bekend is van één kwalificatie.",
                        parameters=(
                            views.ApiParameter(name="crebo", description="Vijf cijfers.", required=True),
                        ),
                        examples=("curl https://bewijs.voorbeeld/api/v1/kwalificaties/25774",),
                    ),
                ),
            ),
        ),
        "api to try": (
            "api-proberen",
            views.ApiTry(frame=PLAIN, openapi_href="/api/v1/openapi.json", back_href="/api"),
        ),
    }


def catalogue_pages() -> dict[str, tuple[str, views.View]]:
    """Give the pages about work and who gives badges for it."""
    return {
        "werkproces": (
            "werkproces",
            views.WerkprocesPage(
                frame=FRAME,
                crebo="25774",
                code="B1-K2-W1",
                title="Verzamelt en controleert orders",
                kwalificatie="Logistiek medewerker",
                kwalificatie_href="/kwalificaties/25774",
                kerntaak_code="B1-K2",
                kerntaak_title="Orders verzamelen en goederen/producten bewerken",
                field="logistiek",
                digest="9c1f0e2ab3d4",
                source="Onderwijs- en examenregeling van een school",
                verified=True,
                level=2,
                dossier="Logistiek",
                sector="Logistiek",
                note="Titel samengevoegd uit smalle kolommen.",
                sentence="Ik kan bestellingen bij elkaar zoeken en nakijken.",
                explanation="Je krijgt een bestelling. Je zoekt de spullen bij elkaar.",
                skills=SKILLS,
                sisters=SISTERS,
                current_href="/werkprocessen/25774/B1-K2-W1/aaaaaaaaaaaa",
                issue_href="/uitreiken/25774/B1-K2-W1",
            ),
        ),
        "werkproces-arm": (
            "werkproces",
            views.WerkprocesPage(
                frame=PLAIN,
                crebo="25774",
                code="B1-K2-W1",
                title="Verzamelt en controleert orders",
                kwalificatie="Logistiek medewerker",
                kwalificatie_href="/kwalificaties/25774",
                kerntaak_code="B1-K2",
                kerntaak_title="Orders verzamelen",
                field="logistiek",
                digest="9c1f0e2ab3d4",
                source="Bron",
                verified=False,
            ),
        ),
        "kwalificatie": (
            "kwalificatie",
            views.KwalificatiePage(
                frame=PLAIN,
                crebo="25774",
                name="Logistiek medewerker",
                kerntaken=KERNTAKEN,
                field="logistiek",
                source="Bron",
                verified=True,
                level=2,
                skills=SKILLS,
                sisters=SISTERS,
                note="Een opmerking.",
            ),
        ),
        "kwalificatie-arm": (
            "kwalificatie",
            views.KwalificatiePage(
                frame=PLAIN,
                crebo="27042",
                name="Chauffeur wegvervoer",
                kerntaken=(),
                field="logistiek",
                source="Bron",
                verified=False,
            ),
        ),
        "kwalificaties": (
            "kwalificaties",
            views.KwalificatieList(
                frame=PLAIN,
                action="/kwalificaties",
                kwalificaties=TILES,
                search=views.SearchOutcome(query="orders", tiles=TILES),
            ),
        ),
        **_joining(),
        **_organisation(),
        **_platform(),
        "organisatie": (
            "organisatie",
            views.OrganisationPage(
                frame=PLAIN,
                name="Magazijn De Maas",
                facts=(
                    views.OrganisationFact(
                        kind="leerbedrijf",
                        status="bevestigd",
                        confirmed=date(2026, 1, 6),
                        source="register van leerbedrijven",
                    ),
                    views.OrganisationFact(kind="school", status="zelf-verklaard"),
                    views.OrganisationFact(kind="gemeente", status="onbekend"),
                ),
                did="did:web:bewijs.voorbeeld:organisaties:7fq2k9",
                did_href="/organisaties/7fq2k9/did.json",
                website="https://magazijn.voorbeeld",
                since=date(2026, 1, 5),
                badges=TILES,
                keys=tuple(
                    views.PublishedKey(purpose=purpose, multikey="z6MkfG4", since=date(2026, 1, 5), **ended)
                    for purpose, ended in (
                        ("assertion", {}),
                        ("token", {"until": date(2026, 2, 1)}),
                        ("list", {"compromised": date(2026, 2, 1)}),
                    )
                ),
                demo=True,
            ),
        ),
        "organisatie-arm": (
            "organisatie",
            views.OrganisationPage(
                frame=PLAIN, name="De Maas", did="did:web:b:organisaties:7", did_href="/d.json"
            ),
        ),
        "badgeklasse": (
            "badgeklasse",
            views.AchievementPage(
                frame=PLAIN,
                title="Verzamelt en controleert orders",
                description="Werkproces B1-K2-W1 van Logistiek medewerker (crebo 25774).",
                criteria="De praktijkopleider heeft dit gezien.",
                picture=PICTURE,
                organisation="Magazijn De Maas",
                organisation_href="/organisaties/7fq2k9",
                json_href="/badgeklassen/3m8x1d.json",
                werkproces_href="/werkprocessen/25774/B1-K2-W1/9c1f0e2ab3d4",
                sentence="Ik kan bestellingen bij elkaar zoeken en nakijken.",
                skills=("Procedures volgen",),
                leervorm="informeel leren",
            ),
        ),
        "badgeklasse-arm": (
            "badgeklasse",
            views.AchievementPage(
                frame=PLAIN,
                title="Titel",
                description="Beschrijving",
                criteria="Criteria",
                picture=PICTURE,
                organisation="De Maas",
                organisation_href="/o",
                json_href="/j",
            ),
        ),
    }


def issuing_pages() -> dict[str, tuple[str, views.View]]:
    """Give the pages for whoever gives a badge."""
    return {
        "kies": (
            "uitreiken-kies",
            views.IssueStart(
                frame=FRAME,
                organisation="Magazijn De Maas",
                search_action="/uitreiken",
                used_before=TILES,
                kwalificaties=KWALIFICATIES,
                all_href="/kwalificaties",
            ),
        ),
        "kies-niets": (
            "uitreiken-kies",
            views.IssueStart(
                frame=FRAME,
                organisation="Magazijn De Maas",
                search_action="/uitreiken",
                search=views.SearchOutcome(query="strijken", tiles=()),
            ),
        ),
        "kies-gevonden": (
            "uitreiken-kies",
            views.IssueStart(
                frame=FRAME,
                organisation="Magazijn De Maas",
                search_action="/uitreiken",
                search=views.SearchOutcome(query="orders", tiles=TILES, advice="Kies eerst een beroep."),
            ),
        ),
        "kies-arm": (
            "uitreiken-kies",
            views.IssueStart(frame=PLAIN, organisation="De Maas", search_action="/uitreiken"),
        ),
        "schrijf": (
            "uitreiken-schrijf",
            views.IssueForm(
                frame=FRAME,
                chosen=CHOSEN,
                action="/uitreiken/bekijk",
                back_href="/uitreiken",
                today=date(2026, 6, 26),
                skills=SKILLS,
                hidden=(("werkproces", "25774/B1-K2-W1"),),
            ),
        ),
        "schrijf-fout": (
            "uitreiken-schrijf",
            views.IssueForm(
                frame=AFTER_POST,
                chosen=CHOSEN,
                action="/uitreiken/bekijk",
                back_href="/uitreiken",
                today=date(2026, 6, 26),
                typed=TYPED,
                problems=PROBLEMS,
                skills=SKILLS,
            ),
        ),
        "schrijf-arm": (
            "uitreiken-schrijf",
            views.IssueForm(
                frame=PLAIN, chosen=POOR_CHOSEN, action="/a", back_href="/b", today=date(2026, 6, 26)
            ),
        ),
        "bekijk": (
            "uitreiken-bekijk",
            views.IssuePreview(
                frame=AFTER_POST,
                facts=FACTS,
                picture=PICTURE,
                action="/uitreiken/geef",
                edit_action="/uitreiken/schrijf",
                hidden=(("sleutel", "abc"), ("vaardigheid", "a"), ("vaardigheid", "b")),
            ),
        ),
        "bekijk-arm": (
            "uitreiken-bekijk",
            views.IssuePreview(
                frame=AFTER_POST,
                facts=POOR_FACTS,
                picture=PICTURE,
                action="/g",
                edit_action="/s",
                hidden=(),
                problems=(views.Problem(field="gelezen", message="Vraag of de deelnemer het goed vindt."),),
            ),
        ),
        "klaar": (
            "uitreiken-klaar",
            views.Issued(
                frame=FRAME,
                title="Verzamelt en controleert orders",
                url=URL,
                qr=QR,
                picture=PICTURE,
                another_href="/uitreiken",
                name="Sam de Vries",
            ),
        ),
        "klaar-arm": (
            "uitreiken-klaar",
            views.Issued(frame=PLAIN, title="Titel", url=URL, qr=QR, picture=PICTURE, another_href="/u"),
        ),
        "gegeven": (
            "gegeven",
            views.IssuedList(
                frame=FRAME,
                organisation="Magazijn De Maas",
                rows=(
                    views.IssuedRow(
                        title="Verzamelt en controleert orders",
                        field="logistiek",
                        awarded=date(2026, 6, 26),
                        href="/b/x",
                        name="Sam de Vries",
                        withdraw_href="/gegeven/1/intrekken",
                    ),
                    views.IssuedRow(
                        title="Draagt zorg voor (voorraad-)administratieve processen",
                        field="winkel",
                        awarded=date(2026, 6, 1),
                        href="/b/y",
                        state=State.REVOKED,
                        since=date(2026, 8, 3),
                    ),
                ),
                issue_href="/uitreiken",
                next_href="/gegeven?na=2",
                previous_href="/gegeven?voor=1",
                done="Het bewijs is ingetrokken.",
            ),
        ),
        "gegeven-arm": (
            "gegeven",
            views.IssuedList(frame=FRAME, organisation="De Maas", rows=(), issue_href="/uitreiken"),
        ),
        "intrekken": (
            "intrekken",
            views.WithdrawConfirm(
                frame=FRAME,
                title="Verzamelt en controleert orders",
                awarded=date(2026, 6, 26),
                action="/gegeven/1/intrekken",
                back_href="/gegeven",
                reasons=("vergissing", "op-verzoek", "anders"),
                name="Sam de Vries",
                chosen="vergissing",
                hidden=(("sleutel", "x"),),
            ),
        ),
        "intrekken-arm": (
            "intrekken",
            views.WithdrawConfirm(
                frame=FRAME,
                title="Titel",
                awarded=date(2026, 6, 26),
                action="/a",
                back_href="/b",
                reasons=("eigen reden",),
                problems=(views.Problem(field="reden", message="Kies een reden."),),
            ),
        ),
    }
