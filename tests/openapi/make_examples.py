"""Write openapi/examples anew: a badge, what a school gave on it, what checking needs, and the report."""

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
        "bevestiging.json": written(json.loads(world.signed_endorsement())),
        "praktijkverklaring.json": written(json.loads(world.signed_verklaring())),
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
