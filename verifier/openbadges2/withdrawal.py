"""Whether an Open Badge 2.0 was withdrawn: its address says so, or a list that its issuer keeps."""

from dataclasses import dataclass

from badges import strictjson
from badges.errors import BadgeError, StatusError
from badges.openbadges2.objects import read_assertion, read_profile
from badges.openbadges2.values import place_of
from badges.revocation import RevocationList, read_revocation_list
from badges.statusentry import ListKind, StatusEntry, StatusPurpose
from verifier.lists import SERVES_WITHOUT_END, StatusList
from verifier.needs import Absence, Answers, Found, Missing, Purpose
from verifier.openbadges2.documents import Chain, Hosted
from verifier.statuses import StatusEvidence


@dataclass(frozen=True, slots=True)
class _Withdrawn:
    """Hold the assertions that were withdrawn, for one that may be known by another name as well."""

    names: RevocationList
    uid: str | None = None

    def holds(self, entry: StatusEntry) -> bool:
        """Tell whether the assertion stands there, by its id or its uid (OB 2.0 RevocationList)."""
        return self.names.names(str(entry.place), uid=self.uid)


def hosted_evidence(hosted: Hosted, *, issuer: str) -> tuple[StatusEvidence, ...]:
    """Give what its address says of a hosted assertion: that it stands, at the moment that it was asked."""
    withdrawn = _Withdrawn(RevocationList(frozenset()))
    return (
        _evidence(hosted.found, url=hosted.address, place=hosted.address, issuer=issuer, contents=withdrawn),
    )


def listed_evidence(chain: Chain, *, answers: Answers) -> tuple[StatusEvidence, ...]:
    """Give what the list of the issuer says of a signed assertion; none when the issuer keeps no list."""
    assertion, profile = read_assertion(chain.assertion), read_profile(chain.profile)
    if assertion.id is None or profile.id is None or profile.revocation_list is None:
        return ()
    url = profile.revocation_list
    found = answers.ask(Purpose.REVOCATION_LIST, url) if place_of(url) else Missing(Absence.REFUSED)
    if isinstance(found, Missing):
        return (StatusEvidence(problem=found),)
    try:
        names = read_revocation_list(strictjson.loads_object(found.raw), url=url, issuer=profile.id)
    except StatusError as error:
        return (StatusEvidence(problem=error),)
    except BadgeError as error:
        return (StatusEvidence(problem=StatusError(f"the list cannot be read: {error}")),)
    withdrawn = _Withdrawn(names, uid=assertion.uid)
    return (_evidence(found, url=url, place=assertion.id, issuer=profile.id, contents=withdrawn),)


def _evidence(found: Found, *, url: str, place: str, issuer: str, contents: _Withdrawn) -> StatusEvidence:
    """Hold it as what it is: a list without a signature, of the moment at which its host gave it."""
    return StatusEvidence(
        entry=StatusEntry(ListKind.REVOCATION_LIST, StatusPurpose.REVOCATION, url=url, place=place),
        found=StatusList(
            source=found,
            issuer=issuer,
            contents=contents,
            valid_from=found.at,
            valid_until=found.at + SERVES_WITHOUT_END,
        ),
    )
