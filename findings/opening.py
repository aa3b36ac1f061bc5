"""Spending, results and footing: what the council's page and its brief begin with."""

from collections.abc import Mapping, Sequence
from typing import Any

from charts.council_sentences import footing_sentence, results_sentence, spending_sentence
from findings.asking import Ask
from findings.decided import services_left_out
from findings.judgements import Finding
from findings.outcomes import judged_of
from findings.subject import Subject

FINANCE = ["finance"]
FOOTING = ("reserves_share", "borrowing_per_head", "lgbf_finsus01")
NOT_HELD = "No spending is held."
MONEY = "real_per_head"


def three_sentences(
    ask: Ask, subject: Subject, period: str | None, found: Sequence[Finding], *, official: bool
) -> dict[str, str]:
    """Spending, results and footing, in plain text; `found` are the findings of all kinds."""
    key = "official_title" if official else "title"
    judged = judged_of(found)
    return {
        "Spending": _spending(ask, subject, period) if period else NOT_HELD,
        "Results": results_sentence([(str(one.row[key]), one.judgement) for one in judged]),
        "Footing": footing_sentence(footing_rows(ask, subject), _newest_end(ask)),
    }


def footing_rows(ask: Ask, subject: Subject) -> list[Mapping[str, Any]]:
    """The rows of council/outcomes on reserves and debt."""
    made = ask("council/outcomes", council=subject.key, model=subject.model, kinds=FINANCE)
    return [row for row in made.rows(named=True) if row["measure"] in FOOTING]


def _spending(ask: Ask, subject: Subject, period: str) -> str:
    rows = ask(
        "council/spending_beside_peers", **subject.takes, period=period, money=MONEY
    ).rows(named=True)  # fmt: skip
    return spending_sentence(
        rows,
        name=subject.name,
        period=period,
        peers_name=subject.peers_name,
        not_decided=services_left_out(ask),
        beside_nobody=bool(subject.about["sparse"]),
    )


def _newest_end(ask: Ask) -> int:
    """The calendar year in which the newest year of spending ends."""
    return int(str(ask("edition/about")["latest_spending_period"][0])[:4]) + 1
