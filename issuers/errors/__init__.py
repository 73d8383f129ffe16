"""What can go wrong while issuing, as one tree; each wing has its branches in a module of its own.

IssuersError                    `code` is stable; `nl` and `en` are sentences to show
│
│   root: what every wing can say
├── NotFoundError               there is nothing of that id (or it is another organisation's)
│   └── PageClosedError         who keeps a badge lets nobody see its page now
│       ├── BadgeErasedError        whoever got it let it be erased
│       └── NotShownError           nobody is shown it now: recipients: a parent has to agree first
│   ├── NoSheetError                there is no paper of what stands no more
│   └── TrustedKeyError             keys: there is nothing to sign again, for nobody reported it as stolen
├── FormError                   what was typed cannot be read; `problems` says why, all at once
│   └── JudgementError              issuing: about a judgement
│
│   organisations
├── NumberError                 it cannot be a number of that kind; the sentence says which rule it breaks
├── AlreadyDecidedError         somebody decided on it before
├── OrganisationStoppedError    the organisation can do nothing new now: the platform suspended it
│   └── OrganisationEndedError      it stopped for good
│       └── OrganisationMergedError     it went up in another
│
│   erkenning
├── SpreadsheetError            a table of somebody cannot be read; `code` says why
│
│   people
├── NotSignedInError            nobody is signed in
│   └── NoWorkplaceError            somebody is, and works for no organisation (any more)
├── OtherSenderError            a form was shown to somebody else than who sends it
│   └── OtherWorkplaceError         to him, while he acted for another organisation
├── PermissionDeniedError       this person may not do this here
│   ├── KeyScopeError               apikeys: the key of a system was not made for this
│   └── KeyMakerError               apikeys: who made the key may not do this (any more)
├── ProofNeededError            this takes a better proof of who it is than this sign-in gave
│   └── FreshProofNeededError       the proof was given too long ago
├── PasskeyError                what came of a passkey is no proof
│   ├── OtherSiteError              it is of another address
│   ├── UnknownPasskeyError         we do not know it (any more)
│   ├── KnownPasskeyError           a new one has a name that we know already
│   ├── ChallengeError              what it signed is too old, not ours, or was used before
│   └── PasskeyBehindError          it counts behind what we saw: there may be a copy of it
├── CodeError                   this code of an app opens nothing
│   ├── CodeUsedError               it was used before
│   └── TooManyCodesError           too many wrong ones; `minutes` says how long to wait
├── HasAppError                 this person has an app with codes already
├── LinkError                   a link that somebody was given opens nothing (any more)
│   ├── LinkUsedError               it was used before
│   ├── LinkExpiredError            it is too old
│   └── LinkWithdrawnError          whoever gave it took it back
├── InvitationError             this invitation cannot be accepted like this
│   ├── OtherPersonError            it is for another mail address than that of who is signed in
│   ├── SignInFirstError            it is for somebody whom we know; he has to be signed in
│   ├── AlreadyMemberError          whoever is invited works here already
│   └── HasBeheerderError           the first beheerder of an organisation is there already
├── WorksElsewhereError         only who runs the service can help somebody of several organisations
├── LastWayInError              a person keeps at least one way to sign in
├── LastBeheerderError          an organisation keeps at least one beheerder
│
│   apikeys
├── ApiKeyError                 no key of a system that opens anything (any more) came along
│   ├── NoApiKeyError               none at all
│   ├── UnknownApiKeyError          we do not know it
│   ├── ApiKeyExpiredError          its time is over
│   ├── ApiKeyWithdrawnError        the organisation withdrew it
│   └── ApiKeyAloneError            who made it does not work here any more
│
│   accounts
├── AccountError                an account elsewhere signs nobody in now
│   ├── AccountProofError           what came of the provider proves nothing; `reason` is for the log
│   │   └── UnknownKeyError             it is signed by a key that we do not know (yet)
│   ├── AccountRefusedError         whoever signs in stopped at the provider, or may not
│   ├── ProviderDownError           the provider does not answer as it should
│   ├── AttemptError                nobody went there from this browser, or it was too long ago
│   ├── UnknownAccountError         nobody here said that it is his
│   └── AccountTakenError           it is somebody else's
│
│   keys
├── KeyStoreError               the key-encryption key is missing, open to others, or another one
│   ├── NothingLostError            every key opens: none is given up
│   └── SealedError                 what opens the keys that sign badges is not here now
├── WrappingError               a wrapped key does not open
├── NoActiveKeyError            the organisation has no key for this purpose
├── CompromiseError             a key cannot have fallen into other hands at that moment
│
│   posters
├── PosterError                 a poster at the workplace takes nothing now
│   ├── PosterEndedError            it was stopped, or is too old
│   └── PosterFullError             too much waits already
│
│   issuing
├── UnknownWerkprocesError      the catalogue does not have this edition of the werkproces
├── UnknownSkillError           the catalogue does not have this skill under this name
├── UnknownBadgeklasseError     the organisation did not publish this badgeklasse in these words
├── IdempotencyConflictError    the key was used before for something else
│   └── IdempotencyKeyUsedError     by a system, which chose the key itself
├── IssuingInterruptedError     recovery gave this one up while it ran; ask again
├── SelfCheckError              the other engine did not agree with our signature: nothing left
├── RevocationError             it cannot be withdrawn: not signed, or already withdrawn
│   └── BeingCorrectedError         another badge is taking its place at this moment
│
│   groups
├── GroupBusyError              it is being given at this moment
│
│   holding
├── HoldingError                this cannot be done with what was given and is not signed yet
│   ├── SecondPersonError           the organisation asks for a second person first
│   ├── SamePersonError             who gave it confirms it
│   ├── HeldEndedError              it does not wait any more
│   ├── HeldAlreadyError            something waits for this work already
│   └── HeldCodeError               nothing waits for this code
│       └── TooManyHeldCodesError       too many were wrong
│
│   evidence
├── PhotoGoneError              a photo that a badge names is not shown any more
│
│   werkplekprofiel
├── ProfielError                this cannot be done with an agreement as it stands now
│   ├── ProfielChangedError         it was changed while it was being read
│   ├── ProfielEndedError           it was stopped
│   ├── ProfielNotAgreedError       the recipient did not say yes to it
│   ├── GoalReachedError            a badge stands for this work already
│   ├── OtherNameError              the recipient chose another name
│   ├── OtherPhotosError            he chose other photos to go along
│   ├── OtherWorkError              the werkproces does not stand in it
│   ├── WerkprocesGivenError        it leaves out what a badge was given for
│   ├── WerkprocesToldError         it leaves out what the recipient collected something for
│   └── WerkprocesCollectedError    it leaves out what something was collected for, without saying so
│
│   praktijkverklaring
├── VerklaringError             a school cannot give this now
│   ├── BadgeGoneError              it rests on a badge that was withdrawn
│   ├── VerklaringChangedError      it is another than was looked at
│   ├── VerklaringHinderedError     something stands in the way; the page says what
│   └── VerklaringUnreadError       it is another than was read; it says what changed
│
│   audit
├── ClockBehindError            the clock runs behind what was recorded: stop, look at the clock
│
│   database
├── RegisterError               the database is not one that we may write badges to, or it refused
│   ├── RegisterBusyError           too many wrote at once; nothing was done, try again
│   ├── BaseUrlError                badges exist under another address
│   ├── LostRegisterError           its keys are here, and it is not
│   └── UnfinishedRestoreError      a backup was put back in it for a part
│
│   backups
├── BackupError                 there is no backup, or it was not put back; nothing was changed
│   ├── BackupOccupiedError         something is where it would come
│   ├── BackupUnreadableError       it is no backup, or not the one that was made
│   └── BackupToolError             the programs of PostgreSQL do not do it
│
│   conformance
└── CannotIssueError            the suites ask to sign what the data model does not allow
"""

