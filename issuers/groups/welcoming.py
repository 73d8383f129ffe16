"""Add those who stand in a roster to those who learn here, where somebody asks for that."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from uuid import UUID

from issuers.desk import IssuingDesk
from issuers.errors import FormError
from issuers.groups.forgetting import forget_channels
from issuers.groups.keeping import list_lines
from issuers.groups.lines import KnownLine
from issuers.groups.previewing import look_over
from issuers.groups.recognising import Recognised, folded_name
from issuers.groups.states import LineState
from issuers.people.permissions import Actor
from issuers.recipients.keeping import add_recipient
from issuers.recipients.reading import TypedRecipient, read_recipient


def strangers(lines: Sequence[KnownLine], found: Sequence[Recognised]) -> list[KnownLine]:
    """Give a line for each person who is not known yet: the one that says how to tell him something."""
    people: dict[tuple[str, ...], KnownLine] = {}
    for known, about in zip(lines, found, strict=True):
        if about.is_stranger and known.line.name:
            before = people.setdefault(_person(known), known)
            if not (before.line.mail or before.line.phone):
                people[_person(known)] = known
    return list(people.values())


def welcome(desk: IssuingDesk, group_id: UUID, *, actor: Actor) -> int:
    """Add whoever stands in a group and is not known yet to those who learn here; tell how many.

    What cannot be read of a person is told with his row, and leaves the others alone. How to tell something
    to who learns here is kept with him, and not in the group any more.

    Raises:
        PermissionDeniedError: the actor may prepare nothing here, or not any more.
        NotFoundError: there is no such group.
    """
    lines = [each for each in list_lines(desk, group_id, actor=actor) if each.state is LineState.OPEN]
    added = sum(_add(desk, strangers(lines, look_over(desk, lines, actor=actor)), actor=actor))
    found = look_over(desk, lines, actor=actor)
    taken_in = {
        each.place for each, about in zip(lines, found, strict=True) if about.recipient_id is not None
    }
    forget_channels(desk, group_id, taken_in, actor=actor)
    return added


def _add(desk: IssuingDesk, people: Iterable[KnownLine], *, actor: Actor) -> Iterable[int]:
    for known in people:
        line = known.line
        typed = TypedRecipient(
            naam=line.name,
            mail=line.mail,
            telefoon=line.phone,
            kenmerk=line.kenmerk,
            ander="ja" if known.is_other else "",
        )
        with suppress(FormError):
            add_recipient(desk, read_recipient(typed), actor=actor)
            yield 1


def _person(known: KnownLine) -> tuple[str, ...]:
    """Name a person as a roster tells people apart."""
    if known.line.kenmerk:
        return (known.line.kenmerk,)
    return (folded_name(known), str(known.place)) if known.is_other else (folded_name(known), "")
