"""Policies: what is genuine is the same for everyone, whom you trust is yours to say."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from badges.wording import Sentence
from tests.world import NOW, Issuer, World
from verifier.bundles import bundle_report
from verifier.errors import UnknownPolicyError
from verifier.needs import KnownIssuer
from verifier.policy import AllOf, AnyIssuer, KnownIssuers, Policy, judged, policy_named
from verifier.registers import IssuerRegister, Listing
from verifier.report import Accepted, Answer, Form, Kind, Part, Report, Unread


@pytest.fixture(scope="module")
def earth() -> World:
    """Make a world of which the own register knows the first issuer only."""
    return World()


@pytest.fixture(scope="module")
def good(earth: World) -> Report:
    """Report on a good badge of the known issuer."""
    return earth.report(earth.signed())


@pytest.fixture(scope="module")
def strange(earth: World) -> Report:
    """Report on a good badge of an issuer that the own register does not know."""
    return earth.report(earth.signed(earth.stranger))


@pytest.fixture(scope="module")
def expired(earth: World) -> Report:
    """Report on a badge that was good until yesterday."""
    return earth.report(earth.signed(validUntil="2026-11-21T00:00:00Z"))


@pytest.fixture(scope="module")
def unsure() -> Report:
    """Report on a badge whose key cannot be had."""
    elsewhere = World()
    raw = elsewhere.signed()
    elsewhere.documents.clear()
    return elsewhere.report(raw)


@pytest.fixture(scope="module")
def stale() -> Report:
    """Report on a badge of an unknown issuer, of which nobody can see whether it was withdrawn."""
    elsewhere = World()
    elsewhere.lists.clear()
    return elsewhere.report(elsewhere.signed(elsewhere.stranger))


def register(*issuers: Issuer, name: str = "Regio", until: date | None = None) -> IssuerRegister:
    """Make a register of these issuers."""
    return IssuerRegister(name, {each.did: Listing(KnownIssuer(each.name), until=until) for each in issuers})


def bundle(*reports: Report | None) -> Report:
    """Put reports together as a zip does; None is a file that cannot be read."""
    unread = Unread(code="json", nl="Niet heel.", en="Not whole.")
    parts = tuple(Part(report=each) if each else Part(unread=unread) for each in reports)
    return bundle_report(parts, now=NOW, forms=(Form.ZIP,))


@dataclass(frozen=True, kw_only=True)
class Says:
    """Always answer the same."""

    answer: Answer
    said: str = "x"

    def accepts(self, report: Report) -> Accepted:
        """Answer."""
        return Accepted(self.answer, Sentence(self.said, self.said))


class TestAnyIssuer:
    """`AnyIssuer` follows the verdict."""

    def test_accepts_what_is_genuine(self, good: Report, strange: Report) -> None:
        """Whoever gave it."""
        assert [Answer.YES, Answer.YES] == [AnyIssuer().accepts(each).answer for each in (good, strange)]

    def test_refuses_what_is_not_in_order(self, expired: Report) -> None:
        """Genuine, but no longer valid."""
        assert AnyIssuer().accepts(expired).answer is Answer.NO

    def test_cannot_say_what_the_report_cannot_say(self, unsure: Report) -> None:
        """Doubt is no yes, and no no."""
        assert AnyIssuer().accepts(unsure).answer is Answer.UNKNOWN


class TestKnownIssuers:
    """`KnownIssuers` asks registers."""

    def test_accepts_whom_the_verifier_knows(self, good: Report) -> None:
        """Without registers of its own it goes by the report."""
        assert KnownIssuers().accepts(good).answer is Answer.YES

    def test_refuses_whom_nobody_knows(self, strange: Report) -> None:
        """The reason says that it is no fake."""
        accepted = KnownIssuers().accepts(strange)
        assert accepted.answer is Answer.NO
        assert "niet dat het vals is" in accepted.reason.nl

    def test_goes_by_its_own_registers_alone(self, earth: World, good: Report, strange: Report) -> None:
        """Whom the verifier knows does not count where you name whom you trust."""
        policy = KnownIssuers((register(earth.stranger),))
        assert [Answer.NO, Answer.YES] == [policy.accepts(each).answer for each in (good, strange)]

    def test_goes_by_the_day_of_the_report(self, earth: World, good: Report) -> None:
        """Who is no longer listed is not known."""
        today = NOW.date()
        on_its_last_day = KnownIssuers((register(earth.issuer, until=today),))
        the_day_after = KnownIssuers((register(earth.issuer, until=today - timedelta(days=1)),))
        assert on_its_last_day.accepts(good).answer is Answer.YES
        assert the_day_after.accepts(good).answer is Answer.NO

    def test_knows_no_issuer_of_what_is_not_proven(self, earth: World, unsure: Report) -> None:
        """A forger can name any issuer."""
        assert KnownIssuers((register(earth.issuer),)).accepts(unsure).answer is Answer.UNKNOWN

    def test_refuses_a_stranger_whatever_else_is_unsure(self, stale: Report) -> None:
        """That the issuer is not listed is certain, and decides."""
        assert stale.verdict.value == "indeterminate"
        assert KnownIssuers().accepts(stale).answer is Answer.NO

    def test_refuses_what_is_not_in_order(self, earth: World, expired: Report) -> None:
        """A known issuer does not make an expired badge good."""
        assert KnownIssuers((register(earth.issuer),)).accepts(expired).answer is Answer.NO

    def test_asks_about_each_badge_in_a_zip(self, good: Report, strange: Report) -> None:
        """One stranger is enough."""
        assert KnownIssuers().accepts(bundle(good, good)).answer is Answer.YES
        assert KnownIssuers().accepts(bundle(good, strange)).answer is Answer.NO

    def test_cannot_say_of_what_cannot_be_read(self, good: Report) -> None:
        """A zip with something else in it is not all good."""
        assert KnownIssuers().accepts(bundle(good, None)).answer is Answer.UNKNOWN

    def test_passes_over_what_is_no_badge(self, good: Report) -> None:
        """A letter in a zip has no issuer to ask about."""
        letter = Part(unread=Unread(code="kind-unknown", nl="Onbekend.", en="Unknown."))
        both = bundle_report((Part(report=good), letter), now=NOW, forms=(Form.ZIP,))
        assert KnownIssuers().accepts(both).answer is Answer.YES

    def test_cannot_say_of_nothing(self, good: Report) -> None:
        """An empty presentation proves nothing, whatever its verdict."""
        empty = replace(good, kind=Kind.PRESENTATION, inside=())
        assert KnownIssuers().accepts(empty).answer is Answer.UNKNOWN

    def test_asks_who_made_a_clr_as_well(self, good: Report, strange: Report) -> None:
        """Both the record and what is in it have an issuer."""
        record = replace(strange, kind=Kind.CLR, inside=(Part(report=good),))
        assert KnownIssuers().accepts(record).answer is Answer.NO
        assert KnownIssuers().accepts(replace(record, issuer=good.issuer)).answer is Answer.YES

    def test_does_not_ask_who_endorses(self, good: Report, strange: Report) -> None:
        """What a stranger says of a good badge takes nothing away from it."""
        endorsed = replace(good, endorsements=(Part(report=replace(strange, kind=Kind.ENDORSEMENT)),))
        assert KnownIssuers().accepts(endorsed).answer is Answer.YES


class TestAllOf:
    """`AllOf` needs each of its policies."""

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ((Answer.YES,), Answer.YES),
            ((Answer.YES, Answer.YES), Answer.YES),
            ((Answer.YES, Answer.UNKNOWN), Answer.UNKNOWN),
            ((Answer.UNKNOWN, Answer.NO), Answer.NO),
            ((Answer.NO, Answer.YES, Answer.UNKNOWN), Answer.NO),
        ],
    )
    def test_is_as_strict_as_the_strictest(
        self, answers: tuple[Answer, ...], expected: Answer, good: Report
    ) -> None:
        """A no decides, then doubt, then yes."""
        assert expected is AllOf(tuple(Says(answer=each) for each in answers)).accepts(good).answer

    def test_gives_the_reason_of_the_one_that_decides(self, good: Report) -> None:
        """The first no."""
        policy = AllOf(
            (
                Says(answer=Answer.UNKNOWN, said="eerst"),
                Says(answer=Answer.NO, said="dan"),
                Says(answer=Answer.NO, said="laatst"),
            )
        )
        assert policy.accepts(good).reason.nl == "dan"

    def test_refuses_to_ask_for_nothing(self) -> None:
        """Such a policy would accept everything."""
        with pytest.raises(ValueError, match="nothing"):
            AllOf(())


class TestJudged:
    """`judged` puts down what a policy says."""

    @pytest.mark.parametrize("kind", ["good", "strange", "unsure"])
    def test_with_the_reason(self, kind: str, request: pytest.FixtureRequest) -> None:
        """That it cannot say is told as well."""
        report: Report = request.getfixturevalue(kind)
        said = KnownIssuers().accepts(report)
        expected = {"answer": said.answer.value, "reason": said.reason.as_json()}
        assert expected == judged(report, policy=KnownIssuers()).as_json()["accepted"]

    def test_says_nothing_where_nobody_asks(self, good: Report) -> None:
        """The verdict is the same for everybody."""
        assert "accepted" not in judged(good, policy=None).as_json()


class TestPolicyNamed:
    """`policy_named` finds a policy by its name."""

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("iedereen", AnyIssuer()),
            ("bekend", KnownIssuers()),
            ("Regio", KnownIssuers((register(name="Regio"),))),
        ],
    )
    def test_knows_two_words_and_each_register(self, name: str, expected: Policy) -> None:
        """A register is a policy: whom it lists."""
        assert expected == policy_named(name, [register(name="Regio"), register(name="Land")])

    def test_says_which_there_are(self) -> None:
        """Whoever asks for another one hears what he can ask."""
        with pytest.raises(UnknownPolicyError) as caught:
            policy_named("streng", [register(name="Regio")])
        assert caught.value.nl == "Dit beleid kennen wij niet. Kies uit: iedereen, bekend, Regio."
