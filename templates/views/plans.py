"""The pages of the examenplan of a school: what is examined, and what changes in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from templates.views.pieces import Frame, Problem


@dataclass(frozen=True)
class PlanWork:
    """Show a werkproces of an examenonderdeel; `key` names it in a form."""

    code: str
    title: str
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanPart:
    """Show an examenonderdeel."""

    code: str
    title: str
    work: tuple[PlanWork, ...]


@dataclass(frozen=True)
class PlanChange:
    """Show what became of an examenonderdeel; `kind` is a word of `labels.PLAN_CHANGES`."""

    kind: str
    code: str
    title: str


@dataclass(frozen=True, kw_only=True)
class PlanRow:
    """Show one version in the list."""

    name: str
    crebo: str
    kwalificatie: str
    version: int
    parts: int
    loaded: datetime
    href: str


@dataclass(frozen=True, kw_only=True)
class PlanList:
    """Fill `examenplannen`. The inputs of `action`: naam, bestand, inhoud."""

    frame: Frame
    rows: tuple[PlanRow, ...]
    action: str
    back_href: str
    typed: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    done: str | None = None


@dataclass(frozen=True, kw_only=True)
class PlanPreview:
    """Fill `examenplan-bekijk`. The inputs of `action`: naam, inhoud. `version` is the newest, or 0."""

    frame: Frame
    name: str
    crebo: str
    kwalificatie: str
    parts: tuple[PlanPart, ...]
    left: tuple[PlanWork, ...]
    version: int
    changes: tuple[PlanChange, ...]
    content: str
    action: str
    back_href: str


@dataclass(frozen=True, kw_only=True)
class PlanPage:
    """Fill `examenplan`."""

    frame: Frame
    name: str
    crebo: str
    kwalificatie: str
    version: int
    loaded: datetime
    by: str
    parts: tuple[PlanPart, ...]
    csv_href: str
    back_href: str


@dataclass(frozen=True, kw_only=True)
class PlanOption:
    """Offer a plan to ask under."""

    value: str
    title: str
