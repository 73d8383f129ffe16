"""Numbers that two have; only who runs the service is told."""

from dataclasses import replace

from issuers.desk import IssuingDesk
from issuers.organisations.changing import Description, change
from issuers.organisations.face import Face
from issuers.organisations.facts import NewFact
from issuers.organisations.joining import apply
from issuers.organisations.numbers import NumberKind, OfficialNumber
from issuers.organisations.tables import OrganisationKind
from issuers.organisations.twins import Twin, twins_of
from issuers.people.permissions import Actor
from tests.issuers.organisations.test_applying import READ
from tests.issuers.organisations.test_joining import write

KVK = OfficialNumber(NumberKind.KVK, "99999990")


class TestTwinsOf:
    """`twins_of` finds who else has a number."""

    def test_finds_who_is_here_and_who_applies(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """By the number of the same register; what an organisation had before is not its own any more."""
        fact = NewFact(OrganisationKind.MAATSCHAPPELIJK, (KVK,))
        face = Face(name="De Werf")
        change(desk, Description(face, (fact,)), actor=beheerder)
        apply(desk, replace(READ, facts=(fact,)), write=write)
        here = Twin(number=KVK, id=beheerder.organisation_id, name="De Werf", has_joined=True)
        applying, *rest = twins_of(desk, [KVK], without=here.id)
        assert ([], READ.face.name, False) == (rest, applying.name, applying.has_joined)
        assert (here,) == twins_of(desk, [KVK], without=applying.id)
        assert () == twins_of(desk, [replace(KVK, kind=NumberKind.RSIN)], without="")
        assert () == twins_of(desk, [], without="")
        change(desk, Description(face, (NewFact(OrganisationKind.GEMEENTE),)), actor=beheerder)
        assert (applying,) == twins_of(desk, [KVK], without="")
