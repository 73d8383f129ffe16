"""The people of the demo are always the same."""

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.organisations.demo import BAKERY, demo_praktijkopleider, found_demo
from issuers.organisations.founding import create_organisation, crebos_of, find_organisation
from issuers.people.permissions import Actor


class TestDemo:
    """`demo_praktijkopleider` is someone of a leerbedrijf to try things with."""

    def test_is_the_same_each_time(self, desk: IssuingDesk) -> None:
        """One leerbedrijf, not one for each click."""
        assert demo_praktijkopleider(desk) == demo_praktijkopleider(desk)

    def test_goes_on_where_the_power_failed(self, desk: IssuingDesk) -> None:
        """The organisation was there already, and nobody in it: no second one."""
        made = create_organisation(desk, BAKERY.new)
        assert {made.id} == {each.organisation_id for each in found_demo(desk, BAKERY).values()}

    def test_works_with_kwalificaties_of_the_catalogue(self, desk: IssuingDesk, actor: Actor) -> None:
        """The first tiles of the form are there."""
        crebos = crebos_of(desk, actor.organisation_id)
        assert "25774" in crebos
        assert len(crebos) == len([desk.catalogue.kwalificatie(crebo) for crebo in crebos])

    def test_belongs_to_an_organisation_that_can_be_found(self, desk: IssuingDesk, actor: Actor) -> None:
        """By its id; another id is not there."""
        assert "Magazijn De Maas" == find_organisation(desk, actor.organisation_id).name
        with pytest.raises(NotFoundError):
            find_organisation(desk, "zzzzzzzz")
