"""Where others say something else than we do: every difference has a kind, and every kind a reason."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from tests.peers.judging import Judged, Ours
from tests.peers.outside import Verdict
from verifier.errors import UnreadableError
from verifier.report import Report
from verifier.states import Outcome
from verifier.states import Verdict as OurVerdict


class Difference(StrEnum):
    """Name a kind of difference, with its reason as docs/verifying.md tells it."""

    UNREAD = "The peer does not read this kind of signature or token."
    THEIR_CONTEXTS = "A context that we know is not among those that the peer carries along."
    THEIR_LIMITS = "The peer reads no part that says its type twice; JSON-LD allows it."
    THEIR_PROOFS = "The peer reads one proof in one form; VC-DI allows a list of them."
    UNREADABLE = (
        "A token with padding (RFC 7515 2), or a type that is none of a credential: we read none in it."
    )
    PROOF = "A proof has another form than VC-DI 2.1, or one of several is wrong. The peer passes over it."
    MEANING = "A member has no meaning in the contexts, so no signature covers it. The peer reads over it."
    FORM = "A part has not the form that OB 3.0 gives it (JSON Schema, period). The peer checks no schema."
    CONTEXTS = "Other contexts, or in another order, than any that we know. We say that we cannot judge."
    KIND = "It is another kind of credential than an Open Badge. We say that we cannot judge."
    LIST = "The status list is unsigned, wrong, of another issuer, or for another purpose."
    DATES = (
        "The dates of the work cannot be right, such as an end before the start. We say that we cannot judge."
    )
    WERKPROCES = "It claims a werkproces in another way than ours. We say that we cannot judge."


_THEIRS = (
    (
        re.compile(
            r"no suite for tokens|no embedded `vc` object|no supported Data Integrity proof|type=\[\]"
        ),
        Difference.UNREAD,
    ),
    (re.compile(r"JSON-LD context .* is not"), Difference.THEIR_CONTEXTS),
    (re.compile(r"lists the same type more than once"), Difference.THEIR_LIMITS),
    (re.compile(r"multiple supported|dict has no `proof`"), Difference.THEIR_PROOFS),
)
"""Why a peer refuses what we find valid, by what it says."""

_OURS = (
    ("signature", Outcome.FAIL, Difference.PROOF),
    ("json-ld", Outcome.FAIL, Difference.MEANING),
    ("schema", Outcome.FAIL, Difference.FORM),
    ("document", Outcome.FAIL, Difference.FORM),
    ("json-ld", Outcome.UNKNOWN, Difference.CONTEXTS),
    ("document", Outcome.UNKNOWN, Difference.KIND),
    ("status", Outcome.UNKNOWN, Difference.LIST),
    ("dates", Outcome.UNKNOWN, Difference.DATES),
    ("werkproces", Outcome.UNKNOWN, Difference.WERKPROCES),
)
"""Why we do not find valid what a peer does, by our own checks; the first that fits."""

_UNREADABLE = frozenset({"kind-unknown", "not-a-credential"})


def accepts(verdict: Verdict) -> bool:
    """Tell whether a peer accepts a credential."""
    return verdict.verified and not verdict.withdrawn


def is_valid(ours: Ours) -> bool:
    """Tell whether we do."""
    return isinstance(ours, Report) and ours.verdict is OurVerdict.VALID


def alone(judged: Iterable[Judged]) -> list[int]:
    """Number the credentials that we accept and nobody else does."""
    return [
        each.specimen.number
        for each in judged
        if is_valid(each.ours) and not any(map(accepts, each.theirs.values()))
    ]


def differences(judged: Iterable[Judged]) -> Iterator[tuple[Judged, str, Difference | None]]:
    """Give each credential of which a peer says otherwise, the peer, and the kind; None is a new kind."""
    for each in judged:
        for peer, verdict in each.theirs.items():
            if accepts(verdict) != is_valid(each.ours):
                yield each, peer, _of_theirs(verdict) if is_valid(each.ours) else _of_ours(each.ours)


def _of_theirs(verdict: Verdict) -> Difference | None:
    said = " ".join(verdict.reasons)
    return next((kind for pattern, kind in _THEIRS if pattern.search(said)), None)


def _of_ours(ours: Ours) -> Difference | None:
    if isinstance(ours, UnreadableError):
        return Difference.UNREADABLE if ours.code in _UNREADABLE else None
    found = {(check.code, check.outcome) for check in ours.checks}
    return next((kind for code, outcome, kind in _OURS if (code, outcome) in found), None)


def table(found: Iterable[tuple[Judged, str, Difference | None]], *, peers: Sequence[str]) -> str:
    """Write how often each kind was found, as it stands in docs/verifying.md."""
    counts = Counter((kind, peer) for _, peer, kind in found)
    lines = [f"| why | {' | '.join(peers)} |", f"|---|{'---:|' * len(peers)}"]
    lines += [
        f"| {kind} | {' | '.join(str(counts[kind, peer] or '') for peer in peers)} |" for kind in Difference
    ]
    return "\n".join(lines)
