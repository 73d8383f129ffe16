"""A school gives a praktijkverklaring, on a real database of each kind; the bad cases too."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from badges.judgement import Independence
from badges.members import at, objects
from badges.relatedresource import check_related_resource
from badges.schema import schema_problems
from badges.strictjson import JsonObject, loads_object
from issuers.desk import IssuingDesk
from issuers.errors import FormError, KeyStoreError, VerklaringHinderedError
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.overview import find_by_token
from issuers.issuing.recovery import Recovered, recover
from issuers.issuing.reissuing import Reissued, reissue
from issuers.issuing.revoking import find_revocation, revoke
from issuers.issuing.tables import RevocationReason
from issuers.keys.managing import list_keys, withdraw_key
from issuers.keys.tables import KeyPurpose
from issuers.organisations.demo import add_person
from issuers.organisations.tables import SchoolKind
from issuers.overview.listing import Beside, list_badges
from issuers.overview.looking import Wanted
from issuers.people.permissions import Actor, operator
from issuers.people.tables import Role
from issuers.praktijkverklaring.checking import OwnCheck, write_check
from issuers.praktijkverklaring.confirming import confirm
from issuers.praktijkverklaring.giving import give, read_mbo_day
from issuers.praktijkverklaring.hindering import Hindrance
from issuers.praktijkverklaring.offering import Candidate, find_offer
from issuers.praktijkverklaring.wording import Choice
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.naming import name_trainer
from tests.issuers.conftest import judge
from tests.issuers.giving import issue_agreed
from tests.issuers.praktijkverklaring.conftest import GOODS, Award, AwardAt, ids
from tests.issuers.schooling import give_mandate
from tests.issuers.werkplekprofiel.conftest import ORDERS
from web.clock import FixedClock


class NoKeys:
    """Be a key store that cannot be opened now."""

    def signer(self, *_key: object, **_did: object) -> None:
        """Open nothing.

        Raises:
            KeyStoreError: always.
        """
        raise KeyStoreError("not now", nl="Niet nu.")


def given(desk: IssuingDesk, found: IssuedBadge) -> JsonObject:
    """Read what was given."""
    return loads_object(find_by_token(desk, found.token).raw)


def candidates(desk: IssuingDesk, profiel: KnownProfiel, *, school: Actor) -> dict[str, Candidate]:
    """Name how each badge stands, by the code of its work."""
    offer = find_offer(desk, profiel.id, actor=school)
    return {
        each.badge.facts.werkproces.code: each for each in offer.candidates if each.badge.facts.werkproces
    }


class TestReadMboDay:
    """`read_mbo_day`."""

    @pytest.mark.parametrize(
        ("typed", "day"), [("", None), ("3-7-2026", date(2026, 7, 3)), ("3 juli 2026", date(2026, 7, 3))]
    )
    def test_reads_a_day_or_none(self, typed: str, day: date | None) -> None:
        """It may not be known yet."""
        assert day == read_mbo_day(typed, today=date(2026, 6, 26))

    @pytest.mark.parametrize("typed", ["ooit", "3-7-2062"])
    def test_refuses_what_is_none(self, typed: str) -> None:
        """Beside its field."""
        with pytest.raises(FormError) as refused:
            read_mbo_day(typed, today=date(2026, 6, 26))
        assert ["dag-mbo"] == [each.field for each in refused.value.problems]


@pytest.mark.usefixtures("recognised")
class TestGive:
    """`give`."""

    def test_says_who_judged_what_and_cites_the_badges(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """Of two werkprocessen, with the praktijkopleider who agreed, signed by the school."""
        name_trainer(desk, agreed.id, function="teamleider", actor=actor)
        badges = award(), award(GOODS)
        found = give(desk, agreed.id, Choice(badges=ids(*badges)), actor=school, idempotency_key="een")
        document = given(desk, found)
        assert () == schema_problems(document)
        assert "Praktijkverklaring" == document["name"]
        assert desk.addresses.did(school.organisation_id) == at(document, "issuer", "id")
        assert desk.addresses.did(actor.organisation_id) == at(document, "credentialSubject", "source", "id")
        assert f"Praktijkopleider: {actor.name}, teamleider." in str(
            at(document, "credentialSubject", "narrative")
        )
        cited = {str(entry["id"]): entry for entry in objects(document, "relatedResource")}
        assert {each.credential_id for each in badges} == set(cited)
        for badge in badges:
            check_related_resource(cited[badge.credential_id], badge.raw)

    def test_gives_the_same_when_asked_again(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """A double click gives no second."""
        choice = Choice(badges=ids(award()))
        first, second = (give(desk, agreed.id, choice, actor=school, idempotency_key="een") for _ in range(2))
        assert first == second
        assert [first.id] == [each.id for each in find_offer(desk, agreed.id, actor=school).given]

    def test_can_be_withdrawn(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """By the list of the school."""
        found = give(desk, agreed.id, Choice(badges=ids(award())), actor=school, idempotency_key="een")
        beheerder = add_person(desk, "Bo Vos", organisation_id=school.organisation_id, role=Role.BEHEERDER)
        revoke(desk, found.id, actor=beheerder, reason=RevocationReason.OP_VERZOEK)
        assert find_revocation(desk, found.id, organisation_id=school.organisation_id) is not None

    def test_is_finished_by_recovery(
        self, desk: IssuingDesk, clock: FixedClock, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """What was meant is signed, byte for byte, where the machine stopped before the key was used."""
        choice = Choice(badges=ids(award()))
        with pytest.raises(KeyStoreError):
            give(
                replace(desk, key_store=NoKeys()),  # type: ignore[arg-type]  # it has none of the rest
                agreed.id,
                choice,
                actor=school,
                idempotency_key="een",
            )
        clock.advance(timedelta(minutes=1))
        assert Recovered(finished=1, given_up=0) == recover(desk)
        [stands] = find_offer(desk, agreed.id, actor=school).given
        assert stands.id == give(desk, agreed.id, choice, actor=school, idempotency_key="een").id

    def test_is_not_given_with_help(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """What went with help waits; the other is given."""
        helped = award(independence=Independence.MET_HULP)
        alone = award(GOODS)
        assert (Hindrance.WITH_HELP,) == candidates(desk, agreed, school=school)["B1-K2-W1"].hindrances
        with pytest.raises(VerklaringHinderedError):
            give(desk, agreed.id, Choice(badges=ids(helped, alone)), actor=school, idempotency_key="een")
        assert give(desk, agreed.id, Choice(badges=ids(alone)), actor=school, idempotency_key="een").raw

    def test_is_not_given_on_what_was_withdrawn(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """Meanwhile."""
        badge = award()
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        assert (Hindrance.REVOKED,) == candidates(desk, agreed, school=school)["B1-K2-W1"].hindrances
        with pytest.raises(VerklaringHinderedError):
            give(desk, agreed.id, Choice(badges=ids(badge)), actor=school, idempotency_key="een")

    def test_tells_when_what_it_rests_on_is_withdrawn_later(
        self, desk: IssuingDesk, actor: Actor, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """It stands until the school withdraws it; the school is told."""
        badge = award()
        give(desk, agreed.id, Choice(badges=ids(badge)), actor=school, idempotency_key="een")
        assert [True] == [each.rests for each in find_offer(desk, agreed.id, actor=school).given]
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.VERGISSING)
        [stands] = find_offer(desk, agreed.id, actor=school).given
        assert (False, False) == (stands.rests, stands.is_revoked)

    def test_is_signed_again_after_a_theft(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """It and the confirmation, each after its own last look."""
        badge = award()
        confirm(desk, agreed.id, badge.id, actor=school)
        give(desk, agreed.id, Choice(badges=ids(badge)), actor=school, idempotency_key="een")
        beheerder = operator(school.organisation_id, now=desk.clock.now())
        [key] = [each for each in list_keys(desk, actor=beheerder) if each.purpose is KeyPurpose.ASSERTION]
        withdraw_key(desk, key.id, actor=beheerder)
        assert Reissued(2, ()) == reissue(desk, key.id, actor=beheerder)

    def test_is_not_given_on_nothing(self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel) -> None:
        """At least one badge is chosen."""
        with pytest.raises(VerklaringHinderedError):
            give(desk, agreed.id, Choice(badges=frozenset()), actor=school, idempotency_key="een")


class TestGiveElsewhere:
    """`give`, where something is missing or other."""

    def test_asks_for_the_erkenning_of_that_day(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """Not confirmed, or ended last week: told, and given once the school wrote down that it looked."""
        badge = award()
        assert (Hindrance.ERKENNING,) == candidates(desk, agreed, school=school)["B1-K2-W1"].hindrances
        with pytest.raises(VerklaringHinderedError):
            give(desk, agreed.id, Choice(badges=ids(badge)), actor=school, idempotency_key="een")
        looked = OwnCheck(source="Het register van SBB", looked=date(2026, 6, 26))
        write_check(desk, agreed.id, badge.id, looked, actor=school)
        assert looked == candidates(desk, agreed, school=school)["B1-K2-W1"].check
        assert give(desk, agreed.id, Choice(badges=ids(badge)), actor=school, idempotency_key="een").raw

    def test_asks_once_for_all_of_that_day(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """What was looked up for one badge counts for each of that leerbedrijf, crebo and day."""
        badge = award()
        award(GOODS)
        looked = OwnCheck(source="Het register van SBB", looked=date(2026, 6, 26))
        write_check(desk, agreed.id, badge.id, looked, actor=school)
        found = candidates(desk, agreed, school=school)
        assert {"B1-K2-W1": looked, "B1-K1-W1": looked} == {code: each.check for code, each in found.items()}

    @pytest.mark.usefixtures("recognised")
    @pytest.mark.parametrize(
        ("kind", "day", "title"),
        [
            (SchoolKind.MBO, None, "Oordeel, klaar voor de mbo-verklaring"),
            (SchoolKind.MBO, date(2026, 7, 3), "Praktijkverklaring"),
            (SchoolKind.VSO, None, "Praktijkverklaring"),
        ],
    )
    def test_is_called_as_the_school_may(
        self, desk: IssuingDesk, award_at: AwardAt, kind: SchoolKind, day: date | None, title: str
    ) -> None:
        """In the mbo it is a praktijkverklaring from the day of the mbo-verklaring on."""
        school, profiel, badge = award_at(kind)
        give_mandate(desk, school)
        choice = Choice(badges=ids(badge), mbo_verklaring=day)
        document = given(desk, give(desk, profiel.id, choice, actor=school, idempotency_key="een"))
        assert title == document["name"]

    @pytest.mark.usefixtures("recognised")
    def test_asks_for_a_mandate(self, desk: IssuingDesk, award_at: AwardAt) -> None:
        """Somebody has to have written down whose it is."""
        school, profiel, badge = award_at(SchoolKind.PRO)
        assert (Hindrance.NO_MANDATE,) == find_offer(desk, profiel.id, actor=school).hindrances
        with pytest.raises(VerklaringHinderedError):
            give(desk, profiel.id, Choice(badges=ids(badge)), actor=school, idempotency_key="een")

    @pytest.mark.usefixtures("recognised")
    def test_asks_what_kind_of_school_it_is(self, desk: IssuingDesk, award_at: AwardAt) -> None:
        """A school of no kind gives none."""
        school, profiel, badge = award_at(None)
        give_mandate(desk, school)
        assert (Hindrance.NO_KIND,) == find_offer(desk, profiel.id, actor=school).hindrances
        with pytest.raises(VerklaringHinderedError):
            give(desk, profiel.id, Choice(badges=ids(badge)), actor=school, idempotency_key="een")


@pytest.mark.usefixtures("recognised")
class TestFollowUp:
    """`follow_up`: of what is given on the same work, one stands."""

    def test_takes_the_place_of_what_waited_for_the_mbo_verklaring(
        self, desk: IssuingDesk, clock: FixedClock, actor: Actor, award_at: AwardAt
    ) -> None:
        """Of each whose work all stands in it; who has the old one is led on; twice is as once."""
        school, profiel, orders = award_at(SchoolKind.MBO, [ORDERS, GOODS])
        give_mandate(desk, school)
        said = replace(judge(desk), werkproces=werkproces_reference(desk, GOODS[0], code=GOODS[1]))
        goods = issue_agreed(desk, said, profiel_id=profiel.id, actor=actor, idempotency_key="twee")
        chosen = {"a": [orders], "b": [orders, goods], "c": [orders]}
        dated = {"c": date(2026, 7, 3)}
        found = {}
        for key, badges in chosen.items():
            choice = Choice(badges=ids(*badges), mbo_verklaring=dated.get(key))
            for _ in range(2):
                found[key] = give(desk, profiel.id, choice, actor=school, idempotency_key=key)
            clock.advance(timedelta(minutes=1))
        revoked = [
            find_revocation(desk, each.id, organisation_id=school.organisation_id) for each in found.values()
        ]
        assert [found["b"].token, None, None] == [each and each.replaced_by for each in revoked]
        choice = Choice(badges=ids(orders, goods), mbo_verklaring=dated["c"])
        last = give(desk, profiel.id, choice, actor=school, idempotency_key="d")
        standing = [
            each.id for each in find_offer(desk, profiel.id, actor=school).given if not each.is_revoked
        ]
        assert [last.id, found["c"].id] == standing


@pytest.mark.usefixtures("recognised")
class TestListed:
    """What the school gave stands in its own list, as a badge does."""

    def test_shows_nothing_of_the_recipient_of_the_leerbedrijf(
        self, desk: IssuingDesk, school: Actor, agreed: KnownProfiel, award: Award
    ) -> None:
        """His name as he chose it is in what was given; how the leerbedrijf knows him is not the school's."""
        give(desk, agreed.id, Choice(badges=ids(award())), actor=school, idempotency_key="een")
        reader = replace(school, roles=school.roles | {Role.PRAKTIJKOPLEIDER})
        for words in ((), ("sam",)):
            [listed] = list_badges(desk, Wanted(words=words), beside=Beside(), actor=reader).badges
            assert ("Praktijkverklaring", "Sam de Vries") == (
                listed.given.facts.title,
                listed.given.facts.name,
            )
            assert (None, None) == (listed.recipient, listed.reference)
