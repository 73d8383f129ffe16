"""The suite ecdsa-jcs-2019: P-256 or P-384 over two hashes of canonical JSON (VC-DI-ECDSA 3.3)."""

from badges.cryptosuites import jcs
from badges.cryptosuites.suite import Cryptosuite

SUITE = Cryptosuite(name="ecdsa-jcs-2019", algorithms=frozenset({"P-256", "P-384"}), to_sign=jcs.to_sign)
