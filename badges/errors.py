"""What can go wrong with a badge, as one tree.

BadgeError
├── DocumentError          the bytes are no document that we read; the caller hears what to send instead
├── JsonLdError            the document does not mean what it says; `pointer` tells where (RFC 6901)
│   ├── UnknownContextError     a context that is not in the frozen list
│   ├── UndefinedTermError      a key or type that no context defines
│   ├── KeywordError            an @-key where none may stand, or a nested @context
│   ├── RelativeIriError        an id or type that is no absolute IRI
│   ├── InvalidValueError       a value that its term cannot hold
│   ├── DataLossError           the second engine lost something on the way to N-Quads
│   ├── TooComplexError         canonicalising would cost more than a badge is worth
│   └── UnhandledShapeError     legal, but not for the walker: ask the reference
├── TemplateError          a template of a badge cannot be made or filled: our mistake, never the badge's
├── KeyFormatError         no Multikey, JWK or did that we read
├── KeyEndError            a key with an end, under what has no date: cannot say, never invalid
├── KeyRevokedError        a key that was withdrawn: only the issuer's register can say what it signed before
├── ProofError             the proof does not hold
│   ├── ProofMissingError       there is no proof
│   ├── ProofMalformedError     a member of the proof is missing or has the wrong form
│   ├── KeyBindingError         the key does not speak for the issuer
│   ├── ProofTimeError          the proof does not stand at this moment
│   │   ├── ProofEarlyError         it is of a later moment
│   │   └── ProofExpiredError       it stood until an earlier one
│   ├── ClaimError              a claim of the token contradicts the credential in it
│   ├── SuiteNotAcceptedError   a suite outside the explicit list: cannot say, never invalid
│   └── SignatureError          the signature is not of these bytes by this key
├── StatusError            a status list or entry is not as the standard asks
├── CarrierError           what a badge travels in holds none, or is not as we read it
│   ├── BakingError             a picture or a PDF holds no badge, more than one, or is none that we read
│   ├── ArchiveError            a zip is damaged, too large, or made to be read in two ways
│   └── PhotoError              a photo shows no code of a badge, more than one, or is none that we read
├── LogoError              the picture of an organisation is none that we keep; `code` says why
├── WorkPhotoError         a photo of work is none that we keep; `code` says why
├── ForeignSchemaError     a schema of somebody else that we cannot run: cannot say, never invalid
├── RelatedResourceError   bytes elsewhere are not those that a credential names, or we cannot tell
├── LintError              we refuse to sign; `problems` says why, all at once
└── CatalogueError         the catalogue does not know it, or a file is no catalogue
"""

from dataclasses import dataclass

from badges.verificationkey import VerificationKey


class BadgeError(Exception):
    """Say what is wrong with a badge; `code` is stable and safe to show."""

    code: str = "badge"


class DocumentError(BadgeError):
    """Refuse bytes that are no document: not JSON, too deep, a key twice, no credential.

    `code` of an instance is more precise than that of the class: `json`, `json-duplicate-key`,
    `json-constant`, `json-depth`, `json-size`, `json-utf8`, `not-a-credential`.
    """

    code = "document"

    def __init__(self, reason: str, *, code: str = "document") -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class JsonLdError(BadgeError):
    """Say where a document does not mean what it says; `pointer` is an RFC 6901 JSON pointer."""

    code = "jsonld"

    def __init__(self, reason: str, *, pointer: str) -> None:
        super().__init__(f"{reason} (at {pointer or '/'})")
        self.reason = reason
        self.pointer = pointer


class UnknownContextError(JsonLdError):
    """Refuse a context that is not in the frozen list."""

    code = "context-unknown"


class UndefinedTermError(JsonLdError):
    """Refuse a key or type that no context defines (VC-DI 4.6: DATA_LOSS_DETECTION_ERROR)."""

    code = "term-undefined"


class KeywordError(JsonLdError):
    """Refuse an @-key where none may stand, or a nested @context."""

    code = "keyword"


class RelativeIriError(JsonLdError):
    """Refuse an id or type that is no absolute IRI."""

    code = "iri-relative"


class InvalidValueError(JsonLdError):
    """Refuse a value that its term cannot hold."""

    code = "value-invalid"


class DataLossError(JsonLdError):
    """Refuse a document of which the second engine lost something (VC-DI 4.6)."""

    code = "data-loss"


class TooComplexError(JsonLdError):
    """Refuse a document whose canonical form would cost more than a badge is worth (RDFC-1.0 7.1)."""

    code = "too-complex"


class UnhandledShapeError(JsonLdError):
    """Leave a legal shape that the walker does not handle to the reference."""

    code = "shape-unhandled"


class TemplateError(BadgeError):
    """Refuse a template: a slot is no text of the example, or the engines disagree."""

    code = "template"


