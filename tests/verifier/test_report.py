"""The report: words and numbers that others rely on, and sentences with names and dates."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from badges import strictjson
from badges.factfinding import read_facts
from badges.wording import Sentence
from tests import world
from tests.places import there
from tests.world import NOW, World
from verifier.bundles import bundle_report, holding_report
from verifier.conclusion import VERDICTS
from verifier.findings import Rule
from verifier.headings import heading_of_several, state_heading
from verifier.needs import KnownIssuer, Purpose
from verifier.recognition import Recognised, Recognition
from verifier.report import (
    Answer,
    Exit,
    Form,
    Kind,
    Part,
    Report,
    Source,
    Standing,
    State,
    Status,
    Verdict,
)
from verifier.sentences import LIST_AWAY, NOT_WHAT_IS_SEEN, Particulars, state_text
from verifier.states import GRAVEST_FIRST

HEADINGS = {
    State.VALID: "Dit bewijs is echt",
    State.UNLISTED: "Dit bewijs is echt. Wij kennen de uitgever niet",
    State.STALE: "Dit bewijs is echt. Wij konden niet zien of het is ingetrokken",
    State.EXPIRED: "Dit bewijs is echt, maar verlopen",
    State.EARLY: "Dit bewijs is echt, maar nog niet geldig",
    State.REPLACED: "Er is een nieuwe versie van dit bewijs",
    State.REVOKED: "Dit bewijs is ingetrokken",
    State.FAKE: "Dit bewijs is niet echt, of het is veranderd",
    State.UNSIGNED: "Hier zit geen handtekening op",
    State.UNSURE: "Wij kunnen dit bewijs niet controleren",
}
DOCUMENT = world.badge_of(World().issuer)
FACTS = read_facts(
    DOCUMENT | {"validUntil": "2026-03-01T00:00:00Z"}, known_as="Magazijn De Maas", kind="leerbedrijf"
)
JULY = datetime(2026, 7, 1, tzinfo=UTC)


class TestStateHeading:
    @pytest.mark.parametrize("state", list(State))
    def test_is_the_one_of_the_ten(self, state: State) -> None:
        """Ten states, ten headings."""
        assert HEADINGS[state] == state_heading(state).nl
        assert state_heading(state).en

    def test_says_that_what_is_suspended_is_so_for_now(self) -> None:
        """It is the state of what was withdrawn, in other words."""
        suspended = state_heading(State.REVOKED, status=Status.SUSPENDED)
        assert "Dit bewijs is nu even ingetrokken" == suspended.nl

    @pytest.mark.parametrize(
        ("kind", "nl"),
        [
            (Kind.CREDENTIAL, "Dit bewijs is echt"),
            (Kind.ENDORSEMENT, "Deze bevestiging is echt"),
            (Kind.CLR, "Dit overzicht is echt"),
            (Kind.PRESENTATION, "Deze map is echt"),
        ],
    )
    def test_names_the_thing(self, kind: Kind, nl: str) -> None:
        """What is no badge is not called one."""
        assert nl == state_heading(State.VALID, kind).nl


class TestHeadingOfSeveral:
    @pytest.mark.parametrize(
        ("states", "nl"),
        [
            ([State.VALID] * 3, "Alle 3 bewijzen zijn echt"),
            ([State.VALID, State.UNLISTED], "Beide bewijzen zijn echt"),
            ([State.FAKE, State.UNSURE, State.REVOKED], "1 van de 3 bewijzen is niet echt"),
            ([State.FAKE, State.FAKE, State.VALID], "2 van de 3 bewijzen zijn niet echt"),
            ([State.FAKE, State.FAKE], "Geen van de 2 bewijzen is echt"),
            (
                [State.REVOKED, State.EXPIRED, State.VALID],
                "Alle 3 bewijzen zijn echt, maar 2 zijn nu niet geldig",
            ),
            ([State.EARLY, State.VALID], "Beide bewijzen zijn echt, maar 1 is nu niet geldig"),
            (
                [State.STALE, State.VALID],
                "Beide bewijzen zijn echt. Van 1 weten wij niet of het is ingetrokken",
            ),
            ([State.UNSIGNED, State.VALID], "Op 1 van de 2 bewijzen zit geen handtekening"),
            ([State.UNSURE, State.VALID], "1 van de 2 bewijzen kunnen wij niet controleren"),
            ([State.REVOKED, State.UNSURE, State.VALID], "1 van de 3 bewijzen is nu niet geldig"),
            ([State.UNLISTED], "Dit bewijs is echt. Wij kennen de uitgever niet"),
        ],
    )
    def test_says_what_asks_the_most_care(self, states: list[State], nl: str) -> None:
        """Withdrawn, expired and an unknown issuer are not called fake."""
        assert nl == heading_of_several(states).nl


class TestStateText:
    @pytest.mark.parametrize("state", list(State))
    def test_reads_well_without_anything_filled_in(self, state: State) -> None:
        """Where nothing is known there are no gaps, no None and no id."""
        said = state_text(state, Particulars())
        for sentence in (said.nl, said.en):
            assert sentence[0].isupper()
            assert sentence.endswith(".")
            assert "None" not in sentence

    @pytest.mark.parametrize(
        ("state", "nl"),
        [
            (
                State.REPLACED,
                (
                    "Magazijn De Maas heeft iets verbeterd op 1 juli 2026. "
                    "Vraag de nieuwe versie aan wie je dit gaf."
                ),
            ),
            (
                State.REVOKED,
                (
                    "Magazijn De Maas heeft het ingetrokken op 1 juli 2026. Ingetrokken is niet vals. "
                    "Vraag de uitgever als je meer wilt weten."
                ),
            ),
            (
                State.STALE,
                (
                    "De lijst van Magazijn De Maas is nu niet te lezen. De laatste die wij hebben is van "
                    "1 juli 2026. Probeer het later nog een keer."
                ),
            ),
        ],
    )
    def test_names_who_and_when(self, state: State, nl: str) -> None:
        """Names and dates come from the verified facts."""
        said = state_text(state, Particulars(facts=FACTS, withdrawn_on=JULY, list_of=JULY))
        assert nl == said.nl

    def test_tells_that_it_was_a_mistake(self) -> None:
        """The page of the badge tells it too."""
        said = state_text(State.REVOKED, Particulars(facts=FACTS, by_mistake=True))
        assert "heeft het ingetrokken. Het was een vergissing van de uitgever. Ingetrokken is" in said.nl

    def test_sends_nobody_to_what_it_does_not_show(self) -> None:
        """Only where the answer leads to the better version, it says to look at it."""
        led = state_text(State.REPLACED, Particulars(facts=FACTS, leads_on=True))
        asks = state_text(State.REPLACED, Particulars(facts=FACTS))
        assert (True, False) == tuple("Bekijk de nieuwe versie." in each.nl for each in (led, asks))

    @pytest.mark.parametrize("state", [State.FAKE, State.UNSURE, State.EXPIRED])
    def test_gives_the_reason(self, state: State) -> None:
        """What was found comes first, then what to make of it."""
        said = state_text(state, Particulars(reason=Sentence("De reden.", "The reason.")))
        assert said.nl.startswith("De reden. ")
        assert said.en.startswith("The reason. ")

    @pytest.mark.parametrize(
        ("reason", "nl"),
        [
            (LIST_AWAY, "Probeer het later nog een keer."),
            (Sentence("Hij klopt niet.", "It is not right."), "Vraag het na bij Magazijn De Maas."),
        ],
    )
    def test_says_later_only_where_that_may_help(self, reason: Sentence, nl: str) -> None:
        """A list that is old or wrong stays so until the issuer does something."""
        assert state_text(State.STALE, Particulars(facts=FACTS, reason=reason)).nl == f"{reason.nl} {nl}"

    def test_says_that_what_is_suspended_may_come_back(self) -> None:
        """Withdrawn for now is the same answer with other words."""
        said = state_text(State.REVOKED, Particulars(facts=FACTS, status=Status.SUSPENDED))
        assert said.nl.startswith("Magazijn De Maas heeft het voor nu ingetrokken.")

    def test_claims_nothing_about_a_list_that_does_not_exist(self) -> None:
        """Where the issuer keeps no list, nobody can say that it was not withdrawn."""
        said = state_text(State.VALID, Particulars(facts=FACTS, status=Status.NONE))
        assert (
            "Magazijn De Maas heeft dit bewijs gegeven. Het is niet veranderd. "
            "De uitgever houdt geen lijst bij van wat is ingetrokken."
        ) == said.nl


class TestExit:
    def test_numbers_are_those_of_the_command(self) -> None:
        """0 valid, 1 invalid, 2 indeterminate, 3 unreadable."""
        assert [0, 1, 2, 3] == [
            Exit(name).code for name in ("valid", "invalid", "indeterminate", "unreadable")
        ]


def report_of(state: State, *, verdict: Verdict, document: object = None) -> Report:
    """Give a report with little in it."""
    return Report(
        verdict=verdict,
        authentic=Answer.YES,
        issuer=Standing.KNOWN,
        status=Status.ACTIVE,
        state=state,
        checks=(Rule("signature", "VC-DI 4.4").fails("Nee.", "No.").at("/x" * 200),),
        checked_at=NOW,
        verified=strictjson.dumps(DOCUMENT).decode() if document else None,
    )


class TestReport:
    @pytest.mark.parametrize(
        ("verdict", "code"), [(Verdict.VALID, 0), (Verdict.INVALID, 1), (Verdict.INDETERMINATE, 2)]
    )
    def test_has_an_exit_code(self, verdict: Verdict, code: int) -> None:
        """The command ends with the verdict."""
        assert code == report_of(State.VALID, verdict=verdict).exit_code

    def test_shows_no_facts_without_a_verified_document(self) -> None:
        """What is not verified is not shown (security T7)."""
        report = report_of(State.FAKE, verdict=Verdict.INVALID)
        assert report.facts is None
        assert "facts" not in report.as_json()

    def test_cuts_a_pointer_that_a_stranger_wrote(self) -> None:
        """A place in the document is short, and never part of a sentence."""
        check = there(report_of(State.FAKE, verdict=Verdict.INVALID).as_json(), "/checks/0")
        assert 200 == len(check["pointer"])
        assert {"nl": "Nee.", "en": "No."} == check["sentence"]

    def test_says_who_what_and_when(self) -> None:
        """The facts of the badge, and what it is not."""
        report = report_of(State.VALID, verdict=Verdict.VALID, document=DOCUMENT)
        facts = there(report.as_json(), "/facts")
        assert (
            "Sam de Vries",
            "Verzamelt en controleert orders",
            "zelfstandig",
            "werknemer",
            "2026-06-26T14:05:00Z",
        ) == tuple(facts[key] for key in ("name", "title", "independence", "role", "awardedDate"))
        assert ("25774", "B1-K2-W1") == (facts["werkproces"]["crebo"], facts["werkproces"]["code"])
        assert "Dit is geen diploma." == facts["meaning"][0]["nl"]

    @pytest.mark.parametrize(
        ("states", "worst", "heading"),
        [
            ((State.REVOKED, State.FAKE), State.FAKE, "1 van de 2 bewijzen is niet echt"),
            ((State.UNLISTED, State.VALID), State.UNLISTED, "Beide bewijzen zijn echt"),
            ((State.UNSURE, State.REVOKED), State.REVOKED, "1 van de 2 bewijzen is nu niet geldig"),
        ],
    )
    def test_about_a_zip_is_about_what_it_holds(
        self, states: tuple[State, ...], worst: State, heading: str
    ) -> None:
        """Nobody signed the zip, so it has no answer of its own."""
        held = tuple(Part(report=report_of(state, verdict=VERDICTS[state])) for state in states)
        report = bundle_report(held, now=NOW, forms=(Form.ZIP,))
        assert (worst, heading) == (report.state, report.heading.nl)

    def test_about_an_overview_that_is_not_in_order_says_so_too(self) -> None:
        """What it holds is worse, but nobody may take the overview itself for good."""
        overview = replace(report_of(State.REVOKED, verdict=Verdict.INVALID), kind=Kind.CLR)
        forged = Part(report=report_of(State.FAKE, verdict=Verdict.INVALID))
        report = holding_report(overview, (forged, forged))
        assert (State.FAKE, State.REVOKED) == (report.state, report.answer)
        assert "Geen van de 2 bewijzen is echt" == report.heading.nl
        assert "Dit overzicht is ingetrokken. Kijk bij elk bewijs wat wij vonden." == report.text.nl

    def test_about_an_endorsed_badge_is_about_the_badge(self) -> None:
        """An endorsement makes a badge no truer and no falser."""
        forged = Part(report=report_of(State.FAKE, verdict=Verdict.INVALID))
        report = replace(report_of(State.VALID, verdict=Verdict.VALID), endorsements=(forged,))
        assert (State.VALID, ()) == (report.state, report.several)

    def test_says_whether_the_leerbedrijf_was_recognised(self) -> None:
        """Of a badge of a werkproces always, be it that nobody knows; of what is not verified never."""
        known = report_of(State.VALID, verdict=Verdict.VALID, document=DOCUMENT)
        told = Recognition(Recognised.CONFIRMED, ("25774",), date(2024, 3, 1), "SBB")
        confirmed = replace(known, known_issuer=KnownIssuer("Magazijn De Maas", recognitions=(told,)))
        assert {"status": "unknown", "on": "2026-06-26"} == known.as_json()["recognition"]
        assert {"status": "confirmed", "on": "2026-06-26", "source": "SBB"} == confirmed.as_json()[
            "recognition"
        ]
        assert "recognition" not in report_of(State.FAKE, verdict=Verdict.INVALID).as_json()


class TestNotes:
    """`Report.notes` says what a reader must know besides."""

    @pytest.mark.parametrize(
        ("forms", "expected"),
        [
            ((Form.PNG, Form.JSON), [NOT_WHAT_IS_SEEN]),
            ((Form.PDF, Form.JWS), [NOT_WHAT_IS_SEEN]),
            ((Form.PHOTO, Form.LINK, Form.JSON), [NOT_WHAT_IS_SEEN]),
            ((Form.JSON,), []),
        ],
    )
    def test_tell_that_what_is_seen_was_not_signed(
        self, forms: tuple[Form, ...], expected: list[Sentence]
    ) -> None:
        """Anybody can draw another picture around a genuine badge."""
        report = replace(report_of(State.VALID, verdict=Verdict.VALID), forms=forms)
        assert expected == list(report.notes)

    def test_tell_nothing_of_the_picture_of_a_forgery(self) -> None:
        """There the answer itself says that nothing in it counts."""
        forged = replace(report_of(State.FAKE, verdict=Verdict.INVALID), authentic=Answer.NO)
        assert () == replace(forged, forms=(Form.PNG, Form.JSON)).notes

    def test_name_the_site_behind_a_link(self) -> None:
        """The one that answered, and as a source too."""
        earth = World()
        url = "https://elders.voorbeeld/bewijs.json"
        earth.links[url] = earth.signed()
        report = earth.report(url.encode())
        assert ["Wij hebben dit opgehaald bij elders.voorbeeld."] == [note.nl for note in report.notes]
        assert (Purpose.LINK, url) == (report.sources[0].purpose, report.sources[0].address)

    @pytest.mark.parametrize(
        ("forms", "said"),
        [
            (
                (Form.JSON,),
                [
                    (
                        "Er zit geen handtekening op. Wij vroegen aan school.voorbeeld wat erop staat. "
                        "Daar is te zien dat wij keken."
                    )
                ],
            ),
            ((Form.JWS,), []),
        ],
    )
    def test_name_whom_an_unsigned_badge_was_asked_of(self, forms: tuple[Form, ...], said: list[str]) -> None:
        """A hosted Open Badge 2.0 is as good as the site that it stands on; a signed one is not asked."""
        asked = tuple(
            Source(Purpose.HOSTED, f"https://school.voorbeeld/{name}", NOW) for name in ("badge", "issuer")
        )
        report = report_of(State.VALID, verdict=Verdict.VALID)
        report = replace(report, kind=Kind.OPEN_BADGES_2, sources=asked, forms=forms)
        assert said == [note.nl for note in report.notes]


class TestSignedPicture:
    """`Report.signed_picture` is the one in the document."""

    @pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp", "svg+xml"])
    def test_is_the_one_that_the_document_holds(self, kind: str) -> None:
        """Written out in the document, so the signature covers it."""
        picture = f"data:image/{kind};base64,AAAA"
        assert picture == self.of({"id": picture, "type": "Image"})

    @pytest.mark.parametrize(
        "image",
        [
            None,
            "data:image/png;base64,AAAA",
            {"id": "https://school.voorbeeld/badge.png", "type": "Image"},
            {"id": "data:text/html;base64,AAAA", "type": "Image"},
            {"id": "data:image/png,%89PNG", "type": "Image"},
            {"id": 'data:image/png;base64,AAAA" onerror="x', "type": "Image"},
            {"id": "data:image/png;base64,AAAA\n", "type": "Image"},
        ],
    )
    def test_is_none_of_what_is_elsewhere_or_is_no_picture(self, image: object) -> None:
        """Of an address only the address was signed."""
        assert self.of(image) is None

    def test_is_none_of_a_forgery(self) -> None:
        """What is not verified is not shown (security T7)."""
        assert report_of(State.FAKE, verdict=Verdict.INVALID).signed_picture is None

    @staticmethod
    def of(image: object) -> str | None:
        """Give the signed picture of a badge with this image."""
        verified = json.dumps({"credentialSubject": {"achievement": {"image": image}}})
        return replace(report_of(State.VALID, verdict=Verdict.VALID), verified=verified).signed_picture


class TestGravestFirst:
    def test_goes_with_the_verdict(self) -> None:
        """What is surely against it comes before doubt, and doubt before good: state and verdict agree."""
        verdicts = [VERDICTS[state] for state in GRAVEST_FIRST]
        assert [Verdict.INVALID] * 6 + [Verdict.INDETERMINATE] * 2 + [Verdict.VALID] * 2 == verdicts
        assert set(State) == set(GRAVEST_FIRST)
