"""What others say of a badge: each endorsement is a credential of its own, and makes the badge no truer."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from badges.members import at
from badges.strictjson import Json
from verifier.findings import Check, Rule
from verifier.report import Kind, Part, Report
from verifier.states import Verdict

_ENDORSEMENTS = Rule("endorsements", "OB 3.0 Verification, step 6; OB 3.0 EndorsementCredential")


def endorsed_report(report: Report, parts: tuple[Part, ...], *, subjects: AbstractSet[Json]) -> Report:
    """Tell the endorsements beside what they are about: they decide nothing about it."""
    if not parts:
        return report
    checks = (*report.checks, endorsements_result(parts, subjects))
    return replace(report, endorsements=parts, checks=checks)


def endorsements_result(parts: tuple[Part, ...], subjects: AbstractSet[Json]) -> Check:
    """Say whether each endorsement holds and is about this badge, its achievement or its issuer."""
    if any(part.verdict is Verdict.INVALID or _is_astray(part, subjects) for part in parts):
        return _ENDORSEMENTS.fails(
            "Er zit een bevestiging van een ander in die niet klopt. Reken daar niet op.",
            "It holds an endorsement by somebody else that is not right. Do not rely on that.",
        )
    if any(part.verdict is Verdict.INDETERMINATE for part in parts):
        return _ENDORSEMENTS.unknown(
            "Er zit een bevestiging van een ander in die wij niet konden controleren.",
            "It holds an endorsement by somebody else that we could not check.",
        )
    return _ENDORSEMENTS.passes(
        "De bevestiging van een ander die erin zit, is echt.",
        "The endorsement by somebody else in it is genuine.",
    )


def _is_astray(part: Part, subjects: AbstractSet[Json]) -> bool:
    """Tell an endorsement of something else, or what is none, such as a presentation."""
    if part.report is None:
        return False
    if part.report.kind is not Kind.ENDORSEMENT:
        return True
    return part.report.document is not None and (
        at(part.report.document, "credentialSubject", "id") not in subjects
    )
