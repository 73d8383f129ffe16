"""A school that decides, for its overview."""

from tests.schools.decisions.conftest import asked, plan, sam, samira, wim

__all__ = ["asked", "plan", "sam", "samira", "wim"]
