"""The checks besides the signature, each a function with one finding; all of them always run.

A check that cannot be made says so (unknown): nothing here turns doubt into a yes or a no.
"""

import re
from datetime import datetime, timedelta

from badges import factfinding, judged, moments
from badges.edition import period_of
from badges.errors import StatusError, UnknownContextError
from badges.jsonld import contexts
from badges.members import part, parts, text
from badges.proofs import CLOCK_SKEW
from badges.schema import Form, schema_problems
from badges.statusentry import StatusPurpose
from badges.strictjson import JsonObject
from badges.vcdm import related_resource_problems
from badges.wording import Sentence, day_en, day_nl
from verifier.conclusion import Evidence
from verifier.findings import Cause, Check, Rule
from verifier.needs import Absence, Missing
from verifier.sentences import LIST_AWAY
from verifier.states import Kind, Outcome
from verifier.statuses import StatusEvidence

DOCUMENT = Rule("document", "OB 3.0 AchievementCredential; VCDM 2.0 4.3, 4.5")
SCHEMA = Rule("schema", "OB 3.0 Verification, step 1 (JSON Schema)")
RELATED = Rule("schema", "VCDM 2.0 5.3")
SUBJECT = Rule("subject", "OB 3.0 Verification, step 1; OB 3.0 AchievementSubject")
PERIOD = Rule("period", "VCDM 2.0 4.9")
VALID_FROM = Rule("valid-from", "OB 3.0 Verification, step 4; VCDM 2.0 4.9")
VALID_UNTIL = Rule("valid-until", "OB 3.0 Verification, step 4; VCDM 2.0 4.9")
STATUS = Rule("status", "OB 3.0 Verification, step 4; BSL 1.0 3.2")
DATES = Rule("dates", "OB 3.0 AchievementCredential, AchievementSubject")
WERKPROCES = Rule("werkproces", "OB 3.0 Alignment (targetCode)")
ISSUER = Rule("issuer-known", "OB 3.0 Verification, step 2")

EARLIEST_DAY = timedelta(hours=14)
"""So long before it begins in UTC a day has begun somewhere; a day of work is written without its place."""

_OPEN_BADGE = DOCUMENT.passes("Het is een Open Badge 3.0.", "It is an Open Badge 3.0.")
_WELL_FORMED = SCHEMA.passes("Alle delen hebben de juiste vorm.", "All parts have the right form.")
_OTHER_KIND_OF_CREDENTIAL = Sentence(
    "Voor dit soort bewijs kennen wij de regels niet.",
    "We do not know the rules for this kind of credential.",
)
_ABOUT_SOMEONE = SUBJECT.passes("Het gaat over één persoon.", "It is about one person.")
_PERIOD_FITS = PERIOD.passes("De datums van geldigheid kloppen.", "The dates of validity are right.")
_BEGUN = VALID_FROM.passes("Het is al ingegaan.", "It has started.")
_ENDLESS = VALID_UNTIL.passes("Het verloopt niet.", "It does not expire.")
_NOT_EXPIRED = VALID_UNTIL.passes("Het is niet verlopen.", "It has not expired.")
_NO_LIST = STATUS.passes(
    "De uitgever houdt geen lijst bij van wat is ingetrokken.",
    "The issuer keeps no list of what was withdrawn.",
)
_WITHDRAWN = STATUS.fails("De uitgever heeft het ingetrokken.", "The issuer withdrew it.")
_SUSPENDED = STATUS.fails(
    "De uitgever heeft het voor nu ingetrokken. Het kan later weer gelden.",
    "The issuer withdrew it for now. It may count again later.",
).because(Cause.SUSPENDED)
_NOT_WITHDRAWN = STATUS.passes("De uitgever heeft het niet ingetrokken.", "The issuer did not withdraw it.")
_DATES_FIT = DATES.passes("De datums van het werk kunnen kloppen.", "The dates of the work can be right.")
_NO_WERKPROCES = WERKPROCES.passes("Het noemt geen werkproces.", "It names no werkproces.")
_WERKPROCES_NAMED = WERKPROCES.passes(
    "Het werkproces is genoemd met zijn landelijke code.", "The werkproces is named by its national code."
)
_ISSUER_KNOWN = ISSUER.passes("De uitgever staat in ons register.", "The issuer is in our register.")
_ISSUER_DECLARED = ISSUER.passes(
    "De uitgever staat in ons register. Wat voor organisatie dat is, is niet allemaal nagekeken.",
    "The issuer is in our register. Not all of what kind of organisation that is was looked up.",
)
_ISSUER_UNKNOWN = ISSUER.unknown(
    "De uitgever staat niet in ons register.", "The issuer is not in our register."
)

