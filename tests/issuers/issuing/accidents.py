"""What goes wrong while badges are given: a power cut, a key store that lies."""

from collections.abc import Callable

from sqlmodel import select

from badges.keys import Signer
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.issuing.finishing import Stage
from issuers.issuing.tables import Badge
from issuers.keys.tables import Key
from issuers.keystore.store import KeyLabel, NewKey


class PowerCutError(Exception):
    """Stop everything, as a power cut does."""


def cut_at(stage: Stage) -> Callable[[Stage], None]:
    """Cut the power when this stage is done."""

    def watch(reached: Stage) -> None:
        if reached is stage:
            raise PowerCutError

    return watch


def badges_of(desk: IssuingDesk) -> list[Badge]:
    """List all rows."""
    return list(desk.register.read(lambda session: session.exec(select(Badge)).all(), within=WHOLE_SERVICE))


class LyingKeyStore:
    """A key store whose signatures are of other bytes: a broken KMS."""

    def __init__(self, honest: IssuingDesk) -> None:
        self._honest = honest

    def make(self, label: KeyLabel) -> NewKey:
        """Make a key as the honest one does."""
        return self._honest.key_store.make(label)

    def signer(self, key: Key, *, did: str) -> Signer:
        """Give a signer that signs something else."""
        return LyingSigner(self._honest.key_store.signer(key, did=did))


class LyingSigner:
    """Sign other bytes than asked."""

    def __init__(self, honest: Signer) -> None:
        self._honest = honest

    @property
    def verification_method(self) -> str:
        """Name the right key."""
        return self._honest.verification_method

    def sign(self, data: bytes) -> bytes:
        """Sign one byte too many."""
        return self._honest.sign(data + b"!")
