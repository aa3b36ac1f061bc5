"""The questions to expect: the largest differences, with the reasons that figures can give.

What no figure here can say is said to be so: need, choice, quality and booking are not told apart.
"""

from collections.abc import Mapping, Sequence

from brief.document import Question
from charts.judgement_sentences import WORDS, stability_words
from charts.periods import days_in_words
from charts.wording import joined, percent_difference, pounds
from findings.asking import Ask
from findings.judgements import Finding
from findings.matrix import Row, matrix_years
from findings.outcomes import judged_of
from findings.spending_caveats import CAVEATS
from findings.standing import headword, median_words, trend_said
from findings.subject import Subject
from inference.comparison.word import FEWEST_PEERS

MOST_SPENDING, MOST_RESULTS, MOST_LINES, MOST_PLACE = 3, 3, 2, 3
PROPER = ("Ofsted", "Band", "Scottish", "Welsh", "English")
ASKED_ABOUT = ("worse", "better", "somewhat_worse")
# What is left over of a return is no service to ask about.
RESIDUE = {"other", "remainder"}
CANNOT_SPENDING = (
    "The figures cannot say whether need, choice, price or how costs are booked is the reason."
)
CANNOT_RESULT = "The figures cannot say why."


def expected(
    ask: Ask,
    subject: Subject,
    period: str | None,
    rows: Sequence[Row],
    found: Sequence[Finding],
    *,
    official: bool,
) -> list[Question]:
    """Of money first, then of results, then of the place."""
    made = []
    if period:
        years = matrix_years(ask, subject, period)
        not_decided = _not_decided(ask)
        made += [
            _of_spending(
                ask, subject, period, row, years.get(str(row["service"]), []), official, not_decided
            )
            for row in _furthest(rows, set(not_decided))
        ]
    out = [one for one in judged_of(found) if one.judgement.word in ASKED_ABOUT]
    worse_first = sorted(out, key=lambda one: ASKED_ABOUT.index(one.judgement.word))
    made += [_of_result(one, subject, official) for one in worse_first[:MOST_RESULTS]]
    if subject.about["sparse"]:
        made.append(_beside_nobody(subject))
    return [*made, *_of_place(found, subject, official)]


def _beside_nobody(subject: Subject) -> Question:
    return Question(
        f"Why is {subject.name} set beside nobody?",
        [
            f"{subject.about['residents']:,} people live there: an amount for each of them, or a "
            "share of so few, is like no other council’s and moves by chance from year to year.",
            "What can be followed is the council itself, over the years.",
        ],
    )


def _not_decided(ask: Ask) -> dict[str, str]:
    """Service -> why it is left out of what councils decide on."""
    return dict(ask("service/not_decided").select("service", "because").iter_rows())


def _furthest(rows: Sequence[Row], not_decided: set[str]) -> list[Row]:
    """Services whose spending lies furthest from the peers' median, in pounds per head; what a
    council does not decide on comes last."""
    compared = [
        row
        for row in rows
        if row["spend"] is not None
        and row["spend_median"] is not None
        and row["spend_peers_n"] >= FEWEST_PEERS
        and row["service"] not in RESIDUE
        and abs(row["spend"] - row["spend_median"]) >= 1
    ]

    def weight(row: Row) -> tuple[bool, float]:
        return row["service"] in not_decided, -abs(row["spend"] - row["spend_median"])

    return sorted(compared, key=weight)[:MOST_SPENDING]


def _of_spending(
    ask: Ask,
    subject: Subject,
    period: str,
    row: Row,
    years: Sequence[float | None],
    official: bool,
    not_decided: Mapping[str, str],
) -> Question:
    name = _inside(str(row["official_name" if official else "plain_name"]))
    gap = row["spend"] - row["spend_median"]
    more = percent_difference(row["spend"], row["spend_median"])
    share = f", {more.removesuffix(' than').removesuffix(' as')}" if more else ""
    asked = (
        f"Why does {subject.name} spend {pounds(abs(gap))} a head {'more' if gap > 0 else 'less'} "
        f"on {name} than {subject.peers_name} ({pounds(row['spend'])} beside "
        f"{pounds(row['spend_median'])}{share})?"
    )
    said = [
        lines_that_differ(ask, subject.key, period, str(row["service"]), gap, official),
        _moved(years),
        _left_out(not_decided.get(str(row["service"]), "")),
        CANNOT_SPENDING,
    ]
    return Question(asked, [words for words in said if words])


