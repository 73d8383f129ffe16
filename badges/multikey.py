"""Multikeys: a public key and its kind in one text (CID 1.0 2.2.2)."""

from badges import multibase
from badges.ecdsa import P256, P384, EcdsaKey
from badges.ed25519 import PublicKey
from badges.errors import KeyFormatError

_CURVES = {"zDn": P256, "z82": P384}


def read_multikey(text: str) -> PublicKey | EcdsaKey:
    """Read the Multikey of an Ed25519, P-256 or P-384 key: `z`, base58btc, its bytes and nothing else.

    Raises:
        KeyFormatError: another encoding, another kind of key, trailing data, or no point of the curve.
    """
    curve = _CURVES.get(text[:3])
    if curve is None:
        return PublicKey.from_multikey(text)
    try:
        prefixed = multibase.decode(text[1:], size=len(curve.multicodec) + 1 + curve.size)
    except ValueError as error:
        raise KeyFormatError(f"no Multikey of a {curve.name} key") from error
    if not prefixed.startswith(curve.multicodec):
        raise KeyFormatError(f"no Multikey of a {curve.name} key")
    return EcdsaKey(curve, prefixed[len(curve.multicodec) :])
