"""Write what the catalogue knows as JSON, the same for the command and the API: Dutch names in camelCase."""

from badges.catalogue.editions import digest
from badges.catalogue.model import Entry, Kwalificatie, Skill, Werkproces
from badges.catalogue.plain import plain_skill, plain_text
from badges.catalogue.search import SearchResult
from badges.strictjson import Json, JsonObject


def as_json(werkproces: Werkproces, *, kwalificatie: Kwalificatie) -> JsonObject:
    """Write a werkproces with where it stands, where it came from, and our own words marked as such.

    What is unknown is null; nothing is left out.
    """
    return {
        "crebo": werkproces.crebo,
        "code": werkproces.code,
        "titel": werkproces.title,
        "omschrijving": werkproces.description,
        "resultaat": werkproces.result,
        "gedrag": werkproces.behaviour,
        "kerntaak": {"code": werkproces.kerntaak_code, "titel": werkproces.kerntaak_title},
        "kwalificatie": kwalificatie_summary(kwalificatie),
        "bron": kwalificatie.source,
        "bronVastgesteld": kwalificatie.source_established,
        "geverifieerd": kwalificatie.verified,
        "opmerking": kwalificatie.note,
        "digest": digest(werkproces, kwalificatie=kwalificatie),
        "eigenUitleg": _plain(werkproces),
    }


def entry_as_json(entry: Entry) -> JsonObject:
    """Write an agreed text, with the day of the edition that told it."""
    return as_json(entry.werkproces, kwalificatie=entry.kwalificatie) | {"editie": entry.made}


def shown_entry(entry: Entry) -> JsonObject:
    """Write an agreed text as `catalogue show` gives it: our sentence in it under a name of its own."""
    words = plain_text(entry.werkproces)
    source: Json = None
    if words is not None:
        source = {
            "bron": words.source,
            "geschreven_door": words.written_by,
            "nagekeken_door": words.checked_by,
            "status": words.status,
        }
    return entry_as_json(entry) | {"ik_kan": words.sentence if words else None, "ik_kan_bron": source}


def kwalificatie_summary(kwalificatie: Kwalificatie) -> JsonObject:
    """Write what names a kwalificatie."""
    return {
        "crebo": kwalificatie.crebo,
        "naam": kwalificatie.name,
        "niveau": kwalificatie.level,
        "niveauBron": kwalificatie.level_source,
        "dossier": {"crebo": kwalificatie.dossier_crebo, "naam": kwalificatie.dossier_name},
        "sector": kwalificatie.sector,
    }


def kwalificatie_as_json(kwalificatie: Kwalificatie) -> JsonObject:
    """Write all that is known of a kwalificatie, its werkprocessen apart."""
    return kwalificatie_summary(kwalificatie) | {
        "omschrijving": kwalificatie.description,
        "nlqf": kwalificatie.nlqf,
        "eqf": kwalificatie.eqf,
        "versie": kwalificatie.version,
        "status": kwalificatie.status,
        "geldigVan": kwalificatie.valid_from,
        "eindeInstroom": kwalificatie.intake_ends,
        "eindeOpleiding": kwalificatie.programme_ends,
        "opvolger": kwalificatie.successor,
        "bron": kwalificatie.source,
        "bronVastgesteld": kwalificatie.source_established,
        "geverifieerd": kwalificatie.verified,
        "opmerking": kwalificatie.note,
        "vaardigheden": [skill_as_json(skill) for skill in kwalificatie.skills],
        "vaardighedenBron": kwalificatie.skills_source,
    }


def skill_as_json(skill: Skill) -> JsonObject:
    """Write a CompetentNL skill with our plain label beside its own."""
    return {
        "uri": skill.uri,
        "label": skill.label,
        "categorie": skill.category,
        "soort": skill.kind,
        "eigenUitleg": plain_skill(skill.uri),
    }


def search_as_json(result: SearchResult) -> JsonObject:
    """Write the answer to a search: hits, how many there are in all, advice where there are none."""
    hits: list[Json] = [
        as_json(hit.werkproces, kwalificatie=hit.kwalificatie) | {"gevondenOp": list(hit.words)}
        for hit in result.hits
    ]
    advice: Json = None if result.advice is None else {"nl": result.advice.nl, "en": result.advice.en}
    return {"totaal": result.total, "werkprocessen": hits, "advies": advice}


def _plain(werkproces: Werkproces) -> Json:
    words = plain_text(werkproces)
    if words is None:
        return None
    return {
        "zin": words.sentence,
        "uitleg": words.explanation,
        "bron": words.source,
        "geschrevenDoor": words.written_by,
        "nagekekenDoor": words.checked_by,
        "status": words.status,
    }
