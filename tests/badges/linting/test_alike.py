"""Linting by what differs: never another verdict than the whole lint gives, and never other bytes."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import linting, strictjson
from badges.credential import LintedCredential, UnsignedCredential
from badges.errors import LintError, LintProblem, TemplateError
from badges.jsonld import reference, walker
from badges.jsonld.template import with_values
from badges.judgement import Independence, Judgement, Role
from badges.linting.alike import SLOTS, Kind, texts_in
from tests import world
from tests.badges.linting.changing import BSN, ISSUER, badge, put
from tests.badges.linting.rules import RULES
from tests.badges.test_composing import composed

KIND = Kind.compile(linting.lint(UnsignedCredential(badge()), issuer=ISSUER))
NASTY = (
    *("", " ", "Sam", "Zoë", "Regel één.\nRegel twee", "a\rb", 'zei "ja" \\ <b>&', "40 % %s {0}"),
    *("\x00", "a\x07b", "\x7f", "\u00ad", "Sam \u202e", "\u2028", "\u2800", "\ufffe", "\ue000 😀", "😀"),
    *("\ud800", "é\ud83d", "سام", "ᵃ", "sam@voorbeeld.nl", "sam＠voorbeeld.nl", "@"),
    *(BSN, "123 456 782", "1234-5678", "12345678", "bsn 12345678", "①②③④⑤⑥⑦⑧②", "x" * 70_000),
    *("vso", "Sam heeft een uitkering.", "PrO", "pro", "WAJONG", "dyslexie\u0301", "diploma", "ADHD"),
    *("urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b", "urn:uuid:0193A1B2-7C3D-7E4F-8A5B-6C7D8E9F0A1B"),
    *("https://a.nl/#1", "2026-06-26T14:05:00Z", "2026-06-31T14:05:00Z", "2026-06-26T14:05:00+00:00"),
    *("9999-12-31T00:00:00Z", "0000-01-01T00:00:00Z", "met hulp", "zelfstandig", "0", "084217", "84217"),
)
TEXTS = st.sampled_from(NASTY) | st.text(max_size=60) | st.from_regex(r"[0-9 .\-]{7,14}", fullmatch=True)


def whole(document: dict[str, Any]) -> LintedCredential | tuple[LintProblem, ...]:
    """Give what the whole lint says of a badge."""
    try:
        return linting.lint(UnsignedCredential(document), issuer=ISSUER)
    except LintError as error:
        return error.problems
    except TypeError:  # half a character: what was typed never gets so far
        return ()


@cache
def kind_of(example: Judgement) -> Kind:
    """Make the kind of a judgement."""
    return Kind.compile(linting.lint(UnsignedCredential(composed(example)), issuer=ISSUER))


def alike(
    document: dict[str, Any], *, kind: Kind = KIND
) -> LintedCredential | tuple[LintProblem, ...] | None:
    """Give what lint says of a badge by its kind."""
    try:
        return linting.lint_alike(UnsignedCredential(document), issuer=ISSUER, kind=kind)
    except LintError as error:
        return error.problems


class TestLintAlike:
    """`lint_alike` gives the verdict of `lint`, or leaves it to `lint`."""

    @given(
        st.dictionaries(st.sampled_from(sorted(SLOTS)), TEXTS, max_size=3).filter(
            lambda some: "until" not in some
        )
    )
    def test_says_of_any_text_what_the_whole_says(self, changes: dict[str, str]) -> None:
        """Whatever stands in the slots; of half a character neither can write anything."""
        slots = {name: SLOTS[name] for name in texts_in(badge())}
        document = badge()
        for name, text in changes.items():
            if name in slots:
                document = put(SLOTS[name], text)(document)
        expected, found = whole(document), alike(document)
        assert found is None or expected == found

    @given(
        st.builds(
            Judgement,
            werkproces=st.just(world.judgement().werkproces),
            name=st.none() | TEXTS.filter(bool),
            narrative=TEXTS | st.just("Sam haalde orders op en controleerde ze."),
            start=st.dates(date(2026, 1, 1), date(2026, 7, 1)),
            end=st.dates(date(2026, 1, 1), date(2026, 7, 1)),
            independence=st.sampled_from([None, Independence.ZELFSTANDIG]),
            role=st.sampled_from([None, Role.STAGIAIR]),
            skills=st.just(world.judgement().skills),
            leervorm=st.just(world.judgement().leervorm),
        )
    )
    def test_says_of_any_judgement_what_the_whole_says(self, judged: Judgement) -> None:
        """Of a kind that was made of another judgement with the same parts."""
        day = date(2026, 1, 5)
        plain = replace(judged, name=judged.name and "Sam", narrative="Deed het.", start=day, end=day)
        document = composed(judged)
        expected, found = whole(document), alike(document, kind=kind_of(plain))
        assert found is None or expected == found

    @given(st.sampled_from(["Sam", "Zoë", "Ünal-Çelik", "D'Hondt"]), st.text("abc é€.\n", min_size=1))
    def test_takes_the_short_way_for_everyday_text(self, name: str, narrative: str) -> None:
        """It is what makes a roster quick, so it must be what happens."""
        values = {**texts_in(badge()), "name": name, "narrative": narrative}
        document = with_values(badge(), slots={each: SLOTS[each] for each in values}, values=values)
        filled = KIND.fill(document, values=values)
        assert filled is not None
        assert KIND.surely_holds(document, values=values, filled=filled)

    @pytest.mark.parametrize(("code", "_pointer", "at", "value"), RULES)
    def test_lets_no_rule_be_broken(self, code: str, _pointer: str, at: str, value: object) -> None:
        """Each rule is broken in its own way; none of those comes through."""
        document = put(at, value)(badge())
        found = alike(document)
        assert found is None or (isinstance(found, tuple) and code in {each.code for each in found})

    def test_gives_the_bytes_and_the_canonical_form_of_the_whole(self) -> None:
        """The template writes what both other engines write."""
        document = put(SLOTS["narrative"], 'Zei: "ja" \\ nee,\n40 < 50')(badge())
        found = alike(document)
        assert isinstance(found, LintedCredential)
        assert {found.canonical} == {walker.canonicalize(document), reference.canonicalize(document)}
        assert strictjson.dumps(document) == found.raw

    def test_leaves_to_the_whole_what_is_of_another_kind(self) -> None:
        """More differs than the slots, or somebody else signs."""
        assert alike(put("/issuer/name", "Ander bedrijf")(badge())) is None
        other = "did:web:bewijs.voorbeeld:organisaties:ander"
        assert linting.lint_alike(UnsignedCredential(badge()), issuer=other, kind=KIND) is None


class TestKind:
    """`Kind.compile` takes a badge as an example, and nothing else."""

    @pytest.mark.parametrize(
        ("at", "value"),
        [
            ("/type", ["VerifiableCredential"]),
            ("/relatedResource", []),
            ("/evidence", []),
            ("/credentialSubject/activityEndDate", ...),
            ("/issuer", ISSUER),
        ],
    )
    def test_refuses_what_is_no_plain_badge(self, at: str, value: object) -> None:
        """The rules that it leaves out hold for badges only."""
        document = put(at, value)(badge())
        with pytest.raises(TemplateError):
            Kind.compile(LintedCredential(document, canonical=b""))
