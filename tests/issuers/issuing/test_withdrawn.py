"""Which of many badges were withdrawn."""

from dataclasses import replace

from issuers.desk import IssuingDesk
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.issuing.withdrawn import ours_withdrawn
from issuers.people.permissions import Actor
from tests.databases import ON_BOTH
from tests.issuers.conftest import Issue

ELSEWHERE = "https://elders.voorbeeld/1"


class TestOursWithdrawn:
    @ON_BOTH
    def test_tells_which_and_when(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """An id that is none of ours is no mistake."""
        wrong, better, right = give("een"), give("twee"), give("drie")
        revoke(desk, wrong.id, actor=actor, reason=RevocationReason.VERGISSING, replaced_by=better.id)
        revoke(desk, better.id, actor=actor, reason=RevocationReason.OP_VERZOEK)
        found = ours_withdrawn(desk, {*(each.id.urn for each in (wrong, better, right)), ELSEWHERE})
        assert found.keys() == {wrong.id.urn, better.id.urn}
        assert [found[each.id.urn].is_replaced for each in (wrong, better)] == [True, False]
        assert found[wrong.id.urn].at == desk.clock.now()

    def test_names_an_issuer_without_escapes(self, desk: IssuingDesk, actor: Actor, give: Issue) -> None:
        """A port stands in a did as %3A, and is the same without (OB 3.0 equality)."""
        wrong, here = give(), replace(desk, base_url="http://localhost:8000")
        revoke(desk, wrong.id, actor=actor, reason=RevocationReason.VERGISSING)
        [found] = ours_withdrawn(here, {wrong.id.urn}).values()
        assert found.issuer == f"did:web:localhost:8000:organisaties:{actor.organisation_id}"
