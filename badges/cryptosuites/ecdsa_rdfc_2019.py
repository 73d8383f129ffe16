"""The suite ecdsa-rdfc-2019: P-256 or P-384 over two hashes of canonical N-Quads (VC-DI-ECDSA 3.2)."""

from badges.cryptosuites import rdfc
from badges.cryptosuites.suite import Cryptosuite

SUITE = Cryptosuite(name="ecdsa-rdfc-2019", algorithms=frozenset({"P-256", "P-384"}), to_sign=rdfc.to_sign)
