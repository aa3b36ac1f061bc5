"""Why a command stopped, in a sentence: what the machine refused, as well as what we refuse."""

import errno

import duckdb

# What an operator can do about it; the system's own word for it stands before.
ADVICE = {
    errno.ENOSPC: "Make room and run it again: nothing was put in place.",
    errno.EDQUOT: "Make room and run it again: nothing was put in place.",
    errno.EROFS: "This place can't be written to: take another copy of the program.",
    errno.EACCES: "Run it as a user who may write there.",
    errno.EPERM: "Run it as a user who may write there.",
}
# What DuckDB raises for the disk, for memory and for damaged files, and not for our mistakes.
OF_THE_MACHINE = (
    duckdb.FatalException,
    duckdb.IOException,
    duckdb.InvalidInputException,
    duckdb.OutOfMemoryException,
)
# DuckDB tells of the disk in its own words only.
SPOKEN = {
    "No space left": errno.ENOSPC,
    "Read-only file system": errno.EROFS,
    "Permission denied": errno.EACCES,
}


def is_of_the_machine(error: duckdb.Error) -> bool:
    """Whether its words tell of the disk or of permission, whatever kind of error it is."""
    return any(words in str(error) for words in SPOKEN)


def said(error: Exception) -> str:
    """One or two sentences, without the layers that the error came through."""
    if isinstance(error, duckdb.Error):
        return _of_database(error)
    if isinstance(error, OSError) and error.strerror:
        place = f": {error.filename}" if error.filename else ""
        return f"{error.strerror}{place}. {ADVICE.get(error.errno or 0, '')}".strip()
    return str(error)


def _of_database(error: duckdb.Error) -> str:
    first = str(error).partition("\n")[0].strip()
    known = next((number for words, number in SPOKEN.items() if words in str(error)), None)
    if known is None:
        return f"{first}. If this names a file: it is damaged, or not of this program."
    return f"{first}. {ADVICE[known]}"
