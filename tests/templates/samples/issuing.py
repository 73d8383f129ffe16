"""Samples of the pages for whoever gives a badge."""

from dataclasses import replace
from datetime import date

from templates import views
from templates.views.pieces import State
from tests.templates.samples.evidence import beside
from tests.templates.samples.holding import rows
from tests.templates.samples.pieces import (
    AFTER_POST,
    FACTS,
    FRAME,
    KERNTAKEN,
    PICTURE,
    PLAIN,
    POOR_FACTS,
    QR,
    SKILLS,
    STOPPED,
    TILES,
    URL,
    Sample,
)

KWALIFICATIES = (
    views.pieces.KwalificatieTiles(
        crebo="25774", name="Logistiek medewerker", kerntaken=KERNTAKEN, unfolded=True
    ),
    views.pieces.KwalificatieTiles(crebo="25808", name="Retailmedewerker", kerntaken=KERNTAKEN[1:]),
)
CHOSEN = views.issuing.ChosenWerkproces(
    crebo="25774",
    code="B1-K2-W1",
    title="Verzamelt en controleert orders",
    kwalificatie="Logistiek medewerker",
    field="logistiek",
    href="/werkprocessen/25774/B1-K2-W1/9c1f0e2ab3d4",
    sentence="Ik kan bestellingen bij elkaar zoeken en nakijken.",
    explanation="Je krijgt een bestelling. Je zoekt de spullen bij elkaar. Je kijkt na of alles klopt.",
)
POOR_CHOSEN = views.issuing.ChosenWerkproces(
    crebo="25774",
    code="B1-K2-W2",
    title="Voert VAL-activiteiten uit",
    kwalificatie="Logistiek medewerker",
    field="logistiek",
    href="/werkprocessen/25774/B1-K2-W2/9c1f0e2ab3d4",
)
TYPED = views.issuing.Typed(
    naam="Sam de Vries",
    zin="Sam (123456782) verzamelde orders",
    van="2026-01-05",
    tot="31 februari",
    zelfstandigheid="zelfstandig",
    rol="werknemer",
    vaardigheden=(SKILLS[0].uri,),
)
GIVEN_SEARCH = views.issuing.GivenSearch(
    action="/gegeven", standings=("geldig", "verbeterd", "ingetrokken", "verlopen")
)
CORRECTS = views.pieces.Corrects(title="Slaat goederen op", awarded=date(2026, 6, 25))
PROBLEMS = (
    views.pieces.Problem(
        field="zin", message="Dit lijkt op een BSN. Haal het weg. Een BSN mag hier niet staan."
    ),
    views.pieces.Problem(field="tot", message="Deze datum kennen wij niet. Schrijf hem als 26-06-2026."),
)

GIVEN = views.issuing.Issued(
    frame=FRAME,
    correct_href="/gegeven/1/verbeteren",
    withdraw_href="/gegeven/1/intrekken",
    card_href="/gegeven/1/kaart",
    erase_href="/gegeven/1/wissen",
    title="Verzamelt en controleert orders",
    url=URL,
    keep_url=URL,
    qr=QR,
    picture=PICTURE,
    another_href="/uitreiken",
    name="Sam de Vries",
    next=views.pieces.Link(href="/afspraken/1/beoordeel/25774/B1-K2-W2", text="Verzendt goederen"),
)

ERASING = views.issuing.BadgeErasing(
    frame=FRAME,
    title="Verzamelt en controleert orders",
    name="Sam de Vries",
    awarded=date(2026, 6, 26),
    action="/gegeven/1/wissen",
    back_href="/gegeven/1",
)
NOT_ASKED = (views.pieces.Problem(field="gevraagd", message="Zet het vinkje als de persoon dit zelf vroeg."),)


