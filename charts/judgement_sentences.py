"""A judgement in words, the same on every page and in every file. Plain text, no markup."""

from collections.abc import Mapping

from charts.wording import count_words, ordinal
from inference.comparison.judgement import Judgement
from inference.comparison.level import BY_CHANCE
from inference.comparison.place import Place
from inference.comparison.stability import Stability
from inference.comparison.word import JUDGING, Word

WORDS: dict[Word, str] = {
    "better": "better",
    "somewhat_better": "somewhat better",
    "similar": "similar",
    "somewhat_worse": "somewhat worse",
    "worse": "worse",
    "higher": "higher",
    "lower": "lower",
    "position": "position only",
    "grade": "grade",
    "not_judged": "not judged",
}
# Why a figure is not compared or not judged; a status of the edition is a reason too.
LEFT_OUT = {
    "not_responsible": "does not run this service",
    "not_submitted": "did not submit this return",
    "suppressed": "figure withheld by the publisher because the numbers are small",
    "not_comparable": "figure not comparable with the others",
    "not_collected": "not collected for this place or year",
    "not_held": "published, but in no file held here",
    "no_residents": "no estimate of its residents",
    "no_value": "no figure",
    "sparse": "too few residents to set a scale or a rank",
    "other_nation": "another nation, which measures differently",
    "other_parts": "runs other parts of this service, or does not run it",
    "joint": "a figure shared with another council, counted once",
    "partner": "has the same shared figure",
    "denominator_small": "too few cases",
    "denominator_unknown": "how many cases it stands on is not published",
    "too_few_peers": "fewer than eight peers have a figure",
    "no_interval": "figure without a margin of error",
    "no_polarity": "neither more nor less is better, so nobody is ranked",
    "too_few": "too few councils to rank among",
    "no_parts": "published without the counts that a funnel needs",
    "parts_disagree": "its counts do not give its published figure",
}
QUARTERS = {
    1: "the lowest quarter",
    2: "the second-lowest quarter",
    3: "the second-highest quarter",
    4: "the highest quarter",
}
RULES = (
    "“Better” and “worse” are said only of what the council itself does, and only where its figure "
    "stands out: further from the peers’ median than chance and the usual differences between "
    "councils would put it, and outside the funnel of its group. “Somewhat” is clear of chance but "
    "within those usual differences. What describes the place and its people is higher or lower, "
    "without a judgement; a figure without a known error has a position only. Spending is never "
    "judged."
)


def judgement_words(judgement: Judgement, comparator: str) -> str:
    """ "somewhat worse than the median of 20 peers"; "3rd lowest of 24"; "not judged: too few
    cases"; "Outstanding; 9 of 35 peers are"."""
    word = judgement.word
    if word == "not_judged":
        return f"not judged: {left_out_words(judgement.reason or 'no_value')}"
    if word in ("position", "grade"):
        return place_words(judgement)
    joint = "to" if word == "similar" else "than"
    return f"{WORDS[word]} {joint} {comparator}"


def place_words(judgement: Judgement) -> str:
    """Where it stands, without a judgement: the grade with how many share it, or the position."""
    place = judgement.place
    if place is None:
        return "no place: too few peers have a figure"
    if judgement.word == "grade":
        verb = "is" if place.tied < 2 else "are"
        share = f"{place.tied or 'none'} of {place.n - 1} peers {verb}"
        return f"{judgement.grade or 'this grade'}; {share}"
    quarter = place.quarter
    return position_words(place) + (f", in {QUARTERS[quarter]}" if quarter else "")


def position_words(place: Place) -> str:
    """ "3rd lowest of 24", "joint 1st to 18th lowest of 36": from the nearer end."""
    low = place.first + place.last <= place.n + 1
    ends = (place.first, place.last)
    first, last = ends if low else (place.n + 1 - place.last, place.n + 1 - place.first)
    end = "lowest" if low else "highest"
    if first != last:
        return f"joint {ordinal(first)} to {ordinal(last)} {end} of {place.n}"
    return f"{end} of {place.n}" if first == 1 else f"{ordinal(first)} {end} of {place.n}"


def stability_words(stability: Stability) -> str:
    """ "under 4 of 5 peer groups"; what stands beside the word."""
    if not stability.judged:
        return f"not said under any of {count_words(stability.models, 'peer group')}"
    return f"under {stability.holds} of {count_words(stability.judged, 'peer group')}"


def with_stability(judgement: Judgement, words: str) -> str:
    """The words with how many peer groups bear them out, where anything was said."""
    return f"{words} ({stability_words(judgement.stability)})" if judgement.stability else words


def counted_words(judgements: list[Judgement]) -> str:
    """How many stand out and which way, of how many judged, beside how many would by chance."""
    words = [one.word for one in judgements]
    judged = sum(word in JUDGING for word in words)
    if not judged:
        return "None of these measures can be judged."
    better, worse = words.count("better"), words.count("worse")
    chance = f"by chance alone about {judged * BY_CHANCE:.1f} would"
    start = f"Of {count_words(judged, 'measure')} judged,"
    if not better + worse:
        return f"{start} none stands out as better or worse; {chance}."
    verb = "stands" if better == 1 else "stand"
    return (
        f"{start} {better or 'none'} {verb} out as better and {worse or 'none'} as worse; {chance}."
    )


def left_out_words(reason: str, names: Mapping[str, str] | None = None) -> str:
    """`names` gives a covariate's plain name: "no_pay" -> "no figure for average pay"."""
    if reason in LEFT_OUT:
        return LEFT_OUT[reason]
    covariate = reason.removeprefix("no_")
    return f"no figure for {(names or {}).get(covariate, covariate)}"
