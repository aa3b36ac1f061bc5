"""What the words of a name tell: signs of a person or of a firm, in the order that they count."""

import re
from collections.abc import Callable

from data.build.privacy.answer import Kind, organisation, person
from data.build.privacy.around import (
    IS_CHAMBERS,
    glued_name,
    has_few_digits,
    name_after_code,
    name_before_chambers,
    name_before_code,
    name_before_number,
    name_within,
    payee_of_service,
    payee_of_terminal,
)
from data.build.privacy.estates import estate_of
from data.build.privacy.firms import cut_off, likely_a_firm, surely_a_firm
from data.build.privacy.inside import begins_with_person
from data.build.privacy.origins import GIVEN as GIVEN_EVERYWHERE
from data.build.privacy.origins import double_surname, looks_like_surname
from data.build.privacy.partners import partners_of
from data.build.privacy.shaped import by_shape
from data.build.privacy.surname_first import given_after_comma
from data.build.privacy.titled import SURNAMES as SURNAMES_OF_FIRMS
from data.build.privacy.titled import title_of
from data.build.privacy.vocabulary import (
    AFTER_GIVEN,
    ANY_GIVEN,
    ANY_NAMES,
    BEGUN,
    CLEAR_GIVEN,
    COMMON_SURNAMES,
    ENGLISH,
    GIVEN,
    HONOURS,
    KNOWN,
    KNOWN_SURNAMES,
    NO_BEGINNINGS,
    NO_PLAIN_WORDS,
    OCCUPATIONS,
    ONLY_FIRMS,
    ONLY_GIVEN,
    ORGANISATION_WORDS,
    PLACES,
    PLAIN,
    SHOPS,
    SURE_GIVEN,
    SURNAMES,
    TITLES,
    TITLES_LAST,
    TWO_FOUNDERS,
    tokens_of,
)

AT_THE_END = frozenset({"nh", "rh", "mh", "bv"})
# Halls, woods and greens are called by these.
BUILDINGS = frozenset(
    {"victoria", "albert", "alexandra", "elizabeth", "charlotte", "george", "william", "edward"}
)
# "N Power", "E Law", "A Day" are firms.
NO_SURNAMES_ALONE = frozenset({"day", "england", "law", "power", "smart", "southern", "west"})
# Creditor types of councils that say outright that the payee is a person.
PERSON_TYPES = frozenset({"INDV", "INDIVIDUAL", "CHAM", "EMP", "REV", "EMPLOYEE"})
TRADING = re.compile(
    r"\s(?:t\s?[/.]?\s?a(?:s|s\.|\.)?|trading\s+as|form(?:al|er)ly|previously)(?:[\s:.]|$)", re.I
)
CARE_OF = re.compile(r"\bc\s?/\s?o\b", re.I)
WEB = re.compile(r"@|www\.|\.co\b|\.com|\.org|\.uk\b", re.I)
SIGN = re.compile(rf"\d|\*|{WEB.pattern}", re.I)
# "Nowherequest/Exampletst": two words that no list knows are no given name and surname.
# "Nowhera - Exampletec": no given name and surname stand so.
DIVIDED = re.compile(r"[/_]|^\S+\s+-\s|\s-\s+\S+$")
LETTERS = re.compile(r"^\([A-Z]/[A-Z]\)|\s[A-Z]/[A-Z]$", re.I)
# "J. / A. Exampleton", "Exampleton - J".
INITIALS = re.compile(r"^[A-Z](?:[ .]+[A-Z])*[ .]*/|\s-\s[A-Z]\.?$", re.I)
# "Janea Cares/Janea Exampleton": a business and a whole name.
TWO_WORDS = re.compile(r"\w{3,} \w{3,}/\w{3,} \w{3,}")
NO_PERSON = re.compile(r"^the\b|\bst\b", re.I)


def by_words(name: str, creditor_type: str) -> Kind:
    """Say what a name is taken for. The first sentence that fits decides."""
    tokens = tokens_of(name)
    if found := _with_another(name, tokens, creditor_type):
        return found
    if not any(len(token) > 1 for token in tokens):
        return organisation("It has no word that could be a person's name.")
    if " ".join(tokens) in KNOWN:
        return organisation("On the list of organisations named like a person.")
    if surely_a_firm(name, tokens, SURNAMES):
        return organisation("It has a form, a page or the name of a chain.")
    if said := _surely(name, tokens):
        return person(said)
    # "Jane Exampleton Electrica" is a person, whose trade does not matter.
    given = tokens[0] in CLEAR_GIVEN
    begun = not given and (cut_off(tokens, BEGUN, NO_BEGINNINGS) or "at" in tokens[1:-1])
    if (
        tokens[0] in ("the", "il", "les")
        or tokens[:2] == ["our", "lady"]
        or _has_business(tokens)
        or SIGN.search(name)
        or begun
    ):
        return organisation("It has a word or sign of an organisation.")
    if said := _by_title(tokens, creditor_type):
        return person(said)
    coined = _is_divided(name, tokens) or likely_a_firm(name, tokens, ANY_NAMES)
    return by_shape(tokens, creditor_type, "," in name, coined)


