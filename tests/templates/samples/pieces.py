"""What samples of several pages show: a frame, what a badge says, tiles to choose from."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TypeAlias

from templates import views
from templates.documents.badge import BadgePicture, badge_svg
from templates.documents.qr import qr_svg

URL = "https://bewijs.voorbeeld/b/Vt9mQ2xL7dR4wK1sZ8nYpA"
PICTURE = badge_svg(
    BadgePicture(title="Verzamelt en controleert orders", issuer="Magazijn De Maas", field="logistiek")
)
QR = qr_svg(URL, title="QR-code van dit bewijs")
MOMENT = datetime(2026, 11, 22, 9, 15, tzinfo=UTC)
SIGNED_IN = views.pieces.SignedIn(
    person="Noor Bakker",
    mark="6f9c",
    account_href="/mijn",
    organisation="Magazijn De Maas",
    organisation_href="/organisaties/7fq2k9",
    issue_href="/uitreiken",
    issued_href="/gegeven",
    recipients_href="/deelnemers",
    people_href="/mensen",
    sign_out_action="/uitloggen",
)
PLAIN = views.pieces.Frame(path="/", base_url="https://bewijs.voorbeeld")
FRAME = views.pieces.Frame(
    path="/uitreiken?zoek=orders",
    base_url="https://bewijs.voorbeeld",
    signed_in=SIGNED_IN,
    demo="Magazijn De Maas",
)
AFTER_POST = views.pieces.Frame(path=None, base_url="https://bewijs.voorbeeld", demo="")

SKILLS = (
    views.pieces.SkillOption(
        uri="https://linkeddata.competentnl.nl/id/humancapability/752EEDBE89",
        label="Procedures volgen",
        plain="Doet het werk in de goede volgorde",
        sign="afspraak",
    ),
    views.pieces.SkillOption(
        uri="https://linkeddata.competentnl.nl/id/humancapability/072570C444",
        label="Gereedschappen en apparaten gebruiken",
    ),
)
POOR_FACTS = views.pieces.Facts(title="Verzamelt en controleert orders", issuer="Magazijn De Maas")
FACTS = views.pieces.Facts(
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
JUDGED = replace(
    FACTS,
    title="Praktijkverklaring",
    issuer="School De Brug",
    judged_by="Magazijn De Maas",
    judged_by_href="/organisaties/7fq2k9",
    narrative="Sam de Vries kan deze werkprocessen naar het oordeel van de praktijkopleider uitvoeren.",
    about="Werkprocessen van Logistiek medewerker (crebo 25774), beoordeeld door Magazijn De Maas.",
    werkproces_code=None,
    werkprocessen=(
        views.pieces.JudgedLine(
            title="Verzamelt en controleert orders",
            crebo="25774",
            code="B1-K2-W1",
            kwalificatie="Logistiek medewerker",
            sentence="Ik kan bestellingen bij elkaar zoeken en nakijken.",
            href="/werkprocessen/25774/B1-K2-W1/9c1f0e2ab3d4",
        ),
        views.pieces.JudgedLine(title="Bakt brood", crebo="25742", code="B1-K1-W2"),
    ),
)
TILES = (
    views.pieces.Tile(
        href="/uitreiken/25774/B1-K2-W1",
        field="logistiek",
        title="Verzamelt en controleert orders",
        below="Logistiek medewerker",
        plain="Ik kan bestellingen bij elkaar zoeken en nakijken.",
    ),
    views.pieces.Tile(
        href="/uitreiken/25774/B1-K2-W3",
        field="bouw",
        title="Draagt zorg voor (voorraad-)administratieve processen",
        below="B1-K2-W3",
    ),
)
KERNTAKEN = (
    views.pieces.KerntaakTiles(title="Orders verzamelen en goederen/producten bewerken", tiles=TILES),
    views.pieces.KerntaakTiles(title="Goederen/producten ontvangen en opslaan", tiles=TILES[:1]),
)

Sample: TypeAlias = tuple[str, views.pieces.View]
STOPPED = views.pieces.Hindrance(
    reason="Jullie organisatie staat nu stil.",
    because="Er kwam een melding.",
    helpers=("Noor Bakker", "Bo Visser"),
    contact="beheer@bewijs.voorbeeld",
)
