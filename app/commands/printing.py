"""Print JSON on a screen: what a stranger wrote in it may not steer the terminal, nor turn text around."""

import json

from badges.strictjson import Json


def written(value: Json) -> str:
    r"""Write JSON over several lines; what no eye sees stands there as \uXXXX, which reads back the same."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    return character if character.isprintable() or character == "\n" else json.dumps(character)[1:-1]
