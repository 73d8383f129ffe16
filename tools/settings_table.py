"""Print the table of settings for docs/operations.md, from the settings themselves."""

from app.settings import PREFIX, Settings


def table() -> str:
    """Give a Markdown row for each setting: name, default, meaning."""
    rows = ["| instelling | als je niets zegt | betekenis |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = "leeg" if field.default is None else str(field.default) or "leeg"
        rows.append(f"| `{PREFIX}{name.upper()}` | `{default}` | {field.description} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(table())
