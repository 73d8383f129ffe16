"""Issue what the suites ask: any credential with contexts that we know, once it is checked (VCALM 3.2)."""

import secrets
from dataclasses import dataclass, field

from badges import base64url, factfinding, moments, status, strictjson
from badges.cryptosuites import Unsecured
from badges.cryptosuites.suite import write_value
from badges.errors import BadgeError
from badges.jsonld import contexts, suites
from badges.members import items, parts, text
from badges.relatedresource import check_related_resource
from badges.strictjson import Json, JsonObject
from badges.vcdm import data_model_problems
from issuers.conformance.testkeys import SuiteKey
from issuers.errors import CannotIssueError, NotFoundError
from web.clock import Clock

DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"
PURPOSE = "revocation"
EXAMPLE = "did:example:"
"""The method that nobody has (DID 1.0 3.1): suites name an issuer by it where any will do."""

_SHA256 = b"\x12\x20"
_BARE_SHA256 = len("u") + 43


@dataclass(slots=True)
class SuiteIssuer:
    """Issue with one test key, and keep a status list for what it issued, in memory only."""

    key: SuiteKey
    list_url: str
    clock: Clock
    indexes: dict[str, int] = field(default_factory=dict)
    withdrawn: set[int] = field(default_factory=set)

    def issue(self, credential: JsonObject, *, known_as: str | None = None) -> JsonObject:
        """Sign a credential, which whoever asked knows by its id or by another name; gives it with its proof.

        Raises:
            CannotIssueError: it is not as the data model asks, or says something that no context defines.
        """
        index = self._free_index()
        document = self._completed(credential, index=index)
        problems = data_model_problems(document)
        if problems:
            raise CannotIssueError(f"{problems[0].pointer}: {problems[0].message}")
        if "proof" in document:
            raise CannotIssueError("the credential has a proof already")
        _check_related(document)
        signed = self._signed(document)
        name = known_as or text(document.get("id"))
        if name is not None and document.get("credentialStatus") == self._entry(index):
            self.indexes[name] = index
        return signed

    def set_status(self, credential_id: str, *, is_withdrawn: bool) -> None:
        """Withdraw a credential that was issued here, or take that back.

        Raises:
            NotFoundError: it was not issued here, or without a status.
        """
        index = self.indexes.get(credential_id)
        if index is None:
            raise NotFoundError("no credential of this id was issued here")
        (self.withdrawn.add if is_withdrawn else self.withdrawn.discard)(index)

    def status_list(self) -> JsonObject:
        """Give the signed list of what was withdrawn (BSL 2.2)."""
        now = self.clock.now()
        subject: JsonObject = {
            "id": f"{self.list_url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": PURPOSE,
            "encodedList": status.encode(status.set_bits(self.withdrawn)),
        }
        listed: JsonObject = {
            "@context": [contexts.CREDENTIALS_V2, *self._own_contexts],
            "id": self.list_url,
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": self.key.issuer,
            "validFrom": moments.write(now.replace(microsecond=0)),
            "credentialSubject": subject,
        }
        return self._signed(listed)

    def published(self) -> bytes:
        """Give the list as anybody gets it."""
        return strictjson.dumps(self.status_list())

    @property
    def _own_contexts(self) -> list[str]:
        """Name the context that the proof needs besides that of VC 2.0."""
        return [ED25519_2020] if self.key.suite.name == "Ed25519Signature2020" else []

    def _completed(self, credential: JsonObject, *, index: int) -> JsonObject:
        """Fill in who issues, what the proof needs, and a place in the list unless it names one."""
        document = {**credential, "issuer": self._named(credential)}
        urls = items(document.get("@context"))
        if contexts.CREDENTIALS_V2 in urls:
            needed = self._own_contexts
            document.setdefault("credentialStatus", self._entry(index))
        else:
            needed = self._own_contexts or [DATA_INTEGRITY]
        if isinstance(document.get("@context"), list):
            document["@context"] = [*urls, *(url for url in needed if url not in urls)]
        return document

    def _named(self, credential: JsonObject) -> Json:
        """Name ourselves where nobody is named, or an issuer that is only an example.

        Raises:
            CannotIssueError: it names somebody else.
        """
        issuer = credential.get("issuer", self.key.issuer)
        stated = factfinding.issuer_id({"issuer": issuer})
        if stated is None:
            return issuer  # it is none, which the data model refuses
        if stated != self.key.issuer and not stated.startswith(EXAMPLE):
            raise CannotIssueError(f"/issuer: this key signs for {self.key.issuer} only")
        return {**issuer, "id": self.key.issuer} if isinstance(issuer, dict) else self.key.issuer

    def _free_index(self) -> int:
        """Choose a place in the list by chance, for neighbours tell nothing (BSL 5.1)."""
        while (index := secrets.randbelow(status.MINIMUM_ENTRIES)) in self.indexes.values():
            continue
        return index

    def _entry(self, index: int) -> JsonObject:
        """Point at a place in the list (BSL 2.1)."""
        return {
            "id": f"{self.list_url}#{index}",
            "type": "BitstringStatusListEntry",
            "statusPurpose": PURPOSE,
            "statusListIndex": str(index),
            "statusListCredential": self.list_url,
        }

    def _signed(self, document: JsonObject) -> JsonObject:
        """Put a proof under a document (VC-DI 4.2)."""
        suite, signer = self.key.suite, self.key.signer
        options: JsonObject = {"type": suite.name}
        if not suite.name.endswith("2020"):
            options = {"type": "DataIntegrityProof", "cryptosuite": suite.name}
        options |= {
            "created": moments.write(self.clock.now().replace(microsecond=0)),
            "verificationMethod": signer.verification_method,
            "proofPurpose": "assertionMethod",
        }
        if "-jcs-" in suite.name:
            options["@context"] = document["@context"]
        unsecured = Unsecured(document, suites.canonicalize)
        algorithm = "P-256" if "P-256" in suite.algorithms else "Ed25519"
        try:
            _ = unsecured.nquads  # what no context defines is refused, also where the suite signs JSON
            data = suite.to_sign(unsecured, options=options, algorithm=algorithm)  # type: ignore[arg-type]  # one of the two literals
        except BadgeError as error:
            raise CannotIssueError(str(error)) from error
        return {**document, "proof": {**options, "proofValue": write_value(signer.sign(data))}}


def _check_related(document: JsonObject) -> None:
    """Check the digests of related resources, of which we have only frozen contexts (VCDM 2.0 5.3).

    Raises:
        CannotIssueError: a digest is not that of the resource, or we do not have the resource.
    """
    for related in parts(document.get("relatedResource")):
        try:
            check_related_resource(_with_multihash(related), contexts.raw(text(related.get("id")) or ""))
        except BadgeError as error:
            raise CannotIssueError(f"/relatedResource: {error}") from error


def _with_multihash(related: JsonObject) -> JsonObject:
    """Say that a bare digest is of SHA-256: the suite leaves out that a multihash says so (CID 1.0 2.5)."""
    written = text(related.get("digestMultibase")) or ""
    if len(written) != _BARE_SHA256 or not written.startswith("u"):
        return related
    try:
        digest = base64url.decode(written[1:])
    except ValueError:
        return related
    return {**related, "digestMultibase": f"u{base64url.encode(_SHA256 + digest)}"}
