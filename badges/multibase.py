"""Base58btc, exact and fast: the one multibase encoding (`z`) that keys and signatures use.

Base58btc is a bijection between byte strings and texts, so what decodes has exactly one spelling.
Encoding takes four digits per division and looks pairs up, decoding eight digits per multiplication.
"""

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

_PAIRS = tuple(high + low for high in ALPHABET for low in ALPHABET)
_TWO, _FOUR, _EIGHT = 58**2, 58**4, 58**8
_NO_DIGIT = 255
_DIGITS = bytes(ALPHABET.find(chr(byte)) & _NO_DIGIT for byte in range(256))


def encode(raw: bytes) -> str:
    """Write bytes as base58btc, without the multibase prefix.

    >>> encode(b"hello")
    'Cn8eVZg'
    """
    number = int.from_bytes(raw, "big")
    pairs: list[str] = []
    while number:
        number, four = divmod(number, _FOUR)
        high, low = divmod(four, _TWO)
        pairs += (_PAIRS[low], _PAIRS[high])
    digits = "".join(reversed(pairs)).lstrip("1")
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + digits


def decode(text: str, *, size: int) -> bytes:
    """Read base58btc that must hold exactly `size` bytes.

    The size is asked for because every caller knows it, and because the work grows with the square of
    the length: a longer text is refused unread.

    Raises:
        ValueError: a character outside the alphabet, or another number of bytes.
    """
    if len(text) > size * 138 // 100 + 1 or not text.isascii():
        raise ValueError(f"not base58btc of {size} bytes")
    digits = text.encode("ascii").translate(_DIGITS)
    zeros = len(digits) - len(digits.lstrip(b"\0"))
    number = _number(digits)
    raw = b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")
    if _NO_DIGIT in digits or len(raw) != size:
        raise ValueError(f"not base58btc of {size} bytes")
    return raw


def _number(digits: bytes) -> int:
    """Put digits together, eight at a time."""
    number = 0
    head = len(digits) % 8
    for digit in digits[:head]:
        number = number * 58 + digit
    rest = iter(digits[head:])
    for a, b, c, d, e, f, g, h in zip(rest, rest, rest, rest, rest, rest, rest, rest, strict=True):
        eight = ((((((a * 58 + b) * 58 + c) * 58 + d) * 58 + e) * 58 + f) * 58 + g) * 58 + h
        number = number * _EIGHT + eight
    return number
