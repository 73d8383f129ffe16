"""Hold giving a badge to what was agreed."""

from uuid import UUID

from sqlmodel import Session

from badges.judgement import WerkprocesReference
from issuers.errors import NotFoundError, OtherWorkError, ProfielEndedError, ProfielNotAgreedError
from issuers.werkplekprofiel.known import Standing, standing_of
from issuers.werkplekprofiel.register import agreed_werkprocessen, profiel_of


def require_agreed(
    session: Session, profiel_id: UUID, work: WerkprocesReference, *, organisation_id: str
) -> None:
    """Let pass work that the recipient said yes to learning.

    Raises:
        NotFoundError: the organisation has no such werkplekprofiel.
        ProfielEndedError: it was stopped.
        ProfielNotAgreedError: the recipient did not say yes, or said that it is not right.
        OtherWorkError: the werkproces does not stand in it.
    """
    row = profiel_of(session, profiel_id, organisation_id=organisation_id)
    if row is None:
        raise NotFoundError
    standing = standing_of(row)
    if standing is Standing.ENDED:
        raise ProfielEndedError
    if standing is not Standing.AGREED:
        raise ProfielNotAgreedError
    agreed = {(each.crebo, each.code) for each in agreed_werkprocessen(session, row)}
    if (work.crebo, work.code) not in agreed:
        raise OtherWorkError
