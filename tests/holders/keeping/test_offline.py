"""For which sign-in a telephone may keep a copy."""

from dataclasses import replace
from uuid import UUID

from holders.keeping.offline import copy_mark
from holders.keeping.telephones import KnownHolder

OWN = KnownHolder(holder_id=UUID(int=1), session_id=UUID(int=2))


class TestCopyMark:
    """Names the sign-in, on one's own telephone only."""

    def test_is_of_one_sign_in(self) -> None:
        """Who opens his badges again there is asked again."""
        assert copy_mark(OWN) != copy_mark(replace(OWN, session_id=UUID(int=3)))

    def test_says_nothing_of_who_it_is(self) -> None:
        """No id stands in it."""
        assert f"{OWN.session_id.hex}"[:8] not in (copy_mark(OWN) or "")

    def test_is_none_where_nothing_may_be_kept(self) -> None:
        """Nobody, the telephone of another, and a card of one organisation."""
        refused = (None, replace(OWN, is_borrowed=True), replace(OWN, only_of="maas"))
        assert [None, None, None] == [copy_mark(each) for each in refused]
