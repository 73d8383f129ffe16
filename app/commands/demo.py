"""`praktijkbewijs demo`: believable people and badges, to look at or to write into a folder."""

from pathlib import Path
from typing import Annotated

import typer

from app.commands import serve
from app.commands.printing import say
from app.commands.writing import write_badge
from app.demo.community import furnish_community
from app.demo.deciding import furnish_decisions
from app.demo.examples import issue_examples
from app.demo.proposals import furnish_proposals
from app.demo.touring import tour
from app.demo.workplace import furnish_workplace
from app.settings import Mode, SettingsError, read_settings, serving_settings
from app.worlds import open_own_desk


def run(
    output: Annotated[
        Path | None,
        typer.Option(help="Schrijf één bewijs per entree-kwalificatie in deze map, en stop dan."),
    ] = None,
) -> None:
    """Start de demo met voorbeelden, of schrijf de voorbeelden in een map."""
    settings = read_settings()
    if settings.base_url and settings.mode is not Mode.DEMO:
        raise SettingsError("Dit is een dienst in productie. Zet PRAKTIJKBEWIJS_MODE op demo voor een demo.")
    desk = open_own_desk(settings)
    try:
        for crebo, badge in issue_examples(desk):
            if output:
                for path in write_badge(badge.raw, folder=output, name=crebo):
                    say(str(path))
            else:
                say(f"{desk.catalogue.kwalificatie(crebo).name}: {desk.addresses.badge(badge.token)}")
        if output is None:
            furnish_workplace(desk)
            furnish_community(desk)
            furnish_proposals(desk)
            furnish_decisions(desk)
    finally:
        desk.register.close()
    if output is None:
        serve.start(serving_settings(settings), told=tour(settings.public_url))
