"""A person's name within what a council or the person writes around it: codes, chambers, trades."""

import re
from collections.abc import Collection

# "(PANI) Jane Exampleton": the kind of payee, in a code before the name.
CODE = re.compile(r"^\([A-Z]{2,5}\)\s+(?P<name>\D+)$")
# "Jane Exampleton at KBG", "Jane Exampleton KBG": counsel, by the chambers.
CHAMBERS = re.compile(r"^(?P<name>\D+?)\s+(?:at\s+[A-Z]{3}|KBG)$")
# "Childminder - Jane Exampleton".
TRADE = re.compile(
    r"^(?:child ?minders?|foster carers?|(?:shared lives )?carers?|nanny|barrister|counsel|"
    r"interpreter|tutor|landlord|tenant)\b\s*[-:\u2013(]\s*(?P<name>[^\d()]+)\)?$",
    re.I,
)


# "PP JANEEXAMPLE": a payment to one who trades under the own name, in one word.
PAYEE = re.compile(r"^PP\s+(?P<name>[a-z]{8,})$", re.I)
SHORTEST = 4


def glued_name(name: str, given: Collection[str], surnames: Collection[str]) -> bool:
    """Whether a payee of a card's payment is a given name and a surname in one word."""
    found = PAYEE.match(name)
    word = found["name"].casefold() if found else ""
    cuts = range(SHORTEST, len(word) - SHORTEST + 1)
    return any(word[:cut] in given and word[cut:] in surnames for cut in cuts)


def name_after_code(name: str) -> str:
    """Give what stands after a code in brackets; '' where none is there."""
    found = CODE.match(name)
    return found["name"].strip() if found else ""


def name_within(name: str) -> str:
    """Give what stands within chambers or a trade, of which only persons are; '' where none is."""
    found = CHAMBERS.match(name) or TRADE.match(name)
    return found["name"].strip() if found else ""
