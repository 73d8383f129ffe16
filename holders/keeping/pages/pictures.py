"""The picture that stands beside a badge in a list of what somebody keeps."""

from issuers.issuing.overview import Given
from templates.showing import field_of_facts
from templates.static_files import static_url


def picture_href(given: Given) -> str:
    """Lead to a picture that many badges share, and so says nothing of who asks for it."""
    if given.facts.emblem and given.achievement_id:
        return f"/badgeklassen/{given.achievement_id}/plaatje.png"
    return static_url(f"velden/{field_of_facts(given.facts)}.svg")
