"""The proposal (voorstel): what the badges of one person say about a target, and what is open.

weighing    a fact and a match -> how strong, with the grounds of it
covering    all that counts -> every werkproces that it reaches, once for all targets
proposing   that and a target -> a line for each werkproces
nearest     what if: the mbo-certificaten of which most is there
telling     a proposal as JSON and in lines

It proposes and explains; a person decides. Nothing is added up, scored or ranked between people.
"""

from schools.proposals.covering import Coverage, cover
from schools.proposals.proposing import Proposal, propose

__all__ = ["Coverage", "Proposal", "cover", "propose"]