def lines_that_differ(
    ask: Ask, council: str, period: str, service: str, gap: float, official: bool
) -> str:
    """The lines of the return that differ most the same way, where the return has lines."""
    group = ask("service/group_of", service=service, council=council).rows(named=True)
    if not group:
        return ""
    rows = ask("service/lines", service=service, **group[0], period=period, council=council).rows(
        named=True
    )
    key = "official_name" if official else "plain_name"
    apart = [
        (row["value"] - row["peers_median"], str(row[key]))
        for row in rows
        if row["part_of"] is None
        and row["value"] is not None
        and row["peers_median"] is not None
        and row["peers_n"] >= FEWEST_PEERS
    ]
    same_way = sorted((one for one in apart if one[0] * gap > 1), key=lambda one: -abs(one[0]))
    if not same_way:
        return ""
    named = [
        f"{_inside(name)} ({pounds(abs(by))} {'more' if by > 0 else 'less'})"
        for by, name in same_way[:MOST_LINES]
    ]
    return f"Of its lines, beside the usual peers, most that way: {joined(named)}."


def _left_out(because: str) -> str:
    return f"Left out of what councils decide on: {because}." if because else ""


def _moved(years: Sequence[float | None]) -> str:
    known = [(place, value) for place, value in enumerate(years) if value is not None]
    if len(known) < 2 or known[-1][0] != len(years) - 1:
        return ""
    (first, before), (last, now) = known[0], known[-1]
    change = percent_difference(now, before)
    if not change:
        return ""
    span = last - first
    return (
        f"In real terms it is {change.removesuffix(' as')} {span} "
        f"{'year' if span == 1 else 'years'} before ({pounds(before)})."
    )


def _of_result(one: Finding, subject: Subject, official: bool) -> Question:
    row, said = one.row, one.judgement
    title = _inside(str(row["official_title" if official else "title"]))
    asked = (
        f"Why is the result {WORDS[said.word]} than the median of {subject.peers_name} on {title} "
        f"({headword(row)} beside {median_words(row)}, {days_in_words(str(row['period']))})?"
    )
    answers = []
    if said.stability:
        answers.append(f"The word holds {stability_words(said.stability)}.")
    way, why = trend_said(one)
    answers.append(f"Trend: {way}{f' ({why})' if why else ''}.")
    if row["describes"] == "place":
        answers.append("It describes residents, not the council alone.")
    return Question(asked, [*answers, CANNOT_RESULT])


def _of_place(found: Sequence[Finding], subject: Subject, official: bool) -> list[Question]:
    """What the place is like where it differs, since need differs with it."""
    rows = [one for one in found if one.row["kind"] == "context" and one.row["nation_collected"]]
    apart = [one for one in rows if one.judgement.word in ("higher", "lower")]
    if not apart:
        return []
    key = "official_title" if official else "title"
    headlines = sorted(apart, key=lambda one: not one.row["headline"])[:MOST_PLACE]
    named = [
        f"{_inside(str(one.row[key]))} {one.judgement.word} ({headword(one.row)} beside "
        f"{median_words(one.row)})"
        for one in headlines
    ]
    return [
        Question(
            f"Is {subject.name} a different kind of place from {subject.peers_name}?",
            [f"In part: {joined(named)}.", CAVEATS[1]],
        )
    ]


def _inside(words: str) -> str:
    second = words[1:2]
    keep = not words or second.isupper() or second.isdigit() or words.startswith(PROPER)
    return words if keep else words[0].lower() + words[1:]
