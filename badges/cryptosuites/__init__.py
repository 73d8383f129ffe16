"""The suites whose proofs we accept, by an explicit list (VC-DI 3).

A suite that is not in `ACCEPTED` is one that we cannot judge: neither valid nor invalid.
"""

from collections.abc import Mapping
from types import MappingProxyType

from badges.cryptosuites import (
    ecdsa_jcs_2019,
    ecdsa_rdfc_2019,
    ed25519_signature_2020,
    eddsa_jcs_2022,
    eddsa_rdfc_2022,
)
from badges.cryptosuites.suite import Canonicalize, Cryptosuite, Unsecured
from badges.errors import SuiteNotAcceptedError

__all__ = ["ACCEPTED", "ACCEPTED_TYPES", "Canonicalize", "Cryptosuite", "Unsecured", "accepted"]

ACCEPTED: Mapping[str, Cryptosuite] = MappingProxyType(
    {
        each.SUITE.name: each.SUITE
        for each in (eddsa_rdfc_2022, ecdsa_rdfc_2019, eddsa_jcs_2022, ecdsa_jcs_2019)
    }
)
"""The suites that a DataIntegrityProof names as its `cryptosuite`."""

ACCEPTED_TYPES: Mapping[str, Cryptosuite] = MappingProxyType(
    {ed25519_signature_2020.SUITE.name: ed25519_signature_2020.SUITE}
)
"""The suites of before that, which are a `type` of proof themselves."""


def accepted(name: str, *, among: Mapping[str, Cryptosuite] = ACCEPTED) -> Cryptosuite:
    """Give the suite of this name.

    Raises:
        SuiteNotAcceptedError: it is not in the list.
    """
    suite = among.get(name)
    if suite is None:
        raise SuiteNotAcceptedError(f"we do not read proofs of suite {name[:64]!r}")
    return suite
