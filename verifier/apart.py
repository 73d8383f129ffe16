"""The entry of a worker: everything that has to be read from disk is read here, before the doors close.

A worker may open no file. So what the engines, the schemas and the readers of pictures keep in memory is made
once, by the process that forks workers.
"""

from badges.jsonld import contexts, reference, walker
from badges.schema import schema_problems
from badges.strictjson import JsonObject
from verifier import questions
from verifier.jobs import answer

__all__ = ["answer"]


def _warm() -> None:
    """Compile every list of contexts, load the second engine, and compile the schemas."""
    for urls in contexts.KNOWN_LISTS:
        walker.root(urls)
    for url in contexts.FROZEN:
        contexts.raw(url)
    sample: JsonObject = {"@context": [contexts.CREDENTIALS_V2], "type": ["VerifiableCredential"]}
    reference.canonicalize(sample)
    for name in ("AchievementCredential", "EndorsementCredential", "ClrCredential"):
        schema_problems({"type": [name]})
    questions.dump_answer(questions.Refused("none"))


_warm()
