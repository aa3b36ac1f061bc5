"""A person's name within what a council or the person writes around it: codes, chambers, trades."""

import re

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


def name_after_code(name: str) -> str:
    """Give what stands after a code in brackets; '' where none is there."""
    found = CODE.match(name)
    return found["name"].strip() if found else ""


def name_within(name: str) -> str:
    """Give what stands within chambers or a trade, of which only persons are; '' where none is."""
    found = CHAMBERS.match(name) or TRADE.match(name)
    return found["name"].strip() if found else ""