_OB_CONTEXT = re.compile(
    r"https://purl\.imsglobal\.org/spec/(?:ob|clr)/v[23]p0/context(?:(?:-[23]\.[0-9]\.[0-9])*\.json|/ob_v3p0\.jsonld)"
)


def kind_of(document: JsonObject) -> Kind:
    """Tell by its types what kind of credential it is."""
    return Kind(factfinding.nature_of(document).value)


def document_result(document: JsonObject) -> Check:
    """Say whether it is an Open Badge, an endorsement or a CLR in a version that we read."""
    try:
        urls = contexts.context_list(document)
    except UnknownContextError:
        return DOCUMENT.unknown(
            "Het is geschreven volgens een afspraak die wij niet kennen.",
            "It was written by a convention that we do not know.",
        )
    if kind_of(document) is Kind.CREDENTIAL or not any(_OB_CONTEXT.fullmatch(url) for url in urls[1:]):
        return DOCUMENT.unknown(
            "Het is een ander soort bewijs dan een Open Badge.",
            "It is another kind of credential than an Open Badge.",
        )
    if urls[0] not in (contexts.CREDENTIALS_V2, contexts.CREDENTIALS_V1):
        return DOCUMENT.fails(
            "Het begint niet zoals een Open Badge.", "It does not start like an Open Badge."
        )
    return _OPEN_BADGE


def schema_result(document: JsonObject, *, recognised: Outcome) -> Check:
    """Say whether every part has the form that the standard asks; `recognised` is the document's outcome.

    That holds for what it names elsewhere too: it is not fetched, but it has a form (VCDM 2.0 5.3).
    A single value where there may be several is one too, as the second schema of 1EdTech has it: its own
    signed example has a proof without a list (VC-DI 2.1, JSON-LD 1.1 4.3).
    """
    if recognised is Outcome.UNKNOWN:
        return SCHEMA.unknown(_OTHER_KIND_OF_CREDENTIAL.nl, _OTHER_KIND_OF_CREDENTIAL.en)
    problems = schema_problems(document)
    if problems and schema_problems(document, form=Form.COMPACTED):
        return SCHEMA.fails(
            "Een deel heeft niet de vorm die een Open Badge heeft.",
            "A part does not have the form that an Open Badge has.",
        ).at(problems[0].pointer)
    if unnamed := related_resource_problems(document):
        return RELATED.fails(
            "Iets dat het elders noemt, heeft geen adres of controlesom, of staat er dubbel.",
            "Something that it names elsewhere has no address or digest, or is there twice.",
        ).at(unnamed[0].pointer)
    return _WELL_FORMED


def subject_result(document: JsonObject, *, recognised: Outcome) -> Check:
    """Say whether it is about someone: the subject has an id or an identifier."""
    if recognised is Outcome.UNKNOWN:
        return SUBJECT.unknown(_OTHER_KIND_OF_CREDENTIAL.nl, _OTHER_KIND_OF_CREDENTIAL.en)
    subject = part(document.get("credentialSubject"))
    if text(subject.get("id")) or parts(subject.get("identifier")):
        return _ABOUT_SOMEONE
    return SUBJECT.fails("Het zegt niet over wie het gaat.", "It does not say whom it is about.")


def period_result(document: JsonObject, *, recognised: Outcome) -> Check:
    """Say whether the period of validity can be read, and does not end before it starts.

    Other kinds may leave it out (VCDM 2.0 4.9).
    """
    if recognised is Outcome.UNKNOWN:
        return PERIOD.unknown(_OTHER_KIND_OF_CREDENTIAL.nl, _OTHER_KIND_OF_CREDENTIAL.en)
    period = period_of(document)
    in_order = period.start is not None and (period.end is None or period.start <= period.end)
    if not (period.is_readable and in_order):
        return PERIOD.fails("De datums van geldigheid kloppen niet.", "The dates of validity are not right.")
    return _PERIOD_FITS


def valid_from_result(document: JsonObject, *, now: datetime) -> Check:
    """Say whether it is valid yet; clocks may differ by five minutes. One that names no start has begun."""
    period = period_of(document)
    if None in period.starts:
        return VALID_FROM.unknown("Wanneer het ingaat is niet te lezen.", "When it starts cannot be read.")
    if period.start and period.start > now + CLOCK_SKEW:
        day = period.start
        return VALID_FROM.fails(f"Het gaat in op {day_nl(day)}.", f"It starts on {day_en(day)}.")
    return _BEGUN


def valid_until_result(document: JsonObject, *, now: datetime) -> Check:
    """Say whether it is still valid; a badge without an end stays valid."""
    period = period_of(document)
    if None in period.ends:
        return VALID_UNTIL.unknown(
            "Wanneer het verloopt is niet te lezen.", "When it expires cannot be read."
        )
    if period.end is None:
        return _ENDLESS
    if now > period.end:
        day = period.end
        return VALID_UNTIL.fails(f"Het was geldig tot {day_nl(day)}.", f"It was valid until {day_en(day)}.")
    return _NOT_EXPIRED


