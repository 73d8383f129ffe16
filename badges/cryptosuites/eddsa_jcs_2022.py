"""The suite eddsa-jcs-2022: Ed25519 over two SHA-256 hashes of canonical JSON (VC-DI-EDDSA 3.3)."""

from badges.cryptosuites import jcs
from badges.cryptosuites.suite import Cryptosuite

SUITE = Cryptosuite(name="eddsa-jcs-2022", algorithms=frozenset({"Ed25519"}), to_sign=jcs.to_sign)
