"""Several at once: what holds others is as good as the worst of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from verifier.errors import UnreadableError
from verifier.findings import Check, Rule
from verifier.report import Form, Kind, Part, Report
from verifier.states import GRAVEST_FIRST, Answer, Standing, Status, Verdict

_INSIDE = Rule("inside", "OB 3.0 Verification")
_NOTHING_INSIDE = _INSIDE.unknown("Er zitten geen bewijzen in.", "There are no badges in it.")
_ALONE = {
    Verdict.VALID: _INSIDE.passes(
        "Het bewijs hierin is echt en geldig.", "The badge in it is genuine and valid."
    ),
    Verdict.INVALID: _INSIDE.fails(
        "Het bewijs hierin kun je niet gebruiken.", "The badge in it cannot be used."
    ),
    Verdict.INDETERMINATE: _INSIDE.unknown(
        "Het bewijs hierin konden wij niet controleren.", "We could not check the badge in it."
    ),
}


def bundle_report(parts: tuple[Part, ...], *, now: datetime, forms: tuple[Form, ...]) -> Report:
    """Report on a zip: nobody signed the zip itself, so it says no more than the badges in it.

    Raises:
        UnreadableError: there are none.
    """
    badges = tuple(part for part in parts if not part.is_no_badge)
    if not badges:
        raise UnreadableError("zip-no-badge")
    worst = worst_of(badges)
    report = worst.report
    return Report(
        verdict=worst.verdict,
        authentic=report.authentic if report else Answer.UNKNOWN,
        issuer=report.issuer if report else Standing.UNKNOWN,
        status=report.status if report else Status.UNKNOWN,
        state=worst.state,
        checks=(inside_result(badges),),
        checked_at=now,
        kind=Kind.BUNDLE,
        inside=parts,
        forms=forms,
    )


def holding_report(report: Report, parts: tuple[Part, ...]) -> Report:
    """Complete the report on something signed that holds others: a CLR, a presentation.

    Where it is itself not in order, that is the answer; else the worst of what it holds.
    """
    whole = replace(report, inside=parts, checks=(*report.checks, inside_result(parts)))
    worst = worst_of(parts) if parts else Part()
    if GRAVEST_FIRST.index(worst.state) >= GRAVEST_FIRST.index(report.state):
        return whole
    reason = whole.checks[-1].sentence
    return replace(whole, verdict=worst.verdict, state=worst.state, own_state=report.state, reason=reason)


def worst_of(parts: Sequence[Part]) -> Part:
    """Give the part that can be relied on least; the first of those."""
    return min(parts, key=lambda part: GRAVEST_FIRST.index(part.state))


def inside_result(parts: Sequence[Part]) -> Check:
    """Say whether everything in it can be relied on."""
    bad = sum(part.verdict is Verdict.INVALID for part in parts)
    unsure = sum(part.verdict is Verdict.INDETERMINATE for part in parts)
    if not parts:
        return _NOTHING_INSIDE
    if len(parts) == 1:
        return _ALONE[parts[0].verdict]
    if bad:
        return _INSIDE.fails(
            f"Van de {len(parts)} bewijzen hierin kun je er {bad} niet gebruiken.",
            f"Of the {len(parts)} badges in it, {bad} cannot be used.",
        )
    if unsure:
        return _INSIDE.unknown(
            f"Van de {len(parts)} bewijzen hierin konden wij er {unsure} niet controleren.",
            f"Of the {len(parts)} badges in it, we could not check {unsure}.",
        )
    return _INSIDE.passes(
        "Alle bewijzen hierin zijn echt en geldig.", "All badges in it are genuine and valid."
    )
