"""Samples of the pages of an organisation: how it joins, what it says of itself, and what all can read."""

from dataclasses import replace
from datetime import date

from templates import views
from templates.texts import agreement
from tests.templates.samples.pieces import AFTER_POST, FRAME, PLAIN, TILES, Sample


def _joining() -> dict[str, Sample]:
    """Draw the pages with which an organisation joins."""
    form = views.organisations.JoinForm(
        frame=PLAIN,
        action="/aanmelden",
        typed={"naam": "De Werf", "rsin": "123456782", "naam-mag": "ja", "schoolsoort": "mbo"},
        kinds=("school", "gemeente"),
        agreement_href="/verwerkersovereenkomst/1",
        version="1",
        invited=True,
        hidden=(("uitnodiging", "abc"),),
        problems=tuple(
            views.pieces.Problem(field=name, message=f"Er is iets met {name}.")
            for name in ("soort", "rsin", "rechtspersoon", "schoolsoort", "naam-mag", "mail", "overeenkomst")
        ),
    )
    poor = replace(form, typed={}, kinds=(), invited=False, hidden=(), problems=())
    progress = views.organisations.JoinProgress(
        frame=PLAIN,
        name="De Werf",
        state="nieuw",
        sent=date(2026, 6, 26),
        url="https://bewijs.voorbeeld/aanmelden/Vt9mQ2xL7dR4wK1sZ8nYpA",
    )
    decided = replace(progress, decided=date(2026, 6, 29))
    approved = replace(decided, state="goedgekeurd", organisation_href="/organisaties/7fq2k9")
    refused = replace(decided, state="afgewezen", reason="Dit nummer is van een ander.\nKijk het na.")
    text = views.organisations.Agreement(frame=PLAIN, blocks=agreement("1") or (), is_current=False)
    return {
        "aanmelden": ("aanmelden", form),
        "aanmelden-leeg": ("aanmelden", poor),
        "aanmelden-stand": ("aanmelden-stand", progress),
        "aanmelden-goedgekeurd": ("aanmelden-stand", approved),
        "aanmelden-afgewezen": ("aanmelden-stand", refused),
        "verwerkersovereenkomst": ("verwerkersovereenkomst", text),
    }


def _settings() -> dict[str, Sample]:
    """Draw the pages with which a beheerder looks after an organisation."""
    choice = views.organisations.KwalificatieChoice(
        frame=FRAME,
        action="/organisatie/kwalificaties",
        back_href="/organisatie",
        query="bak",
        ticked=(views.organisations.KwalificatieOption(crebo="25774", name="Logistiek medewerker", level=2),),
        found=(views.organisations.KwalificatieOption(crebo="25721", name="Bakker"),),
        others=(
            views.organisations.KwalificatieOption(crebo="25655", name="Helpende zorg en welzijn", level=2),
        ),
        has_answers=True,
        is_kept=False,
        problems=(views.pieces.Problem(field="crebo", message="Kies uit de lijst."),),
        done="Het is bewaard.",
    )
    form = views.organisations.OrganisationSettings(
        frame=FRAME,
        action="/organisatie",
        typed={"naam": "De Werf", "website": "https://dewerf.voorbeeld", "kvk": "99999990"},
        kinds=("leerbedrijf",),
        page_href="/organisaties/7fq2k9",
        picture_href="/organisaties/7fq2k9/beeld.png",
        suspended_because="Er kwam een melding.\nBel ons.",
        agreed=views.organisations.Agreed(
            version="1",
            by="Bea Mol",
            on=date(2026, 6, 26),
            href="/verwerkersovereenkomst/1",
            newer_version="2",
            newer_href="/verwerkersovereenkomst/2",
            action="/organisatie/overeenkomst",
        ),
        done="Het is bewaard.",
    )
    wrong = replace(
        form,
        frame=AFTER_POST,
        typed={},
        picture_href=None,
        problems=tuple(
            views.pieces.Problem(field=name, message=f"Er is iets met {name}.")
            for name in ("beeld", "kvk", "website", "akkoord")
        ),
    )
    stop = views.organisations.StopConfirm(
        frame=FRAME,
        name="De Werf",
        action="/organisatie/stoppen",
        back_href="/organisatie",
        data_href="/organisatie/gegevens.zip",
        typed={},
        problems=(views.pieces.Problem(field="zeker", message="Zet het vinkje."),),
    )
    return {
        "organisatie-beheer": ("organisatie-beheer", form),
        "organisatie-beheer-fout": ("organisatie-beheer", wrong),
        "organisatie-beheer-gestopt": ("organisatie-beheer", replace(form, is_closed=True)),
        "organisatie-kwalificaties": ("organisatie-kwalificaties", choice),
        "organisatie-kwalificaties-niets": (
            "organisatie-kwalificaties",
            views.organisations.KwalificatieChoice(frame=PLAIN, action="/a", back_href="/b", query="xyz"),
        ),
        "organisatie-stoppen": ("organisatie-stoppen", stop),
    }


