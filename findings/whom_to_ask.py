"""For each result that is worse than its peers': similar councils with a better one for no more."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from charts.inside_sentence import inside, period_inside
from charts.judgement_sentences import WORDS
from charts.wording import joined, percent_difference
from findings.asking import Ask
from findings.subject import Subject

Row = Mapping[str, Any]
MOST_ABOVE, MOST = 0.1, 3
CAUTION = "A lead for a conversation, not a proof."
RULE = (
    "Listed are similar councils whose result is better "
    "than their own peers’ and clearly better than this one (the margins of error do not overlap), "
    "and who spend at most a tenth more per head on the service, in {}."
)
NOBODY_WORSE = (
    "No result of this council that can be judged is worse than its peers’, so there is nobody to "
    "ask about one."
)
NONE_JUDGED = (
    "None of the results held here can be judged beside its peers, so there is no result to ask "
    "about."
)


@dataclass(frozen=True)
class Leads:
    """`led` are the rows of each result with councils to ask; `alone` results without any.

    `differing`: (measure, peer) -> what the peer's delivery differs in.
    """

    led: Sequence[Sequence[Row]]
    alone: Sequence[Row]
    differing: Mapping[tuple[str, str], str]


def leads(ask: Ask, subject: Subject, period: str) -> Leads:
    rows = ask(
        "council/whom_to_ask", **subject.takes, period=period, most_above=MOST_ABOVE, most=MOST,
    ).rows(named=True)  # fmt: skip
    results = [list(group) for _, group in groupby(rows, key=lambda row: row["measure"])]
    led = [group for group in results if group[0]["peer"]]
    alone = [group[0] for group in results if not group[0]["peer"]]
    return Leads(led, alone, _differing(ask, subject, led))


def nobody_worse(judged: bool) -> str:
    """Why there is no result to ask about; `judged` says whether any could be judged at all."""
    return NOBODY_WORSE if judged else NONE_JUDGED


def gap_words(row: Row) -> str:
    """ ", 4% less" than this council spends; "" where a percentage has no meaning."""
    more = percent_difference(row["peer_spend"], row["spend"])
    return f", {more.removesuffix(' than').removesuffix(' as')}" if more else ""


def nobody_to_name(rows: Sequence[Row], *, official: bool) -> str:
    key = "official_title" if official else "title"
    titles = joined([f"{row[key]} ({WORDS[row['word']]})" for row in rows])
    unknown = all(row["spend"] is None for row in rows)
    why = (
        "what this council spends on the service is not known"
        if unknown
        else "no similar council is clearly better without spending over a tenth more"
    )
    return f"Nobody to name on {titles}: {why}."


def _differing(
    ask: Ask, subject: Subject, led: Sequence[Sequence[Row]]
) -> dict[tuple[str, str], str]:
    """What the peer's delivery differs in, where a mechanism is stated."""
    peers = {row["peer"] for group in led for row in group}
    if not peers:
        return {}
    rows = ask(
        "council/delivered_differently",
        councils=[subject.key, *sorted(peers)],
        measures=[group[0]["measure"] for group in led],
    ).rows(named=True)
    own = {
        (row["measure"], row["delivery_service"]): row
        for row in rows
        if row["council"] == subject.key
    }
    found: dict[tuple[str, str], str] = {}
    for row in rows:
        mine = own.get((row["measure"], row["delivery_service"]))
        if mine and row["council"] != subject.key and row["model"] != mine["model"]:
            found[row["measure"], row["council"]] = (
                f"Delivered differently: {inside(row['delivery_name'])}, mostly "
                f"{inside(row['model_name'])} there ({row['share_pct']:.0f}%), "
                f"{inside(mine['model_name'])} here ({mine['share_pct']:.0f}%), "
                f"{period_inside(row['period'])}."
            )
    return found
