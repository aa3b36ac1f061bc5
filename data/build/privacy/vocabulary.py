"""The lists of words that the rule reads names with, each put together once."""

import re
from pathlib import Path

from data.build.privacy.firms import beginnings
from data.build.privacy.origins import FAMILY as FAMILY_EVERYWHERE
from data.build.privacy.origins import FOUNDERS, WORDS
from data.build.privacy.origins import GIVEN as GIVEN_EVERYWHERE
from data.build.privacy.takedown import without_marks
from data.build.word_lists import phrases, words

HERE = Path(__file__).parent
ENGLISH = words(HERE / "english_words.txt")
ORGANISATION_WORDS = words(HERE / "organisation_words.txt")
KNOWN = phrases(HERE / "known_organisations.txt")
SHOPS = phrases(HERE / "shops_called_like_persons.txt")
GIVEN = words(HERE / "given_names.txt")
AMBIGUOUS = words(HERE / "personal_words.txt")
OCCUPATIONS = words(HERE / "occupations.txt")
PLAIN = words(HERE / "plain_words.txt")
SURNAMES = words(HERE / "surnames.txt")
AFTER_GIVEN = words(HERE / "surnames_after_given.txt")
FAMILY = words(HERE / "family_names.txt")
NO_INITIALS = words(HERE / "no_initials.txt")
# Letters after a person's name.
HONOURS = words(HERE / "honours.txt")
PARTICLES = words(HERE / "particles.txt")
TITLES = words(HERE / "titles.txt")
TITLES_LAST = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev"})
# After a given name these name a street, a building or a school: "Boots - Victoria Road".
PLACES = words(HERE / "place_words.txt") - SURNAMES | {"dusk", "hse", "demountable"}

ANY_GIVEN = GIVEN | GIVEN_EVERYWHERE
CLEAR_GIVEN = GIVEN - AMBIGUOUS
SURE_GIVEN = CLEAR_GIVEN | (GIVEN_EVERYWHERE - ENGLISH)
ONLY_GIVEN = GIVEN - SURNAMES - FOUNDERS
ONLY_FIRMS = ORGANISATION_WORDS - SURNAMES
# Family names of two letters: Lo, Wu, Ng.
ORIGINS = frozenset(name for name in FAMILY_EVERYWHERE if len(name) == 2) - NO_INITIALS
TWO_FOUNDERS = SURNAMES | FOUNDERS
COMMON_SURNAMES = TWO_FOUNDERS - ORGANISATION_WORDS - ENGLISH
KNOWN_SURNAMES = COMMON_SURNAMES | FAMILY_EVERYWHERE
NO_PLAIN_WORDS = ANY_GIVEN | SURNAMES | FAMILY_EVERYWHERE
ANY_NAMES = NO_PLAIN_WORDS | FOUNDERS
# What a bank's statement leaves of a firm's word, and the words that are whole.
BEGUN = beginnings(ONLY_FIRMS - OCCUPATIONS)
NO_BEGINNINGS = ANY_NAMES | WORDS


def tokens_of(name: str) -> list[str]:
    """``O'Exampleton-Hall & Co.`` -> ["oexampleton-hall", "and", "co"]."""
    plain = (
        re.sub(r"['\u2019`\u00b4]", "", without_marks(name))
        .replace("&", " and ")
        .replace(" + ", " and ")
    )
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", plain)
