"""The newest list of each issuer that was checked."""

from datetime import timedelta

from tests import world
from verifier.listsseen import ListsSeen
from verifier.needs import Found, ListName
from verifier.report import ListSeen


class TestListsSeen:
    NAME = ListName("did:web:x.voorbeeld", "https://x.voorbeeld/1")

    def seen(self, *, days: int) -> ListSeen:
        """Give a list of some days later."""
        return ListSeen(
            issuer=self.NAME.issuer, url=self.NAME.url, valid_from=world.NOW + timedelta(days=days)
        )

    def found(self, raw: bytes) -> Found:
        """Give the bytes of a list."""
        return Found(raw=raw, url=self.NAME.url, media_type="application/json", at=world.NOW)

    def test_keeps_the_newest(self) -> None:
        """An older list never takes the place of a newer one."""
        lists = ListsSeen()
        lists.keep(self.seen(days=1), self.found(b"new"))
        lists.keep(self.seen(days=0), self.found(b"old"))
        assert {self.NAME: self.found(b"new")} == lists.known({self.NAME.url})

    def test_has_a_bound(self) -> None:
        """The list of longest ago makes place."""
        lists = ListsSeen(size=1)
        lists.keep(self.seen(days=1), self.found(b"one"))
        lists.keep(ListSeen("did:web:y", "https://y.voorbeeld/1", world.NOW), self.found(b"two"))
        kept = lists.known({self.NAME.url, "https://y.voorbeeld/1"})
        assert [ListName("did:web:y", "https://y.voorbeeld/1")] == list(kept)
