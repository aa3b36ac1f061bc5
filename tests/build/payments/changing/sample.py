"""Rows of a list of payments in plain text, with the truth of each: the changer's raw material."""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from data.build.payments import read
from data.build.payments.decode import text_of
from data.build.payments.unpacking import contents_of

FORMS = (
    "%d/%m/%Y", "%d/%m/%y", "%d-%b-%y", "%d-%b-%Y", "%Y-%m-%d", "%d.%m.%Y", "%d-%m-%Y",
    "%Y-%m-%d %H:%M:%S",
)  # fmt: skip
FEWEST_ROWS, MOST_ROWS = 8, 40
LARGEST_BYTES = 400_000


@dataclass(frozen=True)
class Row:
    """One payment: its day, amount in pence and supplier, and the other cells by column."""

    day: date
    pence: int
    supplier: str
    others: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """A list before it is written: names of its columns in order, and which three are which."""

    source: str
    columns: list[str]
    date: str
    amount: str
    supplier: str
    rows: list[Row]
    form: str = "%d/%m/%Y"

    def cells(self, row: Row) -> list[str]:
        """One row as text, in the columns' order."""
        own = {
            self.date: row.day.strftime(self.form),
            self.amount: f"{Decimal(row.pence) / 100:.2f}",
            self.supplier: row.supplier,
        }
        return [own.get(name, row.others.get(name, "")) for name in self.columns]

    def table(self) -> list[list[str]]:
        """All rows as text."""
        return [self.cells(row) for row in self.rows]

    def at(self, name: str) -> int:
        """Place of a column."""
        return self.columns.index(name)

    def of(self, rows: list[Row]) -> "Sheet":
        """The same with other rows."""
        return replace(self, rows=rows)


@dataclass(frozen=True)
class Truth:
    """What a right reading gives; ``refusable``: to refuse the file is right as well."""

    days: list[date | None] = field(default_factory=list)
    pence: list[int] = field(default_factory=list)
    suppliers: list[str] = field(default_factory=list)
    refusable: bool = True

    @classmethod
    def of(cls, rows: list[Row]) -> "Truth":
        return cls(
            [row.day for row in rows], [row.pence for row in rows], [row.supplier for row in rows]
        )


def made_up(chance: random.Random, count: int = 20) -> Sheet:
    """Rows that nobody published, in the manner of many councils."""
    names = [f"{word} {end}" for word in ("Alder", "Birch", "Cedar", "Elm", "Hazel", "Oak", "Yew")
             for end in ("Homes Ltd", "Care Limited", "plc", "Works", "Trust")]  # fmt: skip
    month, year = chance.randrange(1, 13), chance.randrange(2015, 2025)
    rows = [
        Row(
            date(year, month, chance.randrange(1, 29)),
            chance.choice((1, 1, 1, 1, 1, -1)) * chance.randrange(25_000, 9_000_000),
            chance.choice(names),
            {
                "Department": chance.choice(("Adults", "Highways", "Finance")),
                "Purpose": chance.choice(("Repairs", "Agency staff", "Placements")),
                "Invoice No": f"51{n:05d}",
            },
        )
        for n in range(count)
    ]
    columns = ["Department", "Payment Date", "Supplier Name", "Invoice No", "Purpose", "Net Amount"]
    chance.shuffle(columns)
    return Sheet("made up", columns, "Payment Date", "Net Amount", "Supplier Name", rows)


def real(path: Path, chance: random.Random) -> Sheet | None:
    """Rows that stand one below the other in a published file; None where they are not plain."""
    content = next(iter(contents_of(path)), None)
    if content is None or content.refused or len(content.content) > LARGEST_BYTES:
        return None
    found = read(content.name, content.content)
    names = [found.columns.get(field, "") for field in ("date", "amount", "supplier")]
    if found.refused or found.encoding == "workbook" or not all(names):
        return None
    text = text_of(content.content)[0].replace("\r\n", "\n").replace("\r", "\n")
    table = [[" ".join(cell.split()) for cell in row] for row in csv.reader(text.split("\n"))]
    header = next((row for row in table if all(name in row for name in names)), None)
    if header is None or len(set(filter(None, header))) < len(list(filter(None, header))):
        return None
    rows = [row for row in table[table.index(header) + 1 :] if len(row) == len(header)]
    return _sheet(path, header, rows, names, chance)


def sheets(mirror: Path, chance: random.Random, each: int) -> Iterator[Sheet]:
    """Samples of so many files of each body in a mirror."""
    for folder in sorted(one for one in (mirror / "payments").iterdir() if one.is_dir()):
        files = sorted(one for one in folder.iterdir() if one.stat().st_size < LARGEST_BYTES)
        chance.shuffle(files)
        taken = 0
        for path in files[: 4 * each]:
            if taken < each and (sheet := real(path, chance)):
                taken += 1
                yield sheet


def _sheet(
    path: Path, header: list[str], rows: list[list[str]], names: list[str], chance: random.Random
) -> Sheet | None:
    places = [header.index(name) for name in names]
    form = next((one for one in FORMS if all(_day(row[places[0]], one) for row in rows[:20])), "")
    taken = []
    start = chance.randrange(max(1, len(rows) - MOST_ROWS))
    for row in rows[start : start + MOST_ROWS]:
        day, pence = _day(row[places[0]], form), _pence(row[places[1]])
        supplier = row[places[2]]
        if day is None or not pence or not any(map(str.isalpha, supplier)):
            continue
        others = {name: cell for name, cell in zip(header, row, strict=True) if name}
        taken.append(Row(day, pence, supplier, others))
    if len(taken) < FEWEST_ROWS or not form:
        return None
    columns = [name for name in header if name]
    return Sheet(f"{path.parent.name}/{path.name}", columns, *names, taken, form)


def _day(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date() if form else None
    except ValueError:
        return None


def _pence(text: str) -> int | None:
    plain = text.replace("£", "").replace(",", "").strip()
    try:
        pence = Decimal(plain) * 100
    except InvalidOperation:
        return None
    return int(pence) if pence == pence.to_integral_value() else None
