"""What a picture may carry: one credential as text, JSON or a compact JWS."""

from badges.errors import BakingError

MAX_BYTES = 256 * 1024


def check_payload(credential: bytes) -> None:
    """Refuse what no picture should carry: nothing, too much, or no text.

    Raises:
        BakingError: `credential-empty`, `credential-too-large` or `credential-not-text`.
    """
    if not credential.strip():
        raise BakingError("there is no credential in it", code="credential-empty")
    if len(credential) > MAX_BYTES:
        raise BakingError(f"more than {MAX_BYTES} bytes", code="credential-too-large")
    try:
        text = credential.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BakingError("the credential is not UTF-8", code="credential-not-text") from error
    if "\0" in text:
        raise BakingError("the credential holds a NUL character", code="credential-not-text")
