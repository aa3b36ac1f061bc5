"""Text as SQL writes it, for what can't be a parameter: a path in COPY, ATTACH or a view."""

from pathlib import Path


def quoted(text: str | Path) -> str:
    """``text`` as a literal in single quotes: an apostrophe in a folder's name ends nothing."""
    return "'" + str(text).replace("'", "''") + "'"
