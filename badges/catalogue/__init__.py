"""The catalogue of kwalificaties, werkprocessen and skills: what SBB and CompetentNL say, and what we add.

What they say is in `model`, `editions` and `catalogue`; what we add (everyday words, plain words, the colour
of a picture) is apart from it in `everyday`, `plain` and `fields`, and never part of what a badge is about.
"""

from badges.catalogue.catalogue import Catalogue, embedded
from badges.catalogue.editions import digest, dumps, loads
from badges.catalogue.fields import field_of
from badges.catalogue.jsonview import as_json
from badges.catalogue.plain import PlainText, plain_skill, plain_text

__all__ = [
    "Catalogue",
    "PlainText",
    "as_json",
    "digest",
    "dumps",
    "embedded",
    "field_of",
    "loads",
    "plain_skill",
    "plain_text",
]
