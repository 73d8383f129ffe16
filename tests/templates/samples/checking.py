"""Samples of what the verifier found, and of the pages that ask for a badge and answer."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from templates import views
from templates.views.pieces import State
from tests.templates.samples.pieces import AFTER_POST, FACTS, MOMENT, PICTURE, PLAIN, POOR_FACTS, Sample
from verifier import states
from verifier.headings import LOOK_AT_EACH, heading_of_several, state_heading
from verifier.sentences import NOT_WHAT_IS_SEEN, Particulars, brought_by, state_text

CHECKS = (
    views.checking.CheckLine(
        code="proof-valid", outcome="pass", sentence="De handtekening klopt.", clause="VC-DI 4.3"
    ),
    views.checking.CheckLine(
        code="issuer-known", outcome="unknown", sentence="Wij kennen deze uitgever niet."
    ),
    views.checking.CheckLine(
        code="status-active", outcome="fail", sentence="Het is ingetrokken.", clause="BSL 3.2"
    ),
)
SOURCES = (
    views.checking.SourceLine(
        what="key",
        address="did:web:bewijs.voorbeeld:organisaties:7fq2k9",
        at=datetime(2026, 6, 26, 12, 5, tzinfo=UTC),
        from_memory=True,
    ),
    views.checking.SourceLine(
        what="status-list",
        address="https://bewijs.voorbeeld/organisaties/7fq2k9/status/1",
        at=datetime(2026, 11, 22, 9, 10, tzinfo=UTC),
    ),
)
NOTES = (NOT_WHAT_IS_SEEN.nl, brought_by("bewijs.voorbeeld").nl)
MEANING = (
    "Dit is geen diploma.",
    "Het zegt dat Magazijn De Maas heeft gezien dat Sam de Vries dit in de praktijk deed.",
)
CLAIM = (
    "Magazijn De Maas zegt dit.",
    "Wij keken of het echt van Magazijn De Maas komt, niet of het waar is.",
)
# A blue square, as an issuer may write a picture into what it signs.
SIGNED_PICTURE = (
    "data:image/svg+xml;base64,"
    "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCA5IDkiPjxwYXRoIGZpbGw9Im5hdnki"
    "IGQ9Ik0wIDBoOXY5SDB6Ii8+PC9zdmc+"
)
RECOGNITIONS = {
    State.VALID: views.checking.Recognition.CONFIRMED,
    State.EXPIRED: views.checking.Recognition.DECLARED,
}


def said(state: State, kind: views.checking.Kind = views.checking.Kind.BADGE) -> dict[str, Any]:
    """Give an answer about a thing, in the words of the verifier."""
    of = states.State(state.value), states.Kind(kind.value)
    said = Particulars(kind=of[1])
    return {
        "state": state,
        "kind": kind,
        "gravest": state,
        "heading": state_heading(*of).nl,
        "text": state_text(of[0], said).nl,
    }


def checked(state: State) -> views.checking.Checked:
    """Give what was found about a badge of a werkproces."""
    return views.checking.Checked(
        **said(state),
        checks=CHECKS,
        facts=FACTS,
        field="logistiek",
        picture=PICTURE,
        recognition=RECOGNITIONS.get(state, views.checking.Recognition.UNKNOWN),
        meaning=MEANING,
        recognition_source="SBB" if state is State.VALID else None,
        notes=NOTES,
        issuer_declared=None if state is State.VALID else FACTS.issuer_kind,
        badge_href="/b/Vt9mQ2xL7dR4wK1sZ8nYpA",
        replaced_by_href="/b/nieuw" if state is State.REPLACED else None,
        issuer_id="did:web:bewijs.voorbeeld:organisaties:7fq2k9",
        issuer_domain="bewijs.voorbeeld",
        sources=SOURCES,
        forms=("link", "png"),
        digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    )


def outcome(state: State) -> views.checking.CheckResult:
    """Give a report with one of the ten answers."""
    return result(checked(state))


def result(found: views.checking.Checked) -> views.checking.CheckResult:
    """Give the page about what was found."""
    return views.checking.CheckResult(
        frame=AFTER_POST,
        checked=found,
        checked_at=MOMENT,
        again_href="/controleer",
        file_name="bewijs van Sam.png",
    )


def several(
    *held: State, kind: views.checking.Kind = views.checking.Kind.BUNDLE, own: State = State.VALID
) -> views.checking.Checked:
    """Give what was found about a zip, or about another thing that holds several and is in order itself."""
    answers = sorted((states.State(state.value) for state in held), key=states.GRAVEST_FIRST.index)
    of_all = {
        "heading": heading_of_several(answers).nl,
        "text": LOOK_AT_EACH.nl,
        "gravest": State(answers[0].value),
        "several": tuple(State(answer.value) for answer in answers),
    }
    return views.checking.Checked(
        **said(own, kind) | (of_all if own is State.VALID else {}),
        checks=CHECKS[:1],
        forms=("zip",),
        held=tuple(
            views.checking.CheckedPart(
                checked=replace(checked(state), picture=None, badge_href=None), name=f"bewijs-{number}.json"
            )
            for number, state in enumerate(held, start=1)
        ),
    )


def suspended() -> views.checking.Checked:
    """Give what was found about a badge that does not count for now."""
    heading = state_heading(states.State.REVOKED, status=states.Status.SUSPENDED).nl
    text = state_text(states.State.REVOKED, Particulars(status=states.Status.SUSPENDED)).nl
    return replace(checked(State.REVOKED), heading=heading, text=text, suspended=True)


def confirmation() -> views.checking.Checked:
    """Give what was found about the confirmation by a school."""
    return views.checking.Checked(
        **said(State.VALID, views.checking.Kind.ENDORSEMENT),
        checks=CHECKS[:1],
        facts=views.pieces.Facts(title="", issuer="De Werkschool", narrative="Wij hebben dit gezien."),
        meaning=(
            "Dit is een bevestiging.",
            "Het zegt wat De Werkschool vindt van een bewijs, of van wie dat gaf.",
        ),
    )


def endorsed() -> views.checking.Checked:
    """Give what was found about a badge that a school confirms."""
    return replace(checked(State.VALID), endorsements=(views.checking.CheckedPart(checked=confirmation()),))


def held() -> dict[str, views.checking.Checked]:
    """Give what can be found about things that hold others, and about what is no badge of a werkproces."""
    unread = views.checking.CheckedPart(unread="Dit is niet heel. Kopieer het nog eens.", name="half.json")
    mixed = several(State.VALID, State.UNLISTED, State.REVOKED, State.FAKE, State.UNSURE)
    return {
        "zip": several(State.VALID, State.VALID, State.VALID),
        "zip-gemengd": replace(mixed, held=(*mixed.held[:-1], unread), beside=("brief aan Sam.txt",)),
        "zip-ingetrokken": several(State.VALID, State.REVOKED, State.EXPIRED),
        "zip-lijst": several(State.VALID, State.STALE),
        "zip-los": several(State.VALID, State.UNSIGNED),
        "zip-onzeker": several(State.VALID, State.UNSURE),
        "zip-vals": several(State.FAKE, State.FAKE),
        "zip-een": several(State.UNLISTED),
        "presentatie": several(State.VALID, State.UNLISTED, kind=views.checking.Kind.PRESENTATION),
        "presentatie-vals": several(State.VALID, kind=views.checking.Kind.PRESENTATION, own=State.FAKE),
        "clr-vals": several(State.VALID, kind=views.checking.Kind.CLR, own=State.FAKE),
        "opgeschort": suspended(),
        "plaatje": replace(checked(State.UNLISTED), signed_picture=SIGNED_PICTURE),
        "bevestigd": endorsed(),
        "bevestiging": confirmation(),
        "open-badges-2": views.checking.Checked(
            **said(State.UNLISTED, views.checking.Kind.OPEN_BADGES_2),
            checks=CHECKS[:1],
            facts=POOR_FACTS,
            meaning=CLAIM,
            issuer_id="did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
        ),
    }


def pages() -> dict[str, Sample]:
    """Give the pages that check a badge."""
    poor_outcome = views.checking.CheckResult(
        frame=AFTER_POST,
        checked=views.checking.Checked(**said(State.FAKE), checks=()),
        checked_at=MOMENT,
        again_href="/controleer",
    )
    return {
        "controleer": (
            "controleer",
            views.checking.CheckForm(
                frame=PLAIN, action="/controleer", example="https://bewijs.voorbeeld/b/…"
            ),
        ),
        "controleer-fout": (
            "controleer",
            views.checking.CheckForm(
                frame=AFTER_POST,
                action="/controleer",
                tekst='{"a": 1, "a": 2}',
                problems=(
                    views.pieces.Problem(field="bestand", message="Dit is te groot."),
                    views.pieces.Problem(field="foto", message="Op deze foto staat geen QR-code."),
                    views.pieces.Problem(field="tekst", message="Een sleutel staat er 2 keer."),
                ),
            ),
        ),
        **{f"uitkomst-{state}": ("controleer-uitkomst", outcome(state)) for state in State},
        "uitkomst-arm": ("controleer-uitkomst", poor_outcome),
        **{f"uitkomst-{name}": ("controleer-uitkomst", result(found)) for name, found in held().items()},
    }
