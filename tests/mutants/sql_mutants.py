"""SQL text -> the same with one small change each, in its macros and views alone."""

import re
from collections.abc import Iterator

SWAPPED = {
    "<=": "<",
    ">=": ">",
    "<>": "=",
    "<": "<=",
    ">": ">=",
    "=": "<>",
    "AND": "OR",
    "OR": "AND",
    "IS NULL": "IS NOT NULL",
    "IS NOT NULL": "IS NULL",
    "min(": "max(",
    "max(": "min(",
    "least(": "greatest(",
    "greatest(": "least(",
    "NOT ": "",
    "UNION ALL": "EXCEPT",
}
TOKEN = re.compile(
    r"--[^\n]*|'(?:[^']|'')*'|IS NOT NULL|IS NULL|IS NOT DISTINCT FROM|NOT MATERIALIZED|UNION ALL|"
    r"BETWEEN [^\n]*? AND|<=|>=|<>|:=|<|>|=|\bAND\b|\bOR\b|\bNOT |\b(?:min|max|least|greatest)\(|"
    r"(?<![\w.'])\d+(?:\.\d+)?\b"
)
# What is declared there is no rule: tables, and words about columns.
STATEMENT = re.compile(r"CREATE (?:OR REPLACE )?(?:MACRO|VIEW)\b.*?;[ \t]*(?:\n|\Z)", re.DOTALL)


def sql_mutants(text: str) -> Iterator[tuple[str, str]]:
    """What was changed where, and the changed text, one mutant after the other."""
    for statement in STATEMENT.finditer(text):
        for token in TOKEN.finditer(statement[0]):
            new = _other(token[0])
            if new is None:
                continue
            start, end = (statement.start() + at for at in token.span())
            line = text.count("\n", 0, start) + 1
            words = f"line {line}: {token[0].strip()} -> {new.strip() or 'nothing'}"
            yield words, text[:start] + new + text[end:]


def _other(token: str) -> str | None:
    if token[0].isdigit():
        return str(int(token) + 1) if token.isdigit() else str(float(token) * 1.2)
    return SWAPPED.get(token)
