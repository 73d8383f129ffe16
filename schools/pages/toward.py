"""The groups of somebody on his page, what they lead to, and what else is near."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from issuers.visiting import Visit
from schools.cohorts.keeping import cohorts_of, list_cohorts
from schools.pages.candidates import HERE
from schools.pages.choosing import title_of
from schools.proposals.nearest import Near
from templates import views


def cohort_choices(visit: Visit, candidate_id: UUID) -> tuple[views.cohorts.CohortChoice, ...]:
    """Offer every group of the school, ticked where he is in it."""
    own = cohorts_of(visit.desk, candidate_id, actor=visit.actor)
    return tuple(
        views.cohorts.CohortChoice(value=str(each.id), name=each.name, is_chosen=each.id in own)
        for each in list_cohorts(visit.desk, actor=visit.actor)
    )


def toward_rows(visit: Visit, candidate_id: UUID, *, here: str) -> Iterator[views.cohorts.CohortRow]:
    """Lead straight to the proposals for the targets of somebody's groups."""
    own = cohorts_of(visit.desk, candidate_id, actor=visit.actor)
    for each in list_cohorts(visit.desk, actor=visit.actor):
        title = title_of(each.target, catalogue=visit.desk.catalogue)
        if each.id in own and title:
            yield views.cohorts.CohortRow(
                name=each.name,
                code=each.target,
                title=title,
                members=each.members,
                href=f"{here}/voorstel?doel={each.target}",
                change_href=f"{HERE}/groepen/{each.id}",
            )


def besides(
    rows: Sequence[views.proposals.NearRow], toward: Sequence[views.cohorts.CohortRow]
) -> tuple[views.proposals.NearRow, ...]:
    """Leave out what the groups of somebody lead to already."""
    there = {each.code for each in toward}
    return tuple(each for each in rows if each.code not in there)


def near_rows(near: Sequence[Near], *, here: str) -> tuple[views.proposals.NearRow, ...]:
    """Show the mbo-certificaten of which there is something, each with its proposal."""
    return tuple(
        views.proposals.NearRow(
            code=each.target.code,
            title=each.target.title,
            shown=each.shown,
            partly=each.partly,
            of=each.of,
            href=f"{here}/voorstel?doel={each.target.code}",
        )
        for each in near
    )
