"""The frozen contexts: what the words of a badge mean, pinned by digest, never loaded from the network."""

import hashlib
from collections.abc import Container, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import orjson

from badges.errors import UnknownContextError
from badges.strictjson import Json, JsonObject

CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1"
CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2"
OB_V3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CLR_V2 = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
OB_EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
EXAMPLES_V1 = "https://www.w3.org/2018/credentials/examples/v1"
EXAMPLES_V2 = "https://www.w3.org/ns/credentials/examples/v2"

_OLDEST_OB_V3 = (
    "ob-v3p0-context.json",
    "9f1c8f9f361ba2994b9b50701f41149919542c50c7b7455b2846d87959295d72",
)

FROZEN = MappingProxyType(
    {
        CREDENTIALS_V1: (
            "credentials-v1.json",
            "00d7dd6d3ad8b920e3e550dd3a3d9090bffcac84cdbf943da6924b3e0a5c8bb8",
        ),
        CREDENTIALS_V2: (
            "credentials-v2.json",
            "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
        ),
        "https://purl.imsglobal.org/spec/ob/v3p0/context.json": _OLDEST_OB_V3,
        "https://purl.imsglobal.org/spec/ob/v3p0/context/ob_v3p0.jsonld": _OLDEST_OB_V3,
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json": (
            "ob-v3p0-context-3.0.1.json",
            "af095468326d3449160509b26ca71576e6321d13c85b0369cfe3b654c9a48fba",
        ),
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json": (
            "ob-v3p0-context-3.0.2.json",
            "00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53",
        ),
        OB_V3: (
            "ob-v3p0-context-3.0.3.json",
            "602a94035961f6737a242826ff1eb8f5a961a13aeba6a48125db58ee325533ef",
        ),
        OB_EXTENSIONS: (
            "ob-v3p0-extensions.json",
            "2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e",
        ),
        "https://purl.imsglobal.org/spec/clr/v2p0/context.json": (
            "clr-v2p0-context.json",
            "958ff9dc1a5a18c226579b707eac77c1ef50d7d9ab6c24e7058a3b02663f53a1",
        ),
        CLR_V2: (
            "clr-v2p0-context-2.0.1.json",
            "880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6",
        ),
        "https://w3id.org/security/data-integrity/v1": (
            "data-integrity-v1.json",
            "b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554",
        ),
        "https://w3id.org/security/data-integrity/v2": (
            "data-integrity-v2.json",
            "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4",
        ),
        "https://w3id.org/security/suites/ed25519-2020/v1": (
            "ed25519-2020-v1.json",
            "b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588",
        ),
        "https://w3id.org/security/multikey/v1": (
            "multikey-v1.json",
            "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597",
        ),
        "https://w3id.org/vc/status-list/2021/v1": (
            "status-list-2021-v1.json",
            "634d71c159289f068c96012e4511c657fdf82ac4231900081bda3ba24e2e1160",
        ),
    }
)
"""The file and the SHA-256 of its bytes, for each context that a badge may name."""

_EXAMPLES = MappingProxyType(
    {
        EXAMPLES_V1: (
            "credentials-examples-v1.json",
            "73bebae22e70ebb4466ac2e1f3e3b35c43436217623b51ff3e1b567e1aff4ba2",
        ),
        EXAMPLES_V2: (
            "credentials-examples-v2.json",
            "57393fbc69d6efb9b9b5dc9cb6b9880b0944360abfe2eaf459c9e58cf2279d7c",
        ),
        "https://www.w3.org/ns/odrl.jsonld": (
            "odrl.json",
            "a83cb98005bce546531131d4042318d8267aff71b1451f53cc926587fcef42c6",
        ),
    }
)
"""What only the suites of the W3C use. The second defines every word there is, so it protects nothing."""

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
    return _read(name, digest=digest)


def _read(name: str, *, digest: str) -> bytes:
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


@cache
def examples() -> Mapping[str, JsonObject]:
    """Give the contexts for the suites of the W3C; who asks for them checks nothing for the public.

    Raises:
        BrokenContextError: a file was changed.
    """
    return MappingProxyType(
        {url: orjson.loads(_read(name, digest=digest)) for url, (name, digest) in _EXAMPLES.items()}
    )


def context_list(document: JsonObject, *, also: Container[str] = ()) -> tuple[str, ...]:
    """Read the list of contexts of a document: strings only, each in the frozen list, none twice.

    An inline context could swap the meaning of two terms and keep the signature (VC-DI 2.4.1), so it is
    refused here, before any engine looks at the document. `also` names those that only suites use.

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
