"""What somebody chooses who designs a badge, and how far it is."""

from collections.abc import Mapping

from templates.labels.marked import N_

SHAPES: Mapping[str, str] = {
    "boog": N_("een boog"),
    "cirkel": N_("een cirkel"),
    "schild": N_("een schild"),
    "zeshoek": N_("een zeshoek"),
}
COLOURS: Mapping[str, str] = {
    "paars": N_("paars"),
    "petrol": N_("petrol"),
    "bruin": N_("bruin"),
    "framboos": N_("framboos"),
    "groen": N_("groen"),
    "terracotta": N_("terracotta"),
    "aarde": N_("aarde"),
    "zeegroen": N_("zeegroen"),
    "magenta": N_("magenta"),
    "blauw": N_("blauw"),
    "olijf": N_("olijf"),
    "leisteen": N_("leisteen"),
    "marine": N_("marineblauw"),
}
SIGNS: Mapping[str, str] = {
    "samenwerken": N_("samen dragen"),
    "klok": N_("klok"),
    "afspraak": N_("kalender"),
    "hart": N_("hart"),
    "gesprek": N_("gesprek"),
    "vraag": N_("vraagteken"),
    "sleutel": N_("sleutel"),
    "ster": N_("ster"),
    "boek": N_("boek"),
    "helm": N_("helm"),
    "heftruck": N_("heftruck"),
    "lamp": N_("lamp"),
    "oog": N_("oog"),
    "liniaal": N_("liniaal"),
    "logistiek": N_("doos"),
    "bakkerij": N_("brood"),
    "zorg": N_("hand en hart"),
    "groen": N_("plant"),
    "techniek": N_("fietswiel"),
    "bouw": N_("troffel"),
    "schoonmaak": N_("emmer"),
    "winkel": N_("winkelmand"),
    "ict": N_("laptop"),
    "sport": N_("bal"),
    "beveiliging": N_("portofoon"),
    "kantoor": N_("ordners"),
}
DESIGNS: Mapping[str, str] = {
    "concept": N_("concept, nog niet te geven"),
    "gepubliceerd": N_("gepubliceerd"),
    "nieuwe-versie": N_("gepubliceerd, met een nieuwe versie in de maak"),
    "weggelegd": N_("weggelegd, wordt niet meer gegeven"),
}
ACHIEVEMENT_KINDS: Mapping[str, str] = {
    "Competency": N_("iets kunnen"),
    "Achievement": N_("iets gedaan hebben"),
    "Course": N_("een cursus of training"),
    "CommunityService": N_("vrijwilligerswerk"),
}
DESIGN_FIELDS: Mapping[str, str] = {
    "naam": N_("Naam"),
    "omschrijving": N_("Waar het over gaat"),
    "criteria": N_("Waar jullie op letten"),
    "beginner": N_("Beginner"),
    "gevorderd": N_("Gevorderd"),
    "expert": N_("Expert"),
    "naam_en": N_("Naam in het Engels"),
    "omschrijving_en": N_("Waar het over gaat, in het Engels"),
    "criteria_en": N_("Waar jullie op letten, in het Engels"),
    "beginner_en": N_("Beginner, in het Engels"),
    "gevorderd_en": N_("Gevorderd, in het Engels"),
    "expert_en": N_("Expert, in het Engels"),
    "soort": N_("Wat het is"),
    "leervorm": N_("Hoe geleerd"),
    "maanden": N_("Hoe lang geldig"),
    "vaardigheid": N_("Vaardigheden"),
    "werkproces": N_("Werkproces"),
    "vorm": N_("Vorm"),
    "kleur": N_("Kleur"),
    "eigen_kleur": N_("Eigen kleur"),
    "teken": N_("Wat erop staat"),
    "letters": N_("Letters"),
}
