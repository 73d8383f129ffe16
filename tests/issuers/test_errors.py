"""Errors of issuing: the tree as it is drawn is the tree as it stands."""

import re

from issuers import errors

_BRANCH = re.compile(r"^(?P<stem>[│ ]*[├└]── )(?P<name>\w+Error)\b")


def _drawn() -> dict[str, str]:
    """Each error of the picture, with the one that it hangs on."""
    hanging: list[str] = ["IssuersError"]
    parents = {}
    for line in (errors.__doc__ or "").splitlines():
        if branch := _BRANCH.match(line):
            depth = len(branch["stem"]) // 4
            parents[branch["name"]] = hanging[depth - 1]
            hanging[depth:] = [branch["name"]]
    return parents


def _standing(root: type) -> dict[str, str]:
    """Each error that there is below `root`, with the one that it is a kind of."""
    parents = {each.__name__: root.__name__ for each in root.__subclasses__()}
    for each in root.__subclasses__():
        parents |= _standing(each)
    return parents


class TestErrors:
    def test_stand_as_they_are_drawn(self) -> None:
        """The picture has all of them, each on its own branch."""
        assert _standing(errors.IssuersError) == _drawn()

    def test_are_all_had_from_one_place(self) -> None:
        """Nobody has to know in which module an error lives."""
        assert {"IssuersError", "CodedProblem", "FieldProblem", *_drawn()} == set(errors.__all__)
