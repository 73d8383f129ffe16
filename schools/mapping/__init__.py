"""From what a badge says about work to the werkprocessen of a target, by rules that are named and sourced.

statements   what a badge says: a werkproces, a code, a programme, a skill, a target
rules        the rules as data, with a version (`data/rules-1.json`)
steps        from an old werkproces to a new one, each with its source (`data/steps.json`)
relating     one statement and one werkproces: does a rule join them, and how strongly at most?
atlas        one statement and the whole catalogue
targets      what somebody may want to reach: kwalificatie, kerntaak, mbo-certificaat, keuzedeel

Nothing is invented: where the catalogue lacks what a rule needs, a `Doubt` says what is unknown.
"""

from schools.mapping.atlas import Atlas
from schools.mapping.relating import Doubt, Hint, Match
from schools.mapping.rules import Rule, Strength
from schools.mapping.targets import Target, TargetKind, find_target

__all__ = ["Atlas", "Doubt", "Hint", "Match", "Rule", "Strength", "Target", "TargetKind", "find_target"]
