"""Hold giving a badge to what was agreed."""

from uuid import UUID

from sqlmodel import Session

from badges.judgement import Judgement
from issuers.errors import (
    NotFoundError,
    OtherNameError,
    OtherWorkError,
    ProfielEndedError,
    ProfielNotAgreedError,
)
from issuers.werkplekprofiel.known import Standing, standing_of
from issuers.werkplekprofiel.register import agreed_werkprocessen, profiel_of


def require_agreed(session: Session, profiel_id: UUID, judgement: Judgement, *, organisation_id: str) -> None:
    """Let pass a judgement of work that the recipient said yes to learning, under the name that he chose.

    Raises:
        NotFoundError: the organisation has no such werkplekprofiel.
        ProfielEndedError: it was stopped.
        ProfielNotAgreedError: the recipient did not say yes, or said that it is not right.
        OtherWorkError: the werkproces does not stand in it.
        OtherNameError: he chose another name, or none.
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
    if (judgement.werkproces.crebo, judgement.werkproces.code) not in agreed:
        raise OtherWorkError
    if (judgement.name or "") != row.chosen_name:
        raise OtherNameError
