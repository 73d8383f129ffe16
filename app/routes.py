"""Tell `holders` toward what badges lead, by the mapping of `schools`."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from badges import strictjson
from badges.members import objects
from badges.strictjson import JsonObject
from holders.overview.routes import Route, Stretch
from issuers.desk import IssuingDesk
from schools.evidence.keeping import dump_taken, load_taken
from schools.evidence.reading import take_in
from schools.importing.proposing import atlas_of
from schools.proposals import routes
from verifier.report import Part, Report

MOST_SAID: Final = 200_000
"""What says more about work than any badge does, was written to be in the way: it counts for nothing."""

NOT_TWICE: Final[JsonObject] = {"name": None, "did": [], "photos": []}
"""What he keeps himself, and leads nowhere."""


class OwnRoutes:
    """Say it by the catalogue of today."""

    def __init__(self, desk: IssuingDesk) -> None:
        self._desk = desk

    def read(self, report: Report) -> str:
        """Read what a badge from elsewhere says about work; what he did and his name are left out."""
        taken = [{**dump_taken(each), **NOT_TWICE} for each in take_in(Part(report=report), file="")]
        said = strictjson.dumps({"taken": [*taken]}).decode()
        return said if len(said) <= MOST_SAID else ""

    def toward(self, badges: Sequence[bytes], *, elsewhere: Sequence[str], now: datetime) -> Sequence[Route]:
        """Give the routes of badges as they were signed, and of what was read in those from elsewhere."""
        documents = map(strictjson.loads_object, badges)
        taken = [
            load_taken(each)
            for said in elsewhere
            for each in objects(strictjson.loads_object(said.encode()), "taken")
        ]
        atlas = atlas_of(self._desk.catalogue)
        return tuple(map(_shown, routes.routes_of(documents, atlas=atlas, elsewhere=taken, on=now)))


def _shown(route: routes.Route) -> Route:
    target = route.target
    stretches = tuple(
        Stretch(each.kerntaak.title, each.have, each.of, partly=each.partly) for each in route.stretches
    )
    return Route(target.code, target.crebo, target.title, kind=target.kind.value, stretches=stretches)
