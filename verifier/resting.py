"""Ask our own register of a praktijkverklaring whether the badges that it cites were withdrawn since."""

from itertools import islice
from typing import Final

from badges.members import at, objects
from verifier.needs import Identity
from verifier.report import Report
from verifier.sources import Sources
from verifier.states import Status

MOST_CITED: Final = 50
"""So many are asked for; a praktijkverklaring of a school of ours cites one for each werkproces."""


async def is_resting(report: Report, *, sources: Sources) -> bool:
    """Tell whether no badge under a standing praktijkverklaring of a known school is known as withdrawn.

    It cites them by their id alone (VCDM 2.0 5.3): each is looked up as a badge of who judged.
    """
    facts, is_over = report.facts, report.status in {Status.REVOKED, Status.REPLACED}
    if facts is None or facts.verklaring is None or report.known_issuer is None or is_over:
        return True
    judge = at(report.document, "credentialSubject", "source", "id")
    for each in islice(objects(report.document, "relatedResource"), MOST_CITED):
        identity = Identity(str(judge), str(each.get("id")))
        if await sources.withdrawal(identity) is not None:
            return False
    return True
