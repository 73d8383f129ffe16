"""Write openapi/examples anew: a signed badge, what is needed to check it, and the report about it."""

import json
from pathlib import Path

from tests.world import World

FOLDER = Path(__file__).parents[2] / "openapi" / "examples"


def examples() -> dict[str, str]:
    """Make each example by its file name; the same every time."""
    world = World()
    badge = world.signed()
    contents = {
        "bewijs.json": json.loads(badge),
        "statuslijst.json": json.loads(world.lists[world.issuer.list_url]),
        "did.json": world.issuer.document(),
        "verslag.json": world.report(badge).as_json(),
    }
    return {name: f"{json.dumps(each, indent=2, ensure_ascii=False)}\n" for name, each in contents.items()}


if __name__ == "__main__":
    for name, text in examples().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
