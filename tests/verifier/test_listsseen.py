"""The newest list of each issuer that was checked."""

from datetime import timedelta

import pytest

from tests import world
from verifier.listsseen import ListsSeen
from verifier.needs import Answers, Found, KnownIssuer, ListName, Need, Purpose
from verifier.report import ListSeen

SCHOOL, OTHER = "did:web:school.voorbeeld", "did:web:anders.voorbeeld"


def url_of(issuer: str) -> str:
    """Tell where the list of an issuer is."""
    return f"https://{issuer.removeprefix('did:web:')}/1"


def check(lists: ListsSeen, issuer: str, *, days: int = 0, known_as: str | None = None) -> Found:
    """Let a list of some days later be checked, and give what was fetched."""
    url = url_of(issuer)
    found = Found(raw=b"%d" % days, url=url, media_type="application/json", at=world.NOW)
    answers = Answers(found={Need(Purpose.STATUS_LIST, url): found})
    answers.issuers[issuer] = KnownIssuer(known_as) if known_as else None
    seen = ListSeen(issuer=issuer, url=url, valid_from=world.NOW + timedelta(days=days))
    lists.keep_those_of(answers, seen=(seen,))
    return found


class TestListsSeen:
    """`ListsSeen`."""

    @pytest.mark.parametrize("known_as", [None, "De School"])
    def test_keeps_the_newest(self, known_as: str | None) -> None:
        """An older list never takes the place of a newer one."""
        lists = ListsSeen()
        new = check(lists, SCHOOL, days=1, known_as=known_as)
        check(lists, SCHOOL, days=0, known_as=known_as)
        assert {ListName(SCHOOL, url_of(SCHOOL)): new} == lists.known({url_of(SCHOOL)})

    @pytest.mark.parametrize("known_as", [None, "De School"])
    def test_has_a_bound(self, known_as: str | None) -> None:
        """The list of longest ago makes place."""
        lists = ListsSeen(size=1)
        check(lists, SCHOOL, known_as=known_as)
        check(lists, OTHER, known_as=known_as)
        assert [ListName(OTHER, url_of(OTHER))] == list(lists.known({url_of(SCHOOL), url_of(OTHER)}))

    def test_lets_no_stranger_push_out_whom_we_know(self) -> None:
        """Else whoever makes enough lists could have an older one of a school count again."""
        lists = ListsSeen(size=1)
        new = check(lists, SCHOOL, days=1, known_as="De School")
        for number in range(3):
            check(lists, f"did:web:{number}.voorbeeld")
        assert {ListName(SCHOOL, url_of(SCHOOL)): new} == lists.known({url_of(SCHOOL)})
