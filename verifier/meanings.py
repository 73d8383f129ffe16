"""Does every word of a document have a meaning, and one that its signer saw (VC-DI 4.6, VCDM 2.0 4.3)."""

from collections.abc import Sequence
from dataclasses import replace

from badges.errors import JsonLdError, TooComplexError, UnhandledShapeError, UnknownContextError
from badges.jsonld import gate
from badges.strictjson import Json, JsonObject
from verifier.findings import Check, Rule
from verifier.means import Canonicalize
from verifier.states import Outcome

MEANING = Rule("json-ld", "VC-DI 4.6; VCDM 2.0 4.3")
MEANS = MEANING.passes(
    "Alles wat erin staat heeft een vaste betekenis.", "Everything in it has a fixed meaning."
)
_MEANS_NOT = MEANING.fails(
    "Er staat iets in zonder vaste betekenis. De handtekening kan daar niet voor gelden.",
    "It holds something without a fixed meaning. The signature cannot stand for that.",
)
_CONTEXT_UNKNOWN = MEANING.unknown(
    "Het is geschreven volgens een afspraak die wij niet kennen.",
    "It was written by a convention that we do not know.",
)
_TOO_COMPLEX = MEANING.unknown(
    "Het zit zo ingewikkeld in elkaar dat wij het niet nakijken.",
    "It is built so intricately that we do not check it.",
)
_OTHERWISE = frozenset({"@context", "@value"})


def meaning_result(document: JsonObject, *, canonicalize: Canonicalize) -> Check:
    """Say whether all that stands in the document has a meaning by the frozen contexts (VC-DI 4.6)."""
    try:
        canonicalize({name: value for name, value in document.items() if name != "proof"})
    except UnhandledShapeError:
        raise
    except JsonLdError as error:
        return meaning_problem(error, document=document)
    return MEANS


def spoken_meaning_result(document: JsonObject, *, canonicalize: Canonicalize) -> Check:
    """Say whether a document of which the very text was signed has a meaning; what has none is doubt."""
    meaning = meaning_result(document, canonicalize=canonicalize)
    return replace(meaning, outcome=Outcome.UNKNOWN) if meaning.outcome is Outcome.FAIL else meaning


def spoken_by_all_result(
    document: JsonObject, *, others: Sequence[Json], canonicalize: Canonicalize
) -> Check:
    """Say whether a document has a meaning, and the same one by the contexts that it was signed with.

    Anybody can add contexts behind those of a proof (VC-DI 4.4), and give words a meaning that the signer
    never saw.
    """
    meaning = spoken_meaning_result(document, canonicalize=canonicalize)
    if meaning.outcome is not Outcome.PASS:
        return meaning
    bare = {name: value for name, value in document.items() if name != "proof"}
    try:
        alike = {canonicalize({**bare, "@context": each}) for each in others} <= {canonicalize(bare)}
    except UnhandledShapeError:
        raise
    except JsonLdError:
        alike = False
    return meaning if alike else replace(_MEANS_NOT, outcome=Outcome.UNKNOWN)


def meaning_problem(error: JsonLdError, *, document: JsonObject) -> Check:
    """Tell what we cannot judge from what is wrong.

    A part with a context of its own, such as an embedded endorsement (OB 3.0 EndorsementCredential), and a
    text with a language (VCDM 2.0 11.1) are legal, but not read by us.
    """
    if isinstance(error, UnknownContextError) or _speaks_otherwise(document):
        return _CONTEXT_UNKNOWN.at(error.pointer)
    if isinstance(error, TooComplexError):
        return _TOO_COMPLEX
    return _MEANS_NOT.at(error.pointer)


def _speaks_otherwise(document: JsonObject) -> bool:
    """Tell whether a part has a context of its own, or a text a language."""
    return any(
        isinstance(part, dict) and bool(way) and not _OTHERWISE.isdisjoint(part)
        for way, part in gate.everything(document)
    )
