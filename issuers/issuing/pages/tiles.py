"""Small pieces of pages that show a werkproces."""

from collections.abc import Callable, Iterable

from badges.catalogue.fields import field_of
from badges.catalogue.model import Kwalificatie, Skill, Werkproces
from badges.catalogue.plain import plain_text
from badges.catalogue.search import SearchResult
from templates.showing import shown_skill
from templates.views.pieces import KerntaakTiles, KwalificatieTiles, Link, SearchOutcome, SkillOption, Tile
from web.locale import Language

Href = Callable[[Werkproces], str]


def tile(werkproces: Werkproces, *, href: Href, below: str, language: Language) -> Tile:
    """Show a werkproces to choose, with our plain sentence where we have one."""
    plain = plain_text(werkproces, language=language)
    return Tile(
        href=href(werkproces),
        field=field_of(werkproces.crebo),
        title=werkproces.title,
        below=below,
        plain=plain.sentence if plain else None,
    )


def kerntaak_tiles(
    kwalificatie: Kwalificatie, *, href: Href, language: Language
) -> tuple[KerntaakTiles, ...]:
    """Show the werkprocessen of a kwalificatie under their kerntaken."""
    return tuple(
        KerntaakTiles(
            title=kerntaak.title,
            tiles=tuple(
                tile(each, href=href, below=each.code, language=language) for each in kerntaak.werkprocessen
            ),
        )
        for kerntaak in kwalificatie.kerntaken
    )


def kwalificatie_tiles(kwalificatie: Kwalificatie, *, href: Href, language: Language) -> KwalificatieTiles:
    """Show a kwalificatie, folded, with all its werkprocessen."""
    return KwalificatieTiles(
        crebo=kwalificatie.crebo,
        name=kwalificatie.name,
        kerntaken=kerntaak_tiles(kwalificatie, href=href, language=language),
    )


def search_outcome(result: SearchResult, *, query: str, href: Href, language: Language) -> SearchOutcome:
    """Show what a search found, or what to do when it found nothing."""
    advice = result.advice
    return SearchOutcome(
        query=query,
        tiles=tuple(
            tile(hit.werkproces, href=href, below=hit.kwalificatie.name, language=language)
            for hit in result.hits
        ),
        advice=getattr(advice, language) if advice else None,
    )


def skill_options(skills: Iterable[Skill], *, language: Language) -> tuple[SkillOption, ...]:
    """Show skills with our everyday label beside the official one."""
    return tuple(shown_skill(skill.uri, label=skill.label, language=language) for skill in skills)


def sister_links(sisters: Iterable[Kwalificatie]) -> tuple[Link, ...]:
    """Name the kwalificaties of the same dossier."""
    return tuple(Link(href=f"/werkprocessen/{each.crebo}", text=each.name) for each in sisters)
