"""The command: `praktijkbewijs serve demo issue verify export-public catalogue keys organisations ...`.

Exit codes: 0 valid or done, 1 invalid, 2 indeterminate, 3 unreadable, 64 wrong usage (sysexits EX_USAGE).
"""

import sys
from typing import NoReturn

import typer

from app.commands import (
    catalogue,
    demo,
    export_public,
    fsck,
    issue,
    keys,
    openapi,
    organisations,
    platform,
    serve,
    verify,
)
from app.commands.usage import UsageError, tell
from app.settings import SettingsError
from badges.errors import BadgeError
from issuers.errors import IssuersError, KeyStoreError

WRONG_USAGE = 64
FAILED = 70

cli = typer.Typer(
    name="praktijkbewijs",
    help="Geef, bewaar en controleer ondertekende bewijzen voor mbo-werkprocessen.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for name, command in {
    "serve": serve,
    "demo": demo,
    "issue": issue,
    "verify": verify,
    "export-public": export_public,
    "platform": platform,
    "fsck": fsck,
    "openapi": openapi,
}.items():
    cli.command(name)(command.run)
cli.command("rescue")(platform.let_in)
cli.add_typer(catalogue.cli, name="catalogue")
cli.add_typer(keys.cli, name="keys")
cli.add_typer(organisations.cli, name="organisations")


def main() -> NoReturn:
    """Run the command; errors of ours are one line on standard error, without a trace."""
    try:
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
