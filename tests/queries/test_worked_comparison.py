"""The worked example of docs/comparison.md: every number of its table, made anew."""

import duckdb
import numpy as np
import pytest

import queries
from tests.own_code import ROOT
from tests.queries.plain_law import (
    TIMES,
    PlainEdition,
    plain_funnel,
    rows,
    stands_in_a_funnel,
)

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
COUNCIL, MEASURE = "Bexley", "homelessness_relieved"


def onto(per_cent: float) -> float:
    return float(np.arcsin(np.sqrt(per_cent / 100)))


def back(placed: float) -> float:
    return float(100 * np.sin(min(max(placed, 0), np.pi / 2)) ** 2)


def worked(database) -> list[str]:
    """The rows of the table, by the plain law."""
    plain = PlainEdition(database)
    (council,) = [key for key, row in plain.councils.items() if row["name"] == COUNCIL]
    period = plain.newest[MEASURE, council]
    own = plain.figures[MEASURE, period][council]
    made = plain.beside(MEASURE, period, "usual", council)
    group = plain.groups["housing", council]
    held = [
        row
        for key, row in plain.figures[MEASURE, period].items()
        if plain.councils[key]["nation"] == "England"
        and plain.groups.get(("housing", key)) == group
        and stands_in_a_funnel(row, 100, True, plain.measures[MEASURE]["decimals"])
    ]
    funnel = plain_funnel(held, 100, True)
    value, median = onto(own["value"]), onto(made["peers_median"])
    gap, n = value - median, made["peers_n"]
    error = (value - onto(own["lower"])) / TIMES
    quartiles = onto(made["peers_q3"]) - onto(made["peers_q1"])
    of_median = 1.2533 / 1.349 * quartiles / n**0.5
    wide = TIMES * np.hypot(funnel.error(own["denominator"]), funnel.tau)
    low, high = back(onto(funnel.centre) - wide), back(onto(funnel.centre) + wide)
    said = [
        ("Figure", f"{own['numerator']:.0f} of {own['denominator']:.0f}: {own['value']:.1f}%"),
        ("Its 95% limits", f"{own['lower']:.1f}% to {own['upper']:.1f}%"),
        ("Peers with a figure", f"{n}"),
        ("Their median", f"{made['peers_median']:.1f}%"),
        ("Their quartiles", f"{made['peers_q1']:.1f}% and {made['peers_q3']:.1f}%"),
        ("Gap on the scale", f"{value:.4f} − {median:.4f} = {gap:.4f}"),
        ("Error of the figure", f"{error:.4f}"),
        ("Error of the median", f"{of_median:.4f}"),
        ("Clear of chance beyond", f"{TIMES * np.hypot(error, of_median):.4f}"),
        ("Spread between councils (tau)", f"{funnel.tau:.4f}, from {len(held)} councils"),
        ("Stands out beyond", f"{TIMES * np.sqrt(error**2 + of_median**2 + funnel.tau**2):.4f}"),
        ("All councils together", f"{funnel.centre:.1f}%"),
        ("Funnel at its size", f"{low:.1f}% to {high:.1f}%"),
    ]
    return [f"| {name} | {number} |" for name, number in said]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    link = tmp_path_factory.mktemp("edition") / "councils.duckdb"
    link.hardlink_to(queries.EDITION.resolve())
    with duckdb.connect(link, read_only=True) as opened:
        yield opened


def test_the_worked_example_is_the_editions(database):
    text = (ROOT / "docs" / "comparison.md").read_text("utf-8")
    made = worked(database)
    assert "\n".join(made) in text, "docs/comparison.md should say:\n" + "\n".join(made)


def test_its_word_is_the_stored_one(database):
    (stored,) = rows(
        database,
        "SELECT j.word, j.holds_n, j.judged_n, j.gap, j.tau, j.below_n, j.peers_n "
        "FROM judgement j JOIN council c USING (council) "
        f"WHERE c.name = '{COUNCIL}' AND j.measure = '{MEASURE}' AND j.model = 'usual'",
    )
    text = (ROOT / "docs" / "comparison.md").read_text("utf-8")
    said = f"**{stored['word'].replace('_', ' ')}** than the median of {stored['peers_n']} usual"
    assert f"{said} peers (under {stored['holds_n']} of {stored['judged_n']} peer groups)" in text