from issuers.errors.accounts import (
    AccountError,
    AccountProofError,
    AccountRefusedError,
    AccountTakenError,
    AttemptError,
    ProviderDownError,
    UnknownAccountError,
    UnknownKeyError,
)
from issuers.errors.apikeys import (
    ApiKeyAloneError,
    ApiKeyError,
    ApiKeyExpiredError,
    ApiKeyWithdrawnError,
    KeyMakerError,
    KeyScopeError,
    NoApiKeyError,
    UnknownApiKeyError,
)
from issuers.errors.audit import ClockBehindError
from issuers.errors.backups import (
    BackupError,
    BackupOccupiedError,
    BackupToolError,
    BackupUnreadableError,
)
from issuers.errors.conformance import CannotIssueError
from issuers.errors.database import (
    BaseUrlError,
    LostRegisterError,
    RegisterBusyError,
    RegisterError,
    UnfinishedRestoreError,
)
from issuers.errors.evidence import PhotoGoneError
from issuers.errors.groups import GroupBusyError
from issuers.errors.holding import (
    HeldAlreadyError,
    HeldCodeError,
    HeldEndedError,
    HoldingError,
    SamePersonError,
    SecondPersonError,
    TooManyHeldCodesError,
)
from issuers.errors.issuing import (
    BeingCorrectedError,
    IdempotencyConflictError,
    IdempotencyKeyUsedError,
    IssuingInterruptedError,
    JudgementError,
    RevocationError,
    SelfCheckError,
    UnknownBadgeklasseError,
    UnknownSkillError,
    UnknownWerkprocesError,
)
from issuers.errors.keys import (
    CompromiseError,
    KeyStoreError,
    NoActiveKeyError,
    NothingLostError,
    SealedError,
    TrustedKeyError,
    WrappingError,
)
from issuers.errors.organisations import (
    AlreadyDecidedError,
    NumberError,
    OrganisationEndedError,
    OrganisationMergedError,
    OrganisationStoppedError,
)
from issuers.errors.people import (
    AlreadyMemberError,
    ChallengeError,
    CodeError,
    CodeUsedError,
    FreshProofNeededError,
    HasAppError,
    HasBeheerderError,
    InvitationError,
    KnownPasskeyError,
    LastBeheerderError,
    LastWayInError,
    LinkError,
    LinkExpiredError,
    LinkUsedError,
    LinkWithdrawnError,
    NotSignedInError,
    NoWorkplaceError,
    OtherPersonError,
    OtherSenderError,
    OtherSiteError,
    OtherWorkplaceError,
    PasskeyBehindError,
    PasskeyError,
    PermissionDeniedError,
    ProofNeededError,
    SignInFirstError,
    TooManyCodesError,
    UnknownPasskeyError,
    WorksElsewhereError,
)
from issuers.errors.posters import PosterEndedError, PosterError, PosterFullError
from issuers.errors.praktijkverklaring import (
    BadgeGoneError,
    VerklaringChangedError,
    VerklaringError,
    VerklaringHinderedError,
    VerklaringUnreadError,
)
from issuers.errors.root import (
    BadgeErasedError,
    CodedProblem,
    FieldProblem,
    FormError,
    IssuersError,
    NoSheetError,
    NotFoundError,
    NotShownError,
    PageClosedError,
)
from issuers.errors.spreadsheets import SpreadsheetError
from issuers.errors.werkplekprofiel import (
    GoalReachedError,
    OtherNameError,
    OtherPhotosError,
    OtherWorkError,
    ProfielChangedError,
    ProfielEndedError,
    ProfielError,
    ProfielNotAgreedError,
    WerkprocesCollectedError,
    WerkprocesGivenError,
    WerkprocesToldError,
)

