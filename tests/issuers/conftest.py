"""A real desk on a real database of each kind, with a clock that stands still."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from badges.catalogue import embedded
from badges.judgement import Independence, Judgement, Leervorm, Role
from issuers.audit.checkpoints import make_checkpoint
from issuers.desk import IssuingDesk
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import IssuedBadge, issue
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.keystore.store import WrappingKeyStore
from issuers.opening import issuing_place, open_desk, standing_place
from issuers.organisations.demo import add_person, demo_praktijkopleider
from issuers.organisations.facts import NewFact
from issuers.organisations.founding import NewOrganisation, create_organisation
from issuers.organisations.tables import OrganisationKind
from issuers.people.permissions import Actor
from issuers.people.sessions import NewSession, Visitor, find_visitor, sign_in
from issuers.people.tables import Proof
from issuers.people.tables import Role as OrganisationRole
from issuers.preparing import Templates
from tests.databases import Databases
from tests.fresh import fresh_in
from tests.once import Once
from web.clock import FixedClock

BASE_URL = "https://bewijs.voorbeeld"
Issue = Callable[..., IssuedBadge]
Visit = Callable[..., Visitor]


FRIDAY = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)


def open_at(data_dir: Path, clock: FixedClock, *, databases: Databases) -> IssuingDesk:
    """Open a desk on a folder."""
    return open_desk(
        databases.url(data_dir),
        data_dir=data_dir,
        base_url=BASE_URL,
        clock=clock,
        catalogue=embedded(),
    )


@dataclass(frozen=True, slots=True)
class Furnished:
    """Hold a folder with the demo leerbedrijf in it, and who judges there."""

    folder: Path
    actor: Actor


def furnish(once: Once, databases: Databases) -> Furnished:
    """Make the folder."""
    folder = fresh_in(once.folder("furnished"), once=once, databases=databases)
    desk = open_at(folder, FixedClock(FRIDAY), databases=databases)
    actor = demo_praktijkopleider(desk)
    desk.register.close()
    return Furnished(folder, actor)


@pytest.fixture(scope="session")
def furnished(once: Once, databases: Databases) -> Path:
    """Give a folder with the demo leerbedrijf in it; each test works on a copy."""
    return once.make(furnish, databases=databases).folder


def make_history(once: Once, databases: Databases) -> Path:
    """Make a folder with two badges, one of them withdrawn, and two checkpoints."""
    folder = databases.copy(once.make(furnish, databases=databases).folder, once.folder("with-history"))
    clock = FixedClock(FRIDAY)
    desk = open_at(folder, clock, databases=databases)
    actor, judgement = demo_praktijkopleider(desk), judge(desk)
    badge = issue(desk, judgement, actor=actor, idempotency_key="een")
    make_checkpoint(desk)
    issue(desk, judgement, actor=actor, idempotency_key="twee")
    clock.advance(timedelta(minutes=3))
    revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
    make_checkpoint(desk)
    desk.register.close()
    return folder


@pytest.fixture(scope="session")
def with_history(once: Once, databases: Databases) -> Path:
    """Give a folder with two badges, one of them withdrawn, and two checkpoints."""
    return once.make(make_history, databases=databases)


@pytest.fixture
def busy(tmp_path: Path, with_history: Path, databases: Databases) -> Iterator[IssuingDesk]:
    """Open a desk with some history, three minutes later."""
    folder = databases.copy(with_history, tmp_path / "busy")
    opened = open_at(folder, FixedClock(FRIDAY + timedelta(minutes=3)), databases=databases)
    yield opened
    opened.register.close()


@pytest.fixture
def clock() -> FixedClock:
    """Give a clock that stands at a Friday afternoon."""
    return FixedClock(FRIDAY)


@pytest.fixture
def data_dir(tmp_path: Path, furnished: Path, databases: Databases) -> Path:
    """Give the folder of the service."""
    return databases.copy(furnished, tmp_path / "data")


def keep_open(once: Once, databases: Databases) -> Callable[[], IssuingDesk]:
    """Open a desk once for all tests that only work at it; give what makes it again as it was.

    To open one takes longer than most tests of it: twelve milliseconds, and on PostgreSQL a hundred.
    """
    folder = databases.copy(once.make(furnish, databases=databases).folder, once.folder("kept"))
    opened = open_at(folder, FixedClock(FRIDAY), databases=databases)
    once.at_the_end(opened.register.close)
    put_back = databases.remember(folder)
    keys = {path: path.read_bytes() for path in (folder / "keys").iterdir()}

    def as_it_was() -> IssuingDesk:
        put_back()
        for path, content in keys.items():
            path.write_bytes(content)
        store = WrappingKeyStore(issuing=issuing_place(folder), standing=standing_place(folder))
        return replace(opened, key_store=store, templates=Templates())

    return as_it_was


@pytest.fixture(scope="session")
def kept_open(once: Once, databases: Databases) -> Callable[[], IssuingDesk]:
    """Give what makes a desk that stays open again as it was."""
    return once.make(keep_open, databases=databases)


@pytest.fixture
def desk(
    request: pytest.FixtureRequest,
    kept_open: Callable[[], IssuingDesk],
    clock: FixedClock,
    databases: Databases,
) -> Iterator[IssuingDesk]:
    """Open a desk with the demo leerbedrijf and nothing else; for who asks for `data_dir`, in that folder."""
    if "data_dir" not in request.fixturenames:
        yield replace(kept_open(), clock=clock)
        return
    opened = open_at(request.getfixturevalue("data_dir"), clock, databases=databases)
    yield opened
    opened.register.close()


@pytest.fixture
def twin(
    desk: IssuingDesk, data_dir: Path, databases: Databases, clock: FixedClock
) -> Callable[[], IssuingDesk]:
    """Open a copy of the desk as it stands on the disk now."""

    def open_copy() -> IssuingDesk:
        desk.register.engine.dispose()
        return open_at(databases.copy(data_dir, data_dir.with_name("copy")), clock, databases=databases)

    return open_copy


@pytest.fixture
def actor(desk: IssuingDesk, once: Once, databases: Databases) -> Actor:
    """Give the praktijkopleider of the demo leerbedrijf: the same in each copy of it."""
    return replace(once.make(furnish, databases=databases).actor, proved=desk.clock.now())


@pytest.fixture
def visit(desk: IssuingDesk, actor: Actor) -> Visit:
    """Give what signs in the praktijkopleider, or another, by some proof."""

    def visit_as(proof: Proof = Proof.LINK, *, who: Actor = actor, way_in: UUID | None = None) -> Visitor:
        token = sign_in(desk, NewSession(person_id=who.person_id, proof=proof, way_in=way_in))
        visitor = find_visitor(desk, token)
        assert visitor is not None
        return visitor

    return visit_as


@pytest.fixture
def former_beheerder(actor: Actor) -> Actor:
    """Give somebody whose session remembers a role that he has not any more."""
    return replace(actor, roles=frozenset({OrganisationRole.BEHEERDER}))


@pytest.fixture
def stranger(desk: IssuingDesk) -> Actor:
    """Give a praktijkopleider of another leerbedrijf."""
    other = create_organisation(
        desk, NewOrganisation(name="Bakkerij Het Anker", facts=(NewFact(OrganisationKind.LEERBEDRIJF),))
    )
    return add_person(desk, "Ilse Kok", organisation_id=other.id, role=OrganisationRole.PRAKTIJKOPLEIDER)


@pytest.fixture
def judgement(desk: IssuingDesk) -> Judgement:
    """Give a judgement with everything in it but skills."""
    return judge(desk)


def judge(desk: IssuingDesk) -> Judgement:
    """Judge a werkproces of the catalogue."""
    return Judgement(
        werkproces=werkproces_reference(desk, "25774", code="B1-K2-W1"),
        name="Sam de Vries",
        narrative="Sam verzamelde elke ochtend 40 orders met de handscanner.",
        start=date(2026, 1, 5),
        end=date(2026, 6, 26),
        independence=Independence.ZELFSTANDIG,
        role=Role.WERKNEMER,
        skills=(),
        leervorm=Leervorm.INFORMEEL,
    )


@pytest.fixture
def give(desk: IssuingDesk, actor: Actor, judgement: Judgement) -> Issue:
    """Issue a badge; keywords change the judgement."""

    def give_one(idempotency_key: str = "formulier-1", **changes: object) -> IssuedBadge:
        changed = replace(judgement, **changes)  # type: ignore[arg-type]  # the test names the fields
        return issue(desk, changed, actor=actor, idempotency_key=idempotency_key)

    return give_one
