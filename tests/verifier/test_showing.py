"""What the page shows of a report."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from badges import strictjson
from badges.catalogue import embedded
from templates import views
from tests import world
from tests.places import there
from tests.world import NOW, World
from verifier.bundles import bundle_report, holding_report
from verifier.findings import Rule
from verifier.needs import KnownIssuer, Purpose
from verifier.recognition import Recognised, Recognition
from verifier.report import Answer, Form, Kind, Part, Report, Source, Standing, State, Status, Unread, Verdict
from verifier.showing import domain_of, shown_report

PROOF = Rule("proof", "VC-DI 4.3")
GENUINE = Report(
    verdict=Verdict.VALID,
    authentic=Answer.YES,
    issuer=Standing.KNOWN,
    status=Status.ACTIVE,
    state=State.VALID,
    checks=(PROOF.passes("De handtekening klopt.", "The signature is right."),),
    checked_at=NOW,
    verified=strictjson.dumps(world.badge_of(World().issuer)).decode(),
    digest="ab" * 32,
    forms=(Form.LINK, Form.PNG),
)
FAKE = replace(
    GENUINE,
    verdict=Verdict.INVALID,
    authentic=Answer.NO,
    state=State.FAKE,
    checks=(PROOF.fails("De handtekening klopt niet.", "The signature is not right."),),
    verified=None,
)
UNREAD = Unread("json", "Dit is niet heel.", "This is not whole.")
LETTER = Unread("kind-unknown", "Dit kennen wij niet.", "We do not know this.")


def shown(report: Report) -> views.checking.Checked:
    """Show a report in Dutch, with the catalogue that is in the package."""
    return shown_report(report, catalogue=embedded(), language="nl")


class TestShownReport:
    def test_takes_what_is_said_from_the_verified_document(self) -> None:
        """Who signed it, and the work that it is about."""
        checked = shown(GENUINE)

        assert checked.facts is not None
        assert ("B1-K2-W1", "logistiek") == (checked.facts.werkproces_code, checked.field)
        assert ("link", "png") == checked.forms

    @pytest.mark.parametrize("state", [State.REVOKED, State.REPLACED])
    def test_says_in_the_past_what_a_withdrawn_badge_said(self, state: State) -> None:
        """The issuer does not stand by it any more."""
        assert shown(replace(GENUINE, state=state)).meaning[1].startswith("Het zei toen dat ")
        assert shown(GENUINE).meaning[1].startswith("Het zegt dat ")

    def test_shows_nothing_of_what_was_not_verified(self) -> None:
        """Of a forged badge there is only the answer."""
        checked = shown(FAKE)

        assert (views.pieces.State.FAKE, None, None) == (checked.state, checked.facts, checked.issuer_id)

    def test_says_of_a_werkproces_that_nobody_confirmed_the_leerbedrijf(self) -> None:
        """Not knowing is said, never left out."""
        assert views.checking.Recognition.UNKNOWN is shown(GENUINE).recognition
        assert shown(FAKE).recognition is None

    @pytest.mark.parametrize("status", [Recognised.CONFIRMED, Recognised.DECLARED])
    def test_says_what_the_register_says_of_the_leerbedrijf(self, status: Recognised) -> None:
        """And who told."""
        recognition = Recognition(status, ("25774",), date(2024, 3, 1), "SBB")
        known = KnownIssuer("Magazijn De Maas", "leerbedrijf", recognitions=(recognition,))
        checked = shown(replace(GENUINE, known_issuer=known))
        assert (views.checking.Recognition(status.value), "SBB") == (
            checked.recognition,
            checked.recognition_source,
        )

    @pytest.mark.parametrize("declared", [None, "leerbedrijf"])
    def test_says_what_the_issuer_only_says_of_itself(self, declared: str | None) -> None:
        """An employer sees what the page of the organisation says too."""
        known = KnownIssuer("Magazijn De Maas", "leerbedrijf", declared=declared)
        assert declared == shown(replace(GENUINE, known_issuer=known)).issuer_declared

    def test_tells_what_was_kept_from_what_was_fetched(self) -> None:
        """The age of a key and of a list is on the page."""
        moments = (NOW, NOW - timedelta(hours=3))
        sources = tuple(Source(Purpose.KEY, "did:web:bewijs.voorbeeld", at) for at in moments)
        lines = shown(replace(GENUINE, sources=sources)).sources

        assert [("key", moments[0], False), ("key", moments[1], True)] == [
            (line.what, line.at, line.from_memory) for line in lines
        ]

    def test_shows_each_part_and_says_which_could_not_be_read(self) -> None:
        """A zip with a badge and half of one."""
        parts = (Part(report=GENUINE, name="a.json"), Part(unread=UNREAD, name="b.json"))
        checked = shown(bundle_report(parts, now=NOW, forms=(Form.ZIP,)))

        assert ["a.json", "b.json"] == [part.name for part in checked.held]
        assert ["Dit is niet heel."] == [part.unread for part in checked.held if part.unread]
        assert views.pieces.State.UNSURE is checked.gravest

    def test_names_apart_what_is_no_badge(self) -> None:
        """A letter is not counted as one that we could not check."""
        parts = (Part(report=GENUINE, name="a.json"), Part(unread=LETTER, name="brief.txt"))
        checked = shown(bundle_report(parts, now=NOW, forms=(Form.ZIP,)))

        assert (["a.json"], ("brief.txt",)) == ([part.name for part in checked.held], checked.beside)
        assert ("Er zit ook een bestand in dat geen bewijs is. Daarover zeggen wij niets.",) == checked.notes

    def test_does_not_blame_a_genuine_overview_for_what_is_in_it(self) -> None:
        """The overview is genuine, the badge in it is not; each gets its own answer."""
        overview = replace(GENUINE, kind=Kind.CLR)
        checked = shown(holding_report(overview, (Part(report=GENUINE), Part(report=FAKE))))

        assert (views.pieces.State.VALID, views.pieces.State.FAKE) == (checked.state, checked.gravest)
        assert (views.pieces.State.FAKE, views.pieces.State.VALID) == checked.several

    def test_keeps_the_answer_about_a_forged_overview(self) -> None:
        """However good what is in it may be."""
        overview = replace(FAKE, kind=Kind.CLR)
        checked = shown(holding_report(overview, (Part(report=GENUINE),)))

        assert views.pieces.State.FAKE is checked.state
        assert () == checked.several

    def test_says_what_the_api_says(self) -> None:
        """The same heading and the same text, in the language of the page."""
        zipped = bundle_report((Part(report=GENUINE), Part(report=FAKE)), now=NOW, forms=(Form.ZIP,))
        for report in (GENUINE, FAKE, replace(GENUINE, kind=Kind.CLR), zipped):
            told = report.as_json()
            checked = shown(report)
            said = (there(told, "/heading/nl"), there(told, "/text/nl"))
            assert said == (checked.heading, checked.text)


class TestDomainOf:
    @pytest.mark.parametrize(
        ("identity", "expected"),
        [
            ("did:web:bewijs.voorbeeld:organisaties:7fq2k9", "bewijs.voorbeeld"),
            ("did:web:localhost%3A8000:organisaties:7fq2k9", "localhost"),
            ("https://school.voorbeeld/profiel", "school.voorbeeld"),
            ("did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", None),
            ("https://bеwijs.voorbeeld/", None),
            ("did:web:", None),
            ("https://[", None),
            ("", None),
        ],
    )
    def test_names_only_what_can_be_read_safely(self, identity: str, expected: str | None) -> None:
        """A did:key has no domain; letters of another script are not shown as ours."""
        assert expected == domain_of(identity)
