"""What holders did since a backup is done again: who was erased stays erased."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from holders.cards.cards import end_own_cards, make_own_card, open_by_card
from holders.cards.codes import Typed
from holders.errors import CardError
from holders.keeping.claiming import keep
from holders.keeping.tables import Holder
from holders.keeping.telephones import find_holder, forget_telephone
from holders.rights.erasing import erase_all
from holders.sharing.closing import close
from issuers.audit.fsck import fsck
from issuers.backups.making import Service, make_backup
from issuers.backups.restoring import restore
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erasing.erasing import erase_recipient
from issuers.errors import PageClosedError
from issuers.organisations.demo import demo_praktijkopleider
from issuers.publishing.documents import signed_bytes
from tests.app.test_drills import verdicts
from tests.holders.conftest import OWN, proof_of
from tests.issuers.backups.conftest import LATER, At, service, service_at
from tests.issuers.backups.test_restoring import going, open_journalled, prepare
from tests.issuers.conftest import FRIDAY, busy, judge, with_history
from tests.issuers.erasing.conftest import Known, get_to_know, told_by
from tests.scanning import LISTENER
from tests.torturing import SHARE
from verifier.states import Verdict
from web.clock import FixedClock

__all__ = ["busy", "going", "service", "service_at", "with_history"]

BREAD = ("bakkerij", "logistiek", "groen")
SEEDED = 200


@pytest.fixture
def clock() -> FixedClock:
    """Stand three minutes after the history began."""
    return FixedClock(FRIDAY + timedelta(minutes=3))


class Place:
    """Hold a service that goes on, and where its backup is put back."""

    def __init__(self, going: IssuingDesk, service: Service, service_at: At, folder: Path) -> None:
        self.going, self.folder = going, folder
        self.service, self._at = service, service_at

    def know(self, number: int, *, family: str = "Verdwenen") -> Known:
        """Get to know somebody."""
        actor = demo_praktijkopleider(self.going)
        name = f"Wim-{number} {family}-{number}"
        return get_to_know(self.going, name, actor=actor, judgement=judge(self.going))

    def hold(self, known: Known) -> None:
        """Keep what somebody was given, on a telephone, and erase it all from there."""
        secret = keep(
            self.going, known.badge.token, proof=proof_of(self.going, known.badge), holder=None, on=OWN
        )
        self.secrets = [*getattr(self, "secrets", []), secret]

    def put_back(self, clock: FixedClock) -> IssuingDesk:
        """Put the backup back elsewhere, and open that as a service does."""
        self.going.register.close()
        there = prepare(self.service, self._at, self.folder / "elsewhere")
        restored = restore(there, self.folder / "backup", base_url=None, has_journal=True)
        assert () == restored.findings
        clock.advance(timedelta(hours=2))
        return open_journalled(there, clock)

    def holding(self, what: bytes) -> list[str]:
        """Name the files of what was put back that hold this."""
        files = (path for path in (self.folder / "elsewhere").rglob("*") if path.is_file())
        return [path.name for path in files if what in path.read_bytes()]


@pytest.fixture
def place(going: IssuingDesk, service: Service, service_at: At, tmp_path: Path) -> Iterator[Place]:
    """Give it."""
    return Place(going, service, service_at, tmp_path)


class TestAgain:
    """Erased, and yesterday's backup put back."""

    def erase_and_put_back(self, place: Place, clock: FixedClock, *, total: int) -> None:
        """Erase half by the organisation and half by the holders; look for them everywhere, also in logs.

        A tenth as many stay, some of them kept; each of those is checked as a visitor does.
        """
        stay = [place.know(number, family="Blijft") for number in range(max(2, total // 10))]
        for each in stay[::2]:
            place.hold(each)
        kept, place.secrets = place.secrets, []
        known = [place.know(number) for number in range(1, total + 1)]
        for each in known[::2]:
            place.hold(each)
        make_backup(place.service, place.folder / "backup", now=LATER)
        for secret in place.secrets:
            holder = find_holder(place.going, secret)
            assert holder is not None
            erase_all(place.going, holder=holder)
        for each in known[1::2]:
            erase_recipient(place.going, each.recipient_id, actor=demo_praktijkopleider(place.going))
        assert 0 == told_by(place.going).count(b"Verdwenen")
        desk = place.put_back(clock)
        assert [0, []] == [told_by(desk).count(b"Verdwenen"), place.holding(b"Verdwenen")]
        raws = [signed_bytes(desk, each.badge.token) for each in stay]
        assert all(b"Blijft" in each for each in raws)
        assert {Verdict.VALID: len(stay)} == verdicts(desk, raws)
        holders = desk.register.read(lambda session: session.exec(select(Holder)).all(), within=WHOLE_SERVICE)
        assert [len(kept), ()] == [len(holders), fsck(desk)]
        assert [] == LISTENER.heard
        desk.register.close()

    def test_keeps_shut_what_a_holder_shut(self, place: Place, clock: FixedClock) -> None:
        """The page of a badge, his card, and a telephone that he lost."""
        known = place.know(1, family="Blijft")
        place.hold(known)
        [secret] = place.secrets
        holder = find_holder(place.going, secret)
        assert holder is not None
        code = make_own_card(place.going, BREAD, holder=holder)
        typed = Typed(code=code, pictures=BREAD)
        lost = open_by_card(place.going, typed, on=OWN)
        make_backup(place.service, place.folder / "backup", now=LATER)
        close(place.going, known.badge.id, holder=holder)
        end_own_cards(place.going, holder=holder)
        forget_telephone(place.going, lost)
        desk = place.put_back(clock)
        with pytest.raises(PageClosedError):
            signed_bytes(desk, known.badge.token)
        with pytest.raises(CardError):
            open_by_card(desk, typed, on=OWN)
        assert [None, holder.holder_id] == [
            found and found.holder_id for found in (find_holder(desk, lost), find_holder(desk, secret))
        ]
        desk.register.close()

    def test_leaves_nobody_who_was_erased(self, place: Place, clock: FixedClock) -> None:
        """Of eight."""
        self.erase_and_put_back(place, clock, total=8)

    @pytest.mark.torture
    def test_leaves_nobody_of_two_hundred(self, place: Place, clock: FixedClock) -> None:
        """200 seeded names: 0 hits in database, files, letters and log; all others valid (security T35)."""
        total = max(8, int(SEEDED * SHARE))
        self.erase_and_put_back(place, clock, total=total)
        print(f"\nerased and put back: 0 hits for {total} names, {max(2, total // 10)} others valid")  # noqa: T201
