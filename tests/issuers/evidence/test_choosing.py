"""Photos that go along with a badge by the recipient's yes, on a real database of each kind."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from badges.judgement import Judgement
from badges.relatedresource import RelatedResource, check_related_resource
from badges.strictjson import loads_object
from issuers.audit.tables import AuditKind
from issuers.desk import IssuingDesk
from issuers.erasing.recipients import remove_recipient
from issuers.errors import NotFoundError, OtherPhotosError, PhotoGoneError, ProfielEndedError
from issuers.evidence.choosing import let_go_along, list_chosen, stop_showing, with_chosen
from issuers.evidence.collectors import Learner
from issuers.evidence.keeping import collect, remove_evidence
from issuers.evidence.looking import Along, list_evidence
from issuers.evidence.public import find_public_photo
from issuers.holding.asking import Waiting
from issuers.holding.confirming import confirm
from issuers.holding.holding import give as hold
from issuers.holding.releasing import release
from issuers.holding.tables import Asks
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import IssuedBadge, issue
from issuers.issuing.overview import list_given
from issuers.issuing.replacing import Correction
from issuers.issuing.reserving import Agreed
from issuers.issuing.revoking import revoke
from issuers.issuing.rules import Rule, set_rule
from issuers.issuing.tables import CorrectionKind, RevocationReason
from issuers.organisations.demo import add_person
from issuers.organisations.trail import read_trail
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.werkplekprofiel.answering import agree
from issuers.werkplekprofiel.keeping import end
from issuers.werkplekprofiel.known import KnownProfiel
from tests import world
from tests.issuers.evidence.test_keeping import PHOTO, PIXELS, STORY
from tests.issuers.giving import correct, issue_agreed
from tests.issuers.werkplekprofiel.conftest import ORDERS


@pytest.fixture
def photo(desk: IssuingDesk, proposed: KnownProfiel, learner: Learner) -> UUID:
    """Agree, and collect a photo."""
    agree(desk, proposed.token, revision=proposed.revision, name="Sam")
    return collect(desk, ORDERS, PHOTO, by=learner, photo=PIXELS)


def chosen(desk: IssuingDesk, proposed: KnownProfiel, actor: Actor) -> list[RelatedResource]:
    """Give how a badge names what was chosen."""
    return [each.cited for each in list_chosen(desk, proposed.id, ORDERS, actor=actor)]


def judged(desk: IssuingDesk, photos: Sequence[RelatedResource]) -> Judgement:
    """Judge it as the praktijkopleider does, with these photos."""
    werkproces = werkproces_reference(desk, ORDERS[0], code=ORDERS[1])
    today = desk.clock.now().date()
    return world.judgement(
        werkproces=werkproces, name="Sam", skills=(), photos=tuple(photos), start=today, end=today
    )


def give(
    desk: IssuingDesk, proposed: KnownProfiel, actor: Actor, *, photos: Sequence[RelatedResource]
) -> IssuedBadge:
    """Give the badge."""
    said = judged(desk, photos)
    return issue_agreed(desk, said, profiel_id=proposed.id, actor=actor, idempotency_key="afspraak")


def token_of(cited: RelatedResource) -> str:
    """Give the end of its address."""
    return cited.id.rpartition("/")[2]


def standing(desk: IssuingDesk, learner: Learner) -> list[Along | None]:
    """Tell how each thing stands that was collected."""
    return [each.along for each in list_evidence(desk, ORDERS, by=learner)]


class TestLetGoAlong:
    """`let_go_along`."""

    def test_is_no_until_the_recipient_says_yes(
        self, desk: IssuingDesk, proposed: KnownProfiel, actor: Actor, learner: Learner, photo: UUID
    ) -> None:
        """Then the badge can name it, in exactly its bytes; a second yes changes nothing."""
        assert [] == chosen(desk, proposed, actor)
        let_go_along(desk, photo, by=learner)
        first = chosen(desk, proposed, actor)
        let_go_along(desk, photo, by=learner)
        assert first == chosen(desk, proposed, actor)
        check_related_resource(first[0].as_json(), PIXELS.jpeg)
        assert [Along.CHOSEN] == standing(desk, learner)

    def test_is_about_photos_only(
        self, desk: IssuingDesk, proposed: KnownProfiel, learner: Learner, photo: UUID
    ) -> None:
        """What else was collected stays where it is, and what is not his is not there."""
        story = collect(desk, ORDERS, STORY, by=learner)
        for other in (story, uuid4()):
            with pytest.raises(NotFoundError):
                let_go_along(desk, other, by=learner)
        assert {Along.NOT_CHOSEN, None} == set(standing(desk, learner))

    def test_is_taken_back(
        self, desk: IssuingDesk, proposed: KnownProfiel, actor: Actor, learner: Learner, photo: UUID
    ) -> None:
        """Before it is signed; a new yes is a new address."""
        let_go_along(desk, photo, by=learner)
        first = chosen(desk, proposed, actor)
        stop_showing(desk, photo, by=learner)
        stop_showing(desk, photo, by=learner)
        assert [] == chosen(desk, proposed, actor)
        let_go_along(desk, photo, by=learner)
        assert first != chosen(desk, proposed, actor)

    def test_needs_an_agreement_that_goes_on(
        self, desk: IssuingDesk, proposed: KnownProfiel, actor: Actor, learner: Learner, photo: UUID
    ) -> None:
        """Saying no needs nothing."""
        end(desk, proposed.id, actor=actor)
        with pytest.raises(ProfielEndedError):
            let_go_along(desk, photo, by=learner)
        stop_showing(desk, photo, by=learner)

    def test_is_written_down(self, desk: IssuingDesk, actor: Actor, learner: Learner, photo: UUID) -> None:
        """The yes and the no, once each."""
        for _ in range(2):
            let_go_along(desk, photo, by=learner)
        for _ in range(2):
            stop_showing(desk, photo, by=learner)
        beheerder = add_person(desk, "Bea", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
        kinds = [each.kind for each in read_trail(desk, actor=beheerder, page=0)]
        assert [1, 1] == [kinds.count(each) for each in (AuditKind.PHOTO_CHOSEN, AuditKind.PHOTO_STOPPED)]


class TestIssuing:
    """A badge of work that was agreed, with a photo."""

    def test_names_the_photo_that_is_served(
        self, desk: IssuingDesk, proposed: KnownProfiel, actor: Actor, learner: Learner, photo: UUID
    ) -> None:
        """By its address and by both digests of the bytes; before it is signed the address opens nothing."""
        let_go_along(desk, photo, by=learner)
        [cited] = chosen(desk, proposed, actor)
        with pytest.raises(NotFoundError):
            find_public_photo(desk, token_of(cited))
        document = loads_object(give(desk, proposed, actor, photos=[cited]).raw)
        served = find_public_photo(desk, token_of(cited)).jpeg
        assert [cited.id] == [each["id"] for each in document["relatedResource"]]
        assert cited.id == document["evidence"][1]["id"]
        check_related_resource(document["relatedResource"][0], served)
        assert [Along.SHOWN] == standing(desk, learner)

    def test_gives_the_same_badge_again(
        self, desk: IssuingDesk, proposed: KnownProfiel, actor: Actor, learner: Learner, photo: UUID
    ) -> None:
        """The same form sent twice, also where the recipient stopped the photo in between."""
        let_go_along(desk, photo, by=learner)
        photos = chosen(desk, proposed, actor)
        first = give(desk, proposed, actor, photos=photos)
        stop_showing(desk, photo, by=learner)
        assert first == give(desk, proposed, actor, photos=photos)

    def test_refuses_a_photo_that_was_not_chosen(
        self, desk: IssuingDesk, proposed: KnownProfiel, actor: Actor, learner: Learner, photo: UUID
    ) -> None:
        """Not any more, in other bytes, from elsewhere, or without an agreement."""
        let_go_along(desk, photo, by=learner)
        [cited] = chosen(desk, proposed, actor)
        for other in (replace(cited, digest=cited.digest[:-1] + "A"), replace(cited, id=f"{cited.id[:-1]}_")):
            with pytest.raises(OtherPhotosError):
                give(desk, proposed, actor, photos=[other])
        with pytest.raises(OtherPhotosError):
            issue(desk, judged(desk, [cited]), actor=actor, idempotency_key="los")
        stop_showing(desk, photo, by=learner)
        with pytest.raises(OtherPhotosError):
            give(desk, proposed, actor, photos=[cited])

    def test_leaves_out_what_was_chosen_and_not_seen(
        self, desk: IssuingDesk, proposed: KnownProfiel, actor: Actor, learner: Learner, photo: UUID
    ) -> None:
        """What goes in is what the praktijkopleider sees; the rest stays private."""
        let_go_along(desk, photo, by=learner)
        document = loads_object(give(desk, proposed, actor, photos=()).raw)
        assert "relatedResource" not in document
        [cited] = chosen(desk, proposed, actor)
        with pytest.raises(NotFoundError):
            find_public_photo(desk, token_of(cited))


class TestFindPublicPhoto:
    """`find_public_photo`: until it ends."""

    @pytest.fixture
    def shown(
        self, desk: IssuingDesk, proposed: KnownProfiel, actor: Actor, learner: Learner, photo: UUID
    ) -> tuple[IssuedBadge, str]:
        """Give a badge with a photo; name it and the address."""
        let_go_along(desk, photo, by=learner)
        cited = chosen(desk, proposed, actor)
        badge = give(desk, proposed, actor, photos=cited)
        assert PIXELS.jpeg == find_public_photo(desk, token_of(cited[0])).jpeg
        return badge, token_of(cited[0])

    def test_ends_when_the_recipient_stops_it(
        self, desk: IssuingDesk, learner: Learner, photo: UUID, shown: tuple[IssuedBadge, str]
    ) -> None:
        """For good: to this address there is no way back."""
        stop_showing(desk, photo, by=learner)
        with pytest.raises(PhotoGoneError):
            find_public_photo(desk, shown[1])
        assert [Along.STOPPED] == standing(desk, learner)
        with pytest.raises(NotFoundError):
            let_go_along(desk, photo, by=learner)

    def test_ends_with_the_badge(
        self, desk: IssuingDesk, actor: Actor, shown: tuple[IssuedBadge, str]
    ) -> None:
        """When it is withdrawn."""
        revoke(desk, shown[0].id, actor=actor, reason=RevocationReason.VERGISSING)
        with pytest.raises(PhotoGoneError):
            find_public_photo(desk, shown[1])

    @pytest.mark.parametrize("goes_along", [True, False])
    def test_goes_on_with_the_badge_that_takes_its_place(
        self,
        desk: IssuingDesk,
        proposed: KnownProfiel,
        actor: Actor,
        shown: tuple[IssuedBadge, str],
        *,
        goes_along: bool,
    ) -> None:
        """Where that names it too; else it ends."""
        photos = chosen(desk, proposed, actor) if goes_along else ()
        correction = Correction(badge_id=shown[0].id, kind=CorrectionKind.SCHRIJFFOUT, profiel_id=proposed.id)
        said = replace(judged(desk, photos), narrative="Sam verzamelde elke dag 50 orders.")
        correct(desk, said, correction=correction, actor=actor, idempotency_key="beter")
        if goes_along:
            assert PIXELS.jpeg == find_public_photo(desk, shown[1]).jpeg
        else:
            with pytest.raises(PhotoGoneError):
                find_public_photo(desk, shown[1])

    def test_ends_when_the_photo_is_taken_away(
        self, desk: IssuingDesk, learner: Learner, photo: UUID, shown: tuple[IssuedBadge, str]
    ) -> None:
        """There is one copy."""
        remove_evidence(desk, photo, by=learner)
        with pytest.raises(PhotoGoneError):
            find_public_photo(desk, shown[1])

    def test_ends_with_the_recipient(
        self, desk: IssuingDesk, actor: Actor, sam: UUID, shown: tuple[IssuedBadge, str]
    ) -> None:
        """Who is forgotten is forgotten here too; the badge stays."""
        remove_recipient(desk, sam, actor=actor)
        with pytest.raises(PhotoGoneError):
            find_public_photo(desk, shown[1])

    def test_knows_no_other_address(self, desk: IssuingDesk, shown: tuple[IssuedBadge, str]) -> None:
        """Nor the token of the badge itself."""
        for other in ("", "x", shown[0].token):
            with pytest.raises(NotFoundError):
                find_public_photo(desk, other)


class TestWithChosen:
    """`with_chosen`."""

    def test_adds_what_the_recipient_wants_and_nothing_else(
        self, desk: IssuingDesk, proposed: KnownProfiel, actor: Actor, learner: Learner, photo: UUID
    ) -> None:
        """Whatever the judgement named before; without a recipient there is nobody who wants any."""
        let_go_along(desk, photo, by=learner)
        wanted = chosen(desk, proposed, actor)
        foreign = RelatedResource.of_photo(f"{desk.base_url}/foto/AAECAwQFBgcICQoLDA0ODw", raw=b"x")
        found = [
            with_chosen(
                desk, judged(desk, [foreign]), profiel_id=profiel_id, organisation_id=actor.organisation_id
            ).photos
            for profiel_id in (proposed.id, None)
        ]
        assert [tuple(wanted), ()] == found


class TestWithoutStopped:
    """`without_stopped`: what waited is signed with what the recipient still wants."""

    def test_leaves_out_what_was_taken_back_while_it_waited(
        self, desk: IssuingDesk, proposed: KnownProfiel, actor: Actor, learner: Learner, photo: UUID
    ) -> None:
        """The badge is given all the same, and names what he still wants."""
        still = collect(desk, ORDERS, PHOTO, by=learner, photo=PIXELS)
        for each in (photo, still):
            let_go_along(desk, each, by=learner)
        said = judged(desk, chosen(desk, proposed, actor))
        beheerder = add_person(desk, "Bea", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
        set_rule(desk, Rule(asks=Asks.SECOND), actor=beheerder)
        waiting = hold(desk, said, actor=actor, idempotency_key="wacht", occasion=Agreed(proposed.id))
        assert isinstance(waiting, Waiting)
        stop_showing(desk, photo, by=learner)
        second = add_person(desk, "Ida", organisation_id=actor.organisation_id, role=Role.PRAKTIJKOPLEIDER)
        confirm(desk, waiting.id, actor=second)
        release(desk, waiting.id, organisation_id=actor.organisation_id)
        [badge] = list_given(desk, actor=actor, page=0)
        named = [each["id"] for each in loads_object(badge.raw)["relatedResource"]]
        assert [each.id for each in chosen(desk, proposed, actor)] == named
        assert 1 == len(named)
