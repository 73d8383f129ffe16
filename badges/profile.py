"""Who issues and who endorses: the OB 3.0 classes around a Profile, and the parts of a credential.

Each has the name and the members of its class in OB 3.0, appendix B; `badges.schema` makes the JSON Schema
of them.
"""

from typing import Annotated, Literal

from pydantic import Field

from badges.datatypes import (
    ClosedModel,
    CompactJws,
    Contexts,
    Day,
    Extension,
    Moment,
    Names,
    OpenModel,
    Types,
)

IdentifierType = (
    Literal[
        "name",
        "sourcedId",
        "systemId",
        "productId",
        "userName",
        "accountId",
        "emailAddress",
        "nationalIdentityNumber",
        "isbn",
        "issn",
        "lisSourcedId",
        "oneRosterSourcedId",
        "sisSourcedId",
        "ltiContextId",
        "ltiDeploymentId",
        "ltiToolId",
        "ltiPlatformId",
        "ltiUserId",
        "identifier",
    ]
    | Extension
)


class Image(ClosedModel):
    """Name a picture."""

    id: str
    type: Literal["Image"]
    caption: str | None = None


class GeoCoordinates(OpenModel):
    """Say where on earth."""

    type: Literal["GeoCoordinates"]
    latitude: float
    longitude: float


class Address(OpenModel):
    """Say where someone or something is reached."""

    type: Annotated[Types, Names("Address")]
    address_country: str | None = None
    address_country_code: str | None = None
    address_region: str | None = None
    address_locality: str | None = None
    street_address: str | None = None
    post_office_box_number: str | None = None
    postal_code: str | None = None
    geo: GeoCoordinates | None = None


class IdentifierEntry(ClosedModel):
    """Give another identifier of an organisation or achievement."""

    type: Literal["IdentifierEntry"]
    identifier: str
    identifier_type: IdentifierType


class Proof(OpenModel):
    """Hold a Data Integrity proof (VC-DI 2.1)."""

    type: str
    created: Moment | None = None
    cryptosuite: str | None = None
    challenge: str | None = None
    domain: str | None = None
    nonce: str | None = None
    proof_purpose: str | None = None
    proof_value: str | None = None
    verification_method: str | None = None


class CredentialSchema(OpenModel):
    """Name a schema that the credential follows (VCDM 4.11)."""

    id: str
    type: str


class CredentialStatus(OpenModel):
    """Name the place where a withdrawal is told (VCDM 4.10); OB 3.0 wants an id too."""

    id: str
    type: str


class RefreshService(OpenModel):
    """Name the place where a newer version is (VCDM 5.4)."""

    id: str
    type: str


class TermsOfUse(OpenModel):
    """Say under which terms it may be used (VCDM 5.5)."""

    id: str | None = None
    type: str


class EndorsementSubject(OpenModel):
    """Say what is endorsed."""

    id: str
    type: Annotated[Types, Names("EndorsementSubject")]
    endorsement_comment: str | None = None


class Profile(OpenModel):
    """Name who issues, endorses or is an author."""

    id: str
    type: Annotated[Types, Names("Profile")]
    name: str | None = None
    url: str | None = None
    phone: str | None = None
    description: str | None = None
    endorsement: "list[EndorsementCredential] | None" = None
    endorsement_jwt: list[CompactJws] | None = None
    image: Image | None = None
    email: str | None = None
    address: Address | None = None
    other_identifier: list[IdentifierEntry] | None = None
    official: str | None = None
    parent_org: "Profile | None" = None
    family_name: str | None = None
    given_name: str | None = None
    additional_name: str | None = None
    patronymic_name: str | None = None
    honorific_prefix: str | None = None
    honorific_suffix: str | None = None
    family_name_prefix: str | None = None
    date_of_birth: Day | None = None


class IssuedModel(OpenModel):
    """Be the base of what one party signs about another: from whom, since when, and how that is known."""

    id: str
    description: str | None = None
    awarded_date: Moment | None = None
    issuer: str | Profile
    valid_from: Moment
    valid_until: Moment | None = None
    proof: list[Proof] | None = None
    credential_schema: list[CredentialSchema] | None = None
    refresh_service: RefreshService | None = None
    terms_of_use: list[TermsOfUse] | None = None


class EndorsementCredential(IssuedModel):
    """Hold what one party says about another's badge, achievement or profile."""

    context: Contexts = Field(alias="@context")
    type: Annotated[Types, Names("VerifiableCredential"), Names("EndorsementCredential")]
    name: str
    credential_subject: EndorsementSubject
    credential_status: CredentialStatus | None = None


Profile.model_rebuild()
