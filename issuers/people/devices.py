"""Say in a few words which browser on which device someone uses, so that he knows his own again."""

from typing import Final

_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""What a browser says of itself, and its name; many say the names of others too, so the order counts."""

_SYSTEMS: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


_INSIDE: Final = ("FBAN", "FBAV", "Instagram", "WhatsApp", "Teams", "; wv)")
"""What browsers say that are built into other apps: they keep passkeys of their own, or none."""


def is_inside_app(user_agent: str) -> bool:
    """Tell whether a browser is part of another app.

    >>> is_inside_app("Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 Chrome/126.0 Safari/537.36")
    True
    """
    return any(each in user_agent for each in _INSIDE)


def device_of(user_agent: str) -> str:
    """Give browser and device; empty where the browser does not say.

    >>> device_of("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36")
    'Chrome, Android'
    """
    found = (
        next((name for mark, name in table if mark in user_agent), "") for table in (_BROWSERS, _SYSTEMS)
    )
    return ", ".join(filter(None, found))
