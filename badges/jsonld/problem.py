"""What is wrong, while the engines are still on their way: the pointer grows from the inside out."""

from badges import jsonpointer
from badges.errors import JsonLdError


class Problem(Exception):  # noqa: N818 -- a signal inside this package; what leaves it is a JsonLdError
    """Carry the class and reason of an error, and the way to it, innermost key first."""

    def __init__(self, kind: type[JsonLdError], reason: str, *way: str | int) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.way: list[str | int] = list(way)

    def error(self) -> JsonLdError:
        """Make the error that leaves the engine, with its RFC 6901 pointer."""
        return self.kind(self.reason, pointer=jsonpointer.write(reversed(self.way)))
