"""Signs of a firm in a name of the shape of a person's: a form, a chain, a page, coined words."""

import re
from collections.abc import Collection
from pathlib import Path

from data.build.word_lists import phrases

HERE = Path(__file__).parent
# Chains of shops, hotels and firms: what stands after the name is a branch.
CHAINS = phrases(HERE / "chains.txt")
MOST_WORDS = max(len(chain.split()) for chain in CHAINS)
# "Nowhere P.C." is a parish council; forms of companies of other countries, with their signs.
FORM = re.compile(
    r"\b(?:P\.\s?C\.|A/S|S\.\s?A\.?|S\.\s?L\.?|S\.\s?R\.\s?O\.?|S R O|"
    r"B\.\s?V\.?|N\.\s?V\.|SPOL|VOF|B&B|V/T)$",
    re.I,
)
# "exampleworks.c", which a bank's statement cuts off, "spri.ng", "ww.examplegas".
PAGE = re.compile(
    r"^ww+\.|^www\w|\w{6,}\.c$|\w{3,}\.(?:couk|li|ly|ng|io|ai|eu|de|nl|fr|ie|gov|mt|net|pl|tv|app|shop)\b",
    re.I,
)
ONLY_TRADING = re.compile(r"^t\s?/\s?as?\b", re.I)
GLUED = re.compile(r"\w{3,}(?:ltd|(?<!un)limited|plc|llp)$")
# What card terminals write before the name of a shop or an event.
TERMINAL = re.compile(r"^(?:sp|eb|ott|wp|trfsa|lgl)\s{2,}", re.I)
# "BeePamBee", but "McExampleton" and "DeShawn".
CAPITAL_INSIDE = re.compile(
    r"\b(?!Mc|Mac|De|Di|Da|La|Le|Fitz|Van|O|Al|El|St)[A-Z]?[a-z]{2,}[A-Z][a-z]"
)
# "Examplework (Nowhere)": one word that no list knows, and a place.
BRANCH = re.compile(r"^[^\W\d_]{4,}\s*\([^)]*\)?\W*$")
# "YDNPA Nowhere": a body's short form, in a name that is not all in capitals.
SHORT_FORM = re.compile(r"^[A-Z]{4,6} (?=[A-Z]?[a-z])")
# Surnames that a bank's statement leaves as they are: it cuts off words of at least this length.
CUT_OFF = 6
SMALL = frozenset({"little", "tiny"})
# "KathrynO'Exampleton(DragName)".
SIGNS = re.compile(r"['\u2019(]")
# Trades that are written together with the word before them: "Gardenworld", "Autobodies".
TRADES = re.compile(
    r"\w{3,}(?:works|world|wear|wares?|shop|stores?|crafts?|prints?|media|wash|coaches|doors|signs|"
    r"karts|kidz|kids|foods|painting|booths|keeping|packs?|kits|marine|motors|sports?|soft|tech|"
    r"systems|cabs|lettings|bod(?:y|ies)|books|games|part(?:y|ies)|tutors|photos|studios?|direct|"
    r"online|express|supplies|beds|blinds|carpets|kitchens|roof(?:ing|line|er)s?|builders|services?|"
    r"centre|group|scapes?|greengrocers|fuels?|launder\w*|minders|minding|tiles|cakes|cuts|care|medi\w*|"
    r"refrigerat\w*|europarts|photograph\w*|webdesign)$"
)


def surely_a_firm(name: str, tokens: list[str], surnames: Collection[str]) -> bool:
    """Whether a form, a page of the web or a chain is named. ``surnames`` may bear two initials."""
    if FORM.search(name) and tokens[0] not in surnames:
        return True
    if PAGE.search(name) or ONLY_TRADING.search(name) or any(map(GLUED.match, tokens)):
        return True
    return any(" ".join(tokens[:size]) in CHAINS for size in range(1, MOST_WORDS + 1))


def likely_a_firm(name: str, tokens: list[str], names: Collection[str]) -> bool:
    """Whether words that are in no list of ``names`` are those of a firm, a shop or an event."""
    if TERMINAL.match(name) or (CAPITAL_INSIDE.search(name) and not SIGNS.search(name)):
        return True
    unknown = [token for token in tokens if token not in names]
    if tokens[0] in unknown and (BRANCH.match(name) or SHORT_FORM.match(name)):
        return True
    return any(map(TRADES.match, unknown))


def beginnings(words: Collection[str]) -> frozenset[str]:
    """Give what a bank's statement may leave of each word: "publishe" of "publisher"."""
    return frozenset(word[:size] for word in words for size in range(CUT_OFF, len(word)))


def cut_off(tokens: list[str], begun: Collection[str], names: Collection[str]) -> bool:
    """Whether the last word is one that was ``begun`` and cut off: "Exampleton Publishe"."""
    return len(tokens) > 1 and tokens[-1] in begun and tokens[-1] not in names


def of_plain_words(tokens: list[str], words: Collection[str], names: Collection[str]) -> bool:
    """Whether a name is one of words alone, as "Potting Shed", and bears no name of a person."""
    if len(tokens) < 2:
        return False
    if tokens[0] in SMALL and not any(token in names for token in tokens[1:]):
        return True
    return all(token in words and token not in names for token in tokens)
