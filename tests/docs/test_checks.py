"""docs/verifying.md explains every check: its examples are made here for real, and give what it says."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest

import badges
import verifier
from badges.errors import CarrierError, DocumentError
from tests.docs.examples import EXAMPLES
from tests.world import World
from verifier import datamodel
from verifier.findings import Check, Rule
from verifier.needs import Absence
from verifier.opening import PHOTOGRAPHED
from verifier.refusals import _SENTENCES
from verifier.report import State
from verifier.states import Outcome

PAGE = Path(__file__).parents[2] / "docs" / "verifying.md"
CODE = re.compile(r"`([a-z0-9-]+)`")
GIVES = {"passes": Outcome.PASS, "fails": Outcome.FAIL, "unknown": Outcome.UNKNOWN}


def rows(heading: str) -> list[tuple[str, ...]]:
    """Give the rows of the tables under a heading of the page."""
    part = PAGE.read_text().split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| `")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


def modules_of(room: ModuleType) -> Iterator[ModuleType]:
    """Give every module of a room."""
    for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        yield importlib.import_module(found.name)


def modules() -> Iterator[ModuleType]:
    """Give the modules of the verifier, but the one for the suites: its rule is asked in no public check."""
    return (each for each in modules_of(verifier) if each is not datamodel)


def calls_in(module: ModuleType) -> Iterator[ast.Call]:
    """Give each call in the source of a module."""
    tree = ast.parse(Path(str(module.__file__)).read_text())
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def rules(module: ModuleType) -> dict[str, Rule]:
    """Give the rules of a module by their names."""
    return {name: each for name, each in vars(module).items() if isinstance(each, Rule)}


@dataclass(frozen=True, slots=True)
class Finding:
    """Name what a check can find; one whose sentence is put together has none here."""

    code: str
    clause: str
    outcome: Outcome
    nl: str | None


def findings_in(module: ModuleType) -> Iterator[Finding]:
    """Give each finding that the source of a module can make."""
    named = rules(module)
    for call in calls_in(module):
        match call:
            case ast.Call(ast.Attribute(rule, way), [said, *_]) if way in GIVES:
                found = named.get(ast.unparse(rule))
                nl = said.value if isinstance(said, ast.Constant) else None
                if found is not None:
                    yield Finding(found.code, found.clause, GIVES[way], nl)


@cache
def checks_of(example: str) -> tuple[Check, ...]:
    """Make an example, and check it."""
    earth = World()
    return earth.report(EXAMPLES[example](earth)).checks


SAID = rows("What it says")


class TestWhatItLooksAt:
    def test_has_every_rule_of_the_verifier(self) -> None:
        """Each check that there is, with its clause; and none that is not."""
        asked = {(rule.code, rule.clause) for module in modules() for rule in rules(module).values()}
        assert asked == {(code.strip("`"), clause) for code, _, clause in rows("What it looks at")}


class TestWhatItSays:
    @pytest.mark.parametrize(("code", "outcome", "example", "nl", "en"), SAID)
    def test_is_what_the_example_gives(self, code: str, outcome: str, example: str, nl: str, en: str) -> None:
        """The example, really made, gets this outcome and this sentence."""
        found = [
            (check.outcome.value, check.sentence.nl, check.sentence.en)
            for check in checks_of(example)
            if check.code == code.strip("`")
        ]
        assert [(outcome, nl, en)] == found

    def test_has_everything_that_a_rule_can_find(self) -> None:
        """Each outcome and each sentence that stands in the source has an example on the page."""
        possible = {found for module in modules() for found in findings_in(module)}
        shown = {
            Finding(check.code, check.clause, check.outcome, nl)
            for code, outcome, example, *_ in SAID
            for check in checks_of(example)
            for nl in (check.sentence.nl, None)
            if (f"`{check.code}`", check.outcome.value) == (code, outcome)
        }
        assert set() == possible - shown

    def test_uses_every_example(self) -> None:
        """No example is made for nothing."""
        assert set(EXAMPLES) == {example for _, _, example, *_ in SAID}


class TestStates:
    def test_are_all_told(self) -> None:
        """The page has each of the ten answers."""
        assert set(State) == {code for row in rows("What it answers") for code in CODE.findall(row[0])}


def texts_in(node: ast.AST) -> Iterator[str]:
    """Give the texts that stand in a piece of source."""
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def refusals_in(module: ModuleType) -> Iterator[str]:
    """Give each code with which the source of a module refuses what it cannot read."""
    for call in calls_in(module):
        match call:
            case ast.Call(ast.Name("UnreadableError"), [said]):
                yield from texts_in(said)
            case ast.Call(ast.Name(name), _, [ast.keyword("code", said)]):
                error = getattr(module, name, None)
                if isinstance(error, type) and issubclass(error, DocumentError | CarrierError):
                    yield from texts_in(said)


class TestWhatItCannotRead:
    def test_has_every_refusal_of_the_source(self) -> None:
        """No code is without a sentence, and no sentence is for nothing."""
        sources = chain(modules_of(badges), modules_of(verifier))
        given = {code for module in sources for code in refusals_in(module)}
        given |= {f"link-{each}" for each in Absence}
        assert given - {"link-", PHOTOGRAPHED} == set(_SENTENCES)

    def test_is_told_in_our_own_words(self) -> None:
        """Each code has its sentence; codes with one sentence share a row."""
        told = {
            code: sentence for codes, sentence in rows("What it cannot read") for code in CODE.findall(codes)
        }
        assert {code: said.en for code, said in _SENTENCES.items()} == told
