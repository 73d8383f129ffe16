"""Give a page in a hulptaal its Dutch too: read aloud where a telephone has no voice for the language."""

import re
from typing import Final

_MAIN: Final = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_UNREAD: Final = re.compile(r"<(svg|script|style|template|select|textarea)\b.*?</\1>", re.DOTALL)
_TAG: Final = re.compile(r"<(/?)([a-z][a-z0-9]*)\b([^>]*)>")
_KEPT: Final = re.compile(r'\s(?:lang="[^"]*"|hidden(?=[\s/]|$))')
_SPACE: Final = re.compile(r"\s+")
_INLINE: Final = frozenset(("a", "abbr", "b", "bdi", "code", "em", "i", "small", "span", "strong", "time"))
_FOLDS: Final = frozenset({"details", "summary"})
_VOID: Final = frozenset({"img", "input", "br", "wbr", "hr", "link"})


def with_dutch(page: str, *, dutch: str) -> str:
    """Put the words of the same page in Dutch behind the page: nothing shows them (HTML 4.12.3)."""
    found = _MAIN.search(dutch)
    if found is None:
        return page
    words = _SPACE.sub(" ", _TAG.sub(_bare, _UNREAD.sub("", found[1])))
    return page.replace("</body>", f'<template id="in-het-nederlands">{words}</template>\n</body>', 1)


def _bare(tag: re.Match[str]) -> str:
    """Leave of a tag where it cuts a text, in which language it is, and whether it is shown."""
    slash, name, attributes = tag.groups()
    if name in _VOID:
        return " "
    kind = name if name in _FOLDS else "span" if name in _INLINE else "div"
    after = " " if slash and name == "a" else ""  # two buttons beside each other
    return f"<{slash}{kind}{''.join(_KEPT.findall(attributes))}>{after}"
