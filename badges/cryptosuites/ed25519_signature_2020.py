"""The suite Ed25519Signature2020, which many badges of VC 1.1 carry: a `type` of proof, not a `cryptosuite`.

It signs what eddsa-rdfc-2022 signs. Its own context must be among those of the document: else its name means
nothing there, and the options have no canonical form.
"""

from badges.cryptosuites import rdfc
from badges.cryptosuites.suite import Cryptosuite

SUITE = Cryptosuite(name="Ed25519Signature2020", algorithms=frozenset({"Ed25519"}), to_sign=rdfc.to_sign)
