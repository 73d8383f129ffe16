"""Print on a screen: what a stranger wrote may not steer the terminal, nor turn text around."""

import json
import os
import sys

from badges.strictjson import Json


def say(text: str) -> None:
    """Print a text; that nobody reads on, as behind `| head`, changes nothing of how the command ends."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what was not read goes there


def written(value: Json) -> str:
    r"""Write JSON over several lines; what no eye sees stands there as \uXXXX, which reads back the same."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    return character if character.isprintable() or character == "\n" else json.dumps(character)[1:-1]
