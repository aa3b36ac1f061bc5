"""The law of comparison once more, in plain Python and numpy from the edition's tables alone.

Nothing of inference, of data/comparison.sql or of its views is used here: what it gives stands
beside what the site gives.
"""

import statistics
from collections import defaultdict
from dataclasses import dataclass

import duckdb
import numpy as np
from scipy.stats import chi2, norm, poisson

FIGURES = ("published", "estimated", "derived")
FEWEST_PEERS, FEWEST_COUNCILS = 8, 10
TIMES = norm.ppf(0.975)
Row = dict[str, object]
Key = tuple[str, str]


def rows(database: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    found = database.execute(sql)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


class PlainEdition:
    """The tables that the law needs, by key."""

    def __init__(self, database: duckdb.DuckDBPyConnection):
        self.councils = {row["council"]: row for row in rows(database, "FROM council")}
        self.measures = {row["measure"]: row for row in rows(database, "FROM measure")}
        self.groups: dict[Key, str] = {
            (row["service"], row["council"]): row["comparison_group"]
            for row in rows(database, "FROM responsibility")
        }
        ends = {row["period"]: row["ends"] for row in rows(database, "FROM period")}
        rates = {row["period"]: 100 / row["index"] for row in rows(database, "FROM deflator")}
        figures = rows(database, "FROM value")
        nations = {key: row["nation"] for key, row in self.councils.items()}
        held = {
            (row["measure"], nations[row["council"]], row["period"])
            for row in figures
            if row["value"] is not None
        }
        self.newest: dict[Key, str] = {}
        for row in figures:
            key = row["measure"], row["council"]
            if (row["measure"], nations[row["council"]], row["period"]) in held:
                best = self.newest.get(key)
                if best is None or ends[row["period"]] > ends[best]:
                    self.newest[key] = row["period"]
        wanted = {(measure, period) for (measure, _), period in self.newest.items()}
        self.figures: dict[tuple[str, str], dict[str, Row]] = defaultdict(dict)
        for row in figures:
            if (row["measure"], row["period"]) in wanted:
                self.figures[row["measure"], row["period"]][row["council"]] = self._told(row, rates)
        self._neighbours = defaultdict(lambda: defaultdict(set))
        for row in rows(database, "FROM neighbour"):
            self._neighbours[row["model"]][row["council"]].add(row["neighbour"])

    def _told(self, row: Row, rates: dict[str, float]) -> Row:
        measure = self.measures[row["measure"]]
        cash = measure["price_basis"] == "cash"
        real = {
            name: row[name] * rates[row["period"]] if cash and row[name] is not None else row[name]
            for name in ("value", "lower", "upper")
        }
        return row | real | {"why": self._why(row, measure["min_denominator"])}

    def _why(self, row: Row, least: float | None) -> str | None:
        if row["status"] not in FIGURES:
            return row["status"]
        if row["value"] is None:
            return "no_value"
        if self.councils[row["council"]]["sparse"]:
            return "sparse"
        if row["joint_lead"] not in (None, row["council"]):
            return "joint"
        if not least:
            return None
        if row["denominator"] is None:
            return "denominator_unknown"
        return "denominator_small" if row["denominator"] < least else None

    def peers(self, model: str, service: str, council: str) -> set[str]:
        """Who may be set beside the council on a service: of its nation and group, not sparse."""
        if model == "usual":
            return self.peers(self.usual(service, council), service, council)
        mine = self.councils[council]
        if model == "same_class":
            listed = {k for k, row in self.councils.items() if row["class"] == mine["class"]}
        else:
            listed = self._neighbours[model][council]
        group = self.groups.get((service, council))
        return {
            one
            for one in listed - {council}
            if self.councils[one]["nation"] == mine["nation"]
            and not self.councils[one]["sparse"]
            and group is not None
            and self.groups.get((service, one)) == group
        }

    def usual(self, service: str, council: str) -> str:
        """DfE's neighbours for children and schools, ONS's for the rest, else the same kind."""
        order = ["ons_global"]
        if service in ("children", "education"):
            order = ["dfe_childrens", *order]
        return next(
            (one for one in order if self._of_its_time(one, service, council) >= FEWEST_PEERS),
            "same_class",
        )

    def _of_its_time(self, model: str, service: str, council: str) -> int:
        """Peers that were there on the council's last day, or are there today."""
        end = self.councils[council]["ends"]
        living = 0
        for peer in self.peers(model, service, council):
            starts, ends = self.councils[peer]["starts"], self.councils[peer]["ends"]
            if end is None:
                living += ends is None
            else:
                living += (ends is None or ends >= end) and (starts is None or starts <= end)
        return living

    def beside(self, measure: str, period: str, model: str, council: str) -> Row:
        """n, median, quartiles and how many lie below and level, of the peers that count."""
        held = self.figures[measure, period]
        own = held[council]
        service = self.measures[measure]["service"]
        theirs = [
            held[peer]["value"]
            for peer in self.peers(model, service, council)
            if peer in held
            and held[peer]["why"] is None
            and (own["joint_lead"] is None or held[peer]["joint_lead"] != own["joint_lead"])
        ]
        value, n = own["value"], len(theirs)
        q1 = q3 = None
        if n >= FEWEST_PEERS:
            q1, _, q3 = statistics.quantiles(theirs, n=4, method="inclusive")
        return {
            "left_out_because": own["why"],
            "peers_n": n,
            "peers_median": statistics.median(theirs) if theirs else None,
            "peers_q1": q1,
            "peers_q3": q3,
            "below_n": sum(one < value for one in theirs) if value is not None else 0,
            "same_n": sum(one == value for one in theirs) if value is not None else 0,
        }


@dataclass(frozen=True)
class PlainFunnel:
    """Of one group's counts: shares as the arcsine of their root, rates as their root."""

    per: float
    share: bool
    centre: float
    tau: float

    def onto(self, value: float) -> float:
        return np.arcsin(np.sqrt(value / self.per)) if self.share else np.sqrt(value)

    def error(self, people: float) -> float:
        return 0.5 / np.sqrt(people) if self.share else 0.5 * np.sqrt(self.per / people)

    def side(self, value: float, cases: float, people: float) -> str:
        """inside, above or below at 95%, with the spread between councils where there is one."""
        if self.tau == 0:
            return self._by_chance(value, cases, people)
        apart = self.onto(value) - self.onto(self.centre)
        if abs(apart) <= TIMES * np.hypot(self.error(people), self.tau):
            return "inside"
        return "above" if apart > 0 else "below"

    def _by_chance(self, value: float, cases: float, people: float) -> str:
        if self.share:
            theta = self.centre / self.per
            score = (value / self.per - theta) / np.sqrt(theta * (1 - theta) / people)
            outside = abs(score) > TIMES
        else:
            expected = people * self.centre / self.per
            tail = min(poisson.cdf(cases, expected), poisson.sf(cases - 1, expected))
            outside = tail < 0.025
        if not outside:
            return "inside"
        return "above" if value > self.centre else "below"


def stands_in_a_funnel(row: Row, per: float, share: bool, decimals: int) -> bool:
    """Published counts that give the published figure, but for rounding."""
    cases, people = row["numerator"], row["denominator"]
    if row["why"] is not None or cases is None or not people or cases < 0:
        return False
    if share and cases > people:
        return False
    made = per * cases / people
    return abs(made - row["value"]) <= max(0.01 * made, 0.5005 * 10**-decimals)


def plain_funnel(held: list[Row], per: float, share: bool) -> PlainFunnel | None:
    """Spiegelhalter 2005 with DerSimonian and Laird's variance."""
    cases, people, value = (
        np.array([row[name] for row in held], dtype=float)
        for name in ("numerator", "denominator", "value")
    )
    if len(held) < FEWEST_COUNCILS or cases.sum() == 0:
        return None
    funnel = PlainFunnel(per, share, per * cases.sum() / people.sum(), 0.0)
    if share and funnel.centre >= per:
        return None
    errors = np.array([funnel.error(n) for n in people])
    scores = np.array([funnel.onto(v) - funnel.onto(funnel.centre) for v in value]) / errors
    low, high = np.percentile(scores, [10, 90])
    # Over what the same pulling in leaves of a standard normal.
    end = norm.ppf(0.9)
    phi = (np.minimum(np.maximum(scores, low), high) ** 2).mean()
    phi /= norm.expect(lambda z: np.clip(z, -end, end) ** 2)
    n, weights = len(held), errors**-2
    if chi2.sf((scores**2).sum(), n - 1) >= 0.05 or phi <= 1:
        return funnel
    spare = n * phi - (n - 1)
    tau2 = spare / (weights.sum() - (weights**2).sum() / weights.sum())
    return PlainFunnel(per, share, funnel.centre, float(np.sqrt(max(tau2, 0))))
