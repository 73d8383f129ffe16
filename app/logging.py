"""What goes into the log: one JSON line an event, never a name, an address of a badge or a text.

uvicorn's access log is off; it would write the public token of every badge that someone opened.
"""

import logging
import re
import sys

import structlog
from structlog.typing import EventDict, WrappedLogger

_SECRET_PATHS = re.compile(
    r"/(b|bewaar|c|d|foto|uitnodiging|instellen|aanmelden|afspraak|straks|werk|misbruik|helpen|besluit)/[\w-]+"
    r"(?:/[\w-]{22}\b)?"
)
_API_KEY = re.compile(r"pb_[0-9A-Za-z]{20,}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")


def configure_logging(level: str) -> None:
    """Set up structlog and the standard library to write redacted JSON lines to standard error."""
    number = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            redact,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")


def redact(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """Take tokens of badges, API keys and e-mail addresses out of every text of an event."""
    return {key: _redacted(value) if isinstance(value, str) else value for key, value in event.items()}


def _redacted(text: str) -> str:
    without_keys = _API_KEY.sub("<API-sleutel>", _SECRET_PATHS.sub(r"/\1/<token>", text))
    return _EMAIL.sub("<e-mail>", without_keys)
