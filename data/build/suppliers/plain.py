"""The plain form of a supplier's name: what is left when spelling habits are taken away."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LEGAL = {
    "ltd": "company",
    "limited": "company",
    "limted": "company",
    "limitied": "company",
    "limitd": "company",
    "lmited": "company",
    "plc": "company",
    "cic": "company",
    "cio": "charity",
    "llp": "llp",
    "inc": "company",
    "incorporated": "company",
}
LEGAL_PHRASES = (
    (("community", "interest", "company"), "company"),
    (("public", "limited", "company"), "company"),
    (("limited", "liability", "partnership"), "llp"),
)
# One way to write the words that councils' systems shorten.
SHORT = {
    "co": "company",
    "assoc": "association",
    "assocs": "associates",
    "assn": "association",
    "assoctn": "association",
    "asscn": "association",
    "serv": "services",
    "servs": "services",
    "svcs": "services",
    "srvs": "services",
    "servcs": "services",
    "mgmt": "management",
    "mngmnt": "management",
    "mgt": "management",
    "intl": "international",
    "internat": "international",
    "hsg": "housing",
    "hsing": "housing",
    "sch": "school",
    "schl": "school",
    "univ": "university",
    "uni": "university",
    "soc": "society",
    "bros": "brothers",
    "center": "centre",
    "ctr": "centre",
    "govt": "government",
    "dept": "department",
    "saint": "st",
    "nat": "national",
    "natl": "national",
    "eng": "engineering",
    "engs": "engineers",
    "equip": "equipment",
    "eqpt": "equipment",
    "constr": "construction",
    "contrs": "contractors",
    "prods": "products",
    "solicitor": "solicitors",
    "sols": "solicitors",
    "bldg": "building",
    "tpt": "transport",
    "maint": "maintenance",
    "mtce": "maintenance",
    "devt": "development",
    "pship": "partnership",
    "residental": "residential",
    "res": "residential",
    "comm": "community",
    "cttee": "committee",
    "tech": "technology",
    "hosp": "hospital",
    "org": "organisation",
    "organization": "organisation",
}
MARKS = re.compile(
    r"\(?\*{2,}\s*\d*\)?|\(?\bdo not use\b\)?|^x{3,}(?=[a-z])|\bno longer in use\b|\bduplicate\b"
    r"|\s-\s[\w ]*\bgrant$|\(?\bclient a(?:/c|ccount|cc)s?\b\)?|\bclients? account\b"
    r"|\((?:formerly|formally|was|previously|now|gone into)[^)]*\)?|\bt/?a\s*$",
)
TRADING = re.compile(r"[\s(,-](?:t\s?[/.\\]\s?a(?:/?s)?\.?|ta|trading\s+as)[\s:.-]+")
CODED = re.compile(
    r"^((?:amazon|amzn|amz|facebk|facebook|skrabebooks|abebooks|ab abebooks|wayfair|msft|microsoft|"
    r"google|adobe|ebay|linkedin|flybe|easyjet|ryanair|trainline|dropbox|zoom|apple|paypal amazon)"
    r"[a-z. ]*?)(?:[ *#]+(?=[a-z]*\d|\d)[a-z0-9]{5,}|\*[a-z0-9]{5,})(?: am)?$"
)


@dataclass(frozen=True)
class Plain:
    """A name read. ``words`` in lower case without marks, ``legal`` the kind of legal form."""

    words: tuple[str, ...]
    legal: str
    trading: str
    dropped: tuple[str, ...]

    @property
    def base(self) -> str:
        return " ".join(self.words)


@lru_cache(maxsize=400_000)
def read(name: str) -> Plain:
    """Read a name into its plain form; ``dropped`` says in words what was taken away."""
    text = folded(name[:2000])
    dropped = []
    if coded := CODED.match(text):
        text, _ = coded[1], dropped.append("the order's code")
    if MARKS.search(text) and (rest := MARKS.sub(" ", text)).strip(" -()"):
        text, _ = rest, dropped.append("the council's remark")
    text, trading = _owner(text)
    if trading:
        dropped.append(f"the trading name {trading!r}")
    words = _words(text)
    words, legal, what = _without_legal(words)
    dropped += what
    while len(words) > 1 and "the" in (words[0], words[-1]):
        words = words[1:] if words[0] == "the" else words[:-1]
        if "'the'" not in dropped:
            dropped.append("'the'")
    if not legal:
        words, legal, what = _without_legal(words)
        dropped += what
    return Plain(tuple(words), legal, trading, tuple(dropped))


def folded(name: str) -> str:
    """Small letters without accents, apostrophes, invisible marks and control characters."""
    text = re.sub(r"\\x[0-9A-Fa-f]{2}", "'", name)
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text)).casefold()
    kept = []
    for char in text:
        kind = unicodedata.category(char)
        if kind in ("Mn", "Cf") or char in "'\u2019\u2018`\u00b4\ufffd":
            continue
        kept.append(" " if kind[0] in "CZ" else char)
    return " ".join("".join(kept).split())


def _owner(text: str) -> tuple[str, str]:
    """Divide "Owner Ltd t/a Trade"; the owner is who was paid."""
    found = TRADING.search(text)
    if not found:
        return text, ""
    owner, trade = text[: found.start()].strip(" (,-"), text[found.end() :].strip(" )")
    if len(re.sub(r"[\W_]", "", owner)) < 3:
        return trade or text, ""
    return owner, trade


def _words(text: str) -> list[str]:
    text = re.sub(r"\bco-?\s?op(?:erative)?\b", "cooperative", text)
    text = text.replace("&", " and ").replace("+", " and ")
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
    return [SHORT.get(word, word) for word in words]


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
    # "Name Ltd (Leeds)": the form stands before the branch, which is a matter of its own.
    inner = [i for i, word in enumerate(words) if i and word in ("ltd", "limited", "plc", "llp")]
    if inner and not legal:
        legal = LEGAL[words[inner[0]]]
        dropped.append(f"'{words[inner[0]]}'")
        words = [word for i, word in enumerate(words) if i not in inner]
    return words, legal, dropped
