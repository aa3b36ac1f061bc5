"""A made-up file in some council's manner, and the exact truth of it."""

from dataclasses import dataclass, field

# Supplier, date (dd/mm/yyyy), amount, reference: four payments of April 2023, 1,627.75 in all.
ROWS = [
    ("Alpha Ltd", "03/04/2023", "1000.50", "5100101"),
    ("Beta plc", "14/04/2023", "-20.00", "5100102"),
    ("Gamma Services", "25/04/2023", "7.25", "5100103"),
    ("Delta Trust", "26/04/2023", "640.00", "5100104"),
]
HEADER = ("Supplier Name", "Payment Date", "Net Amount", "Transaction No")


@dataclass(frozen=True)
class Case:
    """``refused``: a part of the reason; otherwise the truth to the penny, the row and the day."""

    name: str
    content: bytes
    file: str = "payments.csv"
    rows: int = 4
    total: str = "1627.75"
    first: str | None = "2023-04-03"
    last: str | None = "2023-04-26"
    aside: dict[str, int] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    says: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
    refused: str = ""
    sure: tuple[float, float] = (0.0, 1.0)


def lines(*rows, delimiter: str = ",", end: str = "\n", quote: bool = True) -> str:
    """Rows of cells as delimited text; cells are quoted where they must be."""

    def cell(value) -> str:
        text = str(value)
        needs = quote and any(sign in text for sign in (delimiter, '"', "\n", "\r"))
        return '"' + text.replace('"', '""') + '"' if needs else text

    return end.join(delimiter.join(map(cell, row)) for row in rows) + end


def table(header=HEADER, rows=ROWS, **how) -> str:
    """The usual rows below a header."""
    return lines(header, *rows, **how)


def case(name: str, text: str, encoding: str = "utf-8", **truth) -> Case:
    """A case from its text."""
    return Case(name, text.encode(encoding), **truth)
