"""What was achieved, by whom, and what shows it: the OB 3.0 classes around an Achievement.

Each has the name and the members of its class in OB 3.0, appendix B; `badges.schema` makes the JSON Schema
of them.
"""

from typing import Annotated, Literal

from pydantic import Field

from badges.datatypes import (
    ClosedModel,
    CompactJws,
    Contexts,
    Extension,
    LanguageCode,
    Moment,
    Names,
    OpenModel,
    Types,
)
from badges.profile import (
    CredentialStatus,
    EndorsementCredential,
    IdentifierEntry,
    IdentifierType,
    Image,
    IssuedModel,
    Profile,
)

AchievementType = (
    Literal[
        "Achievement",
        "ApprenticeshipCertificate",
        "Assessment",
        "Assignment",
        "AssociateDegree",
        "Award",
        "Badge",
        "BachelorDegree",
        "Certificate",
        "CertificateOfCompletion",
        "Certification",
        "CommunityService",
        "Competency",
        "Course",
        "CoCurricular",
        "Degree",
        "Diploma",
        "DoctoralDegree",
        "Fieldwork",
        "GeneralEducationDevelopment",
        "JourneymanCertificate",
        "LearningProgram",
        "License",
        "Membership",
        "ProfessionalDoctorate",
        "QualityAssuranceCredential",
        "MasterCertificate",
        "MasterDegree",
        "MicroCredential",
        "ResearchDoctorate",
        "SecondarySchoolDiploma",
    ]
    | Extension
)
AlignmentTargetType = (
    Literal[
        "ceasn:Competency",
        "ceterms:Credential",
        "CFItem",
        "CFRubric",
        "CFRubricCriterion",
        "CFRubricCriterionLevel",
        "CTDL",
    ]
    | Extension
)
ResultType = (
    Literal[
        "GradePointAverage",
        "LetterGrade",
        "Percent",
        "PerformanceLevel",
        "PredictedScore",
        "RawScore",
        "Result",
        "RubricCriterion",
        "RubricCriterionLevel",
        "RubricScore",
        "ScaledScore",
        "Status",
    ]
    | Extension
)
ResultStatus = Literal["Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew"]


class Alignment(OpenModel):
    """Name what the achievement corresponds to in someone's framework."""

    type: Annotated[Types, Names("Alignment")]
    target_code: str | None = None
    target_description: str | None = None
    target_name: str
    target_framework: str | None = None
    target_type: AlignmentTargetType | None = None
    target_url: str


class Criteria(OpenModel):
    """Say what one must do to earn it."""

    id: str | None = None
    narrative: str | None = None


class Evidence(OpenModel):
    """Say what shows that it was earned."""

    id: str | None = None
    type: Annotated[Types, Names("Evidence")]
    narrative: str | None = None
    name: str | None = None
    description: str | None = None
    genre: str | None = None
    audience: str | None = None


class IdentityObject(ClosedModel):
    """Say who the person is; we only ever say a name."""

    type: Literal["IdentityObject"]
    hashed: bool
    identity_hash: str
    identity_type: IdentifierType
    salt: str | None = None


class Related(OpenModel):
    """Name a related achievement."""

    id: str
    type: Annotated[Types, Names("Related")]
    in_language: LanguageCode | None = None
    version: str | None = None


class RubricCriterionLevel(OpenModel):
    """Describe one level of a rubric."""

    id: str
    type: Annotated[Types, Names("RubricCriterionLevel")]
    alignment: list[Alignment] | None = None
    description: str | None = None
    level: str | None = None
    name: str
    points: str | None = None


class ResultDescription(OpenModel):
    """Describe a result that can be reached."""

    id: str
    type: Annotated[Types, Names("ResultDescription")]
    alignment: list[Alignment] | None = None
    allowed_value: list[str] | None = None
    name: str
    required_level: str | None = None
    required_value: str | None = None
    result_type: ResultType
    rubric_criterion_level: list[RubricCriterionLevel] | None = None
    value_max: str | None = None
    value_min: str | None = None


class Result(OpenModel):
    """Say what was reached."""

    type: Annotated[Types, Names("Result")]
    achieved_level: str | None = None
    alignment: list[Alignment] | None = None
    result_description: str | None = None
    status: ResultStatus | None = None
    value: str | None = None


class Achievement(OpenModel):
    """Describe what can be achieved."""

    id: str
    type: Annotated[Types, Names("Achievement")]
    alignment: list[Alignment] | None = None
    achievement_type: AchievementType | None = None
    creator: Profile | None = None
    credits_available: float | None = None
    criteria: Criteria
    description: str
    endorsement: list[EndorsementCredential] | None = None
    endorsement_jwt: list[CompactJws] | None = None
    field_of_study: str | None = None
    human_code: str | None = None
    image: Image | None = None
    in_language: LanguageCode | None = None
    name: str
    other_identifier: list[IdentifierEntry] | None = None
    related: list[Related] | None = None
    result_description: list[ResultDescription] | None = None
    specialization: str | None = None
    tag: list[str] | None = None
    version: str | None = None


class AchievementSubject(OpenModel):
    """Say who achieved what."""

    id: str | None = None
    type: Annotated[Types, Names("AchievementSubject")]
    activity_end_date: Moment | None = None
    activity_start_date: Moment | None = None
    credits_earned: float | None = None
    achievement: Achievement
    identifier: list[IdentityObject] | None = None
    image: Image | None = None
    license_number: str | None = None
    narrative: str | None = None
    result: list[Result] | None = None
    role: str | None = None
    source: Profile | None = None
    term: str | None = None


class AchievementCredential(IssuedModel):
    """Hold a badge."""

    context: Contexts = Field(alias="@context")
    type: Annotated[
        Types, Names("VerifiableCredential"), Names("AchievementCredential", "OpenBadgeCredential")
    ]
    name: str | None = None
    image: Image | None = None
    credential_subject: AchievementSubject
    endorsement: list[EndorsementCredential] | None = None
    endorsement_jwt: list[CompactJws] | None = None
    evidence: list[Evidence] | None = None
    credential_status: CredentialStatus | None = None
