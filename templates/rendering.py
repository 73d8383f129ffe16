"""Turn a view into a page, in Dutch (the source language), English, or a hulptaal (`hulptalen`).

Autoescape is always on and an unknown name is an error (StrictUndefined).
Nothing here knows a request or a cookie.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from babel.dates import format_date, format_time
from babel.support import NullTranslations, Translations
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from badges.catalogue.hulp import sentence_in
from badges.catalogue.plain import are_unchecked
from badges.moments import DUTCH, dutch_day
from badges.texts import shown, shown_in_line
from templates import labels
from templates.aloud import with_dutch
from templates.documents.examples import example_badge
from templates.hulptalen import CODES, HULPTALEN, PAGES, Hulptaal
from templates.marking import FormMark
from templates.static_files import static_url
from templates.views.people import MailView
from templates.views.pieces import View

Language = Literal["nl", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")
Tongue: TypeAlias = Language | Hulptaal
SOURCE: Final[Language] = "nl"
NAMES: Final[Mapping[Tongue, str]] = {
    "nl": "Nederlands",
    "en": "English",
    **{code: HULPTALEN[code].name for code in CODES},
}
"""How each language calls itself."""

_BREAKS: Final = re.compile(r"(?<=[/\-)])(?=\w{4})")
_OURS_LONGEST: Final = re.compile(r"\b(praktijk)(?=verklaring)", re.IGNORECASE)
_FOLDER: Final = Path(__file__).parent
_STRICT: Final[Mapping[str, Any]] = {
    "undefined": StrictUndefined,
    "extensions": ["jinja2.ext.i18n", FormMark],
    "auto_reload": False,
    "trim_blocks": True,
    "lstrip_blocks": True,
}


def render(name: str, view: View, *, language: Tongue) -> str:
    """Render the page `name` (a file in pages/ without its ending) with a view.

    Raises:
        jinja2.TemplateNotFound: there is no such page.
    """
    page = _drawn(name, view, language=language)
    if language not in HULPTALEN or name not in PAGES:
        return page
    return with_dutch(page, dutch=_drawn(name, view, language=SOURCE))


@dataclass(frozen=True, slots=True)
class Mail:
    """Hold the words of a letter: its subject on one line, its text without any markup."""

    subject: str
    text: str


def render_mail(name: str, view: MailView, *, language: Language) -> Mail:
    """Write the letter `name` (a file in emails/ without its ending) with a view.

    Raises:
        jinja2.TemplateNotFound: there is no such letter.
    """
    template = _letters(language).get_template(f"emails/{name}.txt")
    context = template.new_context({"mail": view})
    subject = "".join(template.blocks["subject"](context))
    return Mail(subject=shown_in_line(subject), text=template.render(mail=view).strip() + "\n")


def format_day(day: date, *, language: Tongue) -> str:
    """Write a date in full: 26 juni 2026, 26 June 2026; of a moment, the day in the Netherlands."""
    day = dutch_day(day) if isinstance(day, datetime) else day
    return format_date(day, format="d MMMM y", locale=language)


def format_moment(moment: datetime, *, language: Tongue) -> str:
    """Write a moment in Dutch time: 22 november 2026, 10.15.

    Where the machine has no time zones it is UTC, and says so.
    """
    local = moment.astimezone(DUTCH)
    clock = format_time(local, format="HH.mm" if language == "nl" else "HH:mm", locale=language)
    suffix = " UTC" if local.tzinfo is UTC else ""
    return f"{format_day(local.date(), language=language)}, {clock}{suffix}"


def translated(sentence: str, *, language: Tongue) -> str:
    """Give a sentence that was marked for translation (`labels`) in a language."""
    return _translations(language).gettext(sentence)


def other_language(language: Tongue) -> Language:
    """Give the language to switch to where there are two."""
    return "en" if language == SOURCE else SOURCE


def switch_href(path: str, *, to: Tongue) -> str:
    """Give the address of the same page in another language (`?taal=`)."""
    parts = urlsplit(path)
    query = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if key != "taal"]
    return urlunsplit(("", "", parts.path, urlencode([*query, ("taal", to)]), ""))


def whatsapp_href(text: str, phone: str | None = None) -> str:
    """Give the address that opens WhatsApp with a text to send, to a number if one is given (E.164)."""
    return f"https://wa.me/{(phone or '').removeprefix('+')}?text={quote(text, safe='')}"


def mail_href(text: str, address: str) -> str:
    """Give the address that opens a letter to somebody, with a text in it (RFC 6068)."""
    return f"mailto:{quote(address, safe='@')}?body={quote(text, safe='')}"


def with_breaks(title: str) -> Markup:
    """Let a long word end a line after a slash, a hyphen or a bracket: (voorraad-)administratieve."""
    return Markup("<wbr>").join(_BREAKS.split(title))


def _drawn(name: str, view: View, *, language: Tongue) -> str:
    template = _environment(language).get_template(f"pages/{name}.html")
    tongues = _tongues(name, view, language=language)
    return template.render(page=view, frame=view.frame, tongues=tongues, aloud=name in PAGES)


def with_hyphens(title: str) -> Markup:
    """Let our own longest word end a line with a hyphen too: not every browser knows where it divides."""
    broken = with_breaks(title)
    return Markup(_OURS_LONGEST.sub(r"\1&shy;", str(broken)))  # noqa: S704 - it was safe before


def _in_own_language(text: str) -> Markup:
    """Say of what is not translated that it is Dutch, and let it run as it runs."""
    return Markup('<span lang="nl" dir="auto">{}</span>').format(text)


def _shown(value: object) -> object:
    """Leave out of what a page shows the signs with which a name could turn around our own words."""
    if isinstance(value, Markup):
        return Markup(shown(value))  # noqa: S704  # it was safe, and only loses signs
    return shown(value) if isinstance(value, str) else value


def _in_line(value: object) -> object:
    """Keep what others wrote from making a line of its own in a letter."""
    return shown_in_line(value) if isinstance(value, str) else value


@cache
def _environment(language: Tongue) -> Environment:
    """Make what renders pages: every value is escaped."""
    made = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True, finalize=_shown, **_STRICT)
    return _taught(made, language=language)


@cache
def _letters(language: Language) -> Environment:
    """Make what renders letters: they are text, and nothing in them is markup."""
    made = Environment(loader=FileSystemLoader(_FOLDER), autoescape=False, finalize=_in_line, **_STRICT)  # noqa: S701 (as said)
    return _taught(made, language=language)


def _taught(environment: Environment, *, language: Tongue) -> Environment:
    """Teach an environment the language, our filters and our words."""
    environment.policies["ext.i18n.trimmed"] = True
    translations = _translations(language)
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]  # by the extension
    environment.filters.update(_filters(language, translations))
    environment.tests["unchecked"] = are_unchecked
    environment.globals.update(
        language=language,
        other=other_language(language),
        hulp=HULPTALEN.get(language),
        names=NAMES,
        static_url=static_url,
        labels=labels,
        example_badge=example_badge,
    )
    return environment


@cache
def _translations(language: Tongue) -> NullTranslations:
    if language == SOURCE:
        return NullTranslations()
    domain = "hulp" if language in HULPTALEN else "messages"
    return Translations.load(_FOLDER / "locales", [language], domain=domain)


def _tongues(name: str, view: View, *, language: Tongue) -> tuple[Tongue, ...]:
    """List the other languages of a page, where hulptalen are among them."""
    spoken = view.frame.hulptalen if name in PAGES else ()
    return tuple(each for each in (*LANGUAGES, *spoken) if each != language) if spoken else ()


def _filters(language: Tongue, translations: NullTranslations) -> Mapping[str, Callable[..., str]]:
    def day(value: date) -> str:
        return format_day(value, language=language)

    def moment(value: datetime) -> str:
        return format_moment(value, language=language)

    def switch(path: str, to: Tongue | None = None) -> str:
        return switch_href(path, to=to or other_language(language))

    def label(value: str, table: Mapping[str, str]) -> str:
        known = table.get(value)
        return translations.gettext(known) if known else value

    def own(text: str) -> str:
        return _in_own_language(text) if language in HULPTALEN and text else text

    def said(text: str) -> str:
        found = translations.gettext(text) if language in HULPTALEN and text else text
        return own(text) if found == text else found

    def ours(sentence: str, before: str = "", after: str = "") -> str:
        found = sentence_in(language, sentence) if language in HULPTALEN else None
        dutch = own(f"{before}{sentence}{after}")
        return Markup("{}{}{}<br>{}").format(before, found, after, dutch) if found else dutch

    return {
        "day": day,
        "moment": moment,
        "switch": switch,
        "label": label,
        "own": own,
        "ours": ours,
        "said": said,
        "whatsapp": whatsapp_href,
        "mailto": mail_href,
        "breaks": with_breaks,
        "hyphens": with_hyphens,
    }
