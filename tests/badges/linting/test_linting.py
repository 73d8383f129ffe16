"""Nothing is signed that should not be: each rule, and everything at once."""

import ast
import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges import catalogue, composing, linting, strictjson
from badges.credential import LintedCredential, UnsignedCredential
from badges.errors import LintError
from badges.jsonld import walker
from badges.linting import strings
from badges.protected import PROTECTED

TREE = Path(__file__).parents[3]
GOLDEN = TREE / "tests" / "vectors" / "composed-badge.json"
ISSUER = "did:web:bewijs.voorbeeld:organisaties:7fq2k9"
LIST = "https://bewijs.voorbeeld/organisaties/7fq2k9/status/1"
BSN = "123456782"

Change = Callable[[dict[str, Any]], object]


def badge() -> dict[str, Any]:
    """Give the composed badge, to change at will."""
    document: dict[str, Any] = json.loads(GOLDEN.read_text())
    return document


def put(pointer: str, value: Any) -> Change:
    """Give a change that puts a value at a pointer; `...` takes it away."""

    def change(document: dict[str, Any]) -> None:
        *path, last = [int(part) if part.isdigit() else part for part in pointer[1:].split("/")]
        place: Any = document
        for part in path:
            place = place[part]
        if value is ...:
            del place[last]
        else:
            place[last] = value

    return change


def found(*changes: Change, document: dict[str, Any] | None = None) -> list[tuple[str, str]]:
    """Change the badge, and give the code and pointer of each problem that lint finds."""
    document = badge() if document is None else document
    for change in changes:
        change(document)
    try:
        linting.lint(UnsignedCredential(document), issuer=ISSUER)
    except LintError as error:
        return [(problem.code, problem.pointer) for problem in error.problems]
    return []


def status_list(**members: Any) -> dict[str, Any]:
    """Give an unsigned status list with members put over it."""
    start = datetime(2026, 6, 26, 14, 5, tzinfo=UTC)
    unsigned = composing.compose_status_list(
        id=LIST,
        issuer=ISSUER,
        encoded_list="uH4sIAAAAAAAA",
        valid_from=start,
        valid_until=start + timedelta(hours=24),
    )
    return dict(unsigned.document) | members


