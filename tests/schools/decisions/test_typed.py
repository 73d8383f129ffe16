"""What an examencommissie fills in: nothing is filled in for it, and what is missing says so."""

from dataclasses import replace
from datetime import date

import pytest

from badges.wording import Sentence
from issuers.errors import FormError
from schools.decisions.besluit import OUTCOMES, Ground
from schools.decisions.plan import Work
from schools.decisions.typed import Frame, TypedDecision, read_decision
from schools.decisions.weighing import ToWeigh, name_of
from schools.decisions.words import Kind, Outcome

WORK = Work("25180", "B1-K1-W4", "Bereidt gerechten")
GROUND = Ground(
    issuer_id="did:web:maas",
    badge_id="urn:uuid:1",
    title="Bereidt gerechten",
    judged_by="Magazijn De Maas",
    judged=date(2026, 6, 26),
    strength="aangetoond",
    rule="exact",
    why_nl="Gelijk.",
    why_en="Equal.",
)
FRAME = Frame(
    kind=Kind.BESLUIT,
    asked=date(2026, 11, 1),
    today=date(2026, 11, 27),
    to_weigh=(ToWeigh(work=WORK, says=Sentence("Ja.", "Yes."), grounds={name_of(GROUND): GROUND}),),
)
MARKED = f"{WORK.key} {name_of(GROUND)}"
FILLED = TypedDecision(
    uitkomst="vrijstelling",
    vergadering="Vergadering 8",
    datum="2026-11-26",
    mandaat="Mandaatbesluit 2026",
    leden="S. Aydin\n\n W.  Jansen \n",
    motivering="Noa liet dit zien.",
    weegt=frozenset({MARKED}),
    waarom={WORK.key: "Zij deed dit een jaar lang."},
)


def refused(typed: TypedDecision, frame: Frame = FRAME) -> list[tuple[str, str]]:
    """Give the field and the code of each problem."""
    with pytest.raises(FormError) as caught:
        read_decision(typed, frame=frame)
    return [(each.field, each.code) for each in caught.value.problems]


class TestReadDecision:
    def test_reads_what_weighed_and_why(self) -> None:
        """Of each werkproces that was marked; the members without empty lines."""
        read = read_decision(FILLED, frame=FRAME)
        assert (read.outcome, read.members) == (Outcome.VRIJSTELLING, ("S. Aydin", "W. Jansen"))
        [weighed] = read.weighed
        assert (weighed.work, weighed.grounds, weighed.why) == (
            WORK,
            (GROUND,),
            "Zij deed dit een jaar lang.",
        )

    def test_fills_in_nothing(self) -> None:
        """An empty form has no outcome: everything is asked for at once."""
        missing = [field for field, code in refused(TypedDecision()) if code in ("missing", "day")]
        assert missing == ["uitkomst", "vergadering", "mandaat", "motivering", "datum", "leden"]

    @pytest.mark.parametrize(
        ("change", "problem"),
        [
            ({"datum": "2026-11-28"}, ("datum", "future")),
            ({"datum": "2026-10-31"}, ("datum", "before")),
            ({"uitkomst": "vraag-aan"}, ("uitkomst", "missing")),
            ({"waarom": {}}, (f"waarom-{WORK.key}", "missing")),
            ({"weegt": frozenset(), "waarom": {}}, ("weegt", "nothing-weighed")),
            ({"weegt": frozenset({MARKED, f"{WORK.key} 0123456789abcdef"})}, ("weegt", "gone")),
            ({"motivering": "BSN 123456782"}, ("motivering", "text-bsn")),
            ({"leden": "\n".join(map(str, range(21)))}, ("leden", "too-many")),
        ],
    )
    def test_says_what_is_wrong(self, change: dict[str, object], problem: tuple[str, str]) -> None:
        """At the field that it is about; the outcomes of an advice are none of a besluit."""
        assert refused(replace(FILLED, **change)) == [problem]  # type: ignore[arg-type]

    def test_needs_no_badge_to_say_no(self) -> None:
        """Who is not exempted, may have had nothing to weigh."""
        none = replace(FILLED, uitkomst="geen-vrijstelling", weegt=frozenset(), waarom={})
        assert read_decision(none, frame=FRAME).weighed == ()

    def test_gives_an_advice_other_words(self) -> None:
        """No meeting and no mandate, and no exemption: there is nothing to be exempted from."""
        advice = replace(FRAME, kind=Kind.ADVIES)
        read = read_decision(replace(FILLED, uitkomst="vraag-aan"), frame=advice)
        assert (read.outcome, read.meeting, read.mandate) == (Outcome.VRAAG_AAN, "", "")
        assert refused(FILLED, advice) == [("uitkomst", "missing")]
        assert not set(OUTCOMES[Kind.ADVIES]) & set(OUTCOMES[Kind.BESLUIT])

    def test_asks_why_there_is_a_new_one(self) -> None:
        """Nothing is revised silently."""
        again = replace(FRAME, is_revision="ja")
        assert refused(FILLED, again) == [("reden", "missing")]
        assert read_decision(replace(FILLED, reden="Meer bewijs."), frame=again).because == "Meer bewijs."
