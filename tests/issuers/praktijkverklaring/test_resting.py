"""What rests on a badge, told to who withdraws it, on a real database of each kind."""

from dataclasses import replace

import pytest

from issuers.desk import IssuingDesk
from issuers.issuing.overview import find_given
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.praktijkverklaring.confirming import confirm
from issuers.praktijkverklaring.giving import give
from issuers.praktijkverklaring.resting import Said, resting_on
from issuers.praktijkverklaring.wording import Choice
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.praktijkverklaring.conftest import GOODS, Award, ids


@pytest.mark.usefixtures("recognised")
class TestRestingOn:
    """`resting_on`."""

    def test_names_the_school_and_the_weightiest(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """Who manages people works with no recipients: he reads what the badge says to anybody."""
        badge, other = award(), award(GOODS)
        beheerder = replace(actor, roles=frozenset({Role.BEHEERDER}))

        def told(who: Actor) -> Said | None:
            found = resting_on(desk, find_given(desk, badge.id, actor=who), actor=who)
            return found.said if found else None

        assert told(actor) is None
        confirm(desk, agreed.id, badge.id, actor=school)
        give(desk, agreed.id, Choice(badges=ids(other)), actor=school, idempotency_key="een")
        assert told(actor) is Said.BEVESTIGING
        give(desk, agreed.id, Choice(badges=ids(badge)), actor=school, idempotency_key="twee")
        assert (Said.VERKLARING, Said.BEVESTIGING) == (told(actor), told(beheerder))
