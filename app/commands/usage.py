"""Say in Dutch what is wrong with how a command was given: Typer, which finds it, says so in English."""

import sys

import typer

# Typer carries its own click and exports only some of its errors; this is what they all grow from.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]


def tell(error: Exception) -> None:
    """Print what is wrong, and where the help is; a command without anything behind it shows its help."""
    said = _said(error)
    if said is None:
        getattr(error, "show", lambda: None)()
        return
    command = getattr(getattr(error, "ctx", None), "command_path", "praktijkbewijs")
    print(f"{said}\nUitleg: {command} --help", file=sys.stderr)


def _said(error: Exception) -> str | None:
    """Say what is wrong; None where Typer shows the help instead."""
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return None
        case "MissingParameter":
            return f"Hier ontbreekt {_name(error)}."
        case "NoSuchOption":
            return f"De optie {getattr(error, 'option_name', '')} is er niet."
        case "BadParameter":
            return f"{_name(error)}: {getattr(error, 'message', '')}"
        case _:
            return f"Zo kennen wij de opdracht niet. ({error})"


def _name(error: Exception) -> str:
    """Name the argument or the option that it is about."""
    parameter = getattr(error, "param", None)
    return parameter.get_error_hint().strip("'") if parameter else "De opdracht"
