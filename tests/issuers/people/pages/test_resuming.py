"""Where somebody goes on who is signed in."""

from dataclasses import replace

import pytest

from issuers.people.pages.resuming import begin_of, home_of
from issuers.people.permissions import Actor
from issuers.people.tables import Role as OrganisationRole
from tests.databases import ON_SQLITE
from tests.issuers.conftest import Visit

BEHEERDER, GIVES = OrganisationRole.BEHEERDER, OrganisationRole.PRAKTIJKOPLEIDER


@ON_SQLITE
class TestBeginOf:
    """`begin_of` gives the page for who has just made a way to sign in."""

    @pytest.mark.parametrize(
        ("roles", "begin", "home"),
        [
            ({BEHEERDER, GIVES}, "/mensen", "/uitreiken"),
            ({BEHEERDER}, "/mensen", "/mensen"),
            ({GIVES}, "/uitreiken", "/uitreiken"),
        ],
        ids=["both", "beheerder only", "praktijkopleider only"],
    )
    def test_leads_a_beheerder_to_what_comes_first(
        self, roles: set[OrganisationRole], begin: str, home: str, actor: Actor, visit: Visit
    ) -> None:
        """Whoever also gives badges reads first where to begin; later he begins with a badge."""
        visitor = replace(visit(), actor=replace(actor, roles=frozenset(roles)))
        assert (begin, home) == (begin_of(visitor), home_of(visitor))
