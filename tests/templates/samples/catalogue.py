"""Samples of the pages about work, and about a badge for it."""

from templates import views
from tests.templates.samples.pieces import FRAME, KERNTAKEN, MOMENT, PICTURE, PLAIN, SKILLS, TILES, Sample

SISTERS = (views.pieces.Link(href="/werkprocessen/25773", text="Logistiek teamleider"),)


def pages() -> dict[str, Sample]:
    """Give the pages about work."""
    return {
        "werkproces": (
            "werkproces",
            views.public.WerkprocesPage(
                frame=FRAME,
                crebo="25774",
                code="B1-K2-W1",
                title="Verzamelt en controleert orders",
                kwalificatie="Logistiek medewerker",
                kwalificatie_href="/werkprocessen/25774",
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
            views.public.WerkprocesPage(
                frame=PLAIN,
                crebo="25774",
                code="B1-K2-W1",
                title="Verzamelt en controleert orders",
                kwalificatie="Logistiek medewerker",
                kwalificatie_href="/werkprocessen/25774",
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
            views.public.KwalificatiePage(
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
            views.public.KwalificatiePage(
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
            views.public.KwalificatieList(
                frame=PLAIN,
                action="/kwalificaties",
                kwalificaties=TILES,
                search=views.pieces.SearchOutcome(query="orders", tiles=TILES),
            ),
        ),
        "badgeklasse": (
            "badgeklasse",
            views.public.AchievementPage(
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
        "badgeklasse-eigen": (
            "badgeklasse",
            views.public.AchievementPage(
                frame=PLAIN,
                title="Working together",
                description="You work well with others.",
                criteria="We saw this a few times.",
                picture=PICTURE,
                organisation="Magazijn De Maas",
                organisation_href="/organisaties/7fq2k9",
                json_href="/badgeklassen/9k2p4w",
                leervorm="informeel leren",
                steps=(("beginner", "You do your part."), ("expert", "You help all.")),
                editions=(
                    views.pieces.Link(href="/badgeklassen/3m8x1d", text="nl"),
                    views.pieces.Link(href="/badgeklassen/9k2p4w", text="en"),
                ),
                words_in="en",
                endorsements=(
                    views.pieces.ConfirmationLine(by="Gemeente Maasdorp", on=MOMENT.date(), href="/b/1"),
                ),
                endorse_href="/badgeklassen/3m8x1d/bevestigen",
                is_endorsement_shown=False,
            ),
        ),
        "badgeklasse-arm": (
            "badgeklasse",
            views.public.AchievementPage(
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
