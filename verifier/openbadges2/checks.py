"""The checks of an Open Badge 2.0 that do not depend on how it is verified."""

from datetime import datetime

from badges import moments
from badges.openbadges2.objects import read_assertion
from badges.openbadges2.validation import assertion_problems, badge_class_problems, profile_problems
from badges.openbadges2.version import Version, version_of
from badges.schema import SchemaProblem
from badges.strictjson import JsonObject
from verifier import checks
from verifier.findings import Check, Rule
from verifier.openbadges2.documents import Chain, Hosted
from verifier.states import Outcome

DOCUMENT = Rule("document", "OB 2.0 Data Validation")
SCHEMA = Rule("schema", "OB 2.0 Data Validation")
SUBJECT = Rule("subject", "OB 2.0 IdentityObject")
STATUS = Rule("status", "OB 2.0 Verification")
PERIOD = Rule("period", "OB 2.0 Assertion (issuedOn, expires)")
VALID_UNTIL = Rule("valid-until", "OB 2.0 Verification")
VALID_FROM = Rule("valid-from", "OB 2.0 Verification")
WITHDRAWN = STATUS.fails("De uitgever heeft het ingetrokken.", "The issuer withdrew it.")

_IS_2_0 = DOCUMENT.passes("Het is een Open Badge 2.0.", "It is an Open Badge 2.0.")
_OLDER = DOCUMENT.unknown(
    "Het is een Open Badge van voor versie 2.0. Die kunnen wij niet nakijken.",
    "It is an Open Badge from before version 2.0. We cannot check those.",
)
_OTHER_WORDS = DOCUMENT.unknown(
    "Het is geschreven volgens een afspraak die wij niet kennen.",
    "It was written by a convention that we do not know.",
)
_WELL_FORMED = SCHEMA.passes("Alle delen hebben de juiste vorm.", "All parts have the right form.")
_NOT_WHOLE = SCHEMA.unknown(
    "Een deel van het bewijs is niet te lezen.", "A part of the badge cannot be read."
)
_IN_OTHER_WORDS = SCHEMA.unknown(
    "Voor dit soort bewijs kennen wij de regels niet.", "We do not know the rules for this kind of badge."
)
_ABOUT_SOMEONE = SUBJECT.passes("Het gaat over één persoon.", "It is about one person.")
_ABOUT_NOBODY = SUBJECT.fails("Het zegt niet over wie het gaat.", "It does not say whom it is about.")


def document_result(chain: Chain) -> Check:
    """Say whether its documents are written in the version that we read.

    A badge class within a signed assertion is written in the words of that.
    """
    hosted = [each.document for each in (chain.badge, chain.issuer) if isinstance(each, Hosted)]
    versions = {version_of(each) for each in (chain.assertion, *hosted)}
    if versions == {Version.V2}:
        return _IS_2_0
    return _OLDER if Version.OLDER in versions else _OTHER_WORDS


def schema_result(chain: Chain, *, recognised: Outcome) -> Check:
    """Say whether every part has the form that the standard asks; `recognised` is the document's outcome."""
    if recognised is not Outcome.PASS:
        return _IN_OTHER_WORDS
    problems = list(assertion_problems(chain.assertion))
    if chain.badge_class:
        problems += _under("/badge", badge_class_problems(chain.badge_class))
    if chain.profile:
        problems += _under("/badge/issuer", profile_problems(chain.profile))
    if problems:
        return SCHEMA.fails(
            "Een deel heeft niet de vorm die een Open Badge heeft.",
            "A part does not have the form that an Open Badge has.",
        ).at(problems[0].pointer)
    return _WELL_FORMED if chain.missing is None else _NOT_WHOLE


def subject_result(assertion: JsonObject) -> Check:
    """Say whether it is about someone."""
    return _ABOUT_SOMEONE if read_assertion(assertion).recipient else _ABOUT_NOBODY


def time_results(assertion: JsonObject, *, now: datetime) -> tuple[Check, Check, Check]:
    """Answer, in this order: can the period be read, has it not ended, has it begun.

    `issuedOn` and `expires` are what later versions call validFrom and validUntil.
    """
    read = read_assertion(assertion)
    period: JsonObject = {} if read.issued_on is None else {"validFrom": moments.write(read.issued_on)}
    if assertion.get("expires") is not None:
        period["validUntil"] = None if read.expires is None else moments.write(read.expires)
    return (
        PERIOD.adopt(checks.period_result(period, recognised=Outcome.PASS)),
        VALID_UNTIL.adopt(checks.valid_until_result(period, now=now)),
        VALID_FROM.adopt(checks.valid_from_result(period, now=now)),
    )


def _under(pointer: str, problems: tuple[SchemaProblem, ...]) -> list[SchemaProblem]:
    """Say where problems are in the whole."""
    return [SchemaProblem(pointer + each.pointer, each.message) for each in problems]
