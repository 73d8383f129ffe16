"""The kwalificaties that come first on the form of an organisation."""

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import FormError, PermissionDeniedError
from issuers.organisations.choosing import choose_kwalificaties
from issuers.organisations.founding import crebos_of
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
