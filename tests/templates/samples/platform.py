"""Samples of the pages of whoever runs the service, and of those to report harm to him."""

from dataclasses import replace
from datetime import UTC, date, datetime

from templates import views
from tests.templates.samples.pieces import AFTER_POST, FRAME, MOMENT, PLAIN, SIGNED_IN, STOPPED, Sample


def pages() -> dict[str, Sample]:
    """Give the pages of whoever runs the service."""
    fact = views.platform.PlatformFact(
        id="1",
        kind="school",
        school_kind="pro",
        numbers=(views.platform.PlatformNumber(kind="brin", value="99XY"),),
    )
    sure = replace(fact, id="2", kind="leerbedrijf", numbers=(), is_confirmed=True, source="KvK")
    row = views.platform.PlatformRow(href="/platform/organisaties/7", name="De Werf")
    frame = replace(FRAME, signed_in=replace(SIGNED_IN, organisation=None, platform_href="/platform"))
    twins = tuple(
        views.platform.PlatformTwin(
            number=fact.numbers[0], name="De Haven", href="/platform", has_joined=joined
        )
        for joined in (True, False)
    )
    overview = views.platform.PlatformPage(
        frame=frame,
        invite_action="/platform/uitnodigen",
        trail_href="/platform/wie-deed-wat",
        waiting=(replace(row, since=date(2026, 6, 26)),),
        to_look_up=(row,),
        organisations=(
            row,
            replace(row, is_suspended=True),
            replace(row, is_closed=True),
            replace(row, is_closed=True, merged_into="De Haven"),
        ),
        link="https://bewijs.voorbeeld/aanmelden?uitnodiging=x",
        reports=(
            views.platform.PlatformReport(
                id="1",
                text="Dit klopt niet.",
                about="/x",
                sent=date(2026, 6, 26),
                action="/platform/meldingen/1",
            ),
            views.platform.PlatformReport(
                id="2",
                text="Dit ook niet.",
                about="https://bewijs.voorbeeld/x",
                sent=date(2026, 6, 26),
                action="/platform/meldingen/2",
            ),
        ),
        problems=(views.pieces.Problem(field="antwoord-1", message="Schrijf een antwoord."),),
        done="Gedaan.",
        mail_waits=datetime(2026, 6, 26, 14, 5, tzinfo=UTC),
    )
    report = views.platform.ReportForm(
        frame=PLAIN,
        action="/misbruik",
        typed={"wat": "x"},
        problems=tuple(
            views.pieces.Problem(field=name, message="Dit is te lang.") for name in ("wat", "waar")
        ),
    )
    told = views.platform.ReportAnswer(
        frame=PLAIN, sent=date(2026, 6, 26), url="https://bewijs.voorbeeld/misbruik/x", answer="Weg."
    )
    application = views.platform.PlatformApplication(
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
        twins=twins,
        problems=(views.pieces.Problem(field="reden", message="Schrijf op waarom."),),
    )
    organisation = views.platform.PlatformOrganisation(
        frame=FRAME,
        name="De Werf",
        official_name="Stichting De Werf",
        facts=(fact, sure),
        page_href="/organisaties/7",
        action="/platform/organisaties/7",
        back_href="/platform",
        twins=twins,
        shows_something=True,
        link="https://bewijs.voorbeeld/uitnodiging/x",
        done="Gedaan.",
        problems=tuple(
            views.pieces.Problem(field=name, message=f"Er is iets met {name}.")
            for name in ("reden", "bron-1")
        ),
    )
    still = replace(organisation, is_suspended=True, suspended_because="Een melding.", problems=())
    choice = views.platform.PlatformMergeChoice(
        frame=frame,
        name="De Werf",
        action="/platform/organisaties/7/samenvoegen",
        back_href="/platform/organisaties/7",
        others={"8": "De Haven"},
        problems=(views.pieces.Problem(field="naar", message="Kies een organisatie."),),
    )
    sure_to_merge = views.platform.PlatformMergeConfirm(
        frame=frame,
        name="De Werf",
        into="De Haven",
        action="/platform/organisaties/7/samenvoegen",
        back_href="/platform/organisaties/7/samenvoegen",
        hidden=(("naar", "8"),),
        typed={},
        problems=(views.pieces.Problem(field="zeker", message="Zet het vinkje."),),
    )
    return {
        "platform": ("platform", overview),
        "platform-erkenning": (
            "platform-erkenning",
            views.platform.PlatformErkenning(
                frame=FRAME,
                action="/platform/erkenning",
                back_href="/platform",
                typed={"herkomst": "SBB"},
                kept=3,
                elsewhere=2,
                problems=(views.pieces.Problem(field="bestand", message="Rij 2 klopt niet."),),
            ),
        ),
        "misbruik": ("misbruik", report),
        "misbruik-antwoord": ("misbruik-antwoord", told),
        "misbruik-wacht": ("misbruik-antwoord", replace(told, answer=None)),
        "platform-wie-deed-wat": (
            "platform-wie-deed-wat",
            views.platform.PlatformTrail(
                frame=frame,
                back_href="/platform",
                rows=(
                    views.platform.PlatformTrailRow(
                        at=MOMENT,
                        kind="organisation-suspended",
                        who="Ada Prins",
                        about=views.pieces.Link(href="/platform/organisaties/7", text="De Werf"),
                    ),
                    views.platform.PlatformTrailRow(
                        at=MOMENT, kind="administrator-added", who=None, whom="Ada Prins"
                    ),
                ),
                older_href="/o",
                newer_href="/n",
            ),
        ),
        "platform-wie-deed-wat-niets": (
            "platform-wie-deed-wat",
            views.platform.PlatformTrail(frame=frame, back_href="/platform", rows=()),
        ),
        "platform-verzegeld": (
            "platform-aanmelding",
            replace(
                application,
                hindrance=views.pieces.Hindrance(reason="Zet eerst de sleutel terug."),
                problems=(),
            ),
        ),
        "platform-niet-meegedaan": (
            "platform-aanmelding",
            replace(application, frame=AFTER_POST, hindrance=STOPPED, problems=()),
        ),
        "platform-leeg": (
            "platform",
            replace(
                overview, waiting=(), to_look_up=(), organisations=(), link=None, reports=(), problems=()
            ),
        ),
        "platform-samenvoegen": ("platform-samenvoegen", choice),
        "platform-alleen": ("platform-samenvoegen", replace(choice, others={}, problems=())),
        "platform-samenvoegen-zeker": ("platform-samenvoegen-zeker", sure_to_merge),
        "platform-aanmelding": ("platform-aanmelding", application),
        "platform-organisatie": ("platform-organisatie", organisation),
        "platform-stil": ("platform-organisatie", still),
        "platform-gestopt": ("platform-organisatie", replace(still, is_closed=True)),
    }