def found_in_list(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Give the code and pointer of each problem that lint finds in a status list."""
    try:
        linting.lint_status_list(UnsignedCredential(document), issuer=ISSUER)
    except LintError as error:
        return [(problem.code, problem.pointer) for problem in error.problems]
    return []


SUBJECT = "/credentialSubject"
ACHIEVEMENT = "/credentialSubject/achievement"
NARRATIVE = "/evidence/0/narrative"
NAME = "/credentialSubject/identifier/0/identityHash"
RULES = [
    # the frame
    ("context", "/@context", "/@context", ["https://www.w3.org/ns/credentials/v2"]),
    ("type", "/type", "/type", ["VerifiableCredential", "AchievementCredential"]),
    ("type", "/type", "/type", ["OpenBadgeCredential", "VerifiableCredential"]),
    ("proof", "/proof", "/proof", [{"type": "DataIntegrityProof"}]),
    ("schema", "", "/id", ...),
    ("schema", ACHIEVEMENT, f"{ACHIEVEMENT}/criteria", ...),
    ("term-undefined", "/unheardOf", "/unheardOf", "x"),
    ("term-undefined", f"{ACHIEVEMENT}/unheardOf", f"{ACHIEVEMENT}/unheardOf", "x"),
    # the issuer
    ("issuer", "/issuer/id", "/issuer/id", "did:web:bewijs.voorbeeld:organisaties:ander"),
    ("issuer", "/issuer/id", "/issuer", ISSUER),
    # dates
    ("dates", "/validFrom", "/validFrom", "yesterday"),
    ("dates", "/validFrom", "/validFrom", "2026-06-26T14:05:00+00:00"),
    ("dates", "/validFrom", "/validFrom", "2026-06-31T14:05:00Z"),
    ("dates", "/awardedDate", "/awardedDate", "2026-06-26T14:05:01Z"),
    ("dates", "/awardedDate", "/awardedDate", ...),
    ("dates", f"{SUBJECT}/activityEndDate", f"{SUBJECT}/activityEndDate", "2026-01-04T00:00:00Z"),
    ("dates", f"{SUBJECT}/activityEndDate", f"{SUBJECT}/activityEndDate", "2026-06-27T00:00:00Z"),
    ("dates", f"{SUBJECT}/activityStartDate", f"{SUBJECT}/activityStartDate", ...),
    ("dates", "/validUntil", "/validUntil", "2026-06-26T14:05:00Z"),
    ("dates", "/validUntil", "/validUntil", "never"),
    # ids
    ("id-form", "/id", "/id", "https://bewijs.voorbeeld/b/1"),
    ("id-form", "/id", "/id", "urn:uuid:0193A1B2-7C3D-7E4F-8A5B-6C7D8E9F0A1B"),
    ("id-form", f"{SUBJECT}/id", f"{SUBJECT}/id", "did:example:sam"),
    ("id-form", f"{SUBJECT}/id", f"{SUBJECT}/id", ...),
    ("id-form", "/evidence/0/id", "/evidence/0/id", "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"),
    # the person
    ("identity", f"{SUBJECT}/identifier/0", f"{SUBJECT}/identifier/0/identityType", "emailAddress"),
    ("identity", f"{SUBJECT}/identifier/0", f"{SUBJECT}/identifier/0/identityType", "nationalIdentityNumber"),
    ("identity", f"{SUBJECT}/identifier/0", f"{SUBJECT}/identifier/0/hashed", True),
    ("identity", f"{SUBJECT}/identifier/0/salt", f"{SUBJECT}/identifier/0/salt", "zout"),
    ("identity", "/issuer/email", "/issuer/email", "praktijk"),
    ("identity", "/issuer/dateOfBirth", "/issuer/dateOfBirth", "2008-01-01"),
    # names that law protects
    ("achievement-type", f"{ACHIEVEMENT}/achievementType", f"{ACHIEVEMENT}/achievementType", "Diploma"),
    ("achievement-type", f"{ACHIEVEMENT}/achievementType", f"{ACHIEVEMENT}/achievementType", "ext:Praktijk"),
    ("achievement-type", f"{ACHIEVEMENT}/achievementType", f"{ACHIEVEMENT}/achievementType", ...),
    # how it was learned, and how independently
    ("leervorm", f"{ACHIEVEMENT}/tag", f"{ACHIEVEMENT}/tag", ["logistiek"]),
    ("leervorm", f"{ACHIEVEMENT}/tag", f"{ACHIEVEMENT}/tag", ["formeel leren", "informeel leren"]),
    ("leervorm", f"{ACHIEVEMENT}/tag", f"{ACHIEVEMENT}/tag", ["formeel leren", "formeel leren"]),
    ("leervorm", f"{ACHIEVEMENT}/tag", f"{ACHIEVEMENT}/tag", ...),
    ("result", f"{SUBJECT}/result/0/value", f"{SUBJECT}/result/0/value", "voldoende"),
    ("result", f"{SUBJECT}/result/0/value", f"{SUBJECT}/result/0/resultDescription", "https://a.nl/#b"),
    ("result", f"{SUBJECT}/result/0/value", f"{ACHIEVEMENT}/resultDescription", ...),
    # the status
    ("status", "/credentialStatus", "/credentialStatus", ...),
    ("status", "/credentialStatus", "/credentialStatus/id", LIST),
    ("status", "/credentialStatus", "/credentialStatus/id", f"{LIST}#1"),
    ("status", "/credentialStatus", "/credentialStatus/statusListIndex", "-1"),
    ("status", "/credentialStatus", "/credentialStatus/statusListIndex", "084217"),
    ("status", "/credentialStatus", "/credentialStatus/statusListIndex", ...),
    ("status", "/credentialStatus", "/credentialStatus/statusPurpose", "suspension"),
    ("status", "/credentialStatus", "/credentialStatus/statusListCredential", "urn:list"),
    ("status", "/credentialStatus", "/credentialStatus/type", "1EdTechRevocationList"),
    # strings
    ("text-control", NARRATIVE, NARRATIVE, "a\x07b"),
    ("text-control", NARRATIVE, NARRATIVE, "a\x7fb"),
    ("text-control", NARRATIVE, NARRATIVE, "é\x7fb"),
    ("text-control", "/issuer/name", "/issuer/name", "a\tb"),
    ("text-direction", NAME, NAME, "Sam \u202e"),
    ("text-bsn", NARRATIVE, NARRATIVE, f"Sam ({BSN}) deed mee"),
    ("text-bsn", NARRATIVE, NARRATIVE, "Sam 123\n456\n782"),
    ("text-bsn", NAME, NAME, "Sam 1234.56.782"),
    ("text-bsn", f"{ACHIEVEMENT}/image/caption", f"{ACHIEVEMENT}/image/caption", BSN),
    ("text-email", NARRATIVE, NARRATIVE, "Mail sam@voorbeeld.nl"),
    ("text-email", NARRATIVE, NARRATIVE, "Mail é sam＠voorbeeld.nl"),
    ("text-email", "/issuer/url", "/issuer/url", "mailto:sam@voorbeeld.nl"),
    ("text-sensitive", NARRATIVE, NARRATIVE, "Sam heeft ADHD"),
    ("text-sensitive", NAME, NAME, "Sam (vso)"),
    ("empty", f"{ACHIEVEMENT}/alignment", f"{ACHIEVEMENT}/alignment", []),
    ("empty", NARRATIVE, NARRATIVE, ""),
]


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
        document = badge()
        put(pointer, value)(document)
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
            st.none() | st.booleans() | st.integers(0, 9) | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
            ),
            max_leaves=8,
        ),
        st.sampled_from([pointer for _, _, pointer, _ in RULES if pointer not in {"/proof", "/unheardOf"}]),
    )
    def test_bears_any_document(self, value: Any, pointer: str) -> None:
        """Whatever stands anywhere, lint passes or says what is wrong: it never falls over."""
        document = badge()
        put(pointer, value)(document)
        for code, where in found(document=document):
            assert code
            assert where == "" or where.startswith("/")

    @pytest.mark.parametrize("document", [{}, {"@context": []}, {"issuer": []}, {"credentialSubject": "x"}])
    def test_refuses_what_is_no_badge(self, document: dict[str, Any]) -> None:
        """A document without anything has many problems, not a crash."""
        assert len(found(document=document)) > 5


class TestLintStatusList:
    """The last look at a status list."""

    def test_passes_the_composed_list(self) -> None:
        """What we compose may be signed."""
        linted = linting.lint_status_list(UnsignedCredential(status_list()), issuer=ISSUER)
        assert linted == LintedCredential(
            document=status_list(), canonical=walker.canonicalize(status_list())
        )

    @pytest.mark.parametrize(
        ("members", "expected"),
        [
            ({"@context": list(composing.BADGE_CONTEXTS)}, ("context", "/@context")),
            ({"type": ["VerifiableCredential"]}, ("type", "/type")),
            ({"issuer": "did:web:ander.voorbeeld"}, ("issuer", "/issuer")),
            ({"issuer": {"id": ISSUER}}, ("issuer", "/issuer")),
            ({"validUntil": "2026-06-26T14:05:00Z"}, ("dates", "/validUntil")),
            ({"validUntil": None}, ("dates", "/validUntil")),
            ({"id": f"{LIST}#list"}, ("status", "/credentialSubject")),
            ({"id": "urn:uuid:0193a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"}, ("status", "/credentialSubject")),
            ({"credentialSubject": {}}, ("status", "/credentialSubject")),
            ({"unheardOf": 1}, ("term-undefined", "/unheardOf")),
            ({"name": "a\x00"}, ("text-control", "/name")),
        ],
    )
    def test_finds(self, members: dict[str, Any], expected: tuple[str, str]) -> None:
        """Each rule finds its problem, and says where it is."""
        assert expected in found_in_list(status_list(**members))

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("id", LIST),
            ("type", "BitstringStatusListEntry"),
            ("statusPurpose", "suspension"),
            ("encodedList", "H4sIAAAAAAAA"),
            ("encodedList", "uH4sI AAAA"),
            ("encodedList", "u"),
        ],
    )
    def test_finds_what_is_wrong_with_the_bits(self, key: str, value: str) -> None:
        """The list is complete, has an id of its own and is encoded as the standard asks."""
        document = copy.deepcopy(status_list())
        document["credentialSubject"][key] = value
        assert ("status", "/credentialSubject") in found_in_list(document)


class TestStringProblems:
    """The look at every string."""

    @given(
        st.text(st.characters(codec="utf-8") | st.sampled_from(f'{BSN}@.-\\"\n\x7f\u200b'), max_size=30),
        st.sampled_from([NARRATIVE, NAME, "/issuer/name", "/issuer/url", f"{ACHIEVEMENT}/description"]),
    )
    def test_finds_as_a_whole_what_it_finds_one_by_one(self, text: str, pointer: str) -> None:
        """The short way passes a document only when the long way finds nothing in it."""
        document = badge()
        put(pointer, text)(document)
        if strings.is_plain(document):
            assert strings.personal_members(document) == []
            assert list(strings.string_problems(document)) == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Sam sneed 12 kilo, van 5-1-2026 tot 26-6-2026 – à € 2,50: “klaar”.\nEn Łukasz ook…", True),
            ("@", False),
            ("123456782", False),
            ("1234.5678", False),
            ("\x00", False),
            ("\x7f", False),
            ("\u00ad", False),
            ("\u200b", False),
            ("🙂", False),
            ("", False),
        ],
    )
    def test_takes_the_short_way_for_everyday_text(self, text: str, expected: bool) -> None:  # noqa: FBT001 (a table)
        """Everyday Dutch is passed as a whole; anything else is looked at."""
        document = badge()
        put(NARRATIVE, text)(document)
        assert strings.is_plain(document) is expected

    def test_escapes_keys_in_pointers(self) -> None:
        """A slash and a tilde in a key are escaped (RFC 6901 3)."""
        document: strictjson.JsonObject = {"a/b": {"~": [""]}}
        problems = list(strings.string_problems(document))
        assert [problem.pointer for problem in problems] == ["/a~1b/~0/0"]


def callers(name: str) -> set[str]:
    """Give the modules of the rooms that call a class by its name; a benchmark signs nothing for anyone."""
    modules = (
        path
        for room in ("app", "badges", "issuers", "templates", "verifier", "web")
        for path in (TREE / room).rglob("*.py")
    )
    return {
        str(path.relative_to(TREE))
        for path in modules
        if name in (text := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == name
    }


class TestStages:
    """Having the type is the evidence, so nobody else makes one."""

    def test_only_linting_makes_a_linted_credential(self) -> None:
        """The only way to a LintedCredential is lint."""
        assert callers("LintedCredential") == {"badges/linting/__init__.py"}

    def test_only_proofs_makes_a_signed_credential(self) -> None:
        """The only way to a SignedCredential is add_proof, or the prepared twin beside it."""
        assert callers("SignedCredential") == {"badges/proofs.py"}
