"""Who collects for a werkplekprofiel: somebody of the organisation, or the recipient with his token."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, TypeAlias
from uuid import UUID

from sqlmodel import Session

from issuers.database.scopes import Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.evidence.tables import Evidence, EvidenceKind
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor
from issuers.werkplekprofiel.register import profiel_of, profiel_with
from issuers.werkplekprofiel.tables import AgreedBy, Werkplekprofiel


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Be a praktijkopleider or begeleider who works with the recipient."""

    actor: Actor
    profiel_id: UUID
    kinds: ClassVar[AbstractSet[EvidenceKind]] = frozenset(EvidenceKind)
    says: ClassVar[AgreedBy] = AgreedBy.PAPER

    @property
    def organisation_id(self) -> str:
        """Give for whom it is collected."""
        return self.actor.organisation_id

    @property
    def person_id(self) -> UUID | None:
        """Give who collects."""
        return self.actor.person_id

    def admit(self, session: Session) -> Werkplekprofiel:
        """Find the werkplekprofiel, if he may prepare anything at this moment.

        Raises:
            PermissionDeniedError: he may not, or not any more.
            NotFoundError: the organisation has no such werkplekprofiel.
        """
        require_still(session, self.actor, Action.DRAFT)
        row = profiel_of(session, self.profiel_id, organisation_id=self.organisation_id)
        if row is None:
            raise NotFoundError
        return row

    def may_change(self, evidence: Evidence) -> bool:
        """Tell whether it is his to change: colleagues go on from each other, as with a draft."""
        return evidence.collected_by is not None

    def may_remove(self, _evidence: Evidence) -> bool:
        """Tell whether it is his to remove: the organisation answers for all of it."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """Be the recipient: whoever holds the token of the werkplekprofiel."""

    token: str
    organisation_id: str
    person_id: ClassVar[UUID | None] = None
    kinds: ClassVar[AbstractSet[EvidenceKind]] = frozenset(EvidenceKind) - {EvidenceKind.STAGE}
    says: ClassVar[AgreedBy] = AgreedBy.PHONE

    @classmethod
    def with_token(cls, desk: IssuingDesk, token: str) -> "Learner":
        """Find whose token it is.

        Raises:
            NotFoundError: it opens nothing (any more).
        """
        row = desk.register.read(partial(profiel_with, token=token), within=Public(holding=token))
        if row is None:
            raise NotFoundError
        return cls(token=token, organisation_id=row.organisation_id)

    def admit(self, session: Session) -> Werkplekprofiel:
        """Find the werkplekprofiel, if the token opens it at this moment.

        Raises:
            NotFoundError: it does not (any more).
        """
        row = profiel_with(session, self.token)
        if row is None:
            raise NotFoundError
        return row

    def may_change(self, evidence: Evidence) -> bool:
        """Tell whether it is his to change: nobody puts words into the mouth of another."""
        return evidence.collected_by is None

    def may_remove(self, evidence: Evidence) -> bool:
        """Tell whether it is his to remove: what others wrote, they answer for."""
        return evidence.collected_by is None


Collector: TypeAlias = Member | Learner
