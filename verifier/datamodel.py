"""Is this a credential as the data model has it, whatever it is about: asked for the suites of W3C."""

from badges.strictjson import JsonObject
from badges.vcdm import Problem, data_model_problems, presentation_problems
from verifier.findings import Check, Rule

_RULE = Rule("document", "VCDM 2.0 4; VCDM 1.1 4")
_GOOD = _RULE.passes("Het is opgebouwd zoals het hoort.", "It is built as it should be.")


def data_model_result(document: JsonObject) -> Check:
    """Say whether the frame of a credential is as the data model asks (VCDM 2.0 4)."""
    return _result(data_model_problems(document))


def presentation_model_result(document: JsonObject) -> Check:
    """Say it of a presentation and of the credentials in it (VCDM 2.0 4.13).

    A list of none is read as none: the suite of the data model shows such.
    """
    said = {name: value for name, value in document.items() if (name, value) != ("verifiableCredential", [])}
    return _result(presentation_problems(said))


def _result(problems: tuple[Problem, ...]) -> Check:
    if not problems:
        return _GOOD
    wrong = _RULE.fails("Het is niet opgebouwd zoals het hoort.", "It is not built as it should be.")
    return wrong.at(problems[0].pointer)
