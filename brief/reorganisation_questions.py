"""What members will ask of a reorganisation, with what the figures say, and what they lack."""

from collections.abc import Sequence

from brief.document import Question
from brief.reorganisation_asked import Asked, Row
from brief.reorganisation_tables import PEERS, amount, furthest, holdings_words
from charts.inside_sentence import inside
from charts.periods import date_in_words, days_in_words
from charts.wording import count_words, figure, joined, pounds
from findings.events import INCOMPLETE
from findings.together import BECAUSE, FEWEST_PARTS, OLD, SPENDING, sharing_words, unplaced_words

MOST_SPENDING = 3


def expected(
    asked: Asked, rows: Sequence[Row], holdings: Sequence[Row], pooled: Sequence[Row]
) -> list[Question]:
    key = "official_name" if asked.official else "plain_name"
    made = [
        Question(
            f"Why would they spend {pounds(abs(gap))} a head {'more' if gap > 0 else 'less'} on "
            f"{inside(str(row[key]))} than {PEERS}?",
            [
                f"{pounds(row['real_per_head_gbp'])} beside a median of "
                f"{pounds(row['beside_median'])} of {count_words(row['beside_n'], 'council')}.",
                "The figures cannot say whether need, choice, price or how costs are booked is "
                "the reason.",
            ],
        )
        for gap, row in furthest(rows, MOST_SPENDING)
    ]
    made.append(Question("What would be saved, and what would the change cost?", [SPENDING[0]]))
    if asked.one.shared:
        made.append(
            Question("How much of the county’s services comes along?", sharing_words(asked.one))
        )
    if holdings:
        made.append(Question("Whose reserves and debt?", [holdings_words(holdings), OLD]))
    far = [row for row in pooled if row["parts_n"] >= FEWEST_PARTS and row["unit"] == "%"]
    if far:
        most = max(far, key=lambda row: row["highest"] - row["lowest"])
        title = "official_title" if asked.official else "title"
        made.append(
            Question(
                f"Where are the parts furthest apart on {inside(str(most[title]))}?",
                [
                    f"From {figure(most['lowest'], most['unit'], most['decimals'])} to "
                    f"{figure(most['highest'], most['unit'], most['decimals'])} "
                    f"({days_in_words(str(most['period']))}); together {amount(most)}.",
                    "The figures cannot say why.",
                ],
            )
        )
    return made


def missing(
    asked: Asked, rows: Sequence[Row], results: Sequence[Row], holdings: Sequence[Row]
) -> list[str]:
    key = "official_name" if asked.official else "plain_name"
    said = []
    if asked.divided:
        said.append(
            f"Some councils of the area would be divided: {joined(list(asked.divided))}. What each "
            "new council would spend is not known from sums of whole councils."
        )
    if asked.decided and (astray := unplaced_words(asked.decided[0])):
        said.append(f"{astray}, so no new council here is put together alone.")
    lacking = [row for row in rows if row["lacking"]]
    if lacking:
        names = joined(sorted({name for row in lacking for name in row["lacking"]}))
        said.append(
            f"No sum for {count_words(len(lacking), 'service')} in {asked.one.period}, among them "
            f"{inside(str(lacking[0][key]))}: no figure of {names}."
        )
    title = "official_title" if asked.official else "title"
    for why, words in BECAUSE.items():
        absent = [str(row[title]) for row in results if row["because"] == why]
        if absent:
            named = ", ".join(absent[:4])
            more = f" and {len(absent) - 4} more" if len(absent) > 4 else ""
            said.append(f"Not put together, {words}: {named}{more}.")
    without = [row for row in holdings if row["value_gbp"] is None]
    if without:
        said.append(
            f"No sum of {joined([inside(str(row[key])) for row in without[:4]])}: no figure of "
            f"{joined(without[0]['lacking'])}."
        )
    if asked.decided:
        said.append(INCOMPLETE.format(date_in_words(str(asked.decided[0]["as_of"]))))
    return said or ["Every part has its figures."]
