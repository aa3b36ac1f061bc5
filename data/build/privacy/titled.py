"""A title before or after a name: it wins over a word that firms bear too, as Hall and Green do."""

from pathlib import Path

from data.build.word_lists import words

HERE = Path(__file__).parent
ORGANISATION_WORDS = words(HERE / "organisation_words.txt")
SURNAMES = (
    words(HERE / "surnames_of_firms.txt")
    | words(HERE / "surnames.txt")
    | words(HERE / "surnames_that_are_words.txt")
)
# Titles that no firm, school or saint begins its name with, but for a few that are known.
SURE = frozenset({"mr", "mrs", "miss", "ms", "mx", "dr", "mssrs"})
BESIDE = frozenset({"and", "or", "the", "of", "exors", "executors", "estate", "late"})
# "Dr Wood and Partners" is a surgery, "Mrs Hall and Sons" a firm.
TOGETHER = frozenset({"partners", "partner", "partnership", "sons", "son", "co", "company"})
FORMS = frozenset(
    {"ltd", "limited", "plc", "llp", "cic", "inc", "trust", "school", "associates"}
) | {"almshouses", "almshous"}


def title_of(tokens: list[str], given: frozenset[str] = frozenset()) -> str:
    """Give the title that makes the name a person's; '' where there is none or a firm's word is.

    ``tokens`` are the words of a name in small letters: ["mr", "j", "hall"]. After a title with
    initials or one of the ``given`` names what follows the surname is the trade: "Mrs J Hall
    Childminding"; a company stays one, "Dr J Hall Ltd".
    """
    if not tokens or (TOGETHER | FORMS) & set(tokens):
        return ""
    at = next((i for i, token in enumerate(tokens) if token in SURE), None)
    if at is None:
        return ""
    rest = [token for token in tokens if token not in SURE and token not in BESIDE]
    said = [token for token in rest if len(token) > 1]
    if not said:
        return ""
    if not any(_only_firms(token) for token in said):
        return tokens[at]
    return tokens[at] if at == 0 and _named_first(rest, given) else ""


def _named_first(rest: list[str], given: frozenset[str]) -> bool:
    """Whether initials or a given name and a surname follow the title, whatever comes then."""
    at = next((i for i, token in enumerate(rest) if len(token) > 2), len(rest))
    if at < len(rest) and rest[at] in given:
        at += 1
    at = next((i for i in range(at, len(rest)) if len(rest[i]) > 2), len(rest))
    return 0 < at < len(rest) and not _only_firms(rest[at])


def _only_firms(token: str) -> bool:
    return token in ORGANISATION_WORDS and token not in SURNAMES