def pages() -> dict[str, Sample]:
    """Give the pages for whoever gives a badge."""
    return {
        "kies": (
            "uitreiken-kies",
            views.issuing.IssueStart(
                frame=FRAME,
                organisation="Magazijn De Maas",
                search_action="/uitreiken",
                to_confirm=rows()[:1],
                objected=rows()[3:],
                questions=(
                    views.recipients.WaitingRow(
                        href="/vragen/1",
                        name="Sam de Vries",
                        since=date(2026, 6, 27),
                        school="School De Brug",
                    ),
                ),
                ready=(
                    views.issuing.ReadyRow(
                        name="Sam de Vries",
                        title="Verzamelt en controleert orders",
                        by="Tom Ros",
                        href="/uitreiken/25774/B1-K2-W1?afspraak=1",
                    ),
                ),
                held_href="/onderweg",
                held=3,
                used_before=TILES,
                kwalificaties=KWALIFICATIES,
                all_href="/kwalificaties",
            ),
        ),
        "kies-ander": (
            "uitreiken-kies",
            views.issuing.IssueStart(
                frame=FRAME,
                organisation="Magazijn De Maas",
                search_action="/uitreiken",
                used_before=TILES,
                hidden=(("verbetert", "1"),),
            ),
        ),
        "kies-niets": (
            "uitreiken-kies",
            views.issuing.IssueStart(
                frame=FRAME,
                organisation="Magazijn De Maas",
                search_action="/uitreiken",
                search=views.pieces.SearchOutcome(query="strijken", tiles=()),
            ),
        ),
        "kies-gevonden": (
            "uitreiken-kies",
            views.issuing.IssueStart(
                frame=FRAME,
                organisation="Magazijn De Maas",
                search_action="/uitreiken",
                search=views.pieces.SearchOutcome(
                    query="orders", tiles=TILES, advice="Kies eerst een beroep."
                ),
            ),
        ),
        "kies-arm": (
            "uitreiken-kies",
            views.issuing.IssueStart(
                frame=PLAIN, organisation="De Maas", search_action="/uitreiken", held_href="/onderweg"
            ),
        ),
        "kies-gestopt": (
            "uitreiken-kies",
            views.issuing.IssueStart(
                frame=PLAIN,
                organisation="De Maas",
                search_action="/uitreiken",
                hindrance=STOPPED,
            ),
        ),
        "schrijf": (
            "uitreiken-schrijf",
            views.issuing.IssueForm(
                frame=FRAME,
                chosen=CHOSEN,
                action="/uitreiken/bekijk",
                back_href="/uitreiken",
                today=date(2026, 6, 26),
                skills=SKILLS,
                hidden=(("werkproces", "25774/B1-K2-W1"),),
            ),
        ),
        "schrijf-mee": (
            "uitreiken-schrijf",
            views.issuing.IssueForm(
                frame=FRAME,
                chosen=CHOSEN,
                action="/uitreiken/bekijk",
                back_href="/afspraken/1",
                today=date(2026, 6, 26),
                skills=SKILLS,
                hidden=(("afspraak", "1"), ("klad", "0")),
                keep_action="/uitreiken/bewaar",
                beside=replace(beside(), take_over_action="/overnemen"),
                gives=False,
            ),
        ),
        "schrijf-fout": (
            "uitreiken-schrijf",
            views.issuing.IssueForm(
                frame=AFTER_POST,
                chosen=CHOSEN,
                action="/uitreiken/bekijk",
                back_href="/uitreiken",
                today=date(2026, 6, 26),
                typed=TYPED,
                problems=PROBLEMS,
                skills=SKILLS,
                keep_action="/uitreiken/bewaar",
            ),
        ),
        "schrijf-gestopt": (
            "uitreiken-schrijf",
            views.issuing.IssueForm(
                frame=PLAIN,
                chosen=POOR_CHOSEN,
                action="/a",
                back_href="/b",
                today=date(2026, 6, 26),
                hindrance=STOPPED,
            ),
        ),
        "schrijf-arm": (
            "uitreiken-schrijf",
            views.issuing.IssueForm(
                frame=PLAIN, chosen=POOR_CHOSEN, action="/a", back_href="/b", today=date(2026, 6, 26)
            ),
        ),
        "bekijk": (
            "uitreiken-bekijk",
            views.issuing.IssuePreview(
                frame=AFTER_POST,
                facts=FACTS,
                picture=PICTURE,
                action="/uitreiken/geef",
                edit_action="/uitreiken/schrijf",
                undo_minutes=10,
                done="De beoordeling is bewaard.",
                lapsed=date(2026, 6, 30),
                hidden=(("sleutel", "abc"), ("vaardigheid", "a"), ("vaardigheid", "b")),
            ),
        ),
        "bekijk-foto": (
            "uitreiken-bekijk",
            views.issuing.IssuePreview(
                frame=AFTER_POST,
                facts=replace(FACTS, photos=2),
                picture=PICTURE,
                action="/uitreiken/geef",
                edit_action="/uitreiken/schrijf",
                hidden=(("sleutel", "abc"), ("foto", "a"), ("foto", "b")),
                photos=(
                    views.evidence.Photo(href="/afspraken/1/verzameld/1/foto", width=1200, height=900),
                    views.evidence.Photo(href="/afspraken/1/verzameld/2/foto", width=900, height=1200),
                ),
            ),
        ),
        "bekijk-verzegeld": (
            "uitreiken-bekijk",
            views.issuing.IssuePreview(
                frame=AFTER_POST,
                facts=FACTS,
                picture=PICTURE,
                action="/g",
                edit_action="/s",
                hidden=(),
                hindrance=views.pieces.Hindrance(
                    reason="Ondertekenen kan nu niet. Dat ligt niet aan jou.",
                    contact="beheer@bewijs.voorbeeld",
                ),
            ),
        ),
        "bekijk-gestopt": (
            "uitreiken-bekijk",
            views.issuing.IssuePreview(
                frame=AFTER_POST,
                facts=FACTS,
                picture=PICTURE,
                action="/g",
                edit_action="/s",
                hidden=(),
                hindrance=replace(STOPPED, is_for_good=True),
            ),
        ),
        "bekijk-arm": (
            "uitreiken-bekijk",
            views.issuing.IssuePreview(
                frame=AFTER_POST,
                facts=POOR_FACTS,
                picture=PICTURE,
                action="/g",
                edit_action="/s",
                hidden=(),
                problems=(
                    views.pieces.Problem(field="gelezen", message="Vraag of de deelnemer het goed vindt."),
                ),
            ),
        ),
        "klaar": (
            "uitreiken-klaar",
            GIVEN,
        ),
        "klaar-arm": (
            "uitreiken-klaar",
            views.issuing.Issued(
                frame=PLAIN, title="Titel", url=URL, keep_url=URL, qr=QR, picture=PICTURE, another_href="/u"
            ),
        ),
        "klaar-ingetrokken": (
            "uitreiken-klaar",
            replace(GIVEN, state=views.pieces.State.REVOKED, since=date(2026, 6, 27)),
        ),
        "klaar-vervangen": (
            "uitreiken-klaar",
            replace(
                GIVEN,
                name=None,
                state=views.pieces.State.REPLACED,
                since=date(2026, 6, 27),
                replaced_by_href="/gegeven/2",
            ),
        ),
        "schrijf-verbeter": (
            "uitreiken-schrijf",
            views.issuing.IssueForm(
                frame=FRAME,
                chosen=CHOSEN,
                action="/bekijk",
                back_href="/gegeven/1/verbeteren",
                today=date(2026, 6, 26),
                typed=TYPED,
                agreed_name=views.issuing.AgreedName(
                    url="http://localhost:8000/w/abc",
                    qr=QR,
                    again_action="/aanpassen",
                    others=(
                        views.issuing.OtherName(
                            title="Verzamelt en controleert orders", name="Sam", href="/v/1"
                        ),
                        views.issuing.OtherName(title="Maakt goederen verzendklaar", href="/v/2"),
                    ),
                ),
                corrects=CORRECTS,
                hidden=(("verbetert", "1"),),
            ),
        ),
        "bekijk-verbeter": (
            "uitreiken-bekijk",
            views.issuing.IssuePreview(
                frame=AFTER_POST,
                facts=FACTS,
                picture=PICTURE,
                action="/g",
                edit_action="/s",
                hidden=(),
                corrects=replace(CORRECTS, leads_on=False),
            ),
        ),
        "klaar-verbeterd": (
            "uitreiken-klaar",
            views.issuing.Issued(
                frame=PLAIN,
                title="Titel",
                url=URL,
                keep_url=URL,
                qr=QR,
                picture=PICTURE,
                another_href="/u",
                is_better=True,
            ),
        ),
        "verbeteren": (
            "verbeteren",
            views.issuing.CorrectWhat(
                frame=FRAME,
                title="Verzamelt en controleert orders",
                awarded=date(2026, 6, 26),
                action="/gegeven/1/verbeteren",
                back_href="/gegeven",
                withdraw_href="/gegeven/1/intrekken",
                kinds=("schrijffout", "ander-werk", "andere-persoon"),
                name="Sam de Vries",
                resting=views.issuing.Resting(school="School aan de Kade", said="oordeel"),
            ),
        ),
        "verbeteren-arm": (
            "verbeteren",
            views.issuing.CorrectWhat(
                frame=FRAME,
                title="Titel",
                awarded=date(2026, 6, 26),
                action="/a",
                back_href="/b",
                withdraw_href="/i",
                kinds=("schrijffout",),
                problems=(views.pieces.Problem(field="fout", message="Kies wat er niet klopt."),),
            ),
        ),
        "verbeteren-wie": (
            "verbeteren-wie",
            views.issuing.CorrectWho(
                frame=FRAME,
                title="Verzamelt en controleert orders",
                people=(
                    views.issuing.PersonOption(href="/u?afspraak=1", name="Noor Bakker", reference="2026-17"),
                    views.issuing.PersonOption(href="/u?afspraak=2", name="Alex Jansen"),
                ),
                other_href="/u",
                back_href="/gegeven/1/verbeteren",
            ),
        ),
        "gegeven": (
            "gegeven",
            views.issuing.IssuedList(
                frame=FRAME,
                organisation="Magazijn De Maas",
                rows=(
                    views.issuing.IssuedRow(
                        title="Verzamelt en controleert orders",
                        field="logistiek",
                        awarded=date(2026, 6, 26),
                        href="/b/x",
                        name="Sam de Vries",
                        withdraw_href="/gegeven/1/intrekken",
                        correct_href="/gegeven/1/verbeteren",
                        id="1",
                        recipient="S. de Vries",
                        reference="2026-17",
                        given_by="Noor Bakker",
                    ),
                    views.issuing.IssuedRow(
                        title="Slaat goederen op",
                        field="logistiek",
                        awarded=date(2026, 6, 2),
                        href="/b/z",
                        state=State.REPLACED,
                        since=date(2026, 6, 3),
                    ),
                    views.issuing.IssuedRow(
                        title="Draagt zorg voor (voorraad-)administratieve processen",
                        field="winkel",
                        awarded=date(2026, 6, 1),
                        href="/b/y",
                        state=State.REVOKED,
                        since=date(2026, 8, 3),
                    ),
                ),
                search=replace(GIVEN_SEARCH, zoek="sam", stand="geldig", van="gisteren"),
                choose_action="/gegeven/kies",
                may_correct=True,
                csv_action="/gegeven.csv",
                xlsx_action="/gegeven.xlsx",
                problems=(views.pieces.Problem(field="van", message="Wij kunnen deze dag niet lezen."),),
                issue_href="/uitreiken",
                next_from="2",
                previous_from="1",
                done="Het bewijs is ingetrokken.",
            ),
        ),
        "gegeven-niets": (
            "gegeven",
            views.issuing.IssuedList(
                frame=FRAME, organisation="De Maas", rows=(), search=replace(GIVEN_SEARCH, zoek="xyz")
            ),
        ),
        "gegeven-arm": (
            "gegeven",
            views.issuing.IssuedList(frame=FRAME, organisation="De Maas", rows=(), issue_href="/uitreiken"),
        ),
        "gegeven-niet-zelf": (
            "gegeven",
            views.issuing.IssuedList(frame=FRAME, organisation="De Maas", rows=()),
        ),
        "intrekken": (
            "intrekken",
            views.issuing.WithdrawConfirm(
                frame=FRAME,
                correct_href="/gegeven/1/verbeteren",
                title="Verzamelt en controleert orders",
                awarded=date(2026, 6, 26),
                action="/gegeven/1/intrekken",
                back_href="/gegeven",
                reasons=("vergissing", "op-verzoek", "anders"),
                name="Sam de Vries",
                chosen="vergissing",
                hidden=(("sleutel", "x"),),
                resting=views.issuing.Resting(school="School aan de Kade", said="praktijkverklaring"),
            ),
        ),
        "intrekken-arm": (
            "intrekken",
            views.issuing.WithdrawConfirm(
                frame=FRAME,
                title="Titel",
                awarded=date(2026, 6, 26),
                action="/a",
                back_href="/b",
                reasons=("eigen reden",),
                resting=views.issuing.Resting(school="School aan de Kade", said="bevestiging"),
                problems=(views.pieces.Problem(field="reden", message="Kies een reden."),),
            ),
        ),
        "bewijs-wissen": ("bewijs-wissen", ERASING),
        "bewijs-wissen-fout": ("bewijs-wissen", replace(ERASING, name=None, problems=NOT_ASKED)),
    }
