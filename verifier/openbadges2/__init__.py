"""Examine an Open Badge 2.0: what its issuer hosts itself, or signed as a token.

hosted    the assertion is asked of its own address, and so are its badge class and its issuer
signed    the assertion is the token; its issuer, at its own address, lists the key
"""

from verifier.openbadges2.examining import examine_assertion, examine_signed_assertion, is_assertion

__all__ = ["examine_assertion", "examine_signed_assertion", "is_assertion"]
