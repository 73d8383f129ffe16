"""All data of an organisation, handed back in a zip."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import SQLModel

from issuers.desk import IssuingDesk
from issuers.errors import FreshProofNeededError, PermissionDeniedError
from issuers.issuing.issuing import IssuedBadge
from issuers.organisations.handing_back import LEFT_OUT, SECRET, hand_back
from issuers.organisations.register import tenant_tables
from issuers.people.permissions import Actor
from issuers.people.sessions import NewSession, sign_in
from issuers.people.tables import Proof
from web.clock import FixedClock

HANDED_BACK = {
    "achievement",
    "agreed_werkproces",
    "agreement",
    "api_key",
    "assessment",
    "audit_record",
    "badge",
    "badge_erkenning",
    "badge_jwt",
    "badge_photo",
    "badgeklasse",
    "badgeklasse_version",
    "bulk",
    "bulk_line",
    "candidate",
    "cohort",
    "cohort_member",
    "decision",
    "decision_rule",
    "draft",
    "endorsement",
    "erased_badge",
    "erkenning",
    "erkenning_check",
    "evidence",
    "evidence_photo",
    "examenplan",
    "exemption_request",
    "former_signature",
    "hand_link",
    "held",
    "held_code_try",
    "holding_rule",
    "intake",
    "intake_line",
    "invitation",
    "membership",
    "organisation_fact",
    "organisation_kwalificatie",
    "organisation_number",
    "organisation_picture",
    "poster",
    "poster_werkproces",
    "recipient",
    "rested_file",
    "roster",
    "roster_line",
    "saying",
    "school_question",
    "signing_key",
    "status_list",
    "taken_file",
    "told",
    "untold",
    "werkplekprofiel",
    "young_recipient",
}


def opened(raw: bytes) -> zipfile.ZipFile:
    """Open the zip."""
    return zipfile.ZipFile(io.BytesIO(raw))


class TestHandBack:
    """`hand_back` makes the zip."""

    def test_holds_every_badge_as_it_was_signed(
        self, desk: IssuingDesk, beheerder: Actor, give: Callable[..., IssuedBadge]
    ) -> None:
        """Byte for byte: it can be checked without us."""
        badges = [give("een"), give("twee")]
        with opened(hand_back(desk, actor=beheerder)) as archive:
            assert {f"bewijzen/{each.id}.json": each.raw for each in badges} == {
                name: archive.read(name) for name in archive.namelist() if name.startswith("bewijzen/")
            }

    def test_holds_who_works_there(self, desk: IssuingDesk, actor: Actor, beheerder: Actor) -> None:
        """Each person once."""
        with opened(hand_back(desk, actor=beheerder)) as archive:
            people = json.loads(archive.read("mensen.json"))
        assert {str(each.person_id): each.name for each in (actor, beheerder)} == {
            each["id"]: each["name"] for each in people
        }

    def test_holds_nothing_of_another_organisation(
        self, desk: IssuingDesk, beheerder: Actor, stranger: Actor
    ) -> None:
        """Neither its id nor the name of its people."""
        with opened(hand_back(desk, actor=beheerder)) as archive:
            everything = b"".join(archive.read(name) for name in archive.namelist())
        assert stranger.organisation_id.encode() not in everything
        assert stranger.name.encode() not in everything

    def test_holds_nothing_to_sign_or_sign_in_with(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """Those are ours to keep, and then to destroy."""
        who = NewSession(
            person_id=beheerder.person_id, proof=Proof.DEMO, organisation_id=beheerder.organisation_id
        )
        sign_in(desk, who)
        with opened(hand_back(desk, actor=beheerder)) as archive:
            keys = json.loads(archive.read("tabellen/signing_key.json"))
            names = archive.namelist()
        assert "tabellen/browser_session.json" not in names
        assert keys
        assert not SECRET["signing_key"] & {name for key in keys for name in key}

    def test_leaves_no_table_out_unseen(self) -> None:
        """A new table of an organisation goes along, or LEFT_OUT says why not."""
        known = HANDED_BACK | LEFT_OUT.keys()
        assert known == {table.name for table in tenant_tables()}

    def test_knows_its_secrets_by_name(self) -> None:
        """A column that was renamed would come along."""
        for name, columns in SECRET.items():
            assert columns <= set(SQLModel.metadata.tables[name].columns.keys())

    def test_hands_back_no_token(self) -> None:
        """Who reads the zip opens nothing with it, also not what was decided about somebody."""
        along = {
            (table.name, column.name)
            for table in tenant_tables()
            for column in table.columns
            if table.name not in LEFT_OUT and column.name not in SECRET.get(table.name, frozenset())
        }
        assert [] == sorted((table, name) for table, name in along if "token" in name.split("_"))

    def test_takes_a_fresh_proof(self, desk: IssuingDesk, beheerder: Actor, clock: FixedClock) -> None:
        """A phone that was left behind does not hand out everything."""
        clock.advance(timedelta(minutes=15))
        with pytest.raises(FreshProofNeededError):
            hand_back(desk, actor=beheerder)

    def test_is_for_the_beheerder(self, desk: IssuingDesk, actor: Actor) -> None:
        """Names of people are in it."""
        with pytest.raises(PermissionDeniedError):
            hand_back(desk, actor=actor)
