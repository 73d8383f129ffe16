"""The command: `praktijkbewijs serve demo issue verify export-public catalogue keys organisations ...`.

Exit codes: 0 valid or done, 1 invalid, 2 indeterminate, 3 unreadable, 64 wrong usage (sysexits EX_USAGE).
"""

import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final, NoReturn

import typer

from app.commands.usage import UsageError, tell
from app.settings import SettingsError
from app.start import reading
from badges.errors import BadgeError
from issuers.errors import IssuersError, KeyStoreError

WRONG_USAGE = 64
FAILED = 70

COMMANDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "serve": "serve.run",
        "demo": "demo.run",
        "issue": "issue.run",
        "verify": "verify.run",
        "propose": "propose.run",
        "export-public": "export_public.run",
        "platform": "platform.run",
        "fsck": "fsck.run",
        "backup": "backup.run",
        "restore": "restore.run",
        "retention": "retention.run",
        "openapi": "openapi.run",
        "rescue": "platform.let_in",
        "catalogue": "catalogue.cli",
        "keys": "keys.cli",
        "organisations": "organisations.cli",
        "mail": "mail.cli",
    }
)
"""Where each command is, in `app.commands`: each brings a part of the service, which takes time to read."""


def make_cli(names: Iterable[str] = COMMANDS) -> typer.Typer:
    """Make the command with these commands in it, and read the modules of no others."""
    cli = typer.Typer(
        name="praktijkbewijs",
        help="Geef, bewaar en controleer ondertekende bewijzen voor mbo-werkprocessen.",
        callback=_nothing_first,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    for name in names:
        module, place = COMMANDS[name].split(".")
        found = getattr(import_module(f"app.commands.{module}"), place)
        if isinstance(found, typer.Typer):
            cli.add_typer(found, name=name)
        else:
            cli.command(name)(found)
    return cli


def _nothing_first() -> None:
    """Do nothing; without this, a command that is alone would go without its name."""


def main() -> NoReturn:
    """Run the command; errors of ours are one line on standard error, without a trace."""
    asked = [name for name in sys.argv[1:2] if name in COMMANDS]
    try:
        with reading():
            cli = make_cli(asked or COMMANDS)
        code = cli(standalone_mode=False)
    except UsageError as error:
        tell(error)
        sys.exit(WRONG_USAGE)
    except typer.Abort:
        sys.exit(1)
    except FileNotFoundError as error:
        print(f"{error.filename}: dit bestand is er niet.", file=sys.stderr)
        sys.exit(WRONG_USAGE)
    except IsADirectoryError as error:
        print(f"{error.filename}: dit is een map. Noem een bestand.", file=sys.stderr)
        sys.exit(WRONG_USAGE)
    except SettingsError as error:
        print(error, file=sys.stderr)
        sys.exit(WRONG_USAGE)
    except KeyStoreError as error:
        print(f"{error.reason_nl}\n({error})", file=sys.stderr)
        sys.exit(FAILED)
    except IssuersError as error:
        print(f"{error.nl}\n({error})", file=sys.stderr)  # what it means, and for who mends it why
        sys.exit(FAILED)
    except (BadgeError, OSError) as error:
        print(error, file=sys.stderr)
        sys.exit(FAILED)
    sys.exit(code if isinstance(code, int) else 0)
