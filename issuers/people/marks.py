"""Mark a form as ours: with whom it is shown to, and for which organisation he acts.

People change places at one computer, and one person acts for another organisation, while a form lies open or
waits until somebody signed in. Then it does nothing, and whoever sends it is told. That keeps people from
mistakes; what other sites send is refused long before.
"""

import hmac
from typing import Final
from uuid import UUID

from issuers.desk import IssuingDesk
from issuers.errors import OtherSenderError, OtherWorkplaceError
from issuers.marking.marks import mark
from issuers.people.sessions import Visitor, workplaces

_FORM: Final = b"praktijkbewijs/form/1\n"
NOBODYS: Final = ""
"""Marks a form that did not come from a page of ours while nobody was signed in: no sign-in sends it on."""


def form_mark(desk: IssuingDesk, person_id: UUID, *, organisation_id: str | None) -> str:
    """Give the mark of the forms that somebody is shown while he acts for an organisation, or for none."""
    return mark(desk, _FORM + person_id.bytes + (organisation_id or "").encode()).hex()


def check_sender(desk: IssuingDesk, form: str, *, visitor: Visitor) -> str | None:
    """Check that a form with this mark was shown to who sends it; tell for which organisation that was.

    Raises:
        OtherSenderError: it was shown to somebody else, or for where he does not work (any more).
    """
    others = (each.organisation_id for each in workplaces(desk, visitor))
    for organisation_id in (visitor.organisation_id, *others, None):
        shown = form_mark(desk, visitor.person_id, organisation_id=organisation_id)
        if hmac.compare_digest(form.encode(), shown.encode()):
            return organisation_id
    raise OtherSenderError


def check_workplace(desk: IssuingDesk, form: str, *, visitor: Visitor) -> None:
    """Check that a form with this mark was shown to who sends it, for whom he acts now.

    Raises:
        OtherSenderError: it was shown to somebody else, or for where he does not work (any more).
        OtherWorkplaceError: he acted for another organisation then.
    """
    organisation_id = check_sender(desk, form, visitor=visitor)
    for each in workplaces(desk, visitor):
        if each.organisation_id == organisation_id != visitor.organisation_id:
            raise OtherWorkplaceError(each.organisation_id, name=each.name)
