"""Write openapi/examples anew: a signed badge, what is needed to check it, and the report about it."""

import json
from pathlib import Path

from badges.strictjson import JsonObject
from tests.world import World

FOLDER = Path(__file__).parents[2] / "openapi" / "examples"


def examples() -> dict[str, str]:
    """Make each example by its file name; the same every time."""
    world = World()
    badge = written(json.loads(world.signed()))
    return {
        "bewijs.json": badge,
        "statuslijst.json": written(json.loads(world.lists[world.issuer.list_url])),
        "did.json": written(world.issuer.document()),
        "verslag.json": written(world.report(badge.encode()).as_json()),
    }


def written(example: JsonObject) -> str:
    """Lay an example out for people to read."""
    return f"{json.dumps(example, indent=2, ensure_ascii=False)}\n"


if __name__ == "__main__":
    for name, text in examples().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
