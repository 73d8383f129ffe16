"""Nothing is signed that should not be: each rule, and everything at once."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import catalogue, linting, strictjson
from badges.credential import LintedCredential, UnsignedCredential
from badges.errors import LintError
from badges.jsonld import walker
from badges.protected import PROTECTED
from tests.badges.linting.changing import BSN, ISSUER, LIST, Change, badge, found, put
from tests.badges.linting.rules import ACHIEVEMENT, NARRATIVE, RULES, SUBJECT

ANY_CHARACTER = st.characters(exclude_categories=())
"""Also half of one."""


class TestLint:
    """The last look at a badge."""

    def test_passes_the_composed_badge(self) -> None:
        """What we compose may be signed, and carries the N-Quads that were looked at."""
        linted = linting.lint(UnsignedCredential(badge()), issuer=ISSUER)
        assert linted == LintedCredential(document=badge(), canonical=walker.canonicalize(badge()))

    def test_passes_every_werkproces_of_the_catalogue(self) -> None:
        """No official title and no skill trips a rule: all of the catalogue can be issued."""
        known = catalogue.embedded()
        refused = []
        for kwalificatie in known.kwalificaties:
            for werkproces in known.werkprocessen(kwalificatie.crebo):
                document = badge()
                document["name"] = document["credentialSubject"]["achievement"]["name"] = werkproces.title
                alignment = document["credentialSubject"]["achievement"]["alignment"]
                alignment[0] |= {"targetName": werkproces.title, "targetFramework": kwalificatie.name}
                alignment[1:] = [
                    {
                        "type": ["Alignment"],
                        "targetType": "ceasn:Competency",
                        "targetName": skill.label,
                        "targetFramework": "CompetentNL",
                        "targetUrl": skill.uri,
                    }
                    for skill in kwalificatie.skills[:5]
                ]
                refused += [
                    (kwalificatie.crebo, werkproces.code, problem) for problem in found(document=document)
                ]
        assert refused == []

    @pytest.mark.parametrize(
        ("awarded", "end", "expected"),
        [
            ("2026-06-26T22:30:00Z", "2026-06-27", []),
            ("2026-06-26T23:30:00Z", "2026-06-27", []),
            ("2026-06-26T22:30:00Z", "2026-06-28", [("dates", f"{SUBJECT}/activityEndDate")]),
            ("2026-06-26T21:30:00Z", "2026-06-27", [("dates", f"{SUBJECT}/activityEndDate")]),
            ("2026-11-27T22:30:00Z", "2026-11-28", [("dates", f"{SUBJECT}/activityEndDate")]),
            ("2026-11-27T23:30:00Z", "2026-11-28", []),
            ("2026-10-25T22:30:00Z", "2026-10-26", [("dates", f"{SUBJECT}/activityEndDate")]),
            ("2026-03-28T23:30:00Z", "2026-03-29", []),
        ],
    )
    def test_knows_the_day_in_the_netherlands(
        self, awarded: str, end: str, expected: list[tuple[str, str]]
    ) -> None:
        """Work of a night may be signed in that night, and never a day before it was done."""
        changes = [
            put("/validFrom", awarded),
            put("/awardedDate", awarded),
            put(f"{SUBJECT}/activityEndDate", f"{end}T00:00:00Z"),
        ]
        assert expected == found(*changes)

    @pytest.mark.parametrize(("code", "where", "pointer", "value"), RULES)
    def test_finds(self, code: str, where: str, pointer: str, value: Any) -> None:
        """Each rule finds its problem, and says where it is."""
        assert (code, where) in found(put(pointer, value))

    @pytest.mark.parametrize(
        "change",
        [
            put("/validUntil", "2031-06-26T14:05:00Z"),
            put(f"{SUBJECT}/activityStartDate", "2026-06-26T00:00:00Z"),
            put(f"{SUBJECT}/identifier", ...),
            put(f"{SUBJECT}/role", ...),
            put(f"{ACHIEVEMENT}/tag", ["logistiek", "formeel leren"]),
            put("/credentialStatus/id", f"{LIST}#84217"),
            put(NARRATIVE, 'Zij zei: "klaar".\nEn ging door. 👩‍🍳 ❤️ €'),
            put(NARRATIVE, "<b>Sam</b> =1+1 \\ /"),
            put(NARRATIVE, "ورشة النجارة"),
            put("/issuer/name", "De Zorgboerderij: autisme en werk"),
        ],
    )
    def test_bears(self, change: Change) -> None:
        """What may be there may be there; words about health are asked of what people typed only."""
        assert found(change) == []

    @pytest.mark.parametrize("word", PROTECTED)
    def test_keeps_protected_names(self, word: str) -> None:
        """No badge is called what it is not, at its top or in its achievement."""
        name = f"Heftruck: {word.capitalize()}"
        assert found(put("/name", name)) == [("protected-name", "/name")]
        assert found(put(f"{ACHIEVEMENT}/name", name)) == [("protected-name", f"{ACHIEVEMENT}/name")]

    def test_lets_protected_words_stand_elsewhere(self) -> None:
        """A narrative may say what someone works toward."""
        assert found(put(NARRATIVE, "Sam oefent voor zijn diploma.")) == []

    def test_says_everything_at_once(self) -> None:
        """All problems come together, with the meaning of the document last."""
        problems = found(
            put("/issuer/id", "did:web:ander.voorbeeld"),
            put(NARRATIVE, f"ADHD {BSN} sam@voorbeeld.nl"),
            put(f"{ACHIEVEMENT}/tag", ["x"]),
            put("/credentialStatus", ...),
            put("/onbekend", 1),
        )
        assert problems == [
            ("issuer", "/issuer/id"),
            ("leervorm", f"{ACHIEVEMENT}/tag"),
            ("status", "/credentialStatus"),
            ("text-sensitive", NARRATIVE),
            ("text-email", NARRATIVE),
            ("text-bsn", NARRATIVE),
            ("term-undefined", "/onbekend"),
        ]

    @pytest.mark.parametrize(("code", "where", "pointer", "value"), RULES)
    def test_says_what_to_do(self, code: str, where: str, pointer: str, value: Any) -> None:
        """Every problem has a sentence in Dutch and in English, and no value of the badge in its log line."""
        document = put(pointer, value)(badge())
        with pytest.raises(LintError) as caught:
            linting.lint(UnsignedCredential(document), issuer=ISSUER)
        for problem in caught.value.problems:
            assert problem.nl.endswith(".")
            assert problem.en.endswith(".")
        assert "Sam" not in str(caught.value)

    @pytest.mark.parametrize(("size", "expected"), [(65_536, []), (65_537, [("size", "")])])
    def test_caps_the_size(self, size: int, expected: list[tuple[str, str]]) -> None:
        """64 KB is the last size that is signed."""
        document = badge()
        room = size - len(strictjson.dumps(document))
        document["evidence"][0]["narrative"] += "a" * room
        assert len(strictjson.dumps(document)) == size
        assert found(document=document) == expected

    def test_refuses_what_other_verifiers_order_otherwise(self) -> None:
        """Two values of one kind that JavaScript would put in another order are refused."""
        other = put(f"{ACHIEVEMENT}/tag", ["informeel leren", "🙂", "\uffe5"])
        assert found(other) == [("text-order", "")]
        assert found(put(f"{ACHIEVEMENT}/tag", ["informeel leren", "🙂", "a\uffe5"])) == []

    @given(
        st.recursive(
            st.none() | st.booleans() | st.integers(0, 9) | st.text(ANY_CHARACTER, max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
            ),
            max_leaves=8,
        ),
        st.sampled_from([pointer for _, _, pointer, _ in RULES if pointer not in {"/proof", "/unheardOf"}]),
    )
    def test_bears_any_document(self, value: Any, pointer: str) -> None:
        """Whatever stands anywhere, lint passes or says what is wrong: it never falls over."""
        document = put(pointer, value)(badge())
        for code, where in found(document=document):
            assert code
            assert where == "" or where.startswith("/")

    @pytest.mark.parametrize(
        ("change", "where"),
        [
            (put("/evidence/0/narrative", "Sam \ud800 telt."), "/evidence/0/narrative"),
            (put("/issuer/na\udfffme", "De Maas"), "/issuer"),
        ],
        ids=["text", "name"],
    )
    def test_says_where_half_a_character_stands(self, change: Change, where: str) -> None:
        """Nobody can write it down: that is a reason, and the only one that is given."""
        assert found(change) == [("text-control", where)]

    @pytest.mark.parametrize("document", [{}, {"@context": []}, {"issuer": []}, {"credentialSubject": "x"}])
    def test_refuses_what_is_no_badge(self, document: dict[str, Any]) -> None:
        """A document without anything has many problems, not a crash."""
        assert len(found(document=document)) > 5
