"""Ask the issuer once whether there is a newer version (OB 3.0 Verification, step 3).

Only after a good signature, for anybody can write an address. Where asking fails, the version at hand counts.
"""

from collections.abc import Callable
from dataclasses import replace

from badges import factfinding
from badges.members import part, parts, text, texts
from badges.strictjson import Json, JsonObject
from verifier.errors import UnreadableError
from verifier.findings import Check, Rule
from verifier.means import Means
from verifier.needs import Found, Missing, Purpose
from verifier.reading import Held, read
from verifier.report import Report
from verifier.states import Answer

REFRESH = Rule("refresh", "OB 3.0 Verification, step 3; OB 3.0 RefreshService")
SERVICE = "1EdTechCredentialRefresh"

_RENEWED = REFRESH.passes(
    "De uitgever had een nieuwere versie. Die hebben wij gecontroleerd.",
    "The issuer had a newer version. We checked that one.",
)
_SAME = REFRESH.passes("De uitgever heeft geen nieuwere versie.", "The issuer has no newer version.")
_FAILED = REFRESH.unknown(
    "Wij konden de uitgever niet vragen of er een nieuwere versie is.",
    "We could not ask the issuer whether there is a newer version.",
)


def refreshed(
    report: Report, *, document: JsonObject, means: Means, examine: Callable[[Held], Report | None]
) -> Report | None:
    """Report on the newer version where there is one; None while the world has to be asked first."""
    address = _service(document)
    if address is None or report.document is None:
        return report
    found = means.answers.ask(Purpose.REFRESH, address)
    if means.answers.wanted:
        return None
    newer = None if isinstance(found, Missing) else _newer(found)
    if newer is None:
        return _with(report, _FAILED)
    renewed = examine(newer)
    if means.answers.wanted or renewed is None:
        return None
    if renewed.authentic is not Answer.YES or not _is_version_of(renewed.document or {}, document):
        return _with(report, _FAILED)
    same = renewed.document == report.document
    return _with(report, _SAME) if same else _with(renewed, _RENEWED)


def _service(document: JsonObject) -> str | None:
    """Give the address to ask, if the credential names one of the kind that OB 3.0 has."""
    services = [each for each in parts(document.get("refreshService")) if SERVICE in texts(each.get("type"))]
    return text(services[0].get("id")) if services else None


def _newer(found: Found) -> Held | None:
    """Read what the issuer gave."""
    try:
        return read(found.raw)
    except UnreadableError:
        return None


def _is_version_of(newer: JsonObject, older: JsonObject) -> bool:
    """Tell whether two credentials are versions of one: by issuer and id (OB 3.0 Equality and comparison).

    They are about the same person too, or somebody could be shown in another's place.
    """
    return _identity(newer) == _identity(older)


def _identity(document: JsonObject) -> tuple[Json, ...]:
    """Name whose it is, which, and whom it is about."""
    subject = part(document.get("credentialSubject"))
    return factfinding.issuer_id(document), document.get("id"), subject.get("id"), subject.get("identifier")


def _with(report: Report, check: Check) -> Report:
    return replace(report, checks=(*report.checks, check))
