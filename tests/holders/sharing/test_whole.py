"""A praktijkverklaring is kept and shown whole: one signed document that cites its badges."""

import io
import zipfile

import pytest

from app.editions import OwnEditions
from badges import jws, strictjson
from badges.baking import pdf, png, svg
from badges.credential import parse
from badges.fewer import Part
from badges.members import objects
from badges.relatedresource import check_related_resource
from holders.keeping.claiming import keep
from holders.keeping.telephones import KnownHolder
from holders.rights.downloading import download
from holders.sharing.shared import open_share, shared_bytes
from holders.sharing.sharing import Wish, can_be_shared, find_share, make_share
from issuers.desk import IssuingDesk
from issuers.errors import FormError
from issuers.issuing.issuing import IssuedBadge
from issuers.people.permissions import Actor
from issuers.praktijkverklaring.giving import give as give_verklaring
from issuers.praktijkverklaring.wording import Choice
from issuers.werkplekprofiel.known import KnownProfiel
from tests.databases import ON_SQLITE
from tests.holders.conftest import OWN, Keep, proof_of
from tests.issuers.praktijkverklaring.conftest import (
    GOODS,
    Award,
    agreed,
    award,
    beheerder,
    ids,
    recognised,
    school,
)

__all__ = ["agreed", "award", "beheerder", "recognised", "school"]


@pytest.fixture
def badges(recognised: None, award: Award) -> tuple[IssuedBadge, ...]:
    """Give badges for two werkprocessen, in a place that was recognised."""
    return award(), award(GOODS)


@pytest.fixture
def verklaring(
    desk: IssuingDesk,
    school: Actor,
    agreed: KnownProfiel,
    badges: tuple[IssuedBadge, ...],
) -> IssuedBadge:
    """Give the praktijkverklaring on them."""
    choice = Choice(badges=ids(*badges))
    return give_verklaring(desk, agreed.id, choice, actor=school, idempotency_key="een")


@pytest.fixture
def holder(
    desk: IssuingDesk, keeping: Keep, badges: tuple[IssuedBadge, ...], verklaring: IssuedBadge
) -> KnownHolder:
    """Give who keeps it beside a badge."""
    holder = keeping(badges[0])
    keep(desk, verklaring.token, proof=proof_of(desk, verklaring), holder=holder, on=OWN)
    return holder


def shared(desk: IssuingDesk, holder: KnownHolder, *which: IssuedBadge, without: frozenset[Part]) -> str:
    """Make a link; give its token."""
    wish = Wish(badge_ids=tuple(each.id for each in which), without=without, days=30, label="")
    made = make_share(desk, wish, holder=holder, editions=OwnEditions(desk))
    return find_share(desk, made, holder=holder).token


@ON_SQLITE
class TestPraktijkverklaring:
    """What a school gave, with its keeper."""

    def test_is_shown_as_it_was_signed(
        self,
        desk: IssuingDesk,
        holder: KnownHolder,
        badges: tuple[IssuedBadge, ...],
        verklaring: IssuedBadge,
    ) -> None:
        """Byte for byte; it cites each badge by its id and the digest of its bytes (VCDM 2.0 5.3)."""
        assert verklaring.id in [each.id for each in can_be_shared(desk, holder=holder)]
        raw = shared_bytes(desk, shared(desk, holder, verklaring, without=frozenset()))
        assert verklaring.raw == raw
        cited = {str(each["id"]): each for each in objects(parse(raw).document, "relatedResource")}
        assert {each.credential_id for each in badges} == set(cited)
        for each in badges:
            check_related_resource(cited[each.credential_id], each.raw)

    def test_is_shown_beside_badges(
        self,
        desk: IssuingDesk,
        holder: KnownHolder,
        badges: tuple[IssuedBadge, ...],
        verklaring: IssuedBadge,
    ) -> None:
        """Together they are a presentation, with each as it was signed."""
        token = shared(desk, holder, badges[0], verklaring, without=frozenset())
        assert [badges[0].raw, verklaring.raw] == [each.raw for each in open_share(desk, token).badges]
        inside = objects(strictjson.loads_object(shared_bytes(desk, token)), "verifiableCredential")
        assert strictjson.loads_object(verklaring.raw) == inside[1]

    def test_is_never_shown_in_part(
        self,
        desk: IssuingDesk,
        holder: KnownHolder,
        badges: tuple[IssuedBadge, ...],
        verklaring: IssuedBadge,
    ) -> None:
        """Who leaves out his name is told which one cannot go along, and what he can do."""
        with pytest.raises(FormError) as refused:
            shared(desk, holder, badges[0], verklaring, without=frozenset({Part.NAAM}))
        [problem] = refused.value.problems
        assert problem.nl == (
            "Praktijkverklaring: Dit laat je altijd helemaal zien. "
            "Kies alles, of maak hiervoor een eigen link."
        )

    def test_is_downloaded_in_each_form(
        self, desk: IssuingDesk, holder: KnownHolder, verklaring: IssuedBadge
    ) -> None:
        """The same document in all of them."""
        parts = download(desk, holder=holder, page=lambda _: "", language="nl")
        archive = zipfile.ZipFile(io.BytesIO(b"".join(parts)))
        [folder] = {each.partition("/")[0] for each in archive.namelist() if "praktijkverklaring" in each}
        forms = {
            each: archive.read(f"{folder}/bewijs.{each}") for each in ("json", "jwt", "png", "svg", "pdf")
        }
        inside = [forms["json"], png.unbake(forms["png"]), svg.unbake(forms["svg"]), pdf.unbake(forms["pdf"])]
        assert [verklaring.raw] * 4 == inside
        signed = jws.credential_in(jws.split(forms["jwt"])).document
        assert parse(verklaring.raw).document["id"] == signed["id"]
