"""The framework's table: no metric is left out, and why there is no figure is said."""

from components.local_outcomes.table import headline, outcomes_table, standing_of

ROW = {
    "outcome": 1, "outcome_title": "Housing <supply>", "ambition": "enough homes", "metric": "1.01",
    "title": "Homes built", "official_title": "Net homes", "held": "exact", "relation": "exact",
    "differs": None, "caution": None, "figure_title": "Homes built", "level_says": "Asked of all.",
    "landing_url": "https://example.org/a?b=1&c=2", "publication": "Homes", "publisher": "MHCLG",
    "period": "2019-20", "age_days": 2400, "value": 12.0, "unit": "per 1,000 homes", "decimals": 1,
    "lower": 10.0, "upper": 14.0, "status": "published", "note": None, "grades": [],
    "peers_median": 9.0, "peers_n": 10, "below_n": 8, "same_n": 0, "word": "better", "reason": None,
    "not_ranked_because": None, "holds_n": 3, "judged_n": 4,
}  # fmt: skip
NOT_HELD = ROW | {
    "metric": "1.02", "value": None, "word": "not_judged", "reason": "not_held", "held": "not_held",
    "status": None, "title": "Homes affordable",
}  # fmt: skip
NOT_ASKED = ROW | {
    "metric": "1.03",
    "value": None,
    "word": "not_judged",
    "reason": "not_responsible",
}


def test_a_figure_has_its_word_its_age_and_how_many_peer_groups_bear_it():
    said = outcomes_table([ROW], None)
    assert "better than its peers’ median" in said
    assert "under 3 of 4 peer groups" in said
    assert "7 years old" in said
    assert "1 better" in said


def test_what_is_not_held_says_where_it_is_published():
    said = outcomes_table([NOT_HELD], None)
    assert "not held here" in said
    assert 'href="https://example.org/a?b=1&amp;c=2"' in said


def test_what_is_not_asked_of_it_is_told_apart():
    assert standing_of(NOT_ASKED) == "not_asked"
    assert "not this council’s duty" in outcomes_table([NOT_ASKED], None)


def test_names_from_the_edition_are_inert():
    assert "<supply>" not in outcomes_table([ROW], None)


def test_an_outcome_of_the_address_is_open():
    assert "<details open>" in outcomes_table([ROW], "1")
    assert "<details open>" not in outcomes_table([ROW], "2")


def test_the_headline_counts_what_is_asked_and_held():
    said = headline([ROW, NOT_HELD, NOT_ASKED], "Aldby")
    assert said == (
        "The framework asks 3 metrics; 2 of them of a council like Aldby. A figure, exact or near, "
        "is held for 1. Homes built stands out as better."
    )
