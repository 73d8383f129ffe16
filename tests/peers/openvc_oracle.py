"""openvc-core through its whole pipeline, imported where it is used: `make test` has no peers."""

import json
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from badges import status
from badges.strictjson import JsonObject
from tests.peers import samples
from tests.peers.outside import Verdict, World, base64url, contexts_by_url, single_proof, text_of


class OpenVC:
    """openvc-core, through its whole pipeline."""

    name = "openvc-core"

    def verify(self, documents: Sequence[JsonObject | str], *, world: World) -> list[Verdict]:
        """Check with a fail-closed policy; the status list is verified too, once for all documents."""
        from openvc.status import CredentialRevoked

        read_list = self._list_reader(world)
        verdicts = []
        for document in documents:
            try:
                self._verify(document, world=world, read_list=read_list)
                verdicts.append(Verdict(verified=True))
            except CredentialRevoked as error:
                verdicts.append(Verdict(verified=True, reasons=(str(error),), withdrawn=True))
            except Exception as error:  # noqa: BLE001 - whatever a peer raises is its refusal
                verdicts.append(Verdict(verified=False, reasons=(f"{type(error).__name__}: {error}",)))
        return verdicts

    def verify_lists(self, documents: Sequence[JsonObject], *, world: World) -> list[Verdict]:
        """Check with the same pipeline; a list has no status of its own."""
        return self.verify(documents, world=world)

    def _list_reader(self, world: World) -> Callable[[str], Any]:
        from openvc import resolvers

        return cache(
            resolvers.default_status_list_resolver(
                resolver=self._resolver(world),
                extra_contexts=contexts_by_url(),
                fetch=lambda url: text_of(world.lists[url]),
            )
        )

    def _verify(self, document: JsonObject | str, *, world: World, read_list: Callable[[str], Any]) -> None:
        from openvc.verify import VerificationPolicy, verify_credential

        policy = VerificationPolicy(now=world.now, require_status_issuer_binding=True)
        verify_credential(
            document if isinstance(document, str) else single_proof(document),
            policy=policy,
            resolver=self._resolver(world),
            resolve_status_list=read_list,
            extra_contexts=contexts_by_url(),
        )

    @staticmethod
    def _resolver(world: World) -> Any:
        from openvc.did.base import DidResolverRegistry
        from openvc.did.did_key import DidKeyResolver
        from openvc.did.did_web import DidWebResolver

        return DidResolverRegistry([DidKeyResolver(), DidWebResolver(world.did_of)])

    def sign(self, documents: Sequence[JsonObject], *, method: str) -> list[JsonObject]:
        """Sign with its Data Integrity suite."""
        from openvc.keys import Ed25519SigningKey
        from openvc.proof.data_integrity import DataIntegrityProofSuite

        jwk = {
            "kty": "OKP",
            "crv": "Ed25519",
            "d": base64url(samples.SEED),
            "x": base64url(samples.PUBLIC_KEY.raw),
        }
        key = Ed25519SigningKey.from_jwk(jwk, kid=method)
        return [
            DataIntegrityProofSuite().add_proof(
                document,
                signing_key=key,
                verification_method=method,
                created=samples.CREATED,
                extra_contexts=contexts_by_url(),
            )
            for document in documents
        ]

    def issuing(self, document: JsonObject) -> Callable[[], object]:
        """Give what signs this document again and again, to be timed."""
        return lambda: self.sign([document], method=samples.METHOD)

    def checking(self, raw: bytes, *, world: World) -> Callable[[], object]:
        """Give what checks the proof of these bytes again and again, to be timed: no status, no schema."""
        from openvc.proof.data_integrity import DataIntegrityProofSuite

        suite, resolver, loaded = DataIntegrityProofSuite(), self._resolver(world), contexts_by_url()
        return lambda: suite.verify(single_proof(json.loads(raw)), resolver=resolver, extra_contexts=loaded)

    def compose_list(self) -> JsonObject:
        """Compose with `openvc.status`."""
        from openvc.status import bitstring, issue

        bits = bitstring.new_bitstring(status.MINIMUM_ENTRIES)
        bitstring.set_status_bit(bits, samples.WITHDRAWN_INDEX, 1)
        return issue.build_status_list_credential(
            id=samples.STATUS_LIST, issuer=samples.DID_WEB, bitstring=bits, valid_from=samples.CREATED
        )
