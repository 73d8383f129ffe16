"""What became of badges since they were taken in: one that was withdrawn counts no more, from that moment."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from badges.wording import Sentence, day_en, day_nl
from schools.evidence.evidence import Evidence, Identity, Obstacle, SetAside, Taken


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """Hold by whom and when a badge was taken back, and whether a better one took its place."""

    issuer: str
    at: datetime
    is_replaced: bool

    @property
    def obstacle(self) -> Obstacle:
        """Name why it does not count."""
        return Obstacle.REPLACED if self.is_replaced else Obstacle.REVOKED

    @property
    def says(self) -> Sentence:
        """Say what happened, and what can be done."""
        if self.is_replaced:
            return Sentence(
                f"De uitgever verbeterde dit op {day_nl(self.at)}. Vraag de persoon om de nieuwe versie.",
                f"The issuer corrected this on {day_en(self.at)}. Ask the person for the new version.",
            )
        return Sentence(
            f"De uitgever trok dit in op {day_nl(self.at)}. Vraag de uitgever als je meer wilt weten.",
            f"The issuer withdrew this on {day_en(self.at)}. Ask the issuer if you want to know more.",
        )


def without_withdrawn(taken: Iterable[Taken], *, withdrawn: Mapping[str, Withdrawn]) -> Iterator[Taken]:
    """Set aside what was withdrawn since, by its id; what cites such a badge is shaken.

    Of what was withdrawn before it was taken in, say that there is a better one, where there is.
    """
    for each in taken:
        found = withdrawn_of(each.identity, withdrawn) if each.identity else None
        if isinstance(each, Evidence):
            shaken = not each.rests_on.isdisjoint(withdrawn)
            yield _aside(each, found) if found else replace(each, is_shaken=True) if shaken else each
        else:
            is_better = found and found.is_replaced and each.obstacle is Obstacle.REVOKED
            yield _aside(each, found) if found and is_better else each


def withdrawn_of(identity: Identity, withdrawn: Mapping[str, Withdrawn]) -> Withdrawn | None:
    """Give what became of a badge; that of another issuer with this id is another badge."""
    found = withdrawn.get(identity.id)
    return found if found and found.issuer == identity.issuer else None


def _aside(of: Taken, found: Withdrawn) -> SetAside:
    return SetAside(
        file=of.file,
        obstacle=found.obstacle,
        identity=of.identity,
        title=of.title,
        name=of.name,
        detail=found.says,
    )