def _recognitions() -> dict[str, Sample]:
    """Draw the page on which an organisation declares its recognitions."""
    erkenning = views.organisations.ErkenningPage(
        frame=FRAME,
        action="/organisatie/erkenning",
        back_href="/organisatie",
        typed={"crebo": "25774", "herkomst": "SBB"},
        is_leerbedrijf=True,
        rows=(
            views.organisations.ErkenningRow(
                work="25774/B1-K2-W1",
                leerbedrijf="999999990",
                since=date(2024, 1, 1),
                until=date(2027, 12, 31),
                source="Brief",
                is_confirmed=False,
                counts_as="onbekend",
                remove_action="/organisatie/erkenning/1/weg",
            ),
            views.organisations.ErkenningRow(
                work="25774",
                leerbedrijf="999999990",
                since=date(2024, 1, 1),
                source="SBB",
                is_confirmed=True,
                counts_as="zelf-verklaard",
            ),
        ),
        problems=tuple(
            views.pieces.Problem(field=name, message=f"Er is iets met {name}.")
            for name in ("bestand", "crebo", "bron", "herkomst")
        ),
        done="Het is bewaard.",
    )
    return {
        "erkenning": ("erkenning", erkenning),
        "erkenning-leeg": ("erkenning", replace(erkenning, rows=(), is_leerbedrijf=False, problems=())),
    }


def _stopped() -> dict[str, Sample]:
    """Draw what all can read of an organisation that gives no badges any more, or not now."""
    public = views.public.OrganisationPage(
        frame=PLAIN,
        name="De Werf",
        did="did:web:b:organisaties:7",
        did_href="/d.json",
        picture_href="/organisaties/7fq2k9/beeld.png",
        contact="hallo@dewerf.voorbeeld",
        gemeente="Rotterdam",
        arbeidsmarktregio="Rijnmond",
        standing="samengegaan",
        merged_into=views.pieces.Link(href="/organisaties/8", text="De Haven"),
    )
    return {
        "organisatie-samen": ("organisatie", public),
        "organisatie-gestopt": ("organisatie", replace(public, standing="gestopt", picture_href=None)),
        "organisatie-stil": ("organisatie", replace(public, standing="stil")),
    }


def pages() -> dict[str, Sample]:
    """Give the pages of an organisation."""
    return {
        **_joining(),
        **_settings(),
        **_recognitions(),
        **_stopped(),
        "organisatie": (
            "organisatie",
            views.public.OrganisationPage(
                frame=PLAIN,
                name="Magazijn De Maas",
                facts=(
                    views.public.OrganisationFact(
                        kind="leerbedrijf",
                        status="bevestigd",
                        confirmed=date(2026, 1, 6),
                        source="register van leerbedrijven",
                    ),
                    views.public.OrganisationFact(kind="school", status="zelf-verklaard"),
                    views.public.OrganisationFact(kind="gemeente", status="onbekend"),
                ),
                did="did:web:bewijs.voorbeeld:organisaties:7fq2k9",
                did_href="/organisaties/7fq2k9/did.json",
                website="https://magazijn.voorbeeld",
                since=date(2026, 1, 5),
                badges=TILES,
                keys=tuple(
                    views.public.PublishedKey(
                        purpose=purpose, multikey="z6MkfG4", since=date(2026, 1, 5), **ended
                    )
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
            views.public.OrganisationPage(
                frame=PLAIN, name="De Maas", did="did:web:b:organisaties:7", did_href="/d.json"
            ),
        ),
    }
