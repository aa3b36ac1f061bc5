"""What the headers of the queries say, as types: ``python -m queries.rows`` writes row_types.py.

A misspelt column, or a text taken for a number, is then found before anything runs.
"""

from keyword import iskeyword
from pathlib import Path

from queries import names, query_of
from queries.header import Header

TARGET = Path(__file__).with_name("row_types.py")
MENDED_BY = "run: python -m queries.rows"
PYTHON = {
    "text": "str",
    "text[]": "list[str]",
    "integer": "int",
    "double": "float",
    "boolean": "bool",
    "date": "date",
}
TOP = '''"""The rows of every query, as its header describes them. Made by python -m queries.rows.

A column of the key is never missing. Any other may be None where its status says why, which is what
`Maybe` stands for: a type checker asks for no check of it, and refuses another type all the same.
"""

from datetime import date
from typing import Any, Literal, Protocol, TypeAlias, TypedDict, overload

from queries.answers import Answer

Maybe: TypeAlias = Any

'''
ASKS = '''
class Asks(Protocol):
    """Asks a query by its name and knows its rows; a name that is put together gives any rows."""
'''


def row_types() -> str:
    """The text of row_types.py."""
    rows = "".join(_row(name, query_of(name).header) for name in names())
    asked = "".join(_asked(f'Literal["{name}"]', class_of(name)) for name in names())
    return TOP + rows + ASKS + asked + _asked("str", "Any")


def class_of(name: str) -> str:
    """`council/tax_bands` -> CouncilTaxBands."""
    return "".join(word.capitalize() for word in name.replace("/", "_").split("_"))


def _row(name: str, header: Header) -> str:
    fields = {
        column: PYTHON[kind] + ("" if column in header.key else " | Maybe")
        for column, kind in header.gives.items()
    }
    named = class_of(name)
    if any(map(iskeyword, fields)):  # a column called class
        listed = "".join(f'    "{column}": {kind},\n' for column, kind in fields.items())
        return f'\n{named} = TypedDict("{named}", {{\n{listed}}})\n\n'
    listed = "".join(f"    {column}: {kind}\n" for column, kind in fields.items())
    return f"\nclass {named}(TypedDict):\n{listed}\n"


def _asked(name: str, row: str) -> str:
    return (
        "\n    @overload\n"
        f"    def __call__(self, name: {name}, **takes: object) -> Answer[{row}]: ...\n"
    )


if __name__ == "__main__":
    TARGET.write_text(row_types(), "utf-8")
