"""What an organisation passes on of somebody, put together and signed (CLR 2.0)."""

import asyncio

import pytest
from sqlmodel import col, select

from app.sources import OwnSources
from badges import jws, strictjson
from badges.errors import LintError
from badges.members import objects
from badges.schema import schema_problems
from badges.strictjson import JsonObject
from issuers.audit.fsck import fsck
from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import PermissionDeniedError
from issuers.issuing.issuing import issue
from issuers.issuing.records import MOST_IN_ONE, fits_record, sign_records
from issuers.people.permissions import Actor
from tests.databases import ON_SQLITE
from tests.issuers.conftest import judge
from tests.issuers.schooling import found_school
from verifier.engine import Verifier
from verifier.report import Kind, Report
from verifier.states import State
from verifier.workers.inprocess import InProcess


def given(desk: IssuingDesk, actor: Actor, *keys: str) -> list[JsonObject]:
    """Give badges, and read them."""
    made = (issue(desk, judge(desk), actor=actor, idempotency_key=key).raw for key in keys)
    return [strictjson.loads_object(raw) for raw in made]


def checked(desk: IssuingDesk, raw: bytes) -> Report:
    """Check it as a stranger does, who asks this service."""
    verifier = Verifier(
        sources=OwnSources(desk), clock=desk.clock, workers=InProcess("verifier.apart:answer")
    )
    return asyncio.run(verifier.verify(raw))


def noted(desk: IssuingDesk) -> list[AuditRecord]:
    """Give what the history has of learner records."""
    kinds = [AuditKind.RECORD_INTENDED, AuditKind.RECORD_SIGNED]
    asked = select(AuditRecord).where(col(AuditRecord.kind).in_(kinds)).order_by(col(AuditRecord.sequence))
    return desk.register.read(lambda session: [*session.exec(asked)], within=WHOLE_SERVICE)


class TestSignRecords:
    def test_is_valid_with_all_that_is_in_it(self, desk: IssuingDesk, actor: Actor) -> None:
        """By the school, each badge as it was signed; read back it is the same, and fits the schema."""
        badges = given(desk, actor, "een", "twee")
        [raw] = sign_records(desk, badges, actor=found_school(desk))
        report = checked(desk, raw)
        assert (Kind.CLR, State.VALID) == (report.kind, report.state)
        assert [State.VALID] * 2 == [each.state for each in report.inside]
        record = jws.credential_in(jws.split(raw)).document
        assert badges == objects(record, "credentialSubject", "verifiableCredential")
        assert () == schema_problems(record)

    @ON_SQLITE
    def test_is_as_good_as_the_worst_in_it(self, desk: IssuingDesk, actor: Actor) -> None:
        """The signature of the school makes nothing better."""
        [badge] = given(desk, actor, "een")
        [raw] = sign_records(desk, [badge | {"name": "Anders"}], actor=found_school(desk))
        assert State.FAKE is checked(desk, raw).state

    @ON_SQLITE
    def test_is_written_down_before_it_is_signed(self, desk: IssuingDesk, actor: Actor) -> None:
        """By whom, and nothing of the person."""
        school = found_school(desk)
        sign_records(desk, given(desk, actor, "een"), actor=school)

        [begun, done] = noted(desk)
        assert (AuditKind.RECORD_INTENDED, AuditKind.RECORD_SIGNED) == (begun.kind, done.kind)
        assert (school.person_id, None) == (done.actor_id, done.badge_id)
        assert () == fsck(desk)

    @ON_SQLITE
    def test_writes_nothing_down_of_what_is_not_signed(self, desk: IssuingDesk, actor: Actor) -> None:
        """Two credentials of one id do not fit together: that is found before anything is written."""
        [badge] = given(desk, actor, "een")
        school = found_school(desk)
        with pytest.raises(LintError):
            sign_records(desk, [badge, badge], actor=school)
        assert [] == noted(desk)

    @ON_SQLITE
    def test_divides_what_is_too_much_for_one(self, desk: IssuingDesk, actor: Actor) -> None:
        """Verifiers look at no more than 50 in one."""
        [badge] = given(desk, actor, "een")
        many = [
            badge | {"id": f"urn:uuid:018f0000-0000-7000-8000-{each:012}"} for each in range(MOST_IN_ONE + 1)
        ]
        assert 2 == len(sign_records(desk, many, actor=found_school(desk)))

    @ON_SQLITE
    def test_is_for_who_confirms(self, desk: IssuingDesk, actor: Actor) -> None:
        """A praktijkopleider of a leerbedrijf passes nothing on like this."""
        with pytest.raises(PermissionDeniedError):
            sign_records(desk, given(desk, actor, "een"), actor=actor)


@ON_SQLITE
class TestFitsRecord:
    def test_takes_a_badge_and_no_envelope(self, desk: IssuingDesk, actor: Actor) -> None:
        """CLR 2.0 holds credentials with a proof in them, and with the dates of VC 2.0."""
        [badge] = given(desk, actor, "een")
        envelope: JsonObject = {
            "@context": "https://www.w3.org/ns/credentials/v2",
            "id": "data:application/vc+jwt,eyJ",
            "type": "EnvelopedVerifiableCredential",
        }
        old = {name: value for name, value in badge.items() if name != "validFrom"}
        assert [True, False, False] == [fits_record(desk, each) for each in (badge, envelope, old)]
