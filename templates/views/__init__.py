"""What each page shows: one frozen dataclass per page, plain values only.

A view knows no request and no database: whoever answers a request fills one and calls
`rendering.render(NAME, view, language=...)`; the docstring of a view says its NAME, a file in `pages/`.
Text in a view is either signed text, a name, or a sentence that is already in the language of the page;
all other words are in the templates. Dates are `date` or aware `datetime`. Values from a form are the strings
that were typed, so that nothing typed is ever lost.
"""

from templates.views.issuing import (
    ChosenWerkproces,
    Hidden,
    Issued,
    IssuedList,
    IssuedRow,
    IssueForm,
    IssuePreview,
    IssueStart,
    SignIn,
    Typed,
    WithdrawConfirm,
)
from templates.views.pieces import (
    Facts,
    Frame,
    KerntaakTiles,
    KwalificatieTiles,
    Link,
    Problem,
    SearchOutcome,
    SignedIn,
    SkillOption,
    State,
    Tile,
    View,
)
from templates.views.public import (
    AchievementPage,
    ApiDocs,
    BadgePage,
    CheckForm,
    CheckLine,
    CheckResult,
    ErrorPage,
    Home,
    KwalificatieList,
    KwalificatiePage,
    OrganisationPage,
    TextPage,
    WerkprocesPage,
)

__all__ = [
    "AchievementPage",
    "ApiDocs",
    "BadgePage",
    "CheckForm",
    "CheckLine",
    "CheckResult",
    "ChosenWerkproces",
    "ErrorPage",
    "Facts",
    "Frame",
    "Hidden",
    "Home",
    "IssueForm",
    "IssuePreview",
    "IssueStart",
    "Issued",
    "IssuedList",
    "IssuedRow",
    "KerntaakTiles",
    "KwalificatieList",
    "KwalificatiePage",
    "KwalificatieTiles",
    "Link",
    "OrganisationPage",
    "Problem",
    "SearchOutcome",
    "SignIn",
    "SignedIn",
    "SkillOption",
    "State",
    "TextPage",
    "Tile",
    "Typed",
    "View",
    "WerkprocesPage",
    "WithdrawConfirm",
]
