"""What a query says of itself: the comment lines at its top, read once and held true by tests.

    -- question: What does this council spend on each service?
    -- takes: council text, money text
    -- gives: service text, value double
    -- one row per: service

The module sql_header says how it is written.
"""

from dataclasses import dataclass
from pathlib import Path

from sql_header import fields

FIELDS = ("question", "takes", "gives", "one row per")
TYPES = frozenset({"text", "text[]", "integer", "double", "boolean", "date"})


class HeaderError(ValueError):
    """The query does not describe itself; the message names the file and what it lacks."""


@dataclass(frozen=True)
class Header:
    """`takes` and `gives` are name -> type; `key` names the columns no two rows share."""

    question: str
    takes: dict[str, str]
    gives: dict[str, str]
    key: tuple[str, ...]


def read_header(path: Path, text: str) -> Header:
    found = fields(text, FIELDS)
    for field in FIELDS:
        if field not in found:
            raise HeaderError(f"{path.name} does not say '-- {field}: ...' at its top.")
    takes, gives = (_columns(path, found[field]) for field in ("takes", "gives"))
    key = tuple(_split(found["one row per"]))
    unknown = set(key) - set(gives) - {"query"}
    if unknown:
        raise HeaderError(f"{path.name}: 'one row per' names {sorted(unknown)}, not in 'gives'.")
    return Header(found["question"], takes, gives, key)


def _columns(path: Path, text: str) -> dict[str, str]:
    columns = dict(part.rsplit(" ", 1) for part in _split(text) if part != "nothing")
    for name, kind in columns.items():
        if kind not in TYPES:
            raise HeaderError(f"{path.name}: {name} has the type '{kind}', not one of TYPES.")
    return columns


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
