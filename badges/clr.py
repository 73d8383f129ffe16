"""What somebody achieved, all together: the classes of a Comprehensive Learner Record (CLR 2.0, appendix B).

Those that it shares with OB 3.0 are the same classes here.
"""

from typing import Annotated, Any, Literal

from pydantic import Field

from badges.achievement import Achievement, Evidence, IdentityObject
from badges.datatypes import AnyContexts, ClrContexts, CompactJws, Moment, Names, OpenModel, Types
from badges.profile import (
    CredentialSchema,
    EndorsementCredential,
    Image,
    IssuedModel,
    Profile,
    Proof,
    RefreshService,
    TermsOfUse,
)

AssociationType = Literal[
    "exactMatchOf",
    "isChildOf",
    "isParentOf",
    "isPartOf",
    "isPeerOf",
    "isRelatedTo",
    "precedes",
    "replacedBy",
]


class Association(OpenModel):
    """Say how two achievements or credentials belong together."""

    type: Literal["Association"]
    association_type: AssociationType
    source_id: str
    target_id: str


class StatusMethod(OpenModel):
    """Name the way in which a withdrawal is told; CLR 2.0 asks no id, as the VC data model."""

    id: str | None = None
    type: str


class VerifiableCredential(OpenModel):
    """Hold any credential in the record; what its subject is, the schema of its own kind tells."""

    context: AnyContexts = Field(alias="@context")
    id: str | None = None
    type: Annotated[Types, Names("VerifiableCredential")]
    issuer: str | Profile
    valid_from: Moment
    valid_until: Moment | None = None
    credential_subject: dict[str, Any]
    proof: list[Proof] | None = None
    credential_schema: list[CredentialSchema] | None = None
    credential_status: StatusMethod | None = None
    refresh_service: RefreshService | None = None
    terms_of_use: list[TermsOfUse] | None = None
    evidence: list[Evidence] | None = None


class ClrSubject(OpenModel):
    """Say whose record it is, and what is in it."""

    id: str | None = None
    type: Annotated[Types, Names("ClrSubject")]
    identifier: list[IdentityObject] | None = None
    achievement: list[Achievement] | None = None
    verifiable_credential: Annotated[list[VerifiableCredential], Field(min_length=1)]
    association: list[Association] | None = None


class ClrCredential(IssuedModel):
    """Hold a Comprehensive Learner Record."""

    context: ClrContexts = Field(alias="@context")
    type: Annotated[Types, Names("VerifiableCredential"), Names("ClrCredential")]
    name: str
    endorsement: list[EndorsementCredential] | None = None
    endorsement_jwt: list[CompactJws] | None = None
    image: Image | None = None
    partial: bool | None = None
    credential_subject: ClrSubject
    credential_status: StatusMethod | None = None
    evidence: list[Evidence] | None = None
