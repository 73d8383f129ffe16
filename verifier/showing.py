"""From a report to what the page shows of it; nothing here decides."""

from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from badges import keys
from badges.catalogue import Catalogue
from badges.errors import BadgeError
from badges.facts import Facts
from templates import views
from templates.documents.badge import DEFAULT_FIELD
from templates.showing import field_of_facts, shown_facts
from verifier.report import Check, Part, Report, Source
from verifier.states import Answer, Standing, State
from web.locale import Language

INSIDE = "inside"
"""The code of the check about everything that something holds."""

FRESH = timedelta(minutes=1)
"""What was fetched longer ago than this, was fetched for an earlier check."""


def shown_report(report: Report, *, catalogue: Catalogue, language: Language) -> views.Checked:
    """Show what was found, in the language of the page."""
    facts = report.facts
    return views.Checked(
        state=_own_state(report),
        kind=views.Kind(report.kind.value),
        checks=tuple(_line(check, language=language) for check in report.checks),
        facts=shown_facts(facts, catalogue=catalogue, language=language) if facts else None,
        field=field_of_facts(facts) if facts else DEFAULT_FIELD,
        recognition=_recognition(facts),
        since=_since(report),
        reason=getattr(report.reason, language) if report.reason else None,
        replaced_by_href=report.replacement,
        issuer_id=facts.issuer.id if facts else None,
        issuer_domain=domain_of(facts.issuer.id) if facts else None,
        sources=tuple(_source(source, now=report.checked_at) for source in report.sources),
        forms=tuple(form.value for form in report.forms),
        digest=report.digest,
        parts=tuple(_part(part, catalogue=catalogue, language=language) for part in report.inside),
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


def _own_state(report: Report) -> views.State:
    """Give the answer about the thing itself; a report tells of what holds others the worst of it all."""
    decided = report.checks[-1] if report.checks else None
    of_others = decided is not None and decided.code == INSIDE and decided.sentence == report.reason
    if not of_others or report.authentic is not Answer.YES:
        return views.State(report.state.value)
    return views.State.VALID if report.issuer is Standing.KNOWN else views.State.UNLISTED


def _part(part: Part, *, catalogue: Catalogue, language: Language) -> views.CheckedPart:
    return views.CheckedPart(
        checked=shown_report(part.report, catalogue=catalogue, language=language) if part.report else None,
        unread=getattr(part.unread, language) if part.unread else None,
        name=part.name,
    )


def _source(source: Source, *, now: datetime) -> views.SourceLine:
    return views.SourceLine(
        what=source.purpose.value,
        address=source.address,
        at=source.at,
        from_memory=now - source.at > FRESH,
    )


def _line(check: Check, *, language: Language) -> views.CheckLine:
    return views.CheckLine(
        code=check.code,
        outcome=check.outcome.value,
        sentence=getattr(check.sentence, language),
        clause=check.clause,
    )


def _recognition(facts: Facts | None) -> views.Recognition | None:
    """Say what we know of the leerbedrijf: of a werkproces always something, be it that we do not know."""
    return views.Recognition.UNKNOWN if facts and facts.werkproces else None


def _since(report: Report) -> date | None:
    """Give the day that belongs to the state: withdrawn on, valid from or until, the list's own day."""
    facts = report.facts
    moments = {
        State.REVOKED: report.withdrawn_on,
        State.REPLACED: report.withdrawn_on,
        State.STALE: report.list_of,
        State.EXPIRED: facts.valid_until if facts else None,
        State.EARLY: facts.valid_from if facts else None,
    }
    moment = moments.get(report.state)
    return moment.date() if moment else None
