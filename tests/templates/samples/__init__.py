"""Views to draw every page with: a rich one, and a poor one that holds no more than it must.

A module for each kind of page, and `pieces` for what several of them show.
"""

from functools import cache

from tests.templates.samples import (
    badgeklassen,
    bulk,
    cards,
    catalogue,
    checking,
    decisions,
    elsewhere,
    entering,
    evidence,
    groups,
    helping,
    holding,
    intakes,
    issuing,
    keeping,
    keys,
    organisations,
    people,
    plans,
    platform,
    posters,
    public,
    recipients,
    rights,
    school,
    schools,
    sharing,
    signing_in,
    wallet,
    werkplekprofiel,
)
from tests.templates.samples.pieces import Sample

KINDS = (
    badgeklassen,
    public,
    checking,
    decisions,
    plans,
    catalogue,
    organisations,
    platform,
    issuing,
    people,
    signing_in,
    keys,
    bulk,
    groups,
    recipients,
    werkplekprofiel,
    evidence,
    school,
    schools,
    intakes,
    holding,
    wallet,
    keeping,
    elsewhere,
    rights,
    cards,
    entering,
    helping,
    sharing,
    posters,
)


@cache
def pages() -> dict[str, Sample]:
    """Give every sample: its own name, the page to render, the view."""
    return {name: sample for kind in KINDS for name, sample in kind.pages().items()}
