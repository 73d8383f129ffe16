"""Wall in every table: what belongs to one organisation is seen and changed by no other."""

from issuers.database.scopes import OneOrganisation, OnePerson, Public
from migrations import walls

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_OF_TENANTS = (
    "achievement",
    "agreement",
    "audit_record",
    "audit_salt",
    "badge",
    "badge_jwt",
    "browser_session",
    "invitation",
    "membership",
    "organisation_fact",
    "organisation_kwalificatie",
    "organisation_number",
    "organisation_picture",
    "outgoing_mail",
    "signing_key",
    "status_list",
)
_OF_THE_SERVICE = (
    "application",
    "audit_checkpoint",
    "enrolment_link",
    "instance",
    "joining_invitation",
    "organisation",
    "person",
    "platform_administrator",
)
_FOR_EVERYONE = (
    "achievement",
    "organisation",
    "organisation_fact",
    "organisation_picture",
    "signing_key",
    "status_list",
)
_OWN = f"person_id::text = {walls.OF}"
_WORKS_HERE = (
    "EXISTS (SELECT FROM membership WHERE membership.person_id = person.id "
    f"AND membership.organisation_id = {walls.OF})"
)


def upgrade() -> None:
    for table in _OF_TENANTS:
        walls.build(table)
    for table in _OF_THE_SERVICE:
        walls.enclose(table)
    for table in _FOR_EVERYONE:
        walls.let_in(table, Public, rows="true")
    _let_in_organisations()
    _let_in_people()
    _let_in_who_holds_something()


def _let_in_organisations() -> None:
    """Let each see and change itself, see who works or worked there, and take in people."""
    walls.let_in("organisation", OneOrganisation, rows=f"id = {walls.OF}")
    walls.let_in("organisation", OneOrganisation, rows=f"id = {walls.OF}", to="UPDATE")
    walls.let_in("person", OneOrganisation, rows=_WORKS_HERE)
    walls.let_in("person", OneOrganisation, rows="true", to="INSERT")


def _let_in_people() -> None:
    """Let each see and change themselves and their sign-ins, and see where they work."""
    walls.let_in("person", OnePerson, rows=f"id::text = {walls.OF}", to="ALL")
    for table in ("browser_session", "enrolment_link"):
        walls.let_in(table, OnePerson, rows=_OWN, to="ALL")
    for table in ("membership", "platform_administrator"):
        walls.let_in(table, OnePerson, rows=_OWN)
    walls.let_in("organisation", OnePerson, rows="true")


def _let_in_who_holds_something() -> None:
    """Let a badge be found by what stands in its address or in itself, the rest by its secret."""
    held = f"(token = {walls.OF} OR id::text = {walls.OF}) AND state IN ('signed', 'revoked')"
    walls.let_in("badge", Public, rows=held)
    walls.let_in("badge_jwt", Public, rows="EXISTS (SELECT FROM badge WHERE badge.id = badge_jwt.badge_id)")
    for table in ("application", "browser_session", "enrolment_link", "invitation", "joining_invitation"):
        walls.let_in(table, Public, rows=f"token_hash = {walls.OF}")
