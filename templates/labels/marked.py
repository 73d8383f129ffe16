"""Texts that are translated when they are shown, not where they are written."""


def N_(message: str) -> str:  # noqa: N802 - the name that every extractor of gettext knows
    """Mark a text for translation without translating it now."""
    return message
