"""What is held of the councils' payments: the rows, and the words for them."""

from collections.abc import Sequence

from charts.held_words import (
    CARDS,
    CREDITS,
    MASKED,
    NOT_ALL,
    VAT,
    caveats,
    held_words,
    threshold_words,
)
from components.asking import Answer, answer

__all__ = [
    "CARDS",
    "CREDITS",
    "MASKED",
    "NOT_ALL",
    "VAT",
    "caveats",
    "held_of",
    "held_words",
    "months_of",
    "threshold_words",
]


def held_of(councils: Sequence[str] | None = None) -> Answer:
    """What is held of these councils, or of all: rows of payments/held."""
    return answer("payments/held", councils=list(councils) if councils is not None else None)


def months_of(councils: Sequence[str] | None = None) -> Answer:
    """The months held of these councils, or of all: rows of payments/months."""
    return answer("payments/months", councils=list(councils) if councils is not None else None)
