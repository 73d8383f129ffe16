"""What a picture or document may carry: one credential as text, JSON or a compact JWS.

Of Open Badges 2.0 it may also be the address of a hosted assertion (OB 2.0 baking).
"""

from badges.errors import BakingError

MAX_BYTES = 256 * 1024


def check_payload(credential: bytes, *, max_bytes: int = MAX_BYTES) -> None:
    """Refuse what nothing should carry: nothing, too much, or no text.

    Raises:
        BakingError: `credential-empty`, `credential-too-large` or `credential-not-text`.
    """
    if not credential.strip():
        raise BakingError("there is no credential in it", code="credential-empty")
    if len(credential) > max_bytes:
        raise BakingError(f"more than {max_bytes} bytes", code="credential-too-large")
    try:
        text = credential.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BakingError("the credential is not UTF-8", code="credential-not-text") from error
    if "\0" in text:
        raise BakingError("the credential holds a NUL character", code="credential-not-text")
