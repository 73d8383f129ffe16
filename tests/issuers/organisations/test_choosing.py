"""The kwalificaties that come first on the form of an organisation."""

from dataclasses import replace

import pytest

from badges.catalogue import Catalogue
from issuers.desk import IssuingDesk
from issuers.errors import FormError, PermissionDeniedError
from issuers.organisations.choosing import choose_kwalificaties
from issuers.organisations.founding import crebos_of, offered_by
from issuers.people.permissions import Actor


class TestChooseKwalificaties:
    """`choose_kwalificaties` puts them in the place of those before."""

    def test_keeps_what_was_chosen_last(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """Each once, whatever was there; none is a choice too."""
        for chosen in (["25774", "25721", "25774"], ["25721"], []):
            choose_kwalificaties(desk, chosen, actor=beheerder)
            assert tuple(sorted(set(chosen))) == crebos_of(desk, beheerder.organisation_id)

    def test_takes_what_the_catalogue_has(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """One that it has not refuses them all."""
        before = crebos_of(desk, beheerder.organisation_id)
        with pytest.raises(FormError):
            choose_kwalificaties(desk, ["25721", "99999"], actor=beheerder)
        assert before == crebos_of(desk, beheerder.organisation_id)

    def test_is_for_the_beheerder(self, desk: IssuingDesk, actor: Actor, former_beheerder: Actor) -> None:
        """Not for who gives badges, nor for whose role ended meanwhile."""
        for other in (actor, former_beheerder):
            with pytest.raises(PermissionDeniedError):
                choose_kwalificaties(desk, ["25721"], actor=other)


class TestOfferedBy:
    """`offered_by`."""

    def test_leaves_out_what_a_newer_catalogue_has_no_more(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """The rest is offered as it stands there."""
        choose_kwalificaties(desk, ["25774", "25721"], actor=beheerder)
        editions = [
            replace(each, kwalificaties=tuple(one for one in each.kwalificaties if one.crebo != "25721"))
            for each in desk.catalogue.editions
        ]
        newer = replace(desk, catalogue=Catalogue(editions))
        assert ["25774"] == [each.crebo for each in offered_by(newer, beheerder.organisation_id)]
        assert {"25774", "25721"} == {each.crebo for each in offered_by(desk, beheerder.organisation_id)}
