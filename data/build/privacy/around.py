"""A person's name within what a council or the person writes around it: codes, chambers, trades."""

import re
from collections.abc import Collection
from pathlib import Path

from data.build.word_lists import words

# "(PANI) Jane Exampleton": the kind of payee, in a code before the name.
CODE = re.compile(r"^\([A-Z]{2,5}\)\s+(?P<name>\D+)$")
# "Jane Exampleton at KBG", "Jane Exampleton KBG": counsel, by the chambers.
CHAMBERS = re.compile(r"^(?P<name>\D+?)\s+(?:at\s+(?:[A-Z]{3}|(?i:doughty))|KBG)$")
# "Jane Exampleton, Nowhere Chambers", "Jane Exampleton - Nowhere House Cham".
OF_CHAMBERS = re.compile(
    r"^(?P<name>[^\d,()\u2013-]+?)\s*(?:,|\s[-\u2013]|\()\s*[^\d,()\u2013]*"
    r"\b(?:chambers|cham|barristers?)\b[^,()]*\)?$",
    re.I,
)
IS_CHAMBERS = re.compile(r"\b(?:chambers|barristers)\b", re.I)
# "Childminder - Jane Exampleton".
TRADE = re.compile(
    r"^(?:child ?minders?|foster carers?|(?:shared lives )?carers?|nanny|barrister|counsel|"
    r"interpreter|tutor|landlord|tenant)\b\s*[-:\u2013(]\s*(?P<name>[^\d()]+)\)?$",
    re.I,
)


# What a ledger writes after a name: "JANE EXAMPLETON&&EYRS2413", "Jane Exampleton_142052",
# "Jane Exampleton IR35" (paid as if employed), "Jane Exampleton 11KBW" (the chambers), "JANE
# EXAMPLETON - FREESPORT GRANT".
LEDGERS_CODE = re.compile(
    r"^(?P<name>[^\d&_]*[^\W\d]\s?(?:&[^\d&_]+)?)"
    r"(?:&&\w+|_\d{4,}|\s+IR35|(?:\s+(?:C/A|at))?\s+\d{1,2}(?:KBW|BR)|"
    r"\s+-\s+(?i:[a-z ]*grant))\s*$"
)
# "Jane Exampleton 392488", "Jane Exampleton-142052", "Jane Exampleton #1234", "Jane Exampleton
# EYRS2413", "JANE EXAMPLETON 4PB"; 1900 to 2099 is a year.
NUMBER = re.compile(
    r"^(?P<name>[^\d&_*]*[^\W\d])"
    r"(?:(?:\s+|\s*[-\u2013#]\s*#?)(?:[A-Z]{2,4})?(?!(?:19|20)\d\d\s*$)\d{4,}(?:/\d+)?|"
    r"\s+(?P<few>\d{1,3})(?:/\d+)?|"
    r"\s+\d{1,2}(?!ST|ND|RD|TH|ALL|WAY|YOU)[A-Z]{2,3})\s*$"
)
CARRIERS = words(Path(__file__).parent / "carriers.txt")
# Terminals for cards of sole traders, and shops that anybody opens: "IZ *JANE EXAMPLETON",
# "WP-JANE EXAMPLETON".
TERMINAL = re.compile(
    rf"^(?:(?:{'|'.join(sorted(CARRIERS))}|amz|amazon)\s*\*\s*|wp\s?-\s?)"
    r"(?P<name>[^\d*]+?)(?:\s+t/a\b.*)?$",
    re.I,
)
# "PAYPAL JANE EXAMPLETON": without its star, and a shop's name far oftener.
SPELT_OUT = re.compile(r"^(?:paypal|sumup|i?zettle_?|klarna|shopify)\s+(?P<name>[^\d*/]+)$", re.I)
# "Eb" for the market that carried it.
MARKET = re.compile(r"\s+eb(?:ay?)?$", re.I)
# "PAYPAL *ACTIVEWEARB AC": the shop's first letters once more.
SHORT = re.compile(r"^(?P<name>(?P<two>\w\w)\w+)\s(?P=two)$", re.I)
# "PP JANEEXAMPLE": a payment to one who trades under the own name, in one word.
PAYEE = re.compile(r"^PP\s+(?P<name>[a-z]{8,})$", re.I)
SHORTEST = 4


def glued_name(name: str, given: Collection[str], surnames: Collection[str]) -> bool:
    """Whether a payee of a card's payment is a given name and a surname in one word."""
    found = PAYEE.match(name)
    word = found["name"].casefold() if found else ""
    parts = [(word[:cut], word[cut:]) for cut in range(SHORTEST, len(word) - SHORTEST + 1)]
    ends = [end for first, end in parts if first in given]
    # A bank's statement cuts the surname off.
    cut_off = tuple(end for end in ends if len(end) > SHORTEST)
    return any(end in surnames for end in ends) or (
        bool(cut_off) and any(name.startswith(cut_off) for name in surnames)
    )


def name_before_code(name: str) -> str:
    """Give what stands before a ledger's code; '' where none is there."""
    found = LEDGERS_CODE.match(name)
    return found["name"].strip().removesuffix(" C/A") if found else ""


def name_before_number(name: str) -> str:
    """Give what stands before a number; '' where none is there. Branches of shops have one, too."""
    found = NUMBER.match(name)
    return found["name"].strip() if found else ""


def has_few_digits(name: str) -> bool:
    """Whether the number after a name has less than four digits, as those of branches have."""
    found = NUMBER.match(name)
    return bool(found and found["few"])


def payee_of_terminal(name: str) -> str:
    """Give who was paid at a terminal for cards; '' where it is none."""
    found = TERMINAL.match(name)
    return "" if not found or SHORT.match(found["name"]) else found["name"].strip()


def payee_of_service(name: str) -> str:
    """Give who was paid by a service that wrote no sign after its own name; '' where none was."""
    found = SPELT_OUT.match(name)
    return MARKET.sub("", found["name"].strip()) if found else ""


def name_after_code(name: str) -> str:
    """Give what stands after a code in brackets; '' where none is there."""
    found = CODE.match(name)
    return found["name"].strip() if found else ""


def name_before_chambers(name: str) -> str:
    """Give what stands before chambers, which are buildings of firms as well; '' where none is."""
    found = OF_CHAMBERS.match(name)
    return found["name"].strip() if found else ""


def name_within(name: str) -> str:
    """Give what stands within chambers or a trade, of which only persons are; '' where none is."""
    found = CHAMBERS.match(name) or TRADE.match(name)
    return found["name"].strip() if found else ""
