"""A praktijkopleider says himself whether his name may stand in what a school gives."""

from dataclasses import replace

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import FormError, PermissionDeniedError
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.werkplekprofiel.keeping import find_profiel
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.naming import name_trainer, read_function, unname_trainer


class TestReadFunction:
    """`read_function`."""

    @pytest.mark.parametrize(("typed", "code"), [(" ", "missing"), ("mail ada@voorbeeld.nl", "text-email")])
    def test_refuses_what_cannot_stand_there(self, typed: str, code: str) -> None:
        """Beside its field."""
        with pytest.raises(FormError) as refused:
            read_function(typed)
        assert [("functie", code)] == [(each.field, each.code) for each in refused.value.problems]


class TestNameTrainer:
    """`name_trainer` and `unname_trainer`."""

    def test_names_who_says_so(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """By his own name, until he takes it back."""
        name_trainer(desk, proposed.id, function="teamleider", actor=actor)
        named = find_profiel(desk, proposed.id, actor=actor)
        assert (actor.name, "teamleider") == (named.trainer, named.trainer_function)
        unname_trainer(desk, proposed.id, actor=actor)
        assert find_profiel(desk, proposed.id, actor=actor).trainer is None

    def test_is_for_who_judges(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """A begeleider stands in nothing."""
        helper = replace(actor, roles=frozenset({Role.BEGELEIDER}))
        with pytest.raises(PermissionDeniedError):
            name_trainer(desk, proposed.id, function="begeleider", actor=helper)
