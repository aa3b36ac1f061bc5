"""What the two axes of spending against outcome are called, each with its own period."""

from dataclasses import dataclass
from typing import Any

from charts.comparison_words import with_interval
from charts.plain_text import wrapped
from charts.wording import bare_unit, figure, status_words

Row = dict[str, Any]


@dataclass(frozen=True)
class Axes:
    """Titles, units and periods of both figures; the periods may differ and are always said."""

    spend_title: str
    spend_period: str
    spend_unit: str
    outcome_title: str
    outcome_period: str
    outcome_unit: str
    spend_decimals: int = 0
    outcome_decimals: int = 1

    @property
    def spend_words(self) -> str:
        return f"{self.spend_title}, {self.spend_period}"

    @property
    def outcome_words(self) -> str:
        return f"{self.outcome_title}, {self.outcome_period}"

    @property
    def bare_spend(self) -> str:
        return bare_unit(self.spend_unit)

    @property
    def bare_outcome(self) -> str:
        return bare_unit(self.outcome_unit)

    def spend(self, value: float | None) -> str:
        return figure(value, self.spend_unit, self.spend_decimals)

    def outcome(self, value: float | None) -> str:
        return figure(value, self.outcome_unit, self.outcome_decimals)


def hover(row: Row, axes: Axes) -> str:
    """Name, spending with its period, outcome with its period and interval, what stands behind."""
    outcome = {
        "value": row["outcome"],
        "lower": row["outcome_lower"],
        "upper": row["outcome_upper"],
    }
    said = with_interval(outcome, axes.outcome_unit, axes.outcome_decimals)
    lines = [
        f"<b>{wrapped(row['name'])}</b>",
        wrapped(f"{axes.spend_words}: {axes.spend(row['spend'])}"),
        wrapped(f"{axes.outcome_words}: {said}"),
    ]
    for status in dict.fromkeys((row["spend_status"], row["outcome_status"])):
        if status not in (None, "published"):
            lines.append(wrapped(status_words(status)))
    return "<br>".join(lines)
