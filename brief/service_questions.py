"""The questions that a figure across councils invites, with what it can and cannot answer."""

from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from brief.council_questions import lines_that_differ
from brief.document import Question
from brief.service_asked import Row, ServiceAsked
from charts.comparison_words import PLACES
from charts.inside_sentence import inside
from charts.wording import count_words, figure
from findings.asking import Ask
from findings.service_figure import Looked
from findings.service_judgement import beside_peers, judged_row, place_of_dot
from findings.service_words import OVER_YEARS, over_years_words
from inference.comparison.judgement import grade_of
from inference.comparison.peers import summarise_peers
from inference.funnel.fitting import Funnel

NO_FUNNEL = (
    "There is no funnel for this figure: it is published without the counts that tell chance "
    "from difference, or is not a matter of counts."
)
ASSOCIATION = (
    "Association, not cause: councils with harder circumstances often spend more and get less."
)
CANNOT = "The figures cannot say whether need, choice, price or how costs are booked is the reason."


class Spread(NamedTuple):
    """The funnel of a figure and what it says; None and "" where counts do not tell."""

    funnel: Funnel | None
    words: str


def expected(ask: Ask, asked: ServiceAsked, spread: Spread, years: Sequence[Row]) -> list[Question]:
    made = [_of_subject(ask, asked), _of_spending(ask, asked), _how_far(asked.one)]
    made += [_by_chance(asked, spread), _more_for_more(asked), _over_time(asked, years)]
    return [one for one in made if one]


def _of_subject(ask: Ask, asked: ServiceAsked) -> Question | None:
    """Why the council pointed out stands where it does."""
    found = judged_row(ask, asked.group, asked.one)
    if not found or found["value"] is None:
        return None
    dot = place_of_dot(asked.group, asked.one)
    answers = [f"{asked.name}: {beside_peers(found, asked.one)}."]
    if dot:
        answers.append(f"Among all these councils it is the {dot}.")
    if asked.one.row["describes"] == "place":
        answers.append("It describes residents, not the council alone.")
    question = f"Where does {asked.name} stand on {inside(asked.one.title)}, and why?"
    return Question(question, [*answers, "The figures cannot say why."])


def _of_spending(ask: Ask, asked: ServiceAsked) -> Question | None:
    """What the money of the council pointed out differs in."""
    money = asked.spending if asked.spending else asked.one
    found = judged_row(ask, asked.group, money) if money.row["kind"] == "spend" else None
    if not found or found["value"] is None or found["peers_median"] is None:
        return None
    gap = found["value"] - found["peers_median"]
    lines = lines_that_differ(
        ask,
        str(asked.group.subject),
        str(money.row["period"]),
        str(asked.group.about["service"]),
        gap,
        asked.group.official,
    )
    own, middle = (_amount(money, found[name]) for name in ("value", "peers_median"))
    return Question(
        f"Why does {asked.name} spend {own} on {inside(asked.group.service_name)}, beside a median "
        f"of {middle}?",
        [words for words in (lines, CANNOT) if words],
    )


def _how_far(one: Looked) -> Question | None:
    rows = one.compared.drop_nulls("value").sort("value", "name").rows(named=True)
    peers = summarise_peers({row["council"]: row["value"] for row in rows})
    if not peers:
        return None
    low, high = rows[0], rows[-1]
    return Question(
        f"How far apart are these councils on {inside(one.title)}?",
        [
            f"From {_amount(one, low['value'])} ({low['name']}) to {_amount(one, high['value'])} "
            f"({high['name']}); half of {count_words(len(rows), 'council')} lie between "
            f"{_amount(one, peers.lower_quartile)} and {_amount(one, peers.upper_quartile)}.",
            "An order, not a ranking: see the intervals.",
        ],
    )


def _by_chance(asked: ServiceAsked, spread: Spread) -> Question:
    asked_of = "Is that difference, or chance?"
    if spread.funnel is None:
        return Question(asked_of, [NO_FUNNEL])
    outside = spread.funnel.councils.filter(pl.col("place") != "inside").height
    answers = [
        spread.words,
        f"{outside} of {count_words(spread.funnel.n, 'council')} lie outside the limits, where one "
        "in twenty would by chance.",
    ]
    own = spread.funnel.councils.filter(council=asked.group.subject or "")["place"].to_list()
    if own:
        answers.append(f"{asked.name} lies {PLACES[own[0]]}.")
    return Question(asked_of, answers)


def _more_for_more(asked: ServiceAsked) -> Question | None:
    """How many spend more than the median and have a higher figure than the median."""
    if not asked.spending:
        return None
    both = asked.one.compared.select("council", "value").join(
        asked.spending.compared.select("council", pl.col("value").alias("spend")), on="council"
    )
    both = both.drop_nulls()
    if both.height < 8:
        return None
    value, spend = both["value"].median(), both["spend"].median()
    more = both.filter(pl.col("spend") > spend)
    higher = more.filter(pl.col("value") > value).height
    return Question(
        "Do councils that spend more have a higher figure, or a lower one?",
        [
            f"Of {count_words(both.height, 'council')} with both figures {more.height} spend more "
            f"than the median ({asked.spending.row['period']}); {higher} of those have a higher "
            f"figure than the median ({asked.one.row['period']}), where half would be without any "
            "link.",
            ASSOCIATION,
        ],
    )


def _over_time(asked: ServiceAsked, years: Sequence[Row]) -> Question | None:
    words = over_years_words(years, str(asked.one.row["unit"]), asked.one.row["decimals"])
    if not words:
        return None
    return Question("How has it moved over the years?", [words, OVER_YEARS[0]])


def _amount(one: Looked, value: float) -> str:
    grade = grade_of(value, one.row["grades"] or ())
    return grade or figure(value, str(one.row["unit"]), one.row["decimals"])