def _is_divided(name: str, tokens: list[str]) -> bool:
    """Whether two coined words stand beside a sign: "J/A Peterson" and "Nguyen/Tran" are none."""
    if not DIVIDED.search(name) or any(token in OCCUPATIONS for token in tokens):
        return False
    # "(H/C) Nowherec", "Nowherec B/C": letters of a word.
    if LETTERS.search(name):
        return True
    if INITIALS.search(name) or TWO_WORDS.search(name):
        return False
    return not any(part in ANY_NAMES for token in tokens for part in token.split("-"))


def is_surely_a_person(part: str) -> bool:
    """Whether a part of an organisation's name is a person's: only a title or a given name with a
    surname will do."""
    if len(part) > 60 or NO_PERSON.search(part):
        return False
    tokens = tokens_of(part)
    if not tokens or " ".join(tokens) in KNOWN:
        return False
    if tokens[-1] in PLACES and tokens[0] not in TITLES:
        return False
    if len(tokens) == 2 and len(tokens[1]) == 1 and tokens[0] in COMMON_SURNAMES:
        return True
    # "Bill Paymnts": a word that is a name too needs a surname after it.
    last = tokens[-1].rsplit("-", 1)[-1]
    plain = len(tokens) > 1 and tokens[0] in PLAIN and last not in SURNAMES
    named = len(tokens) > 1 and (
        tokens[0] in TITLES or (tokens[0].split("-")[0] in CLEAR_GIVEN and not plain)
    )
    if 1 < len(tokens) < 5 and not named and tokens[0] in GIVEN_EVERYWHERE:
        return all(map(looks_like_surname, tokens[1:]))
    return named and by_words(part, "").kind == "person"


def is_person_beside(name: str) -> Callable[[str], bool]:
    """Give the question whether a part of this name is a person's: any two names at chambers."""
    return is_within if IS_CHAMBERS.search(name) else is_surely_a_person


def _with_another(name: str, tokens: list[str], creditor_type: str) -> Kind | None:
    """Say what a name of two is taken for: partners, an owner who trades, a code and a name."""
    if partners := partners_of(tokens, KNOWN_SURNAMES, looks_like_surname):
        return person(f"Initials of two and a surname, {partners!r}.")
    trading = TRADING.search(f" {name}")
    if trading and trading.start() > 1:
        owner = by_words(name[: trading.start() - 1].strip(), creditor_type)
        if owner.kind == "person":
            return person(f"Trades under another name. {owner.why}")
        return organisation("It trades under another name.")
    if (care_of := CARE_OF.search(name)) and care_of.start() > 2:
        return by_words(name[: care_of.start()], creditor_type)
    if (after := name_after_code(name)) and (coded := by_words(after, "")).kind == "person":
        return person(f"A code before it. {coded.why}")
    if (before := name_before_code(name)) and (coded := by_words(before, "")).kind == "person":
        return person(f"A code after it. {coded.why}")
    if (paid := _beside_number(name)) and (alone := by_words(paid, "")).kind == "person":
        return person(f"A number or a terminal beside it. {alone.why}")
    if (within := name_within(name)) and is_within(within):
        return person("Chambers or a trade beside a person's name.")
    if (counsel := name_before_chambers(name)) and _is_counsel(counsel):
        return person("Chambers beside a person's name.")
    return None


def _beside_number(name: str) -> str:
    """Give the name beside a number or a terminal that may be a person's; '' where it is a shop."""
    if paid := name_before_number(name) or payee_of_terminal(name):
        # "J Exampleton 12" is a branch oftener, "Jane Exampleton 12" is Jane.
        begins = tokens_of(paid)[0] in SURE_GIVEN if has_few_digits(name) else True
        likely = begins and _begins_with_name(paid)
    else:
        paid = payee_of_service(name)
        likely = _is_given_and_no_word(paid)
    return paid if likely and " ".join(tokens_of(paid)) not in SHOPS else ""


def _begins_with_name(name: str) -> bool:
    """Whether it begins with a name or an initial: "DOLLY S DESSER" is of Dolly's Desserts."""
    first, *rest = tokens_of(name) or [""]
    return bool(rest) and rest[0] != "s" and (len(first) == 1 or first in NO_PLAIN_WORDS)


def _is_given_and_no_word(name: str) -> bool:
    """Whether it begins with a given name or an initial and does not end with a shop's word."""
    first, *rest = tokens_of(name) or [""]
    if not rest or not (len(first) == 1 or first in SURE_GIVEN - SURNAMES):
        return False
    # A bank's statement cuts words off: "audiol".
    last = rest[-1]
    return last in ANY_NAMES or not any(word.startswith(last) for word in ENGLISH)


