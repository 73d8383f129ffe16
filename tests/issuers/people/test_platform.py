"""Who runs the service, and who is let in again by whoever has the machine."""

from uuid import UUID

import pytest
from sqlmodel import Session

from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.organisations.joining import ask_to_join, is_invited
from issuers.organisations.trail import read_trail
from issuers.people.accepting import accept
from issuers.people.appointing import NewMember
from issuers.people.enrolling import use_link
from issuers.people.inviting import Write
from issuers.people.permissions import Actor
from issuers.people.platform import add_administrator, end_administrator, rescue
from issuers.people.register import person_by_mail
from issuers.people.tables import PlatformAdministrator
from tests.issuers.people.conftest import token_of

PIA = "pia@bewijs.voorbeeld"


def runs_the_service(desk: IssuingDesk, mail: str) -> bool:
    """Tell whether somebody runs the service now."""

    def work(session: Session) -> bool:
        person = person_by_mail(session, mail=mail)
        row = session.get(PlatformAdministrator, person.id) if person else None
        return row is not None and row.ended is None

    return desk.register.read(work, within=WHOLE_SERVICE)


def pia(desk: IssuingDesk) -> UUID:
    """Let Pia run the service."""
    add_administrator(desk, "Pia", mail=PIA)
    found = desk.register.read(lambda session: person_by_mail(session, mail=PIA), within=WHOLE_SERVICE)
    assert found is not None
    return found.id


class TestEndAdministrator:
    """`end_administrator`."""

    def test_takes_the_service_away_again(self, desk: IssuingDesk) -> None:
        """And gives it back when asked for again."""
        add_administrator(desk, "Pia", mail=PIA)
        assert "Pia" == end_administrator(desk, PIA)
        assert not runs_the_service(desk, PIA)
        add_administrator(desk, "Pia", mail=PIA)
        assert runs_the_service(desk, PIA)

    def test_ends_his_invitations_to_join(self, desk: IssuingDesk) -> None:
        """Whoever has one applies like anybody else, also when he runs the service again."""
        invitation = ask_to_join(desk, by=pia(desk))
        assert is_invited(desk, invitation)
        end_administrator(desk, PIA)
        add_administrator(desk, "Pia", mail=PIA)
        assert not is_invited(desk, invitation)

    @pytest.mark.parametrize("mail", ["niemand@bewijs.voorbeeld", "geen adres", ""])
    def test_finds_nobody(self, desk: IssuingDesk, mail: str) -> None:
        """Who does not run it cannot stop."""
        with pytest.raises(NotFoundError):
            end_administrator(desk, mail)


class TestRescue:
    """`rescue`."""

    def test_gives_a_link_and_no_more(self, desk: IssuingDesk) -> None:
        """Somebody who ran the service once does not run it again by this."""
        add_administrator(desk, "Pia", mail=PIA)
        end_administrator(desk, PIA)
        rescued = rescue(desk, PIA.upper())
        assert "Pia" == rescued.name
        use_link(desk, rescued.token)
        assert not runs_the_service(desk, PIA)

    def test_is_written_down_where_somebody_works(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """Whoever has the machine can use the link himself; the organisation reads that there is one."""
        accept(desk, token_of(desk, newcomer, beheerder=beheerder, write=write), visitor=None)
        rescue(desk, newcomer.mail)
        [deed, *_] = read_trail(desk, actor=beheerder, page=0)
        assert (AuditKind.LINK_GIVEN, None, newcomer.name) == (deed.kind, deed.who, deed.whom)

    def test_finds_nobody(self, desk: IssuingDesk) -> None:
        """An address that nobody has gets no link."""
        with pytest.raises(NotFoundError):
            rescue(desk, "niemand@bewijs.voorbeeld")
