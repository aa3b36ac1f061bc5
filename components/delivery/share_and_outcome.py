"""One deliverer's share and one outcome of the same councils, year by year."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from charts.wording import count_words
from components.answers import Answer, answer
from components.delivery.plain_names import naming, outcome_title, share_words
from components.delivery.shares import HOMES
from components.delivery.subject import Part
from inference.panel.sentences import Naming

Row = dict[str, object]
GRADE = "(1 is best)"
# Circumstance -> the column that says where it is from.
SOURCES = {
    "share_0_15_pct": "population_source",
    "share_65_plus_pct": "population_source",
    "density_doublings": "population_source",
    "residents": "population_source",
    "weekly_pay_gbp": "pay_source",
    "spending_per_head_gbp": "spending_source",
    "deprivation": "deprivation_source",
    "rural_pct": "rural_source",
}
CAVEATS = [
    "An association: councils were not drawn by lot to use one deliverer or another, and whatever "
    "else differs between them may lie behind it.",
    "A figure counts for the calendar year in which its period ends: 2023-24, the register of 31 "
    "March 2024 and the year to September 2024 are all 2024. Residents are those of the mid-year "
    "before.",
    "The City of London and the Isles of Scilly are left out: they have too few residents.",
]
FEW = (
    "Where there are few homes or agencies one more moves the share by much: in many councils the "
    "share jumps from year to year."
)


ORDINAL = (
    "This outcome is an inspector’s grade: an order, not an amount. Means and differences of it "
    "take every step from one grade to the next for equally long, which nobody has measured, and a "
    "grade stands for years until the next inspection. Read the sign with care and the size not at "
    "all."
)


@dataclass(frozen=True)
class Together:
    """`outcome` is a row of delivery/panel_outcomes, `asked` is delivery/panel."""

    part: Part
    deliverer: tuple[str, str]
    outcome: Row
    asked: Answer

    @property
    def frame(self) -> pl.DataFrame:
        return self.asked.frame

    @property
    def title(self) -> str:
        return outcome_title(self.outcome)

    @property
    def share(self) -> str:
        """As it follows "the"."""
        return share_words(self.deliverer[0], self.part.name)

    @property
    def naming(self) -> Naming:
        return naming(self.outcome, self.share)

    @property
    def period(self) -> str:
        first, last = self.outcome["first_year"], self.outcome["last_year"]
        return f"{first} to {last}" if first != last else str(first)

    def sources(self, circumstances: Iterable[str] = ()) -> list[str]:
        """Of the share, the outcome and these circumstances."""
        columns = dict.fromkeys(SOURCES[key] for key in circumstances)
        found = [self.frame[name] for name in ("source", "outcome_source", *columns)]
        return [key for column in found for key in column.drop_nulls().unique().sort()]

    @property
    def is_grade(self) -> bool:
        return str(self.outcome["unit"]).endswith(GRADE)

    @property
    def caveats(self) -> list[str]:
        counted = self.part.about["counts"] in ("homes", "places", "providers")
        graded = [ORDINAL] if self.is_grade else []
        return [*graded, *CAVEATS, *([HOMES, FEW] if counted else []), *self._unlike()]

    def _unlike(self) -> list[str]:
        n = self.frame.filter(pl.col("outcome_status") == "not_comparable").height
        if not n:
            return []
        return [
            f"{count_words(n, 'figure')} of the outcome {'is' if n == 1 else 'are'} published but "
            "not comparable, or stand on too few cases, and are left out."
        ]


def offered(part: str | None = None) -> list[Row]:
    rows = answer("delivery/panel_outcomes").frame.rows(named=True)
    return [row for row in rows if part in (None, row["delivery_service"])]