def _is_counsel(name: str) -> bool:
    """Whether it is a person's, not a firm's of two founders in a building called chambers."""
    tokens = tokens_of(name)
    if not tokens or " ".join(tokens) in KNOWN or not is_within(name):
        return False
    named = len(tokens[0]) == 1 or tokens[0] in TITLES or tokens[0] in GIVEN - SURNAMES
    return named or not (len(tokens) == 2 and any(token in TWO_FOUNDERS for token in tokens))


def is_within(name: str) -> bool:
    """Whether it is a person's, beside chambers or a trade: any two names will do."""
    tokens = tokens_of(name)
    if by_words(name, "").kind == "person":
        return True
    return 2 <= len(tokens) <= 3 and looks_like_surname(tokens[-1]) and not _has_business(tokens)


def _surely(name: str, tokens: list[str]) -> str:
    """Say what makes it a person's whatever word of a firm it bears; '' where nothing does."""
    if glued_name(name, CLEAR_GIVEN, KNOWN_SURNAMES):
        return "A given name and a surname in one word."
    # "Exampleton Ben": a surname first, and a given name that is no surname.
    if len(tokens) == 2 and tokens[0] in COMMON_SURNAMES and tokens[1] in ONLY_GIVEN:
        return f"A surname and a given name, {tokens[1]!r}."
    # "Al Exampleton": a given name that is a particle elsewhere.
    if len(tokens) == 2 and tokens[0] == "al" and tokens[1] in COMMON_SURNAMES:
        return "A given name, 'al', and a surname."
    # "Les Peterson", but not "Les Petites Etoiles".
    if len(tokens) == 2 and tokens[0] == "les" and tokens[1] in KNOWN_SURNAMES:
        return "A given name, 'les', and a surname."
    if len(tokens) == 2 and tokens[1] == "mac" and tokens[0] in CLEAR_GIVEN - SURNAMES:
        return "A given name and 'Mac'."
    if begins_with_person(name, is_surely_a_person):
        return "A person is named before a business."
    if not WEB.search(name) and (title := title_of(tokens, CLEAR_GIVEN)):
        return f"It has the title {title!r}."
    if estate_of(name, lambda left: by_words(left, "").kind == "person"):
        return "It is of somebody who has died."
    if initialled := _initialled(tokens):
        return initialled
    if first := given_after_comma(name, SURNAMES_OF_FIRMS, SURE_GIVEN, TITLES):
        return f"A surname and, after a comma, a given name, {first!r}."
    if doubled := double_surname(tokens, ANY_GIVEN, ONLY_FIRMS):
        return f"A given name and a double surname, {doubled!r}."
    return ""


def _initialled(tokens: list[str]) -> str:
    """Initials or a given name before a surname that firms bear as a word: "J Hall", "Ann Ward"."""
    *before, last = tokens
    known = last in SURNAMES
    if last not in ORGANISATION_WORDS or not (known or last in AFTER_GIVEN):
        return ""
    if not 1 <= len(before) <= 3:
        return ""
    if known and all(len(token) < 2 for token in before) and last not in NO_SURNAMES_ALONE:
        return "Initials and a surname."
    first = before[0]
    sure = first in CLEAR_GIVEN and first not in BUILDINGS
    rest = all(len(token) < 2 or token in GIVEN for token in before[1:])
    return f"A given name, {first!r}, and a surname." if sure and rest else ""


def _has_business(tokens: list[str]) -> bool:
    """Whether one of the words is an organisation's; "M B C" and "pre-school" are words as well."""
    runs = "".join(token if len(token) == 1 else " " for token in tokens).split()
    letters = [run for run in runs if len(run) > 2]
    # "Nowhere N H" is a nursing home and "L B Nowhere" a borough; "N H Exampleton" is a person.
    if runs and ("".join(tokens[-2:]) in AT_THE_END or "".join(tokens[:2]) == "lb"):
        return True
    ends = [token.rsplit("-", 1)[1] for token in tokens if token.startswith(("pre-", "ambulance-"))]
    return any(word in ORGANISATION_WORDS for word in (*tokens, *letters, *ends))


def _by_title(tokens: list[str], creditor_type: str) -> str:
    """Say which title, type of creditor or letters after it make a name a person's."""
    if tokens[0] == "doctor" and len(tokens) > 2 and len(min(tokens, key=len)) == 1:
        return "It has the title 'doctor'."
    if titled := next((token for token in tokens[:-1] if token in TITLES), None):
        return f"It has the title {titled!r}."
    if tokens[-1] in TITLES_LAST:
        return f"It has the title {tokens[-1]!r}."
    if creditor_type in PERSON_TYPES:
        return f"The council's type of creditor is {creditor_type}."
    if any(token in HONOURS for token in tokens[1:]):
        return "It has letters after a name."
    return ""
