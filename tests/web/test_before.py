"""Where the page is from which a form was sent."""

import pytest

from web.before import nearest

PAGES = frozenset({"/gegeven", "/gegeven/{badge_id}", "/groepen/{group_id}", "/controleer"})


class TestNearest:
    @pytest.mark.parametrize(
        ("path", "route", "page"),
        [
            ("/controleer", "/controleer", "/controleer"),
            ("/groepen/7/verbeter", "/groepen/{group_id}/verbeter", "/groepen/7"),
            ("/groepen/7/rij/8/weg", "/groepen/{group_id}/rij/{row}/weg", "/groepen/7"),
            ("/gegeven/kies", "/gegeven/kies", "/gegeven"),
            ("/uitloggen", "/uitloggen", None),
            ("/bestand/a/b", "/bestand/{path:path}", None),
        ],
    )
    def test_is_the_form_or_what_is_above_it(self, path: str, route: str, page: str | None) -> None:
        """What is sent to an address that is no page came from one above it."""
        assert page == nearest(path, route=route, pages=PAGES)
