"""What there is to weigh: of each werkproces the badges that the proposal names; none of them is chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from badges.moments import dutch_day
from badges.wording import Sentence
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.people.permissions import Actor
from schools.decisions.besluit import Besluit, Ground
from schools.decisions.plan import Work
from schools.errors import TargetUnknownError
from schools.importing.proposing import propose_for
from schools.proposals.proposing import Line
from schools.proposals.telling import SAYS, why
from schools.proposals.weighing import Support


@dataclass(frozen=True, slots=True, kw_only=True)
class ToWeigh:
    """Hold a werkproces with the badges that may weigh, by how a form names them."""

    work: Work
    says: Sentence
    grounds: Mapping[str, Ground]
    needed: tuple[Sentence, ...] = ()


def to_weigh(
    desk: IssuingDesk, work: Sequence[Work], *, crebo: str, candidate_id: UUID, actor: Actor
) -> tuple[ToWeigh, ...]:
    """Give what the proposal of today says of this work.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has no such candidate.
    """
    try:
        told = propose_for(desk, candidate_id, crebo, actor=actor)
    except TargetUnknownError:
        return tuple(_open(each) for each in work)
    lines = {each.werkproces.key: each for each in told.proposal.lines}
    return tuple(
        _weighable(each, lines[each.key], needed=lines[each.key].needed(told.book))
        if each.key in lines
        else _open(each)
        for each in work
    )


def with_former(found: Sequence[ToWeigh], besluit: Besluit) -> tuple[ToWeigh, ...]:
    """Add what weighed before: that can weigh again, also where the person shares it no longer."""
    before = {each.work.key: {name_of(one): one for one in each.grounds} for each in besluit.weighed}
    return tuple(
        ToWeigh(
            work=each.work,
            says=each.says,
            grounds={**before.get(each.work.key, {}), **each.grounds},
            needed=each.needed,
        )
        for each in found
    )


def for_revision(
    desk: IssuingDesk, besluit: Besluit, *, candidate_id: UUID, actor: Actor
) -> tuple[ToWeigh, ...]:
    """Give what there is to weigh anew; of who is gone here, what weighed before."""
    try:
        found = to_weigh(desk, besluit.work, crebo=besluit.crebo, candidate_id=candidate_id, actor=actor)
    except NotFoundError:
        found = tuple(_open(each) for each in besluit.work)
    return with_former(found, besluit)


def name_of(ground: Ground) -> str:
    """Name a badge in a form; its id is a text of others."""
    return sha256(f"{ground.issuer_id}\0{ground.badge_id}".encode()).hexdigest()[:16]


def _open(work: Work) -> ToWeigh:
    return ToWeigh(work=work, says=SAYS[None], grounds={})


def _weighable(work: Work, line: Line, *, needed: tuple[Sentence, ...]) -> ToWeigh:
    grounds = [*map(_ground, line.supports)]
    return ToWeigh(
        work=work, says=SAYS[line.strength], grounds={name_of(each): each for each in grounds}, needed=needed
    )


def _ground(of: Support) -> Ground:
    first, said = of.fact.first, why(of)
    return Ground(
        issuer_id=first.identity.issuer,
        badge_id=first.identity.id,
        title=first.title,
        judged_by=first.judged_by,
        judged=dutch_day(first.judged) if first.judged else None,
        strength=of.strength.value,
        rule=of.match.rule.code,
        why_nl=said.nl,
        why_en=said.en,
    )
