"""Whether a file lists purchases by card: a card's bill may be paid as an invoice as well."""

import re

from data.build.payments.result import Reading
from data.build.payments.vocabulary import plain

NAME = re.compile(
    r"(?<![a-z])(?:p[- _]?cards?|gpc|(?:purchas(?:e|ing)|procurement|payment|credit|corporate|"
    r"government)?[- _]*(?:procurement[- _]*)?cards?)(?![a-z])|(?:procurement|purchase)card",
    re.I,
)
SURE = re.compile(
    r"card (?:number|no|holder.*|member.*)|cardholder.*|.*merchant categor.*|.*\bmcc\b.*|"
    r"original gross (?:amt|amount)|billing (?:gross )?(?:amt|amount)|billing cur.*"
)
MERCHANT = re.compile(r"merchant(?: name)?|benef?iciary merchant.*")


def note_cards(reading: Reading, header: list[str], titles: list[str]) -> None:
    """Mark a reading as one of card purchases, by its header, its name or its titles."""
    words = [plain(cell) for cell in header]
    sure = [word for word in words if SURE.fullmatch(word)]
    merchant = [word for word in words if MERCHANT.fullmatch(word)]
    texts = {"its name": re.split(r"[/\\!]", reading.file)[-1]}
    texts |= {f"a title, {title[:60]!r}": title for title in titles}
    named = [what for what, text in texts.items() if NAME.search(text)]
    folder = next(iter(re.split(r"[/\\!]", reading.file)[-2:-1]), "")
    if (merchant and (sure or named or len(merchant + sure) > 1)) or len(sure) > 1:
        why = f"it has columns {', '.join(map(repr, merchant + sure))}"
    elif named:
        why = f"{named[0]} says so"
    elif NAME.search(folder):
        why = "the name of its folder says so"
    else:
        return
    reading.cards = True
    reading.doubt(0.0, f"purchases by card ({why}): their bills may also be paid as invoices")
