"""The credentials themselves, to go along with a proposal: as they were signed, to be checked again.

A badge with a proof in it is its own document; a token goes along in an envelope (VCDM 2.0 4.13.1). What has
neither, such as a hosted Open Badge 2.0, or a token that was in a picture, cannot go along: its host has it.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from badges import strictjson
from badges.jsonld.contexts import CREDENTIALS_V2
from badges.members import part as part_of
from badges.strictjson import Json, JsonObject
from schools.evidence.evidence import Identity
from verifier.report import Form, Part, Report
from verifier.states import HOLDERS

MOST_TOGETHER: Final = 50
"""So many the verifier looks at in one thing, and others do not look at more."""

_ENVELOPE: Final = "EnvelopedVerifiableCredential"
_IN_ENVELOPE: Final = "data:application/vc+jwt,"


@dataclass(frozen=True, slots=True)
class Credential:
    """Hold a credential as it goes along, and whose it is."""

    identity: Identity
    document: JsonObject

    def as_file(self) -> tuple[str, bytes]:
        """Give the ending of its file, and its bytes: of a token those of the token itself."""
        address = str(self.document.get("id"))
        if self.document.get("type") == _ENVELOPE and address.startswith(_IN_ENVELOPE):
            return "jwt", address.removeprefix(_IN_ENVELOPE).encode()
        return "json", strictjson.dumps(self.document)


def credentials_in(checked: Part, *, raw: bytes) -> list[Json]:
    """Give what can go along of a file, as it is kept."""
    return [
        {"issuerId": each.identity.issuer, "id": each.identity.id, "document": each.document}
        for each in _found(checked, raw=raw)
    ]


def load_credential(written: JsonObject) -> Credential:
    """Read back what was kept."""
    identity = Identity(str(written["issuerId"]), str(written["id"]))
    return Credential(identity, part_of(written.get("document")))


def along(credentials: Iterable[Credential], *, counted: Container[Identity]) -> tuple[Credential, ...]:
    """Give those of badges that count, each once."""
    found = {each.identity: each for each in credentials if each.identity in counted}
    return tuple(found.values())


def presentation_of(credentials: Sequence[Credential]) -> bytes | None:
    """Put credentials together, each once (VCDM 2.0 4.13); None of none, or of too many."""
    once = {each.identity: each.document for each in credentials}
    if not 0 < len(once) <= MOST_TOGETHER:
        return None
    held: list[Json] = [*once.values()]
    return strictjson.dumps(
        {"@context": [CREDENTIALS_V2], "type": ["VerifiablePresentation"], "verifiableCredential": held}
    )


def _found(checked: Part, *, raw: bytes) -> Iterator[Credential]:
    report = checked.report
    if report is None:
        return
    if report.kind in HOLDERS:
        for inside in report.inside:
            yield from _found(inside, raw=b"")
        return
    document = _document(report, raw=raw)
    if document is not None and report.facts is not None:
        yield Credential(Identity.of(report.facts.issuer.id, report.facts.credential_id), document)


def _document(report: Report, *, raw: bytes) -> JsonObject | None:
    if report.document is not None and "proof" in report.document:
        return report.document
    if report.document is not None and report.forms == (Form.JWS,) and raw:
        token = raw.strip().decode("ascii")
        return {
            "@context": CREDENTIALS_V2,
            "id": f"{_IN_ENVELOPE}{token}",
            "type": _ENVELOPE,
        }
    return None
