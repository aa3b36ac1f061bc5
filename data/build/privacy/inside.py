"""Persons named beside an organisation: "Nowhere Chambers Ltd (Jane Exampleton)"."""

import re
from collections.abc import Callable

LEFT_OUT = "name left out"
SPLIT = re.compile(
    r"(\s+[-\u2013]\s+|(?<![tca])\s*/\s*|\s*[()\[\]]\s*|"
    r"\s+(?:t\s?/\s?a|c\s?/\s?o|care of|fao:?|attn:?|re:)\s+)",
    re.I,
)
# "Jane Exampleton, Nowhere Works", but not "Exampleton, Jane".
COMMA = re.compile(r",\s+(?=\S+\s)")
SAINT = re.compile(r"st\s", re.I)
# A title with initials or a given name and a surname, within a firm's name and not of its partners.
TITLED = re.compile(
    r"(?<=\W)(?:mr|mrs|miss|ms|mx|dr)\b[. ]+(?:and |& )?(?:[a-z]{1,2}[. ]+){0,3}"
    r"[a-z][a-z'\u2019-]{2,}"
    r"(?: [a-z][a-z'\u2019-]{2,})?(?!\s*(?:&|and|partners|ltd|limited|associates)\b|\w)",
    re.I,
)
# A word or two before the name: "re", "attn".
BEFORE = re.compile(r"^\s*(?:re|attn|fao|for)\b[\s:.]*", re.I)
# "Jane Exampleton (Nowhere) Ltd" is a company's whole name.
COMPANY = re.compile(r"\)\s*(?:ltd|limited|lt|plc|llp|cic)\b\W*$|\((?:ltd|limited)\)", re.I)

# "Daisychain-Jane Exampleton", but not "Nowhere-on-Sea Board" nor "Well-Being Fair".
GLUED = re.compile(
    r"(?<=[a-z])(?<!-on)(?<!-in)(?<!-le)(?<!-by)(?<!-upon)(?<!\bwp)-"
    r"([a-z][a-z'\u2019]+ [a-z][a-z'\u2019-]+?)\W*$",
    re.I,
)
# "NowherePractice(FormerlyDrQExampleton)": written without spaces.
UNSPACED = re.compile(r"(?<=[a-z(])(?:Mrs?|Miss|Ms|Dr)(?=[A-Z]{1,2}[a-z])[A-Za-z'\u2019]+")
COMPANY_AFTER = re.compile(
    r"\W*(?:&\s*(?:associates|co|partners|sons?)|"
    r"and|ltd|limited|llp|plc|partners|practice|surgery)\b",
    re.I,
)


def parts_of(name: str) -> list[str]:
    """Divide at brackets, slashes and dashes; the signs stand at the odd places."""
    return [name] if COMPANY.search(name) else SPLIT.split(name)


def begins_with_person(name: str, is_person: Callable[[str], bool]) -> bool:
    """Whether a person is named first and something else after it."""
    if SAINT.match(name):
        return False
    first, *rest = parts_of(name)
    first, *after = COMMA.split(first, maxsplit=1)
    return bool(rest or after) and is_person(first.strip())


def without_persons(name: str, is_person: Callable[[str], bool]) -> str:
    """Leave out persons that are named after an organisation; the rest stays as it is."""
    shown = parts_of(name)
    for place in range(2, len(shown), 2):
        part = BEFORE.sub("", shown[place]).strip()
        if part and is_person(part):
            shown[place] = LEFT_OUT
    name = "".join(shown)
    if (glued := GLUED.search(name)) and is_person(glued[1]):
        name = f"{name[: glued.start(1)]}{LEFT_OUT}{name[glued.end(1) :]}"
    return _without_titled(UNSPACED.sub(f" {LEFT_OUT}", name), is_person)


def _without_titled(name: str, is_person: Callable[[str], bool]) -> str:
    """Leave out "Mrs J Exampleton" in the middle of a name that says who else was paid."""
    found = TITLED.search(name)
    if not found or not is_person(found[0]) or COMPANY_AFTER.match(name, found.end()):
        return name
    name = f"{name[: found.start()]}({LEFT_OUT}){name[found.end() :]}"
    return _without_titled(name, is_person)
