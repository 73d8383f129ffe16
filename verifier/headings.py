"""The heading above an answer: about one thing, or about several of which the worst is told first."""

from collections import Counter
from collections.abc import Sequence

from badges.wording import Sentence
from verifier.states import IN_ORDER, Kind, State, Status

_THINGS = {
    Kind.ENDORSEMENT: Sentence("deze bevestiging", "this confirmation"),
    Kind.CLR: Sentence("dit overzicht", "this overview"),
    Kind.PRESENTATION: Sentence("deze map", "this folder"),
    Kind.BUNDLE: Sentence("deze map", "this folder"),
}
_BADGE = Sentence("dit bewijs", "this badge")

_HEADINGS = {
    State.VALID: Sentence("{} is echt", "{} is genuine"),
    State.UNLISTED: Sentence(
        "{} is echt. Wij kennen de uitgever niet",
        "{} is genuine. We do not know the issuer",
    ),
    State.STALE: Sentence(
        "{} is echt. Wij konden niet zien of het is ingetrokken",
        "{} is genuine. We could not see whether it was withdrawn",
    ),
    State.EXPIRED: Sentence("{} is echt, maar verlopen", "{} is genuine, but expired"),
    State.EARLY: Sentence("{} is echt, maar nog niet geldig", "{} is genuine, but not valid yet"),
    State.REPLACED: Sentence("Er is een nieuwe versie van {}", "There is a newer version of {}"),
    State.REVOKED: Sentence("{} is ingetrokken", "{} was withdrawn"),
    State.FAKE: Sentence(
        "{} is niet echt, of het is veranderd",
        "{} is not genuine, or it was changed",
    ),
    State.UNSIGNED: Sentence("Hier zit geen handtekening op", "There is no signature on this"),
    State.UNSURE: Sentence("Wij kunnen {} niet controleren", "We cannot check {}"),
}
_SUSPENDED = Sentence("{} is nu even ingetrokken", "{} is withdrawn for now")
_OVER = (State.REVOKED, State.REPLACED, State.EXPIRED, State.EARLY)
"""Genuine, and not to be used now."""

LOOK_AT_EACH = Sentence("Kijk bij elk bewijs wat wij vonden.", "Look at each badge to see what we found.")


def thing_of(kind: Kind) -> Sentence:
    """Name a thing of this kind: this badge, this confirmation."""
    return _THINGS.get(kind, _BADGE)


def state_heading(state: State, kind: Kind = Kind.BADGE, *, status: Status = Status.ACTIVE) -> Sentence:
    """Give the heading of a state, about a thing of this kind; what is suspended is not gone for good."""
    suspended = state is State.REVOKED and status is Status.SUSPENDED
    heading, thing = _SUSPENDED if suspended else _HEADINGS[state], thing_of(kind)
    return Sentence(capital(heading.nl.format(thing.nl)), capital(heading.en.format(thing.en)))


def heading_of_several(states: Sequence[State]) -> Sentence:
    """Say of several in one line what asks the most care; withdrawn, expired or unlisted is not fake."""
    if len(states) == 1:
        return state_heading(states[0])
    total, count = len(states), Counter(states)
    if count[State.FAKE]:
        return _some_fake(count[State.FAKE], total=total)
    if unsigned := count[State.UNSIGNED]:
        return Sentence(
            f"Op {unsigned} van de {total} bewijzen zit geen handtekening",
            f"There is no signature on {unsigned} of the {total} badges",
        )
    over = sum(count[state] for state in _OVER)
    if over and count[State.UNSURE]:
        nl, en = ("is", "is") if over == 1 else ("zijn", "are")
        return Sentence(
            f"{over} van de {total} bewijzen {nl} nu niet geldig",
            f"{over} of the {total} badges {en} not valid now",
        )
    if unsure := count[State.UNSURE]:
        return Sentence(
            f"{unsure} van de {total} bewijzen kunnen wij niet controleren",
            f"We cannot check {unsure} of the {total} badges",
        )
    return _all_genuine(count, total=total)


def text_of_several(own: State | None, kind: Kind) -> Sentence:
    """Say what to do with several; and of what holds them, where it is not in order itself."""
    if own is None or own in IN_ORDER:
        return LOOK_AT_EACH
    itself = state_heading(own, kind)
    return Sentence(f"{itself.nl}. {LOOK_AT_EACH.nl}", f"{itself.en}. {LOOK_AT_EACH.en}")


def _some_fake(fake: int, *, total: int) -> Sentence:
    if fake == total:
        return Sentence(f"Geen van de {total} bewijzen is echt", f"None of the {total} badges is genuine")
    nl, en = ("is", "is") if fake == 1 else ("zijn", "are")
    return Sentence(
        f"{fake} van de {total} bewijzen {nl} niet echt", f"{fake} of the {total} badges {en} not genuine"
    )


def _all_genuine(count: Counter[State], *, total: int) -> Sentence:
    """Say that all are genuine, and what to mind."""
    nl = f"{'Beide' if total == 2 else f'Alle {total}'} bewijzen zijn echt"  # noqa: PLR2004 - "all 2" is "both"
    en = f"{'Both' if total == 2 else f'All {total}'} badges are genuine"  # noqa: PLR2004 - as above
    if over := sum(count[state] for state in _OVER):
        nl += f", maar {over} {'is' if over == 1 else 'zijn'} nu niet geldig"
        en += f", but {over} {'is' if over == 1 else 'are'} not valid now"
    elif stale := count[State.STALE]:
        nl += f". Van {stale} weten wij niet of {'het is' if stale == 1 else 'ze zijn'} ingetrokken"
        en += f". Of {stale} we do not know whether {'it was' if stale == 1 else 'they were'} withdrawn"
    return Sentence(nl, en)


def capital(text: str) -> str:
    """Start a sentence with a capital, and leave the rest as the issuer writes it."""
    return text[:1].upper() + text[1:]
