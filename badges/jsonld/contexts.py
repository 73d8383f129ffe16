"""The frozen contexts: what the words of a badge mean, pinned by digest, never loaded from the network."""

import hashlib
from collections.abc import Container
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import orjson

from badges.errors import UnknownContextError
from badges.strictjson import Json, JsonObject

CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2"
OB_V3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
OB_EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"

FROZEN = MappingProxyType(
    {
        CREDENTIALS_V2: (
            "credentials-v2.json",
            "8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f",
        ),
        OB_V3: (
            "ob-v3p0-context-3.0.3.json",
            "602a94035961f6737a242826ff1eb8f5a961a13aeba6a48125db58ee325533ef",
        ),
        OB_EXTENSIONS: (
            "ob-v3p0-extensions.json",
            "2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e",
        ),
    }
)
"""The file and the SHA-256 of its bytes, for each context that we know."""

KNOWN_LISTS = frozenset(
    {
        (CREDENTIALS_V2,),
        (CREDENTIALS_V2, OB_V3),
        (CREDENTIALS_V2, OB_V3, OB_EXTENSIONS),
        (CREDENTIALS_V2, OB_EXTENSIONS),
    }
)
"""The lists of contexts, in this order, that the walker compiles."""


class BrokenContextError(RuntimeError):
    """Stop: a frozen context is not the one that was frozen; no signature can be trusted."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not the context that was frozen: its SHA-256 differs")


@cache
def raw(url: str) -> bytes:
    """Give the bytes of a frozen context, after a look at its digest.

    Raises:
        UnknownContextError: the context is not in the frozen list.
        BrokenContextError: the file was changed.
    """
    try:
        name, digest = FROZEN[url]
    except KeyError:
        raise UnknownContextError(
            f"The context {url} is not one that we accept", pointer="/@context"
        ) from None
    content = (files("badges.jsonld") / "contexts" / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != digest:
        raise BrokenContextError(name)
    return content


def load(url: str) -> JsonObject:
    """Give a frozen context as JSON, a fresh copy for each caller.

    Raises:
        UnknownContextError: the context is not in the frozen list.
    """
    document: JsonObject = orjson.loads(raw(url))
    return document


def context_list(document: JsonObject, *, also: Container[str] = ()) -> tuple[str, ...]:
    """Read the list of contexts of a document: strings only, each in the frozen list, none twice.

    An inline context could swap the meaning of two terms and keep the signature (VC-DI 2.4.1), so it is
    refused here, before any engine looks at the document. `also` names those that only vectors use.

    Raises:
        UnknownContextError: there is none, or one that is not frozen.
    """
    value: Json = document.get("@context")
    urls = value if isinstance(value, list) else [value]
    names: list[str] = []
    for index, url in enumerate(urls):
        if not isinstance(url, str) or not (url in FROZEN or url in also) or url in names:
            pointer = f"/@context/{index}" if isinstance(value, list) else "/@context"
            raise UnknownContextError(_reason(url), pointer=pointer)
        names.append(url)
    if not names:
        raise UnknownContextError("A document names at least one context", pointer="/@context")
    return tuple(names)


def _reason(url: Json) -> str:
    if isinstance(url, str):
        return f"The context {url[:200]} is not one that we accept, or stands there twice"
    return "A context is the address of a published context, never an object of its own"
