"""The secrets of apps with codes, when what wraps them is replaced or lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import CodeError
from issuers.keystore.places import FilePlace
from issuers.keystore.store import WrappingKeyStore
from issuers.people.code_secrets import closed_apps, replace_closed_apps, rewrap_codes
from issuers.people.codes import prove_code
from tests.databases import ON_SQLITE
from tests.issuers.people.conftest import Visit, code

App = tuple[str, tuple[str, ...]]


def opened_again(desk: IssuingDesk, data_dir: Path) -> IssuingDesk:
    """Open the key store again, with what lies in its places now."""
    places = (FilePlace(data_dir / "keys" / name) for name in ("kek", "kek-lists"))
    return replace(desk, key_store=WrappingKeyStore(issuing=next(places), standing=next(places)))


class TestRewrapCodes:
    """`rewrap_codes` follows the key-encryption key."""

    def test_opens_under_the_new_one_alone(
        self, desk: IssuingDesk, visit: Visit, app: App, data_dir: Path
    ) -> None:
        """Nobody has to make his app again."""
        place = FilePlace(data_dir / "keys" / "kek-lists")
        place.prepare()
        rewrap_codes(desk)
        place.promote()
        place.old.unlink()
        prove_code(opened_again(desk, data_dir), code(desk, app[0]), visitor=visit())


@ON_SQLITE
class TestReplaceClosedApps:
    """`replace_closed_apps` goes on when what wrapped the secrets is lost."""

    @pytest.fixture
    def after(self, desk: IssuingDesk, app: App, data_dir: Path) -> IssuingDesk:
        """Lose it, make another, and put that right."""
        place = FilePlace(data_dir / "keys" / "kek-lists")
        place.path.unlink()
        place.furnish()
        after = opened_again(desk, data_dir)
        assert 1 == len(closed_apps(after))
        replace_closed_apps(after)
        return after

    def test_leaves_all_open_and_no_app_that_works(self, after: IssuingDesk, visit: Visit, app: App) -> None:
        """Nobody has the secret that lies there now, so no code of it opens anything."""
        rewrap_codes(after)
        assert [] == closed_apps(after)
        with pytest.raises(CodeError):
            prove_code(after, code(after, app[0]), visitor=visit())

    def test_leaves_recovery_codes_as_they_were(self, after: IssuingDesk, visit: Visit, app: App) -> None:
        """They come in with one, and make a new app."""
        prove_code(after, app[1][0], visitor=visit())

    def test_leaves_alone_what_opens(self, desk: IssuingDesk, visit: Visit, app: App) -> None:
        """Of others nothing is lost."""
        replace_closed_apps(desk)
        prove_code(desk, code(desk, app[0]), visitor=visit())