__all__ = [
    "AccountError",
    "AccountProofError",
    "AccountRefusedError",
    "AccountTakenError",
    "AlreadyDecidedError",
    "AlreadyMemberError",
    "ApiKeyAloneError",
    "ApiKeyError",
    "ApiKeyExpiredError",
    "ApiKeyWithdrawnError",
    "AttemptError",
    "BackupError",
    "BackupOccupiedError",
    "BackupToolError",
    "BackupUnreadableError",
    "BadgeErasedError",
    "BadgeGoneError",
    "BaseUrlError",
    "BeingCorrectedError",
    "CannotIssueError",
    "ChallengeError",
    "ClockBehindError",
    "CodeError",
    "CodeUsedError",
    "CodedProblem",
    "CompromiseError",
    "FieldProblem",
    "FormError",
    "FreshProofNeededError",
    "GoalReachedError",
    "GroupBusyError",
    "HasAppError",
    "HasBeheerderError",
    "HeldAlreadyError",
    "HeldCodeError",
    "HeldEndedError",
    "HoldingError",
    "IdempotencyConflictError",
    "IdempotencyKeyUsedError",
    "InvitationError",
    "IssuersError",
    "IssuingInterruptedError",
    "JudgementError",
    "KeyMakerError",
    "KeyScopeError",
    "KeyStoreError",
    "KnownPasskeyError",
    "LastBeheerderError",
    "LastWayInError",
    "LinkError",
    "LinkExpiredError",
    "LinkUsedError",
    "LinkWithdrawnError",
    "LostRegisterError",
    "NoActiveKeyError",
    "NoApiKeyError",
    "NoSheetError",
    "NoWorkplaceError",
    "NotFoundError",
    "NotShownError",
    "NotSignedInError",
    "NothingLostError",
    "NumberError",
    "OrganisationEndedError",
    "OrganisationMergedError",
    "OrganisationStoppedError",
    "OtherNameError",
    "OtherPersonError",
    "OtherPhotosError",
    "OtherSenderError",
    "OtherSiteError",
    "OtherWorkError",
    "OtherWorkplaceError",
    "PageClosedError",
    "PasskeyBehindError",
    "PasskeyError",
    "PermissionDeniedError",
    "PhotoGoneError",
    "PosterEndedError",
    "PosterError",
    "PosterFullError",
    "ProfielChangedError",
    "ProfielEndedError",
    "ProfielError",
    "ProfielNotAgreedError",
    "ProofNeededError",
    "ProviderDownError",
    "RegisterBusyError",
    "RegisterError",
    "RevocationError",
    "SamePersonError",
    "SealedError",
    "SecondPersonError",
    "SelfCheckError",
    "SignInFirstError",
    "SpreadsheetError",
    "TooManyCodesError",
    "TooManyHeldCodesError",
    "TrustedKeyError",
    "UnfinishedRestoreError",
    "UnknownAccountError",
    "UnknownApiKeyError",
    "UnknownBadgeklasseError",
    "UnknownKeyError",
    "UnknownPasskeyError",
    "UnknownSkillError",
    "UnknownWerkprocesError",
    "VerklaringChangedError",
    "VerklaringError",
    "VerklaringHinderedError",
    "VerklaringUnreadError",
    "WerkprocesCollectedError",
    "WerkprocesGivenError",
    "WerkprocesToldError",
    "WorksElsewhereError",
    "WrappingError",
]
