"""Key-encryption keys: in a file that nobody else reads, or in a text."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from badges import base64url
from issuers.errors import KeyStoreError
from issuers.keystore.places import FilePlace, TextPlace


class TestFilePlace:
    """`FilePlace` guards the one file that opens all others."""

    def test_makes_the_file_at_the_first_start(self, tmp_path: Path) -> None:
        """32 bytes that only the owner may read, and nothing beside it."""
        path = tmp_path / "keys" / "kek"
        FilePlace(path).furnish()
        assert (32, 0o400) == (path.stat().st_size, path.stat().st_mode & 0o777)
        assert [path] == list(path.parent.iterdir())

    def test_makes_one_file_when_many_start_together(self, tmp_path: Path) -> None:
        """All use the same."""
        place = FilePlace(tmp_path / "kek")
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda _turn: place.furnish(), range(8)))
        assert [tmp_path / "kek"] == list(tmp_path.iterdir())
        assert 1 == len(place.read())

    def test_leaves_the_file_that_is_there(self, tmp_path: Path) -> None:
        """A second start finds the key of the first."""
        place = FilePlace(tmp_path / "kek")
        place.furnish()
        first = place.read()[0].id
        place.furnish()
        assert first == place.read()[0].id

    def test_says_that_the_file_is_lost(self, tmp_path: Path) -> None:
        """A new one would not open the old keys; none is made."""
        path = tmp_path / "kek"
        with pytest.raises(KeyStoreError, match="backup"):
            FilePlace(path).read()
        assert not path.exists()

    def test_says_that_it_cannot_be_written(self, tmp_path: Path) -> None:
        """A file in the place of the folder."""
        (tmp_path / "keys").write_text("")
        with pytest.raises(KeyStoreError, match="cannot be written"):
            FilePlace(tmp_path / "keys" / "kek").furnish()

    @pytest.mark.parametrize("mode", [0o600, 0o440, 0o404, 0o777])
    def test_refuses_a_file_that_is_open_to_more(self, tmp_path: Path, mode: int) -> None:
        """The sentence says how to put it right."""
        path = tmp_path / "kek"
        FilePlace(path).furnish()
        path.chmod(mode)
        with pytest.raises(KeyStoreError, match="chmod 0400"):
            FilePlace(path).read()

    @pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
    def test_refuses_another_length(self, tmp_path: Path, length: int) -> None:
        """A cut or padded file is no key."""
        path = tmp_path / "kek"
        path.write_bytes(bytes(length))
        path.chmod(0o400)
        with pytest.raises(KeyStoreError, match="32 bytes"):
            FilePlace(path).read()

    def test_refuses_a_link(self, tmp_path: Path) -> None:
        """Nobody points the name at another file."""
        FilePlace(tmp_path / "real").furnish()
        (tmp_path / "kek").symlink_to(tmp_path / "real")
        with pytest.raises(KeyStoreError):
            FilePlace(tmp_path / "kek").read()

    def test_refuses_a_folder(self, tmp_path: Path) -> None:
        """What stands in its place is named."""
        (tmp_path / "kek").mkdir(mode=0o400)
        with pytest.raises(KeyStoreError, match="kek cannot be read"):
            FilePlace(tmp_path / "kek").read()

    def test_refuses_a_link_to_nothing(self, tmp_path: Path) -> None:
        """A dangling name is not a first start."""
        path = tmp_path / "kek"
        path.symlink_to(tmp_path / "nothing")
        FilePlace(path).furnish()
        with pytest.raises(KeyStoreError):
            FilePlace(path).read()

    def test_wraps_with_the_next_key_as_soon_as_it_is_there(self, tmp_path: Path) -> None:
        """And opens with the one before as well, until it is put away, and from then on too."""
        place = FilePlace(tmp_path / "kek")
        place.furnish()
        old = place.read()[0].id
        new = place.prepare().id
        assert new == place.prepare().id
        assert [new, old] == [key.id for key in place.read()]
        place.promote()
        assert [new, old] == [key.id for key in place.read()]
        assert ["kek", "kek.old"] == sorted(path.name for path in tmp_path.iterdir())

    def test_can_be_read_while_the_next_takes_its_place(self, tmp_path: Path) -> None:
        """A service that gives a badge at that very moment is not sealed."""
        place = FilePlace(tmp_path / "kek")
        place.furnish()
        over = Event()

        def read() -> None:
            while not over.is_set():
                assert place.read()

        with ThreadPoolExecutor(2) as pool:
            reading = [pool.submit(read) for _ in range(2)]
            for _ in range(1000):
                place.prepare()
                place.promote()
            over.set()
        assert [None, None] == [each.result() for each in reading]

    @pytest.mark.parametrize("left", ["kek.old", "kek.new"])
    def test_can_be_cut_off_while_the_next_takes_its_place(self, tmp_path: Path, left: str) -> None:
        """Done again it ends the same, whichever step was the last."""
        place = FilePlace(tmp_path / "kek")
        place.furnish()
        old, new = place.read()[0].id, place.prepare().id
        if left == "kek.old":  # the one before has its second name, and the next did not move yet
            place.old.hardlink_to(place.path)
        place.promote()
        assert [new, old] == [key.id for key in place.read()]


class TestTextPlace:
    """`TextPlace` reads keys from the environment."""

    def test_reads_one_key_or_more(self) -> None:
        """The first wraps."""
        one, two = base64url.encode(bytes(32)), base64url.encode(b"\x01" * 32)
        assert 2 == len({key.id for key in TextPlace(f"{one}, {two}").read()})
        assert TextPlace(one).read()[0].id == TextPlace(f"{one},{two}").read()[0].id

    @pytest.mark.parametrize(
        "text", ["", "kort", base64url.encode(bytes(31)), base64url.encode(bytes(33)), "é"]
    )
    def test_refuses_anything_else(self, text: str) -> None:
        """The sentence does not repeat what was set."""
        with pytest.raises(KeyStoreError, match="base64url") as caught:
            TextPlace(text).read()
        assert not text or text not in str(caught.value)

    def test_does_not_show_itself(self) -> None:
        """Not in a log or a traceback either."""
        text = base64url.encode(bytes(32))
        assert text not in repr(TextPlace(text))
