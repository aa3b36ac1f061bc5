"""The log as lines of JSON for machines that gather logs, without anything about a reader.

Addresses of clients and what stands after a question mark are taken out of every line, whoever
wrote it: libraries put both into their warnings.
"""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from ipaddress import ip_address

IPV4 = re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?![\d.])")
IPV6 = re.compile(r"(?<![\w:])\[?(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}(?:%\w+)?\]?(?![\w:])")
ADDRESS = "(address)"
QUERY = re.compile(r"\?[^\s\"'<>]+")
# Chatter of libraries that is written at the level of our own lines.
QUIET = ("streamlit", "uvicorn", "websockets", "asyncio", "httpx", "matplotlib")


class Lines(logging.Formatter):
    """One line of JSON for each record: time, level, logger, words, and `told` members beside."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, object] = {
            "time": at.isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": without_readers(record.getMessage()),
        }
        told = getattr(record, "told", None)
        if isinstance(told, dict):
            line |= told
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["traceback"] = without_readers(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def without_readers(text: str) -> str:
    """`text` without addresses of machines and without queries of addresses."""
    text = IPV4.sub(ADDRESS, QUERY.sub("?…", text))
    return IPV6.sub(lambda found: ADDRESS if _is_address(found[0]) else found[0], text)


def _is_address(text: str) -> bool:
    """A time of day is written with the same signs."""
    try:
        ip_address(text.strip("[]").partition("%")[0])
    except ValueError:
        return False
    return True


def begin() -> None:
    """Every logger of this process writes such lines to standard error from now on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        # Those that had a console of their own hand their lines on instead.
        logger.handlers.clear()
        logger.propagate = True
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