class KeyFormatError(BadgeError):
    """Refuse what is no Multikey, JWK or did that we read."""

    code = "key-format"


class KeyEndError(BadgeError):
    """Say that the key has an end, and that nothing tells whether it signed before that."""

    code = "key-end"


class KeyRevokedError(BadgeError):
    """Say that the issuer withdrew the key: somebody else may have it, and can write any date.

    Attributes:
        key: The key, to check the signature with where the issuer's register knows that signature.
        is_after: Whether the proof itself says that it was made after that.
    """

    code = "key-revoked"

    def __init__(self, key: VerificationKey, *, is_after: bool) -> None:
        super().__init__("the issuer withdrew this key")
        self.key = key
        self.is_after = is_after


class ProofError(BadgeError):
    """Say that the proof does not hold."""

    code = "proof"


class ProofMissingError(ProofError):
    """Say that there is no proof at all."""

    code = "proof-missing"


class ProofMalformedError(ProofError):
    """Refuse a proof with a member missing or of the wrong form (VC-DI 4.2)."""

    code = "proof-malformed"


class KeyBindingError(ProofError):
    """Say that the key does not speak for the issuer: not listed, not controlled, not any more."""

    code = "key-binding"


class ProofTimeError(ProofError):
    """Say that the proof does not stand at this moment."""

    code = "proof-time"


class ProofEarlyError(ProofTimeError):
    """Say that the proof says that it was made later, or is not to be used yet."""

    code = "proof-early"


class ProofExpiredError(ProofTimeError):
    """Say that the proof stood until an earlier moment."""

    code = "proof-expired"


class ClaimError(ProofError):
    """Say that a claim of a token contradicts the credential in it, or is of another form."""

    code = "claim"

    def __init__(self, claim: str) -> None:
        super().__init__(f"the claim {claim} of the token contradicts the credential")
        self.claim = claim


class SuiteNotAcceptedError(ProofError):
    """Say that a suite is outside the explicit list: we cannot judge it."""

    code = "suite-not-accepted"


class SignatureError(ProofError):
    """Say that the signature is not of these bytes by this key."""

    code = "signature"


class StatusError(BadgeError):
    """Refuse a status list or entry that is not as Bitstring Status List 1.0 asks.

    `code` of an instance is the standard's (BSL 1.0 3.2): `status-verification`, `status-list-length`,
    `status-range`, `status-malformed`; or says that we do not read this kind of list: `status-type`,
    `status-purpose`.
    """

    code = "status"

    def __init__(self, reason: str, *, code: str = "status-malformed") -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class CarrierError(BadgeError):
    """Refuse a file that a badge may travel in; `code` of an instance says what is the matter with it."""

    code = "carrier"

    def __init__(self, reason: str, *, code: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class BakingError(CarrierError):
    """Refuse a picture or a PDF that holds no badge, more than one, or is none that we read."""

    code = "baking"


class ArchiveError(CarrierError):
    """Refuse a zip that is damaged, too large, or made to be read in two ways."""

    code = "archive"


class PhotoError(CarrierError):
    """Refuse a photo that shows no code of a badge, more than one, or is none that we read."""

    code = "photo"


class LogoError(BadgeError):
    """Refuse the picture of an organisation; `code` of an instance says why: `logo-svg`, `logo-pixels`."""

    code = "logo"

    def __init__(self, reason: str, *, code: str) -> None:
        super().__init__(reason)
        self.code = code


class WorkPhotoError(BadgeError):
    """Refuse a photo of work; `code` of an instance says why: `photo-video`, `photo-pixels`."""

    code = "work-photo"

    def __init__(self, reason: str, *, code: str) -> None:
        super().__init__(reason)
        self.code = code


class ForeignSchemaError(BadgeError):
    """Say that a schema of somebody else is none that we can run: we cannot judge by it."""

    code = "schema-foreign"


class RelatedResourceError(BadgeError):
    """Say that bytes elsewhere are not those that a credential names, or that we cannot tell.

    `code` of an instance: `resource-changed`, `resource-unknown-digest`.
    """

    code = "resource"

    def __init__(self, reason: str, *, code: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


@dataclass(frozen=True, slots=True)
class LintProblem:
    """Say one thing that keeps a credential from being signed.

    Attributes:
        code: Stable, for programs.
        pointer: Where it is (RFC 6901).
        nl: What to do, in Dutch.
        en: The same in English.
    """

    code: str
    pointer: str
    nl: str
    en: str


class LintError(BadgeError):
    """Refuse to sign, and say everything that is wrong at once."""

    code = "lint"

    def __init__(self, problems: tuple[LintProblem, ...]) -> None:
        super().__init__("; ".join(f"{problem.code} at {problem.pointer or '/'}" for problem in problems))
        self.problems = problems


class CatalogueError(BadgeError):
    """Say that the catalogue does not know it, or that a file is no catalogue."""

    code = "catalogue"
