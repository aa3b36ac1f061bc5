"""Persons named beside an organisation: "Nowhere Chambers Ltd (Jane Exampleton)"."""

import re
from collections.abc import Callable

LEFT_OUT = "name left out"
SPLIT = re.compile(r"(\s+[-\u2013]\s+|(?<![tca])\s*/\s*|\s*[()\[\]]\s*)", re.I)
# A word or two before the name: "re", "attn".
BEFORE = re.compile(r"^\s*(?:re|attn|fao|for)\b[\s:.]*", re.I)
# "Jane Exampleton (Nowhere) Ltd" is a company's whole name.
COMPANY = re.compile(r"\)\s*(?:ltd|limited|lt|plc|llp|cic)\b\W*$|\((?:ltd|limited)\)", re.I)


def parts_of(name: str) -> list[str]:
    """Divide at brackets, slashes and dashes; the signs stand at the odd places."""
    if COMPANY.search(name) or name.lower().startswith("st "):
        return [name]
    return SPLIT.split(name)


def begins_with_person(name: str, is_person: Callable[[str], bool]) -> bool:
    """Whether a person is named first and something else after it."""
    parts = parts_of(name)
    return len(parts) > 1 and is_person(parts[0].strip())


def without_persons(name: str, is_person: Callable[[str], bool]) -> str:
    """Leave out persons that are named after an organisation; the rest stays as it is."""
    shown = parts_of(name)
    for place in range(2, len(shown), 2):
        part = BEFORE.sub("", shown[place]).strip()
        if part and is_person(part):
            shown[place] = LEFT_OUT
    return "".join(shown)
