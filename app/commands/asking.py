"""Ask whoever is about to do what cannot be undone whether they are sure."""

from typing import Annotated

import typer

from app.commands.printing import say

Sure = Annotated[bool, typer.Option("--ja", help="Voer het uit zonder te vragen.")]


def require_word(word: str) -> None:
    """Go on only if somebody types this word; whoever types another changes nothing, and is told so."""
    if typer.prompt(f"Typ {word} om dit te doen", default="", show_default=False) != word:
        say("Er is niets veranderd.")
        raise typer.Exit(1)
