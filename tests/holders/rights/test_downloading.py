"""Everything of a holder in one zip."""

import io
import json
import zipfile
from collections.abc import Iterable

from badges import jws
from badges.baking.png import unbake as unbake_png
from badges.credential import parse
from holders.keeping.claiming import keep
from holders.keeping.telephones import KnownHolder
from holders.rights.downloading import INDEX, MOST_BYTES, STORED, Packed, download
from holders.sharing.closing import close
from issuers.desk import IssuingDesk
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.people.permissions import Actor
from tests.databases import ON_SQLITE
from tests.holders.conftest import OWN, Keep, proof_of
from tests.issuers.conftest import Issue


def named(packed: Iterable[Packed]) -> str:
    """Draw a page that names the files."""
    return "\n".join(file for each in packed for file in each.files)


def opened(desk: IssuingDesk, holder: KnownHolder, *, most_bytes: int = MOST_BYTES) -> zipfile.ZipFile:
    """Open the zip as whoever got it does."""
    parts = download(desk, holder=holder, page=named, language="nl", most_bytes=most_bytes)
    return zipfile.ZipFile(io.BytesIO(b"".join(parts)))


class TestDownload:
    """`download`."""

    def test_holds_each_form(self, desk: IssuingDesk, keeping: Keep, give: Issue) -> None:
        """Each holds what was signed; also where its page is closed."""
        badge = give()
        holder = keeping(badge)
        close(desk, badge.id, holder=holder)
        archive = opened(desk, holder)
        folder = "01-verzamelt-en-controleert-orders"
        files = {f"{folder}/bewijs.{ending}" for ending in ("json", "jwt", "png", "svg", "pdf")}
        assert files | {STORED, INDEX} == set(archive.namelist())
        signed = archive.read(f"{folder}/bewijs.json")
        assert badge.raw == signed == unbake_png(archive.read(f"{folder}/bewijs.png"))
        said = jws.credential_in(jws.split(archive.read(f"{folder}/bewijs.jwt"))).document
        assert parse(signed).document["id"] == said["id"]
        assert archive.testzip() is None

    @ON_SQLITE
    def test_has_no_sheet_of_what_was_withdrawn(
        self, desk: IssuingDesk, actor: Actor, keeping: Keep, give: Issue
    ) -> None:
        """On paper it would not say so."""
        badge = give()
        holder = keeping(badge)
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        assert not [each for each in opened(desk, holder).namelist() if each.endswith(".pdf")]

    @ON_SQLITE
    def test_is_made_while_it_is_sent(self, desk: IssuingDesk, keeping: Keep, give: Issue) -> None:
        """A part for each file, none of them all."""
        first, second = give("een"), give("twee")
        holder = keeping(first)
        keep(desk, second.token, proof=proof_of(desk, second), holder=holder, on=OWN)
        parts = [len(each) for each in download(desk, holder=holder, page=named, language="nl")]
        assert len(parts) > 10
        assert max(parts) < sum(parts) / 2

    @ON_SQLITE
    def test_stops_where_it_gets_too_large(self, desk: IssuingDesk, keeping: Keep, give: Issue) -> None:
        """The page still goes along."""
        holder = keeping(give())
        assert [STORED, INDEX] == opened(desk, holder, most_bytes=100).namelist()

    def test_tells_what_is_stored_without_a_secret(
        self, desk: IssuingDesk, keeping: Keep, give: Issue
    ) -> None:
        """Telephones and badges, no hash and no token."""
        badge = give()
        stored = json.loads(opened(desk, keeping(badge)).read(STORED))
        assert {"holder", "kept_badge", "holder_session"} <= set(stored)
        assert str(badge.id) == stored["kept_badge"][0]["badge_id"]
        assert not [name for rows in stored.values() for row in rows for name in row if "hash" in name]
        assert badge.token not in json.dumps(stored)
