"""The suites whose proofs we accept, by an explicit list (VC-DI 3).

A suite that is not in `ACCEPTED` is one that we cannot judge: neither valid nor invalid.
"""

from collections.abc import Mapping
from types import MappingProxyType

from badges.cryptosuites import eddsa_rdfc_2022
from badges.cryptosuites.suite import Canonicalize, Cryptosuite
from badges.errors import SuiteNotAcceptedError

__all__ = ["ACCEPTED", "Canonicalize", "Cryptosuite", "accepted"]

ACCEPTED: Mapping[str, Cryptosuite] = MappingProxyType({eddsa_rdfc_2022.SUITE.name: eddsa_rdfc_2022.SUITE})


def accepted(name: str) -> Cryptosuite:
    """Give the suite of this name.

    Raises:
        SuiteNotAcceptedError: it is not in the list.
    """
    suite = ACCEPTED.get(name)
    if suite is None:
        raise SuiteNotAcceptedError(f"we do not read proofs of suite {name[:64]!r}")
    return suite
