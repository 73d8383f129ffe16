"""Read from a form who gets which roles, and give them in the transaction of who asks."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.texts import normalize
from issuers.errors import FieldProblem, FormError, LastBeheerderError
from issuers.organisations.tables import OrganisationKind
from issuers.people.register import memberships_in
from issuers.people.tables import Membership, Role
from issuers.reading import NO_NAME, name_problems, no_mail, read_mail, read_name

NO_ROLE: Final = FieldProblem(
    "rol", "missing", "Kies wat deze persoon doet.", "Choose what this person does."
)
UNKNOWN_ROLE: Final = FieldProblem("rol", "unknown", "Kies uit de lijst.", "Choose from the list.")
NO_SCHOOL: Final = FieldProblem(
    "rol",
    "no-school",
    "Alleen een school heeft bevestigers en een examencommissie. Haal dit vinkje weg.",
    "Only a school has confirmers and an examencommissie. Untick this box.",
)
OF_SCHOOLS: Final = frozenset({Role.BEVESTIGER, Role.EXAMENCOMMISSIE})
NO_MANDATE: Final = FieldProblem(
    "mandaat",
    "missing",
    "Vul in wie dit mandaat gaf, bijvoorbeeld de directeur of het bevoegd gezag.",
    "Fill in who gave this mandate, for instance the director.",
)
NO_DAY: Final = FieldProblem(
    "sinds", "day", "Vul in sinds welke dag het mandaat geldt.", "Fill in since which day the mandate holds."
)
FUTURE: Final = FieldProblem(
    "sinds",
    "future",
    "Deze dag moet nog komen. Geef de rol pas als het mandaat geldt.",
    "This day is still to come. Give the role when the mandate holds.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedAppointment:
    """Hold what was typed in the form, as it was typed."""

    naam: str = ""
    mail: str = ""
    rollen: tuple[str, ...] = ()
    mandaat: str = ""
    sinds: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """Hold who let a school's bevestiger act in its name, and since when."""

    given_by: str
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """Hold which roles someone gets; only a bevestiger has a mandate."""

    roles: frozenset[Role]
    mandate: Mandate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """Hold who is asked to work for an organisation, and as what; `mail` is in lower case."""

    name: str
    mail: str
    appointment: Appointment


def roles_offered(kinds: Collection[OrganisationKind]) -> tuple[Role, ...]:
    """List the roles that an organisation of these kinds has: only a school has those of `OF_SCHOOLS`."""
    is_school = OrganisationKind.SCHOOL in kinds
    return tuple(role for role in Role if is_school or role not in OF_SCHOOLS)


def read_new_member(typed: TypedAppointment, *, offered: Collection[Role], today: date) -> NewMember:
    """Read who is invited.

    Raises:
        FormError: with every problem of every field.
    """
    name, mail = read_name(typed.naam), read_mail(typed.mail)
    found = _role_problems(typed, offered=offered, today=today)
    problems = [
        *name_problems(typed.naam, field="naam", missing=NO_NAME),
        *([] if mail else [no_mail(typed.mail)]),
        *found,
    ]
    if problems or name is None or mail is None:
        raise FormError(problems)
    return NewMember(name=name, mail=mail, appointment=_appointment(typed))


def read_appointment(typed: TypedAppointment, *, offered: Collection[Role], today: date) -> Appointment:
    """Read which roles someone gets.

    Raises:
        FormError: with every problem of every field.
    """
    problems = _role_problems(typed, offered=offered, today=today)
    if problems:
        raise FormError(problems)
    return _appointment(typed)


def appoint(
    session: Session, *, person_id: UUID, organisation_id: str, appointment: Appointment, now: datetime
) -> None:
    """Give someone exactly these roles from now on.

    Raises:
        LastBeheerderError: nobody would be left to manage the organisation.
    """
    if Role.BEHEERDER not in appointment.roles:
        _keep_a_beheerder(session, person_id=person_id, organisation_id=organisation_id)
    for role in Role:
        row = session.get(Membership, (organisation_id, person_id, role))
        if role in appointment.roles:
            row = row or Membership(
                organisation_id=organisation_id, person_id=person_id, role=role, created=now, ended=now
            )
            _begin(row, appointment=appointment, now=now)
            session.add(row)
        elif row is not None and row.ended is None:
            row.ended = now
    session.flush()


def _begin(row: Membership, *, appointment: Appointment, now: datetime) -> None:
    """Let a role begin, or go on; a mandate is written with the role that needs it."""
    if row.ended is not None:
        row.created, row.ended = now, None
    if row.role is Role.BEVESTIGER and appointment.mandate:
        row.mandate_by, row.mandate_since = appointment.mandate.given_by, appointment.mandate.since


def _keep_a_beheerder(session: Session, *, person_id: UUID, organisation_id: str) -> None:
    """Check that somebody else is beheerder, where this person is one now."""
    rows = memberships_in(session, organisation_id=organisation_id)
    beheerders = {member.person_id for member, _ in rows if member.role is Role.BEHEERDER}
    if beheerders == {person_id}:
        raise LastBeheerderError


def _appointment(typed: TypedAppointment) -> Appointment:
    roles = frozenset(map(Role, typed.rollen))
    if Role.BEVESTIGER not in roles:
        return Appointment(roles=roles)
    mandate = Mandate(
        given_by=" ".join(normalize(typed.mandaat).split()), since=date.fromisoformat(typed.sinds.strip())
    )
    return Appointment(roles=roles, mandate=mandate)


def _role_problems(typed: TypedAppointment, *, offered: Collection[Role], today: date) -> list[FieldProblem]:
    if not typed.rollen:
        return [NO_ROLE]
    if not set(typed.rollen) <= {role.value for role in Role}:
        return [UNKNOWN_ROLE]
    if OF_SCHOOLS & set(map(Role, typed.rollen)) - set(offered):
        return [NO_SCHOOL]
    if Role.BEVESTIGER.value not in typed.rollen:
        return []
    return list(_mandate_problems(typed, today=today))


def _mandate_problems(typed: TypedAppointment, *, today: date) -> Iterable[FieldProblem]:
    yield from name_problems(typed.mandaat, field="mandaat", missing=NO_MANDATE)
    try:
        since = date.fromisoformat(typed.sinds.strip())
    except ValueError:
        yield NO_DAY
        return
    if since > today:
        yield FUTURE
