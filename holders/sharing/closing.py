"""Close the page of a badge that one keeps: then nobody sees it by its link, its code, or on its paper."""

from functools import partial
from uuid import UUID

from holders.keeping.telephones import KnownHolder
from holders.keeping.wallet import find_kept
from holders.sharing.register import links_to
from holders.sharing.tables import Share
from issuers.database.scopes import OneHolder
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.closing import close_page, is_page_closed, open_page


def close(desk: IssuingDesk, badge_id: UUID, *, holder: KnownHolder) -> None:
    """Let nobody see it; a copy that somebody has is not called back.

    Raises:
        NotFoundError: he does not keep it, or this telephone may not show it.
    """
    given = find_kept(desk, badge_id, holder=holder)
    close_page(desk, given.id, organisation_id=given.organisation_id)


def reopen(desk: IssuingDesk, badge_id: UUID, *, holder: KnownHolder) -> None:
    """Let whoever has the link see it again; not on a borrowed telephone, where its owner could.

    Raises:
        NotFoundError: he does not keep it, or this telephone may not show it, or is not his own.
    """
    if holder.is_borrowed:
        raise NotFoundError
    given = find_kept(desk, badge_id, holder=holder)
    open_page(desk, given.id, organisation_id=given.organisation_id)


def is_closed(desk: IssuingDesk, badge_id: UUID, *, holder: KnownHolder) -> bool:
    """Tell whether he closed it.

    Raises:
        NotFoundError: he does not keep it, or this telephone may not show it.
    """
    given = find_kept(desk, badge_id, holder=holder)
    return is_page_closed(desk, given.id, organisation_id=given.organisation_id)


def open_links(desk: IssuingDesk, badge_id: UUID, *, holder: KnownHolder) -> tuple[Share, ...]:
    """List the links that he made that show it, which stay open also where its page is closed.

    By a card that an organisation made anew he has no links.
    """
    if holder.only_of is not None:
        return ()
    asked = partial(links_to, badge_id=badge_id, holder_id=holder.holder_id, now=desk.clock.now())
    return tuple(desk.register.read(asked, within=OneHolder(holder.holder_id)))
