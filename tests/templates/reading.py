"""A strict reader of our own pages, for what tests ask about them."""

from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})


class Page(HTMLParser):
    """Read a page strictly: tags must close in order; what a test asks about is kept."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.misplaced: list[str] = []
        self.labelled: set[str] = set()
        self.in_label: list[dict[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, unless it never has an inside."""
        found = {key: value or "" for key, value in attrs}
        self.tags.append((tag, found))
        if "label" in self.open:
            self.in_label.append(found)
        if tag == "label" and "for" in found:
            self.labelled.add(found["for"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself, as those of SVG do."""
        self.tags.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, or note that another one was closed."""
        if not self.open or self.open.pop() != tag:
            self.misplaced.append(tag)

    def all(self, name: str) -> list[dict[str, str]]:
        """Give the attributes of all elements of a name."""
        return [attributes for tag, attributes in self.tags if tag == name]

    def ids(self) -> list[str]:
        """Give each id, as often as it stands."""
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]
