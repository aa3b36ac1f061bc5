"""Whether the column that was read as the supplier says who was paid."""

import polars as pl

from data.build.payments.cells import Cells, share_of
from data.build.payments.columns import Columns
from data.build.payments.result import Reading

FEWEST_ROWS = 10
NUMBERS = r"^[\d\W_]*$|^[A-Za-z]{0,3}\d[\w/-]*$"
MOSTLY, NEARLY_ALL = 0.6, 0.9
FEW_NAMES = 3
OF_WORDS = ("category", "department", "purpose")
FIRM = r"(?i)\b(?:ltd|limited|plc|llp|cic|cyf)\b"
WAYS = (
    r"(?i)^(?:(?:procurement|purchas(?:e|ing)|payment|credit|corporate) (?:card|order)|invoice|"
    r"direct debit|standing order|bacs|chaps|cheque|faster payment)s?$"
)
WITHHELD = r"(?i)\b(?:redact|withheld|personal data)"


def note_whom(reading: Reading, cells: Cells, columns: Columns, kept: pl.Series) -> None:
    """Say where the figures are sure and the supplier column is not."""
    if "supplier" not in columns.places:
        return
    said = cells.column(columns.places["supplier"]).gather(kept)
    filled = said.filter(said != "")
    called = columns.names["supplier"]
    unsure = ""
    if len(filled) and share_of(filled.str.contains(NUMBERS)) > MOSTLY:
        unsure = "holds numbers or codes, not names"
    elif len(filled) and share_of(filled.str.contains(WAYS)) > NEARLY_ALL:
        unsure = "holds ways of paying, not names"
    elif len(filled) < (1 - MOSTLY) * len(said):
        unsure = f"is blank in {len(said) - len(filled)} of {len(said)} rows"
    elif len(filled) >= FEWEST_ROWS and filled.n_unique() == 1:
        unsure = f"says {filled[0][:40]!r} in every row"
    if not unsure and _under_category(cells, columns, kept):
        unsure = f"holds what {columns.names['category']!r} should, by what goes with what"
    if not unsure and len(filled) >= FEWEST_ROWS:
        unsure = _names_elsewhere(cells, columns, kept, filled)
    if unsure:
        reading.doubt(0.2, f"the figures are sure, who was paid is not: {called!r} {unsure}")


def _names_elsewhere(cells: Cells, columns: Columns, kept: pl.Series, said: pl.Series) -> str:
    """Say where another column names firms, or withholds names, in nearly every row.

    Only beside a few things that are said over and over, none of them a firm or withheld.
    """
    many = said.n_unique() > max(FEW_NAMES, len(said) // 10)
    if many or share_of(said.str.contains(FIRM)) or share_of(said.str.contains(WITHHELD)):
        return ""
    fields = [columns.places[name] for name in OF_WORDS if name in columns.places]
    for place in [*fields, *columns.words]:
        texts = cells.column(place).gather(kept)
        texts = texts.filter(texts != "")
        if len(texts) < FEWEST_ROWS:
            continue
        if share_of(texts.str.contains(WITHHELD)) > NEARLY_ALL:
            return f"stands beside {texts[0][:40]!r}, as names are withheld"
        if share_of(texts.str.contains(FIRM)) > NEARLY_ALL:
            return f"names no firm, and another column does: {texts[0][:40]!r}"
    return ""


def _under_category(cells: Cells, columns: Columns, kept: pl.Series) -> bool:
    """Whether the category tells the supplier, and not the supplier its category.

    A merchant is of one category, and a category has many merchants: the other way about the two
    headings are exchanged.
    """
    if "category" not in columns.places or len(kept) < FEWEST_ROWS:
        return False
    pairs = pl.DataFrame(
        {name: cells.column(columns.places[name]).gather(kept) for name in ("supplier", "category")}
    ).filter((pl.col("supplier") != "") & (pl.col("category") != ""))
    suppliers, categories = (pairs[name].n_unique() for name in pairs.columns)
    if categories < 1.15 * suppliers or len(pairs) < 1.2 * categories or suppliers < 2:
        return False
    return pairs.n_unique() <= 1.03 * categories
