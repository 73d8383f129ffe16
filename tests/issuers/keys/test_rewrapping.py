"""Keys are wrapped anew, and the power may go at any moment (kill -9): each opens afterwards."""

import os
import signal
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import pytest
from sqlmodel import Session

from issuers.audit.fsck import fsck
from issuers.database.scopes import Insider
from issuers.database.transactions import Register
from issuers.desk import IssuingDesk
from issuers.keys.loss import closed_because
from issuers.keys.rewrapping import rewrap
from issuers.keys.tables import SEALABLE
from issuers.keystore.places import FilePlace
from issuers.organisations.founding import NewOrganisation, create_organisation
from tests.databases import ON_BOTH, Databases
from tests.issuers.racing import open_now

pytestmark = ON_BOTH

_Result = TypeVar("_Result")
KEYS = 6


class CutRegister(Register):
    """Die within a transaction, after so many that were done."""

    def __init__(self, whole: Register, *, after: int) -> None:
        super().__init__(whole._database)
        self._left = after

    def write(self, work: Callable[[Session], _Result], *, within: Insider) -> _Result:
        """Do it, or die before it is kept."""

        def cut(session: Session) -> _Result:
            done = work(session)
            session.flush()
            os.kill(os.getpid(), signal.SIGKILL)
            return done

        self._left -= 1
        return super().write(work if self._left >= 0 else cut, within=within)


def rewrap_and_die(folder: Path, url: str, after: int) -> None:
    """Be the process that wraps anew, for so many keys."""
    desk = open_now(folder, url=url)
    rewrap(replace(desk, register=CutRegister(desk.register, after=after)), SEALABLE)


def opens(folder: Path, *, url: str, without: str = "") -> bool:
    """Tell whether a service that starts now opens every key, without one of the files."""
    path = folder / "keys" / without
    away = path.rename(path.with_name("away")) if without else None
    desk = open_now(folder, url=url)
    found = closed_because(desk)
    desk.register.close()
    if away:
        away.rename(path)
    return found is None


@pytest.mark.torture
class TestRewrap:
    """`rewrap`."""

    @pytest.mark.parametrize("after", [0, 3, KEYS - 1])
    def test_goes_on_after_a_kill(
        self, desk: IssuingDesk, data_dir: Path, databases: Databases, after: int
    ) -> None:
        """Half done takes both files, and the rest is done the next time; then the old one can go."""
        for number in range(KEYS // 2 - 1):
            create_organisation(desk, NewOrganisation(name=f"Bedrijf {number}", facts=()))
        url, place = databases.url(data_dir), FilePlace(data_dir / "keys" / "kek")
        place.prepare()
        process = get_context("spawn").Process(target=rewrap_and_die, args=(data_dir, url, after))
        process.start()
        process.join()
        assert -signal.SIGKILL == process.exitcode
        assert opens(data_dir, url=url)
        assert (after == 0) == opens(data_dir, url=url, without="kek.new")
        assert KEYS - after == rewrap(desk, SEALABLE)
        place.promote()
        assert opens(data_dir, url=url, without="kek.old")
        assert () == fsck(desk)
