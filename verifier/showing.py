"""From a report to what the page shows of it; nothing here decides."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from badges import keys
from badges.catalogue import Catalogue
from badges.errors import BadgeError
from badges.facts import Facts
from badges.wording import Sentence
from templates import views
from templates.documents.badge import DEFAULT_FIELD
from templates.showing import field_of_facts, shown_facts
from verifier.findings import Check
from verifier.report import Part, Report, Source, State, Status
from web.locale import Language

FRESH = timedelta(minutes=1)
"""What was fetched longer ago than this, was fetched for an earlier check."""


def shown_report(report: Report, *, catalogue: Catalogue, language: Language) -> views.checking.Checked:
    """Show what was found, in the language of the page."""
    facts, recognition = report.facts, report.recognition
    return views.checking.Checked(
        state=views.pieces.State(report.answer.value),
        heading=getattr(report.heading, language),
        text=getattr(report.text, language),
        notes=tuple(getattr(note, language) for note in report.notes),
        signed_picture=report.signed_picture,
        gravest=views.pieces.State(report.state.value),
        several=tuple(views.pieces.State(each.value) for each in report.several),
        kind=views.checking.Kind(report.kind.value),
        checks=tuple(_line(check, language=language) for check in report.checks),
        suspended=report.status is Status.SUSPENDED,
        meaning=tuple(getattr(line, language) for line in _claim(facts, report.answer)) if facts else (),
        facts=shown_facts(facts, catalogue=catalogue, language=language) if facts else None,
        field=field_of_facts(facts) if facts else DEFAULT_FIELD,
        recognition=views.checking.Recognition(recognition.status.value) if recognition else None,
        recognition_source=recognition.source if recognition else None,
        confirmed=tuple(
            views.pieces.ConfirmationLine(by=each.by, on=each.on, href=each.address)
            for each in report.confirmations
        ),
        issuer_declared=report.known_issuer.declared if report.known_issuer else None,
        replaced_by_href=report.replacement,
        issuer_id=facts.issuer.id if facts else None,
        issuer_domain=domain_of(facts.issuer.id) if facts else None,
        sources=tuple(_source(source, now=report.checked_at) for source in report.sources),
        forms=tuple(form.value for form in report.forms),
        digest=report.digest,
        held=_parts(report.badges, catalogue=catalogue, language=language),
        beside=tuple(part.name for part in report.inside if part.is_no_badge and part.name),
        endorsements=_parts(report.endorsements, catalogue=catalogue, language=language),
    )


def domain_of(identity: str) -> str | None:
    """Give whose domain an issuer signs with; None where its id holds none, or none that can be read safely.

    Letters of other scripts can look like ours, so a name with them is left to the full address.
    """
    try:
        url = keys.did_web_url(identity) if identity.startswith("did:web:") else identity
        host = urlsplit(url).hostname
    except (BadgeError, ValueError):
        return None
    return host if host and host.isascii() else None


def _claim(facts: Facts, state: State) -> tuple[Sentence, ...]:
    """Say what it says, or what it said then where the issuer does not stand by it any more."""
    return facts.claim_then if state in {State.REVOKED, State.REPLACED} else facts.claim


def _parts(
    parts: Iterable[Part], *, catalogue: Catalogue, language: Language
) -> tuple[views.checking.CheckedPart, ...]:
    return tuple(_part(part, catalogue=catalogue, language=language) for part in parts)


def _part(part: Part, *, catalogue: Catalogue, language: Language) -> views.checking.CheckedPart:
    return views.checking.CheckedPart(
        checked=shown_report(part.report, catalogue=catalogue, language=language) if part.report else None,
        unread=getattr(part.unread, language) if part.unread else None,
        name=part.name,
    )


def _source(source: Source, *, now: datetime) -> views.checking.SourceLine:
    return views.checking.SourceLine(
        what=source.purpose.value,
        address=source.address,
        at=source.at,
        from_memory=now - source.at > FRESH,
    )


def _line(check: Check, *, language: Language) -> views.checking.CheckLine:
    return views.checking.CheckLine(
        code=check.code,
        outcome=check.outcome.value,
        sentence=getattr(check.sentence, language),
        clause=check.clause,
    )
