"""What a change gives: a file, its name, and the truth of it."""

from dataclasses import dataclass

from tests.build.payments.changing.sample import Truth


@dataclass(frozen=True)
class Changed:
    """Content and name of a file, the truth of its payments.

    ``also``: another reading that is as true. ``said``: words of which a problem must have one
    where the figures may stand as they are, or where nothing can be known.
    """

    content: bytes
    truth: Truth
    name: str = "payments.csv"
    said: tuple[str, ...] = ()
    also: Truth | None = None


def pounds(pence: int, comma: bool = False) -> str:
    """Pence as pounds, with or without commas between the thousands."""
    return f"{pence / 100:,.2f}" if comma else f"{pence / 100:.2f}"
