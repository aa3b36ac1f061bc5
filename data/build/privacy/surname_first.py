"""A surname, a comma and a given name: "Hall, John", where the surname is a firm's word as well."""

import re
from collections.abc import Collection

# Firms' short forms and nobody's names: "Nowhere, Inc".
SHAPE = re.compile(
    r"\s*([^\W\d_]{2,}(?:[-'\u2019 ][^\W\d_]{2,})?)\s*,\s*((?:[^\W\d_]+\.?[\s-]*){1,4})\s*"
)


def given_after_comma(
    name: str, surnames: Collection[str], given: Collection[str], titles: Collection[str]
) -> str:
    """Give the given name that stands after the surname and its comma; '' where none does.

    ``surnames`` are those that firms bear as words; initials alone tell as well: "Hall, J".
    """
    found = SHAPE.fullmatch(name)
    if not found or any(part not in surnames for part in _words(found[1])):
        return ""
    after = [word for word in _words(found[2]) if word not in titles]
    names = [word for word in after if len(word) > 1]
    if not after or len(names) > 3:
        return ""
    if not names:
        return after[0]
    return names[0] if names[0] in given and all(word in given for word in names[1:]) else ""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())
