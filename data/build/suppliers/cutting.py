"""Pieces of a published name that are not the name: codes, remarks, trading names, branches."""

import re
from pathlib import Path

from data.build.word_lists import words

MARKS = re.compile(
    r"\(?\*{2,}[^)]*\)|\*{2,}\s*\d*|\(?\bdo not use\b\)?|^x{3,}(?=[a-z])|\bno longer in use\b"
    r"|\s-\s[\w ]*\bgrant$|\(?\bclients? a(?:/c|ccount|cc)s?\b\)?"
    r"|\((?:formerly|formally|was|previously|now|gone into|in admin|in liquid)[^)]*\)?"
    r"|\s-?\s?(?:gone into|in) (?:administration|liquidation)$|\bt/?a\s*$"
    # A numbered account of one body.
    r"|\s+no\.?\s?\d+\s+a/?c\b.*$"
    # What a system wrote beside the name: "&&EYRS1449", "*001", "[234295]", "(INACTIVE)", "(SB) ".
    r"|&&\w+$|\*+\s?(?=\w*\d)\w+$|\s?\[\d+\]$|\(inactive\)"
    r"|^\([a-z/]{1,4}(?: only)?\)\s*(?=\w{4}|\w+\W+\w)|\b(?:dd|direct debit) only\b|\s\(dd\)$",
    re.I,
)
# "KPMG LLP Fees Account", "Name - Main A/C": an account of the same body.
ACCOUNTS = re.compile(
    r"(?:\s*[-\u2013:]\s*|(?<=\bltd)\s+|(?<=\blimited)\s+|(?<=\bllp)\s+|(?<=\bplc)\s+"
    r"|\s+(?=fees?\b|clients?\b|office\b))(?:(?:fees?|clients?|office|general|main|current|deposit|imprest"
    r"|bank|business|no\.? ?\d+)\s+)*(?:a/c|acct?s?|accounts?|fees)\.?\s*\d*$",
    re.I,
)
TRADING = re.compile(
    r"[\s(,-](?:t\s?[/.\\]\s?a(?:/?s)?\.?|ta|trading\s+as)[\s:.-]+(?P<rest>.*)$", re.I | re.S
)
BRANCH = re.compile(
    r"\b(?:ltd|limited|plc|llp|cic)\b\.?\s*(?P<sign>[(/:,-]|\bre\b|\bno\b)[\s(-]*(?P<rest>\S.*)$",
    re.I | re.S,
)
CODED = re.compile(
    r"^(?P<head>(?:amazon|amzn|amz|facebk|facebook|skrabebooks|abebooks|ab +abebooks|wayfair|msft|"
    r"microsoft|google|adobe|ebay|linkedin|flybe|freenow|easyjet|ryanair|trainline|dropbox|zoom|apple)"
    r"[a-z. ]*?)[ *#]+(?=[a-z]*\d)[a-z0-9][a-z0-9-]{4,}(?: am| fb\.me/ads)?$",
    re.I,
)
# "Edf - 0439532723 Market Hall", "Hmrc - 475/RA62835": what was metered or whose tax it was.
ACCOUNT = re.compile(
    r"^(?P<head>[a-z][\w.&' ]{2,}?)\s+-\s+(?=.*(?:\b[a-z]?\d{6,}|\b\d{3}/[a-z]{1,3}\d{4,}))", re.I
)
# "(200398)", "(Direct Debit Payments)", "(General Ac": a number or an account, no branch.
IN_BRACKETS = re.compile(
    r"\s*[(\[](?:\d{4,}|[^()]*\b(?:accounts?|acc?|a/c|payments?|direct debits?|bacs|chaps|"
    r"invoices?)\b[^()]*)[)\]]?$",
    re.I,
)
# Services that carry payments write the shop's name after their own, and a market after that.
LISTED = words(Path(__file__).parents[1] / "privacy" / "carriers.txt") - {"paypal"}
# Without a sign between, what follows may say that the service itself was paid.
PAYEE = (
    r"ltd|limited|plc|llp|inc|corp\w*|pte|pty|sarl|s\.? ?a\.? ?r\.? ?l|gmbh|uk|gb|us|usa|united"
    r"|great|britain|england|scotland|wales|ireland|europ\w*|eu|luxembourg|france|germany|spain"
    r"|italy|netherlands|singapore|australia|canada|india|international|global|payments?"
    r"|holdings?|giving|credit|charit\w*|bank|services?|fees?|accounts?|transfers?|here"
    r"|business|working|co\b|\.com"
)
CARRIER = re.compile(
    rf"^(?:(?:{'|'.join(sorted(LISTED))})\s*\*\s*|"
    r"(?:sp|sq)\s+(?=\S{5,}\.co)|wp\s?-\s?(?=\w{5})|paypal\s*(?:\*\s*|\s(?!"
    rf"(?:{PAYEE})\b))(?=\w(?:\W?\w){{6}}))"
    r"(?P<shop>\w.{4,}?)(?:\s+eb(?:ay?)?)?$"
)
CARRIERS = frozenset(name[:2] for name in LISTED | {"paypal"})
# A name that is a web address, or ends with its ending: "www.quillfeather.co.uk", "Quill.com Ltd".
WEB = re.compile(
    r"^(?:https?://)?(?:www[. ]\s?)?(?P<name>[a-z0-9][a-z0-9-]{4,})"
    r"\.(?:co\.uk|com|org\.uk|net|org|uk|co\.?u?)/?$"
    r"|^www[. ]\s?(?P<spaced>[a-z0-9-]{5,})[. ]co(?:[. ]u?k?|m)?$"
)
# "Tickets.com Ltd" is not who "Tickets" is.
WEB_FROM = 20
WEB_ENDING = re.compile(r"(?<=[a-z]{4})\.(?:com|co\.uk|org\.uk|net)(?=\s(?:ltd|limited)\b|$)")
# "BooksLtd", "Ltdt/a": a legal form written onto the next word.
GLUED = re.compile(r"(?<=[a-z]{4})(?=(?:ltd|limited)\.?$)|(?<=\bltd)(?=t/?a\b)")
FORM = re.compile(r"\b(?:ltd|limited|plc|llp|cic)\b", re.I)
# A firm that collects another's invoices: what follows is whose, not a branch.
COLLECTS = re.compile(r"\bfactor|\binvoice|\bfinance|\bbibby|\breceivables|\bsolicitors\b", re.I)


