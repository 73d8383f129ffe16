"""A badge that was given elsewhere, by an issuer whose id holds its key: nobody has to be asked for it."""

from tests import world

_SHORT = "elders"


def foreign_badge() -> bytes:
    """Give a signed badge of an issuer that no register knows."""
    did = f"did:key:{world.public_key(_SHORT).multikey}"
    issuer = world.Issuer(did, "School Elders", _SHORT, _SHORT)
    document = world.badge_of(issuer)
    del document["credentialStatus"]
    signer = issuer.signer(method=f"{did}#{did.rpartition(':')[2]}")
    return world.sign(document, signer=signer)
