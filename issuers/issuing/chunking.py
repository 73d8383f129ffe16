"""Issue a hundred badges in the steps of one: each stage is one transaction for all of them.

    require -> reserve -> compose, lint -> intend, audit -> sign [key] -> check -> record, audit

What was asked before under the same key is found, not given again; what a crash left half done is finished
from the bytes that were stored. A badge that may not be signed is told, and leaves the others alone; what
stops the whole (a role that ended, keys that are sealed) is raised, and nothing of the next chunk is begun.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Protocol, TypeAlias, TypeVar
from uuid import UUID

from badges.credential import SignedCredential
from badges.errors import BadgeError, LintError
from badges.proofs import Unchecked
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import (
    IdempotencyConflictError,
    IssuersError,
    IssuingInterruptedError,
    NoActiveKeyError,
    SelfCheckError,
)
from issuers.issuing.achievements import require_known
from issuers.issuing.badgebook import Reservation, Standing
from issuers.issuing.chunk_recording import (
    MovedError,
    Signed,
    intend_all,
    intend_new,
    record_all,
    record_new,
)
from issuers.issuing.chunk_stages import Asked, Note, reserve_all
from issuers.issuing.drafting import draft
from issuers.issuing.finishing import Stage, Watch, give_up
from issuers.issuing.issuing import IssuedBadge, issued, signed_as
from issuers.issuing.signing import OpenKeys, check_read, open_keys
from issuers.issuing.tables import BadgeState
from issuers.people.permissions import Action, Actor, require
from issuers.preparing import Drafted, read_intent

CHUNK: Final = 100
LARGE_CHUNK: Final = 16 * CHUNK
"""Of a large roster so many share the transaction of each stage, and so the wait for the disk."""

Problem: TypeAlias = IssuersError | BadgeError


@dataclass(frozen=True, slots=True)
class Given:
    """Hold the badge that came of it; `is_new` where it was not there before."""

    badge: IssuedBadge
    is_new: bool


@dataclass(frozen=True, slots=True)
class Refused:
    """Hold why there is no badge."""

    problem: Problem


Outcome: TypeAlias = Given | Refused


@dataclass(frozen=True, slots=True)
class _Begun:
    """Hold a badge that is on its way: under which key it was asked for, and what is to be signed."""

    key: str
    reservation: Reservation
    drafted: Drafted


@dataclass(frozen=True, slots=True)
class _Ready:
    """Hold a signature that nobody checked yet, with the keys that made it."""

    begun: _Begun
    keys: OpenKeys
    signed: SignedCredential

    def read(self) -> "_Read":
        """Read through the other engine what should have been signed.

        Raises:
            SelfCheckError: there is nothing that could be.
        """
        return _Read(self, self.keys.read(self.signed, drafted=self.begun.drafted))

    def written(self) -> "_Written":
        """Write the badge as a token too."""
        return _Written(self, self.keys.write_token(self.signed))


@dataclass(frozen=True, slots=True)
class _Read:
    """Hold a signature with what it should be of."""

    ready: _Ready
    unchecked: Sequence[Unchecked]

    @property
    def begun(self) -> _Begun:
        """Name the badge."""
        return self.ready.begun

    def checked(self) -> _Ready:
        """Check it.

        Raises:
            SelfCheckError: it does not hold.
        """
        check_read(self.ready.signed, unchecked=self.unchecked)
        return self.ready


@dataclass(frozen=True, slots=True)
class _Written:
    """Hold a badge that was checked, with its token, which was not."""

    ready: _Ready
    token: bytes

    @property
    def begun(self) -> _Begun:
        """Name the badge."""
        return self.ready.begun

    def checked(self) -> Signed:
        """Check the token.

        Raises:
            SelfCheckError: it does not hold.
        """
        self.ready.keys.check_token(self.token, signed=self.ready.signed)
        reservation = self.begun.reservation
        return Signed(
            reservation.badge,
            raw=self.ready.signed.raw,
            token=self.token,
            token_key_id=reservation.token_key.id,
        )


class _OnItsWay(Protocol):
    """Name the badge that is on its way, however far it is."""

    @property
    def begun(self) -> _Begun:
        """Name the badge."""
        ...


_Came = TypeVar("_Came", bound=_OnItsWay)
_Goes = TypeVar("_Goes")


def issue_chunk(
    desk: IssuingDesk,
    asked: Sequence[Asked],
    *,
    actor: Actor,
    watch: Watch = lambda _stage: None,
    note: Note = lambda _session, _promised: None,
) -> list[Outcome]:
    """Issue a chunk of badges of one organisation, large at most; give what came of each, in the same order.

    `watch` is told each stage that is done, `note` which badges are promised, in that transaction.

    Raises:
        ValueError: more were asked at once.
        PermissionDeniedError: the actor may not issue, or not any more.
        OrganisationStoppedError: the organisation gives no badges now.
        KeyStoreError: what opens its keys is not here now.
        ClockBehindError: the clock runs behind what was recorded.
    """
    if len(asked) > LARGE_CHUNK:
        raise ValueError(len(asked))
    require(actor, Action.ISSUE)
    line = _Line(desk, actor=actor, watch=watch, note=note)
    first: dict[str, Asked] = {}
    for each in asked:
        first.setdefault(each.key, each)
    line.issue(first.values())
    return [_outcome(line.outcomes[each.key], each, first=first[each.key]) for each in asked]


def _outcome(outcome: Outcome, asked: Asked, *, first: Asked) -> Outcome:
    """Say what came of what was asked; the same again gave nothing new, and something else is refused."""
    if asked is first:
        return outcome
    if asked != first:
        return Refused(IdempotencyConflictError())
    return replace(outcome, is_new=False) if isinstance(outcome, Given) else outcome


class _Line:
    """Carry a chunk along; what came of a badge is known by the key under which it was asked for."""

    def __init__(self, desk: IssuingDesk, *, actor: Actor, watch: Watch, note: Note) -> None:
        self._desk = desk
        self._actor = actor
        self._watch = watch
        self._note = note
        self._write = partial(desk.register.write, within=OneOrganisation(actor.organisation_id))
        self.outcomes: dict[str, Outcome] = {}

    def issue(self, asked: Iterable[Asked]) -> None:
        """Go through all stages; each key is there once."""
        reserved = self._reserve([each for each in asked if self._is_known(each)])
        self._watch(Stage.RESERVED)
        begun = self._intend(reserved)
        self._watch(Stage.INTENDED)
        signed = self._check(self._sign(begun))
        self._watch(Stage.CHECKED)
        self._record(begun, signed=signed)
        self._watch(Stage.RECORDED)

    def _is_known(self, asked: Asked) -> bool:
        """Look the work up in the catalogue."""
        try:
            require_known(self._desk, asked.judgement)
        except IssuersError as problem:
            self.outcomes[asked.key] = Refused(problem)
            return False
        return True

    def _reserve(self, asked: Sequence[Asked]) -> list[tuple[Asked, Reservation]]:
        """Find or promise the badges; those that were given before are done."""
        work = partial(reserve_all, asked=asked, desk=self._desk, actor=self._actor, note=self._note)
        going_on = []
        for each, found in zip(asked, self._write(work), strict=True):
            if isinstance(found, IssuersError):
                self.outcomes[each.key] = Refused(found)
            elif found.badge.raw is not None:
                self.outcomes[each.key] = Given(issued(found.badge), is_new=False)
            else:
                going_on.append((each, found))
        return going_on

    def _intend(self, reserved: Sequence[tuple[Asked, Reservation]]) -> list[_Begun]:
        """Draft the badges and keep what will be signed; what may not be signed is given up."""
        begun: list[_Begun] = []
        refused: dict[UUID, str] = {}
        for asked, reservation in reserved:
            try:
                begun.append(_Begun(asked.key, reservation, self._draft(asked, reservation)))
            except BadgeError as problem:
                self.outcomes[asked.key] = Refused(problem)
                refused[reservation.badge.id] = (
                    "lint" if isinstance(problem, LintError) else "intent-unreadable"
                )
        self._watch(Stage.DRAFTED)
        intents = {each.reservation.badge.id: each.drafted.draft.dumps() for each in begun}
        if not refused and self._intend_new(begun, intents=intents):
            return begun
        stand = self._write(partial(intend_all, intents=intents, refused=refused, desk=self._desk))
        return [
            _as_stored(each, stand[each.reservation.badge.id], intents=intents)
            for each in begun
            if self._is_open(each, stand[each.reservation.badge.id])
        ]

    def _intend_new(self, begun: Sequence[_Begun], *, intents: Mapping[UUID, bytes]) -> bool:
        """Keep what will be signed where nobody else was first with any; tell whether that was so."""
        badges = [each.reservation.badge for each in begun]
        if not badges:
            return True
        try:
            self._write(partial(intend_new, badges=badges, intents=intents, desk=self._desk))
        except MovedError:
            return False
        return True

    def _draft(self, asked: Asked, reservation: Reservation) -> Drafted:
        """Draft a badge, or read what was stored to be signed before a crash."""
        intent = reservation.badge.intent
        return read_intent(intent) if intent else draft(self._desk, asked.judgement, reservation=reservation)

    def _is_open(self, begun: _Begun, standing: Standing) -> bool:
        """Tell whether a badge is still to be signed; what somebody else did with it, came of it."""
        if standing.state is BadgeState.INTENDED:
            return True
        self._end(begun, standing)
        return False

    def _sign(self, begun: Sequence[_Begun]) -> list[_Ready]:
        """Sign each; the keys are opened once."""
        keys: dict[tuple[UUID, UUID], OpenKeys] = {}
        ready = []
        for each in begun:
            used = each.reservation.key.id, each.reservation.token_key.id
            if used not in keys:
                keys[used] = open_keys(self._desk, each.reservation)
            ready.append(_Ready(each, keys[used], keys[used].sign(each.drafted)))
        self._watch(Stage.SIGNED)
        return ready

    def _check(self, ready: Sequence[_Ready]) -> list[Signed]:
        """Check each as a stranger does, and write its token: all go through one step before the next.

        The same work over and over finds its code and its tables at hand.
        """
        read = self._through(ready, _Ready.read)
        checked = self._through(read, _Read.checked)
        written = [each.written() for each in checked]
        return self._through(written, _Written.checked)

    def _through(self, came: Iterable[_Came], step: Callable[[_Came], _Goes]) -> list[_Goes]:
        """Take each a step further; one that does not check is no reason to leave the others."""
        further: list[_Goes] = []
        for each in came:
            try:
                further.append(step(each))
            except SelfCheckError as problem:
                give_up(self._desk, each.begun.reservation, because="self-check")
                self.outcomes[each.begun.key] = Refused(problem)
        return further

    def _record(self, begun: Sequence[_Begun], *, signed: Sequence[Signed]) -> None:
        """Make the signatures public."""
        if len(signed) == len(begun) and (not signed or self._record_new(begun, signed=signed)):
            return
        stand = self._write(partial(record_all, signed=signed, desk=self._desk))
        for each in begun:
            if each.key not in self.outcomes:
                self._end(each, stand[each.reservation.badge.id])

    def _record_new(self, begun: Sequence[_Begun], *, signed: Sequence[Signed]) -> bool:
        """Make them public where nobody else was first with any; tell whether that was so."""
        try:
            self._write(partial(record_new, signed=signed, desk=self._desk))
        except MovedError:
            return False
        for each, done in zip(begun, signed, strict=True):
            self.outcomes[each.key] = Given(signed_as(done.badge, done.raw), is_new=True)
        return True

    def _end(self, begun: _Begun, standing: Standing) -> None:
        """Say what came of a badge."""
        badge = begun.reservation.badge
        if standing.raw is not None:
            self.outcomes[begun.key] = Given(signed_as(badge, standing.raw), is_new=True)
        elif standing.failed_because == "key-withdrawn":
            self.outcomes[begun.key] = Refused(NoActiveKeyError())
        else:
            self.outcomes[begun.key] = Refused(IssuingInterruptedError())


def _as_stored(begun: _Begun, standing: Standing, *, intents: Mapping[UUID, bytes]) -> _Begun:
    """Go on with what is stored to be signed: ours, unless somebody was first."""
    if standing.intent is None or standing.intent == intents[standing.id]:
        return begun
    return replace(begun, drafted=read_intent(standing.intent))
