"""A command that the machine stops says so in a sentence or two."""

import errno

import duckdb
import pytest

from data.build.stopping import is_of_the_machine, said


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "a.csv"), "Make room and run it again"),
        (PermissionError(errno.EACCES, "Permission denied", "a.csv"), "who may write there"),
        (OSError(errno.EROFS, "Read-only file system", "a.csv"), "can't be written to"),
        (duckdb.IOException('Could not write "x": No space left on device'), "Make room"),
        (
            duckdb.FatalException(
                "FATAL Error: invalidated. Original error: No space left on device"
                "\nStack Trace:\n0 duckdb"
            ),
            "Make room",
        ),
        (
            duckdb.InvalidInputException("No magic bytes in a.parquet"),
            "damaged",
        ),
        (ValueError("said already"), "said already"),
    ],
)
def test_it_is_a_sentence_without_layers(error, sentence):
    """A full disk was a traceback of a hundred lines."""
    assert sentence in said(error)
    assert "\n" not in said(error) and "Stack" not in said(error)


def test_a_full_disk_is_known_by_its_words():
    """It came as an error of the transaction that could not end."""
    assert is_of_the_machine(
        duckdb.TransactionException("Failed to commit: No space left on device")
    )
    assert not is_of_the_machine(duckdb.BinderException("no column of that name"))