def status_result(evidence: Evidence, *, now: datetime) -> Check:
    """Say whether the issuer withdrew it.

    The issuer's own register counts before the list has caught up. Of several lists the worst counts.
    """
    if evidence.withdrawal is not None:
        return _WITHDRAWN
    found = [_listed_result(each, now=now) for each in evidence.statuses]
    if not evidence.withdrawal_asked:
        found.append(_list_problem(Missing(Absence.UNREACHABLE)))
    return min(found, key=_gravity, default=_NO_LIST)


def _listed_result(evidence: StatusEvidence, *, now: datetime) -> Check:
    """Say what one list says.

    To stand in an old one stays true, for what is withdrawn never comes back; what is suspended does. Not to
    stand in an old one says nothing.
    """
    try:
        listed = _is_listed(evidence)
    except StatusError as error:
        return _list_problem(error)
    if listed and evidence.entry and evidence.entry.purpose is StatusPurpose.REVOCATION:
        return _WITHDRAWN
    return _doubt(evidence, now=now) or (_SUSPENDED if listed else _NOT_WITHDRAWN)


def _gravity(check: Check) -> tuple[int, bool]:
    """Tell how much a finding says against the badge: least is worst."""
    return (Outcome.FAIL, Outcome.UNKNOWN, Outcome.PASS).index(check.outcome), check != _WITHDRAWN


def _doubt(evidence: StatusEvidence, *, now: datetime) -> Check | None:
    """Say why a list does not tell that the badge stands today, if it does not."""
    if evidence.problem is not None:
        return _list_problem(evidence.problem)
    found = evidence.found
    if found is None or not (found.valid_from <= now + CLOCK_SKEW and now <= found.valid_until):
        return STATUS.unknown(
            "De lijst van wat is ingetrokken is te oud.", "The list of what was withdrawn is too old."
        )
    return None


def dates_result(document: JsonObject, *, now: datetime) -> Check:
    """Say whether the days of the work and of the judgement can be: in order, and none in the future.

    A day that is there and cannot be read is doubt too.
    """
    subject = part(document.get("credentialSubject"))
    stated = (
        subject.get("activityStartDate"),
        subject.get("activityEndDate"),
        document.get("awardedDate"),
    )
    start, end, awarded = found = tuple(moments.read(value) for value in stated)
    unread = any(each is None and value is not None for each, value in zip(found, stated, strict=True))
    ahead = (start and start > now + EARLIEST_DAY) or (awarded and awarded > now + CLOCK_SKEW)
    if unread or ahead or (start and end and end < start):
        return DATES.unknown(
            "De datums van het werk en de beoordeling kunnen niet kloppen.",
            "The dates of the work and the judgement cannot be right.",
        )
    return _DATES_FIT


def werkproces_result(document: JsonObject) -> Check:
    """Say whether a werkproces is named by crebo and code; a badge without one is fine too."""
    named = [each for each in factfinding.alignments(document) if each.get("targetType") == judged.WERKPROCES]
    if not named:
        return _NO_WERKPROCES
    if any(judged.target_code(each) is None for each in named):
        return WERKPROCES.unknown(
            "Het werkproces is niet geschreven zoals wij het kennen.",
            "The werkproces is not written as we know it.",
        )
    return _WERKPROCES_NAMED


def issuer_result(evidence: Evidence) -> Check:
    """Say whether a register knows the issuer; that it does not is no reproach."""
    if evidence.known_issuer is None:
        return _ISSUER_UNKNOWN
    return _ISSUER_DECLARED if evidence.known_issuer.declared else _ISSUER_KNOWN


def _is_listed(evidence: StatusEvidence) -> bool:
    """Tell whether the badge stands in the last list that we have."""
    if evidence.entry is None or evidence.found is None:
        return False
    return evidence.found.contents.holds(evidence.entry)


_FAULTY = Sentence(
    "De lijst van wat is ingetrokken klopt niet.", "The list of what was withdrawn is not right."
)
_OTHER_KIND = Sentence(
    "De uitgever houdt een soort lijst bij die wij nog niet lezen.",
    "The issuer keeps a kind of list that we do not read yet.",
)


def _list_problem(problem: StatusError | Missing) -> Check:
    """Say why the list tells us nothing."""
    if isinstance(problem, Missing):
        said = LIST_AWAY
    else:
        said = _OTHER_KIND if problem.code in {"status-type", "status-purpose"} else _FAULTY
    return STATUS.unknown(said.nl, said.en)
