"""Take in organisations: each with its keys and its status list from the first moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sqlmodel import Session

from badges.catalogue.model import Kwalificatie
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import PUBLIC, WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import short_id
from issuers.keys.keyring import add_key
from issuers.keys.tables import KeyPurpose
from issuers.organisations.facts import NewFact, add_fact
from issuers.organisations.register import all_organisations, kwalificaties_of
from issuers.organisations.tables import Organisation, OrganisationKwalificatie
from issuers.statuslists import open_list


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """Hold what an organisation says about itself when it joins."""

    name: str
    facts: tuple[NewFact, ...]
    crebos: tuple[str, ...] = ()


def create_organisation(desk: IssuingDesk, new: NewOrganisation) -> Organisation:
    """Take in an organisation: a random id, an assertion key, a list key and an empty status list."""
    return desk.register.write(partial(found_organisation, new=new, desk=desk), within=WHOLE_SERVICE)


def found_organisation(session: Session, *, new: NewOrganisation, desk: IssuingDesk) -> Organisation:
    """Take in an organisation, in the transaction of what takes it in."""
    now = desk.clock.now()
    organisation = Organisation(id=short_id(), name=new.name, created=now)
    session.add(organisation)
    session.flush()
    session.add_all(
        OrganisationKwalificatie(organisation_id=organisation.id, crebo=crebo) for crebo in new.crebos
    )
    created = chain.Event(organisation_id=organisation.id, kind=AuditKind.ORGANISATION_CREATED, at=now)
    chain.append(session, created)
    for fact in new.facts:
        add_fact(session, fact, desk=desk, organisation_id=organisation.id)
    for purpose in (KeyPurpose.ASSERTION, KeyPurpose.TOKEN, KeyPurpose.LIST):
        add_key(session, desk=desk, organisation_id=organisation.id, purpose=purpose)
    open_list(session, desk=desk, organisation_id=organisation.id)
    return organisation


def find_organisation(desk: IssuingDesk, organisation_id: str) -> Organisation:
    """Find an organisation by its id.

    Raises:
        NotFoundError: there is none.
    """
    found = desk.register.read(lambda session: session.get(Organisation, organisation_id), within=PUBLIC)
    if found is None:
        raise NotFoundError
    return found


def successor_of(desk: IssuingDesk, organisation: Organisation) -> Organisation | None:
    """Find the organisation in which another went up; None where it did not."""
    return find_organisation(desk, organisation.merged_into) if organisation.merged_into else None


def organisations(desk: IssuingDesk) -> Sequence[Organisation]:
    """List all organisations, the oldest first."""
    return desk.register.read(all_organisations, within=PUBLIC)


def crebos_of(desk: IssuingDesk, organisation_id: str) -> tuple[str, ...]:
    """List the kwalificaties that an organisation works with, by number."""
    asked = partial(kwalificaties_of, organisation_id=organisation_id)
    found = desk.register.read(asked, within=OneOrganisation(organisation_id))
    return tuple(sorted((row.crebo for row in found), key=int))


def offered_by(desk: IssuingDesk, organisation_id: str) -> tuple[Kwalificatie, ...]:
    """List the kwalificaties that an organisation works with, as the catalogue has them.

    A newer catalogue may not have one of them any more.
    """
    crebos = crebos_of(desk, organisation_id)
    return tuple(each for each in desk.catalogue.kwalificaties if each.crebo in crebos)
