"""Print the table of terms for docs/retention.md, from what the daily job goes by."""

from app.retention import KINDS
from issuers.retention.kinds import Kind, term_of


def table() -> str:
    """Give a Markdown row for each kind: what, how long, why, who ends it."""
    rows = ["| soort | wat | hoe lang | waarom |", "|---|---|---|---|"]
    return "\n".join([*rows, *map(_row, KINDS)])


def _row(kind: Kind) -> str:
    term = f"{term_of(kind)} {kind.since}" if kind.term else kind.since
    return f"| {kind.name} | {kind.what} | {term} | {kind.why} |"


if __name__ == "__main__":
    print(table())
