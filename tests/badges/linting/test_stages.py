"""Who makes a credential of each stage: read from the code of the rooms."""

import ast
from pathlib import Path

TREE = Path(__file__).parents[3]


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
