"""The pages on which a holder takes a badge in that he got elsewhere."""

from dataclasses import dataclass
from datetime import date

from templates.views.pieces import Frame, Problem, State


@dataclass(frozen=True, kw_only=True)
class ImportForm:
    """Fill `van-elders-erbij`: bring in a badge from elsewhere. POST `action` with bestand, or tekst."""

    frame: Frame
    action: str
    back_href: str
    tekst: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ForeignBadge:
    """Fill `van-elders`: a badge that somebody got elsewhere."""

    frame: Frame
    title: str
    issuer: str
    state: State
    heading: str  # what the verifier said, in Dutch or English
    checked: date
    file_href: str  # the bytes as they came
    kind: str  # what kind of file that is
    again_action: str | None  # POST: look again; None where this telephone may not
    drop_action: str | None  # POST
    back_href: str
    done: str | None = None
