"""Two names set beside each other word by word: what agrees, and in what kinds they differ."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

SMALL = frozenset({"and", "of", "for", "in", "at", "the", "on", "uk", "gb", "a"})
# What may stand behind a name and tell no other body: a legal form within, fees, an account.
NEUTRAL = {"uk", "gb", "llp", "ltd", "limited", "plc", "cic", "cio", "company", "inc"}
NEUTRAL |= {"nhs", "foundation", "trust", "trustees", "fee", "fees", "account", "accounts", "acc"}
NEUTRAL |= {"acct", "ac", "dd", "bacs", "only", "direct", "debit", "payment", "payments"}
NEUTRAL |= {"electricity", "electric", "elec", "gas", "inactive", "solicitors"}
FORMS = frozenset({"ltd", "limited", "plc", "llp"})
ROMAN = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"}
# Words of two letters differ by one too easily; only long ones may by two, or be written as one.
SLIP_FROM, TWO_SLIPS_FROM, JOINED_FROM, VERY_LONG = 3, 9, 8, 12
# "Environment" and "Environmental" are one word at its end.
ENDED_FROM = 8
# Fewer letters are short for too many words: "apt" for "adept".
SHORT_FROM, BEGINNING_FROM = 4, 3
PIECES = ((1, 2), (2, 1), (2, 2), (1, 3), (3, 1))


class Difference(NamedTuple):
    """A word of each name that differ: by a space, an s, a slip, shortened, or cut off.

    Of kind "added" is a word that one name has between two that agree; ``b`` is '' then.
    """

    kind: str
    a: str
    b: str


class Alignment(NamedTuple):
    """Words that agree, differences in between, and what one name has behind the other's end."""

    agreed: list[str]
    differences: list[Difference]
    tail: tuple[str, ...]


def aligned(a: Sequence[str], b: Sequence[str]) -> Alignment | None:
    """Set two names' words side by side; None where two words have nothing in common."""
    agreed: list[str] = []
    differences: list[Difference] = []
    i = j = 0
    added = False
    while i < len(a) and j < len(b):
        x, y = a[i], b[j]
        if x == y:
            agreed.append(x)
        elif step := _spaced(a[i:], b[j:], agreed, differences):
            i, j = i + step[0], j + step[1]
            continue
        elif x in SMALL or y in SMALL:
            i, j = i + (x in SMALL), j + (y in SMALL and x not in SMALL)
            continue
        elif kind := kind_of(x, y, i == len(a) - 1, j == len(b) - 1):
            differences.append(Difference(kind, x, y))
        elif NEUTRAL.issuperset((*a[i:], *b[j:])):
            break
        elif agreed and not added and (step := _added(a[i:], b[j:])):
            added = True
            differences.append(Difference("added", x if step[0] else y, ""))
            i, j = i + step[0], j + step[1]
            continue
        else:
            return None
        i, j = i + 1, j + 1
    tail = tuple(word for word in (*a[i:], *b[j:]) if word not in SMALL)
    return Alignment(agreed, differences, tail)


def _added(a: Sequence[str], b: Sequence[str]) -> tuple[int, int] | None:
    """How far to go on past a word that only one name has, where both go on alike from there."""
    if a[1:2] == b[:1]:
        return 1, 0
    return (0, 1) if b[1:2] == a[:1] else None


def _spaced(
    a: Sequence[str], b: Sequence[str], agreed: list[str], differences: list[Difference]
) -> tuple[int, int] | None:
    """Take words that are the same but for spaces, and perhaps for one letter of a long word."""
    for many, others in PIECES:
        if many > len(a) or others > len(b):
            continue
        x, y = "".join(a[:many]), "".join(b[:others])
        if x == y:
            agreed.append(x)
            differences.append(Difference("space", x, y))
            return many, others
        shorter = min(len(x), len(y))
        pieces = 4 if shorter >= VERY_LONG else 3
        long = shorter >= JOINED_FROM and (x + y).isalpha() and many + others <= pieces
        whole = min(map(len, (*a[:many], *b[:others]))) > 3 and many != others
        if long and whole and x[0] == y[0] and OSA.distance(x, y, score_cutoff=1) <= 1:
            agreed += [x] if shorter >= VERY_LONG else []
            differences += [Difference("space", x, y), Difference("slip", x, y)]
            return many, others
    return None


def kind_of(x: str, y: str, last_x: bool, last_y: bool) -> str | None:
    """Say how one word differs from another; None where it is another word or number."""
    short, long = sorted((x, y), key=len)
    ends = last_x if short == x else last_y
    if ends and long.startswith(short) and long.isalpha() and not {x, y} <= ROMAN:
        return "plural" if long[len(short) :] in ("s", "es") else "cut"
    if not (x.isalpha() and y.isalpha()):
        return None
    if long in (f"{short}s", f"{short}es") and len(short) > 2:
        return "plural"
    if len(short) >= ENDED_FROM and long.startswith(short) and len(long) - len(short) < 3:
        return "ending"
    if x.startswith("associat") and y.startswith("associat"):
        return "ending"
    if len(short) >= SLIP_FROM:
        most = 2 if len(short) >= TWO_SLIPS_FROM else 1
        if (distance := OSA.distance(x, y, score_cutoff=most)) <= most:
            return "slip" if distance == 1 else "slips"
    return "short" if shortened(short, long) else None


def shortened(short: str, long: str) -> bool:
    """Whether a word is a way of writing a longer one: its beginning, or some of its letters."""
    if len(long) - len(short) < 2 or short[0] != long[0]:
        return False
    if len(short) >= BEGINNING_FROM and long.startswith(short):
        return True
    if len(short) < SHORT_FROM:
        return False
    letters = iter(long)
    thin = all(letter in letters for letter in short)
    return thin and short[-1] in long[-2:] and sum(letter in "aeiou" for letter in short) <= 1
