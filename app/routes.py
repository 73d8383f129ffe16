"""Tell `holders` toward what badges lead, by the mapping of `schools`."""

from collections.abc import Sequence

from badges import strictjson
from holders.overview.routes import Route, Stretch
from issuers.desk import IssuingDesk
from schools.importing.proposing import atlas_of
from schools.proposals import routes


class OwnRoutes:
    """Say it by the catalogue of today."""

    def __init__(self, desk: IssuingDesk) -> None:
        self._desk = desk

    def toward(self, badges: Sequence[bytes]) -> Sequence[Route]:
        """Give the routes of badges as they were signed."""
        documents = map(strictjson.loads_object, badges)
        found = routes.routes_of(documents, atlas=atlas_of(self._desk.catalogue))
        return tuple(map(_shown, found))


def _shown(route: routes.Route) -> Route:
    target = route.target
    stretches = tuple(Stretch(each.kerntaak.title, each.have, each.of) for each in route.stretches)
    return Route(target.code, target.crebo, target.title, kind=target.kind.value, stretches=stretches)
