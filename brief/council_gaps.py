"""What is missing from the brief of a council and why, and what to bear in mind."""

from collections import Counter
from collections.abc import Sequence

import polars as pl

from charts.judgement_sentences import RULES
from charts.periods import days_in_words
from charts.spending_basis import BASIS, said_of
from charts.wording import STATUSES, count_words, joined
from findings.asking import Ask
from findings.decided import said_of_it
from findings.events import INCOMPLETE
from findings.judgements import Finding
from findings.matrix import Row, spend_of
from findings.outcomes import KINDS, judged_of
from findings.spending_caveats import CAVEATS, COMPILED, NOT_SIGNED, TWO_TIER
from findings.subject import OWN, OWN_EXPLANATION, Subject

SPARSE = (
    "So few people live here that amounts per head are not like those of other councils: its own "
    "comparisons need care."
)
MOST_NAMED = 4


def caveats(ask: Ask, subject: Subject, period: str | None, spent: pl.DataFrame) -> list[str]:
    """Those that apply to this council and year, what weighs most first."""
    nation = str(subject.about["nation"])
    said = [SPARSE] if subject.about["sparse"] else []
    if period and "derived" in spent["status"].to_list():
        said.append(COMPILED)
    if period and False in spent["certified"].to_list():
        said.append(NOT_SIGNED)
    said.append(f"Peers: {subject.model_title}. {_peers(subject)}")
    said += [*CAVEATS, f"{BASIS[nation]}. {said_of_it(ask)}".strip()]
    said += said_of(nation)
    if nation == "England" and subject.about["tier"] in ("upper", "lower"):
        said.append(TWO_TIER)
    return [*said, RULES]


def _peers(subject: Subject) -> str:
    return OWN_EXPLANATION if subject.model == OWN else subject.model_explanation


def missing(
    ask: Ask,
    subject: Subject,
    period: str | None,
    rows: Sequence[Row],
    found: Sequence[Finding],
    *,
    official: bool,
) -> list[str]:
    """Spending, results and what befell it: what is not here and why. Missing is not zero."""
    said = _spending(subject, period, rows, official)
    said += _results(found, official)
    nation = str(subject.about["nation"])
    absent = [one for one in found if one.row["kind"] in KINDS and not one.row["nation_collected"]]
    if absent:
        held = sum(one.row["status"] == "not_held" for one in absent)
        said.append(
            f"Not in this edition for {nation}: {count_words(len(absent), 'measure')}"
            + (
                f", {held} of them published but in no file held here."
                if held
                else ", not collected there."
            )
        )
    silent = ask("council/services_without_outcomes", council=subject.key).rows(named=True)
    if silent:
        names = joined([str(row["official_name" if official else "plain_name"]) for row in silent])
        said.append(f"No file held here says what people in {nation} get from {names}.")
    return [*said, *_events(ask, subject)]


def _spending(
    subject: Subject, period: str | None, rows: Sequence[Row], official: bool
) -> list[str]:
    if period is None:
        return ["No spending by service of this council is held."]
    nation = str(subject.about["nation"])
    why: dict[str, list[str]] = {}
    for row in rows:
        if row["spend"] is None and row["spend_status"] != "not_responsible":
            name = str(row["official_name" if official else "plain_name"])
            why.setdefault(spend_of(row, nation).amount, []).append(name)
    return [f"Spending of {period}, {reason}: {joined(names)}." for reason, names in why.items()]


def _results(found: Sequence[Finding], official: bool) -> list[str]:
    key = "official_title" if official else "title"
    absent = [one.row for one in judged_of(found) if one.row["value"] is None]
    counted = Counter(str(row["status"]) for row in absent)
    said = []
    for status, n in counted.most_common():
        titles = [str(row[key]) for row in absent if row["status"] == status]
        named = (
            joined(titles[:MOST_NAMED])
            if n <= MOST_NAMED
            else (f"{', '.join(titles[:MOST_NAMED])} and {n - MOST_NAMED} more")
        )
        said.append(f"{STATUSES.get(status, status)}: {named}.")
    return said


def _events(ask: Ask, subject: Subject) -> list[str]:
    rows = ask("council/events", council=subject.key).rows(named=True)
    if not rows:
        return ["No notice, support or intervention of this council was found: no proof of none."]
    newest = max(str(row["as_of"]) for row in rows)
    return [INCOMPLETE.format(days_in_words(newest))]
