"""From a report to what the page shows of it; nothing here decides."""

from datetime import date
from urllib.parse import urlsplit

from badges import keys
from badges.catalogue import Catalogue
from badges.errors import BadgeError
from badges.facts import Facts
from templates import views
from templates.documents.badge import DEFAULT_FIELD, badge_svg
from templates.showing import field_of_facts, picture_of, shown_facts
from verifier.report import Check, Report
from verifier.states import State
from web.locale import Language


def shown_report(report: Report, *, catalogue: Catalogue, language: Language) -> views.Checked:
    """Show what was found, in the language of the page."""
    facts = report.facts
    return views.Checked(
        state=views.State(report.state.value),
        checks=tuple(_line(check, language=language) for check in report.checks),
        facts=shown_facts(facts, catalogue=catalogue, language=language) if facts else None,
        field=field_of_facts(facts) if facts else DEFAULT_FIELD,
        picture=badge_svg(picture_of(facts)) if facts else None,
        recognition=_recognition(facts),
        since=_since(report),
        reason=getattr(report.reason, language) if report.reason else None,
        replaced_by_href=report.replacement,
        issuer_id=facts.issuer.id if facts else None,
        issuer_domain=domain_of(facts.issuer.id) if facts else None,
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
