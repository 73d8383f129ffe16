"""A set to begin with: seven things that workplaces look at, each at three levels, to copy and to change.

The criteria are ours, in plain words; the skills are those of CompetentNL, by their addresses in the
catalogue.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from issuers.badgeklassen.typed import TypedBadgeklasse

_SKILL: Final = "https://linkeddata.competentnl.nl/id/humancapability/"
_SEEN: Final = "Wij zagen dit een paar keer, op verschillende dagen. De stap past bij wat wij zagen."

STARTERS: Final[Mapping[str, TypedBadgeklasse]] = MappingProxyType(
    {
        "samenwerken": TypedBadgeklasse(
            naam="Samenwerken",
            omschrijving="Je werkt samen met anderen, zodat het werk goed afkomt.",
            criteria=_SEEN,
            beginner="Je doet jouw deel van het werk als iemand het je vraagt.",
            gevorderd="Je ziet zelf waar een ander hulp nodig heeft, en je helpt.",
            expert="Je zorgt dat de hele groep goed samenwerkt, ook als het druk is.",
            vaardigheden=(f"{_SKILL}1D54A21B60",),
            teken="samenwerken",
            kleur="paars",
        ),
        "afspraken-nakomen": TypedBadgeklasse(
            naam="Afspraken nakomen",
            omschrijving="Je doet wat je hebt afgesproken, en je zegt het als het niet lukt.",
            criteria=_SEEN,
            beginner="Je doet wat is afgesproken als iemand je eraan herinnert.",
            gevorderd="Je doet uit jezelf wat is afgesproken. Lukt iets niet, dan zeg je het op tijd.",
            expert="Je maakt zelf duidelijke afspraken met anderen en kijkt of iedereen ermee verder kan.",
            vaardigheden=(f"{_SKILL}6EDDE6185F",),
            teken="afspraak",
            kleur="petrol",
        ),
        "empathie-tonen": TypedBadgeklasse(
            naam="Empathie tonen",
            omschrijving="Je merkt hoe een ander zich voelt, en je houdt daar rekening mee.",
            criteria=_SEEN,
            beginner="Je luistert naar een ander en laat die uitpraten.",
            gevorderd="Je merkt hoe een ander zich voelt, en je vraagt ernaar.",
            expert="Je weet wat een ander nodig heeft, ook als die het niet zegt, en je doet er iets mee.",
            vaardigheden=(f"{_SKILL}B620732163",),
            teken="hart",
            kleur="framboos",
        ),
        "verantwoordelijkheid-nemen": TypedBadgeklasse(
            naam="Verantwoordelijkheid nemen",
            omschrijving="Je zorgt dat jouw werk goed is, en je zegt het als er iets misgaat.",
            criteria=_SEEN,
            beginner="Je maakt af waar je aan begint, en je kijkt jouw werk na.",
            gevorderd="Je zegt het zelf als er iets misging, en je helpt het op te lossen.",
            expert="Je zorgt voor een stuk van het werk, zodat anderen erop kunnen rekenen.",
            vaardigheden=(f"{_SKILL}73CE64DACE", f"{_SKILL}D5DED5A92E"),
            teken="sleutel",
            kleur="terracotta",
        ),
        "communiceren": TypedBadgeklasse(
            naam="Communiceren",
            omschrijving="Je praat zo met anderen dat jullie elkaar begrijpen.",
            criteria=_SEEN,
            beginner="Je zegt wat je bedoelt, en je vraagt het als je iets niet begrijpt.",
            gevorderd="Je praat met een klant anders dan met een collega, en je kijkt of je begrepen bent.",
            expert="Je blijft rustig in een moeilijk gesprek, en jullie komen er samen uit.",
            vaardigheden=(f"{_SKILL}66C527547D",),
            teken="gesprek",
            kleur="blauw",
        ),
        "op-tijd-komen": TypedBadgeklasse(
            naam="Op tijd komen",
            omschrijving="Je bent er op tijd, zodat het werk kan beginnen.",
            criteria=_SEEN,
            beginner="Je bent de meeste dagen op tijd. Lukt het niet, dan bel of app je.",
            gevorderd="Je bent op tijd, ook na een pauze, en klaar om te beginnen.",
            expert="Je komt altijd op tijd en denkt vooruit, ook als er onderweg iets tegenzit.",
            vaardigheden=(f"{_SKILL}6EDDE6185F",),
            teken="klok",
            kleur="groen",
        ),
        "durven-vragen": TypedBadgeklasse(
            naam="Durven vragen",
            omschrijving="Je vraagt het als je iets niet weet of hulp nodig hebt.",
            criteria=_SEEN,
            beginner="Je vraagt hulp als iemand tijd voor je maakt.",
            gevorderd="Je vraagt het zelf, op een moment dat het de ander uitkomt.",
            expert="Je vraagt door tot je het weet, en je laat anderen merken dat vragen goed is.",
            vaardigheden=(f"{_SKILL}AA253D1EBA", f"{_SKILL}CB768EFA19"),
            teken="vraag",
            kleur="zeegroen",
        ),
    }
)
