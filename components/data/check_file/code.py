"""What the Local Government Transparency Code 2015 asks of a list of payments."""

from dataclasses import dataclass

CODE = "Local Government Transparency Code 2015"
CODE_ADDRESS = "www.gov.uk/government/publications/local-government-transparency-code-2015"


@dataclass(frozen=True)
class Asked:
    """A field that is asked for: the reader's name of it, the words, how to mend its absence."""

    field: str
    words: str
    mend: str


REQUIRED = (
    Asked("date", "date the money was spent", "Add a column Payment date, as 2024-05-31."),
    Asked("department", "department that spent it", "Add a column Department or Service area."),
    Asked("supplier", "beneficiary: who was paid", "Add a column Supplier name."),
    Asked("purpose", "summary of the purpose", "Add a column Purpose in a few plain words."),
    Asked("amount", "amount", "Add a column Net amount, in pounds and pence, numbers only."),
    Asked(
        "irrecoverable_vat",
        "VAT that cannot be recovered",
        "Add a column Irrecoverable VAT; 0 where there is none.",
    ),
    Asked("category", "merchant category", "Add a column Category, as ProClass or UNSPSC has it."),
)
# Not asked for by the Code; without them nobody can follow a supplier or a payment.
HELPFUL = (
    Asked("body", "name or code of the council", "Add a column with the council’s name."),
    Asked("reference", "transaction number", "Add a column Transaction number."),
    Asked("supplier_id", "your own number of the supplier", "Add a column Supplier ID."),
    Asked("company_number", "number at Companies House", "Add a column Company number."),
)
OTHER_WORDS = {
    "charity_number": "charity number",
    "vat_number": "VAT number",
    "expense_code": "expense code",
    "capital_revenue": "capital or revenue",
    "card": "purchase card",
    "creditor_type": "kind of creditor",
    "detail": "further words",
}


def words_of(field: str) -> str:
    """The field in words."""
    asked = next((one for one in REQUIRED + HELPFUL if one.field == field), None)
    return asked.words if asked else OTHER_WORDS.get(field, field.replace("_", " "))


def lacking(columns: dict[str, str], asked: tuple[Asked, ...]) -> list[Asked]:
    """Fields that no column was read as."""
    return [one for one in asked if one.field not in columns]


def mending(read: dict) -> list[str]:
    """How the file could read better, in sentences, from one reading of the command."""
    advice = []
    if read["encoding"] not in ("utf-8", "utf-8 with BOM", "ascii", "workbook", "utf-8-sig"):
        advice.append(
            f"Save it as UTF-8: it is written in {read['encoding']}, in which £ and names with "
            "accents are misread by many programs."
        )
    if read["encoding"] == "workbook":
        advice.append("Publish it as CSV too: open to every program, and what the Code prefers.")
    if read["preamble_rows"]:
        advice.append("Begin with the row of column names: take out the lines above it.")
    if read["blank_rows"]:
        advice.append(f"Take out {_count(read['blank_rows'], 'blank row')}.")
    if read["set_aside"]:
        advice.append(
            f"Look at {_count(read['set_aside'], 'row')} that could not be read as payments, below."
        )
    if len(read["date_formats"]) > 1:
        forms = ", ".join(read["date_formats"])
        advice.append(f"Write every date in one way, best as 2024-05-31. Here are: {forms}.")
    if read["repeated_rows"]:
        advice.append(
            f"Check {_count(read['repeated_rows'], 'exact repeat')} of another row. All are kept; "
            "a transaction number tells real repeats from slips."
        )
    return advice


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
