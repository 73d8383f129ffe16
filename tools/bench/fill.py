"""Issue badges in the data folder of a demo, and write them with what PyLD needs to check them.

Run as `python -m tools.bench.fill FOLDER COUNT`, with the settings of the service that will run on it.
"""

import sys
from dataclasses import replace
from pathlib import Path

from app.commands.demo import STORIES
from app.settings import read_settings
from app.worlds import open_own_desk
from badges import strictjson
from badges.judgement import Judgement, Leervorm
from issuers.desk import IssuingDesk
from issuers.issuing.achievements import werkproces_reference
from issuers.issuing.issuing import issue
from issuers.organisations.demo import demo_praktijkopleider
from issuers.publishing.documents import own_did_document, own_status_list
from tests.peers import samples


def main(folder: str, count: str) -> None:
    """Issue as many badges as asked, no two alike, all by the same organisation."""
    desk = open_own_desk(read_settings())
    try:
        _fill(desk, folder=Path(folder), count=int(count))
    finally:
        desk.register.close()


def _fill(desk: IssuingDesk, *, folder: Path, count: int) -> None:
    actor, raw = demo_praktijkopleider(desk), b"{}"
    for number in range(count):
        judgement = _judgement(desk, number=number)
        raw = issue(desk, judgement, actor=actor, idempotency_key=f"bench-{number}").raw
        (folder / f"badge-{number}.json").write_bytes(raw)
    document = strictjson.loads_object(raw)
    issuer, entry = document["issuer"], document["credentialStatus"]
    if not isinstance(issuer, dict) or not isinstance(entry, dict):
        raise TypeError
    (folder / "did.json").write_bytes(strictjson.dumps(own_did_document(desk, str(issuer["id"])) or {}))
    (folder / "list.json").write_bytes(own_status_list(desk, str(entry["statusListCredential"])) or b"")


def _judgement(desk: IssuingDesk, *, number: int) -> Judgement:
    story = STORIES[number % len(STORIES)]
    return replace(
        samples.SAM,
        werkproces=werkproces_reference(desk, story.crebo, code=story.code),
        narrative=f"{story.narrative} Dat ging {number} keer goed.",
        skills=(),
        leervorm=Leervorm.INFORMEEL,
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
