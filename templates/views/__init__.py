"""What each page shows: one frozen dataclass per page, plain values only.

A module for each kind of page, and `pieces` for what several of them show: `views.wallet.Wallet`.

A view knows no request and no database: whoever answers a request fills one and calls
`rendering.render(NAME, view, language=...)`; the docstring of a view says its NAME, a file in `pages/`.
Text in a view is either signed text, a name, or a sentence that is already in the language of the page;
all other words are in the templates. Dates are `date` or aware `datetime`. Values from a form are the strings
that were typed, so that nothing typed is ever lost.
"""

from templates.views import (
    badgeklassen,
    bulk,
    candidates,
    cards,
    checking,
    cohorts,
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
    pieces,
    plans,
    platform,
    posters,
    proposals,
    public,
    recipients,
    rights,
    school,
    sharing,
    signing_in,
    wallet,
    werkplekprofiel,
)

__all__ = [
    "badgeklassen",
    "bulk",
    "candidates",
    "cards",
    "checking",
    "cohorts",
    "decisions",
    "elsewhere",
    "entering",
    "evidence",
    "groups",
    "helping",
    "holding",
    "intakes",
    "issuing",
    "keeping",
    "keys",
    "organisations",
    "people",
    "pieces",
    "plans",
    "platform",
    "posters",
    "proposals",
    "public",
    "recipients",
    "rights",
    "school",
    "sharing",
    "signing_in",
    "wallet",
    "werkplekprofiel",
]
