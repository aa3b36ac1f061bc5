"""The plain form of a supplier's name: what is left when spelling habits are taken away."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from data.build.suppliers.cutting import (
    GLUED,
    address_off,
    carrier_off,
    code_off,
    marks_off,
    owner_and_branch,
    owner_and_trade,
)
from data.build.suppliers.telling import WORDS
from data.build.word_lists import phrases

SHORT = dict(line.split() for line in phrases(Path(__file__).with_name("short_words.txt")))
LEGAL = dict.fromkeys(("ltd", "limited", "plc", "cic", "inc", "incorporated"), "company")
LEGAL |= dict.fromkeys(("limted", "limitied", "limitd", "lmited", "limite", "ltdltd"), "company")
LEGAL |= dict.fromkeys(("llimited", "lte", "td", "ld", "limitec", "limites"), "company")
LEGAL |= {"llp": "llp"}
LEGAL_PHRASES = (
    (("community", "interest", "company"), "company"),
    (("public", "limited", "company"), "company"),
    (("limited", "liability", "partnership"), "llp"),
)
# What a system that cuts names off leaves of "Limited" and "Ltd".
CUT = {"l", "lt", "li", "lim", "limi", "limit", "limite", "pl", "ci"}
CUT_FROM = 22
LONGEST = 1000


@dataclass(frozen=True)
class Plain:
    """A name read. ``words`` are in small letters, ``legal`` the kind of legal form or ''."""

    words: tuple[str, ...]
    legal: str
    trading: str
    branch: str
    dropped: tuple[str, ...]


@lru_cache(maxsize=400_000)
def read(name: str) -> Plain:
    """Read a name into its plain form; ``dropped`` says in words what was taken away."""
    text = folded(name[:LONGEST])
    dropped = []
    if (rest := carrier_off(text)) != text and rest not in WORDS:
        text, _ = rest, dropped.append("the service that carried the payment")
    if (rest := address_off(text)) != text and rest not in WORDS:
        text, _ = rest, dropped.append("what makes a web address")
    if "ltd" in text or "limited" in text:
        text = GLUED.sub(" ", text)
    if (rest := code_off(text)) != text:
        text, _ = rest, dropped.append("the code of the order")
        if (rest := address_off(text)) not in WORDS:
            text = rest
    if (rest := marks_off(text)) != text:
        text, _ = rest, dropped.append("the council's own remark")
    text, trading = owner_and_trade(text)
    text, branch = owner_and_branch(text)
    words, legal = words_of(text), ""
    if len(words) > 2 and words[-1] in CUT and len(name) >= CUT_FROM:
        words, legal = words[:-1], "company"
        dropped.append("'limited', cut off")
    words, what = _without_initials(words)
    dropped += what
    for _ in range(2):
        words, form, what = _without_legal(words)
        legal = legal or form
        dropped += what
        while len(words) > 1 and "the" in (words[0], words[-1]):
            words = words[1:] if words[0] == "the" else words[:-1]
            dropped.append("'the'")
    if legal:
        words, what = _without_initials(words)
        dropped += what
    return Plain(tuple(words), legal, trading, branch, tuple(dict.fromkeys(dropped)))


def folded(name: str) -> str:
    """Small letters without accents, apostrophes, invisible marks and control characters."""
    if name.isascii():
        text = name.lower()
        if text.isprintable() and "\\" not in text:
            return " ".join(text.replace("'", "").replace("`", "").split())
    # An apostrophe that was decoded wrongly.
    text = re.sub(r"\\x[0-9A-Fa-f]{2}|(?<=[A-Za-z])[\u00ef\u2039\u0092](?=[sS]\b)", "'", name)
    # As a letter of its own this accent falls into a space and a mark: "Rose´s".
    text = text.replace("\u00b4", "")
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text)).casefold()
    kept = []
    for char in text:
        kind = unicodedata.category(char)
        if kind in ("Mn", "Cf") or char in "'\u2019\u2018`\u00b4\u0301\ufffd":
            continue
        kept.append(" " if kind[0] in "CZ" else char)
    return " ".join("".join(kept).split())


def words_of(text: str) -> list[str]:
    """Give the words of a folded text; letters that stand alone together are one word."""
    if "op" in text:
        text = re.sub(r"\bco-?\s?op(?:erative)?\b", "cooperative", text)
    text = text.replace("&", " and ").replace("+", " and ")
    if "nhs" in text:
        text = re.sub(r"\bnhs\s?(?:ft\b|f trust\b|ftrust\b)", "nhs foundation trust", text)
        text = re.sub(r"\bnhst\b", "nhs trust", text)
    text = re.sub(r"\bc ?of ?e\b", "ce", text)
    # The number of a shop or a booking, written onto its name.
    text = re.sub(r"(?<=[a-z]{3})(?=\d{5,}\b)", " ", text)
    if "." in text:
        text = re.sub(r"(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)", "", text)
    words: list[str] = []
    initials = False
    for word in re.findall(r"[^\W_]+", text):
        letter = len(word) == 1 and word.isalpha()
        if letter and initials:
            words[-1] += word
        else:
            words.append(word)
        initials = letter
    words = [SHORT.get(word, word) for word in words]
    if words[-2:] in (["nhs", "ft"], ["nhs", "foundation"]):
        words[-1:] = ["foundation", "trust"]
    return words


def _without_initials(words: list[str]) -> tuple[list[str], list[str]]:
    """ "Disclosure and Barring Service (DBS)" says its name twice."""
    if len(words) < 4:
        return words, []
    for initials, rest in ((words[-1], words[:-1]), (words[0], words[1:])):
        letters = "".join(word[0] for word in rest)
        main = "".join(word[0] for word in rest if word not in ("and", "of", "the", "for"))
        if len(initials) > 2 and (initials in (letters, main) or main[:-1] == initials):
            return rest, ["the initials"]
    return words, []


def _without_legal(words: list[str]) -> tuple[list[str], str, list[str]]:
    legal, dropped = "", []
    while len(words) > 1:
        for phrase, kind in LEGAL_PHRASES:
            if len(words) > len(phrase) and tuple(words[-len(phrase) :]) == phrase:
                words, legal = words[: -len(phrase)], kind
                dropped.append(f"'{' '.join(phrase)}'")
                break
        else:
            if words[-1] not in LEGAL:
                break
            legal = LEGAL[words[-1]]
            dropped.append(f"'{words[-1]}'")
            words = words[:-1]
    return words, legal, dropped