def code_off(text: str) -> str:
    """Take the code of an order off the name of a shop that writes it there."""
    found = CODED.match(text)
    return found["head"].strip() if found else text


def carrier_off(text: str) -> str:
    """Take the name of the service that carried a payment off the shop's, in small letters."""
    found = CARRIER.match(text) if text[:2] in CARRIERS else None
    return found["shop"] if found else text


def address_off(text: str) -> str:
    """Take what makes a web address of a name off, in small letters."""
    if "." not in text and not text.startswith("www "):
        return text
    if found := WEB.match(text):
        return found["name"] or found["spaced"]
    return WEB_ENDING.sub("", text) if len(text) > WEB_FROM and " " in text else text


def marks_off(text: str) -> str:
    """Take the council's own remarks off."""
    rest = MARKS.sub(" ", text).strip(" -")
    rest = ACCOUNTS.sub("", IN_BRACKETS.sub("", rest))
    if found := ACCOUNT.match(rest):
        rest = found["head"]
    return rest if rest.strip("()") else text


def owner_and_trade(text: str) -> tuple[str, str]:
    """Divide "Owner Ltd t/a Trade": the owner is who was paid; the trade is '' without one."""
    found = TRADING.search(text)
    if not found:
        return text, ""
    owner, trade = text[: found.start()].strip(" (,-"), found["rest"].strip(" )")
    if len(re.sub(r"[\W_]", "", owner)) < 3:
        return trade or text, ""
    if not FORM.search(owner) and (FORM.search(trade) or " " not in owner):
        return text, ""
    return owner, trade


def owner_and_branch(text: str) -> tuple[str, str]:
    """Divide "Owner Ltd (Branch)": what stands before the legal form is the owner's whole name."""
    found = BRANCH.search(text)
    if not found:
        return text, ""
    branch = found["rest"].strip(" )(-")
    if FORM.search(branch) or COLLECTS.search(text) or branch.lower() in ("the", "uk", ""):
        return text, ""
    return text[: found.start("sign")].strip(" (-/:,"), branch


def name_alone(text: str) -> str:
    """Give the name without all of these, as published otherwise."""
    owner, _ = owner_and_trade(marks_off(code_off(text)))
    return owner_and_branch(owner)[0].strip(" ,;-") or text
