"""The three sentences: never a word that the figures do not bear."""

from charts.council_sentences import (
    NO_SPENDING,
    NOTHING_JUDGED,
    footing_sentence,
    gap_in_pounds,
    results_sentence,
    spending_sentence,
)
from inference.comparison.judgement import Judgement
from inference.comparison.stability import Stability


def row(service, value, median, n=14, name=None, lacks="not_held"):
    return {
        "service": service, "plain_name": name or service.capitalize(), "value": value,
        "peers_median": median, "peers_n": n, "status": lacks if value is None else "published",
    }  # fmt: skip


def said(*rows):
    return spending_sentence(
        rows, name="Aldby", period="2024-25", peers_name="usual peers", not_decided={"education"}
    )


def test_it_leads_with_what_a_council_decides_on_and_names_what_drives_it():
    words = said(
        row("total", 1900.0, 1700.0), row("decided", 900.0, 1000.0), row("education", 800.0, 400.0),
        row("roads", 10.0, 60.0), row("care", 380.0, 430.0), row("bins", 130.0, 100.0),
        row("other", -90.0, 90.0),
    )  # fmt: skip
    assert words == (
        "In 2024-25 Aldby spent £900 per resident on the services that it decides on, 10% less "
        "than the median of 14 usual peers (£1,000). What differs most that way is roads (£50 "
        "less) and care (£50 less)."
    )


def test_with_too_few_peers_nothing_is_set_beside_it():
    assert said(row("decided", 900.0, 1000.0, n=7)) == (
        "In 2024-25 Aldby spent £900 per resident on the services that it decides on."
    )


def test_without_what_it_decides_on_the_total_serves():
    assert "on all its services" in said(row("decided", None, None), row("total", 5.0, None, 0))


def test_without_any_sum_it_is_said_why():
    """Birmingham and Fermanagh were told that no spending of theirs is held."""
    assert said(row("total", None, 4.0)) == NO_SPENDING
    assert said(row("roads", 5.0, 4.0), row("total", None, 9.0)) == (
        "The sum of Aldby’s spending in 2024-25 is not known, because one of its services lacks; "
        "what is known of each stands below."
    )
    assert said(row("roads", None, 4.0), row("total", None, 9.0, lacks="not_submitted")) == (
        "Aldby made no return of its spending for 2024-25."
    )


def test_pounds_alone_are_said_where_nobody_counted_the_residents():
    one = row("total", None, None, 0) | {"value_gbp": 188_000_000.0}
    assert said(one) == (
        "In 2024-25 Aldby spent £188m (cash); its residents of that year are not counted."
    )


def judged(word, holds=3, of=4):
    return Judgement(word, stability=Stability(word, holds, of, of))


def test_results_stand_beside_what_chance_would_give():
    words = results_sentence([("Homes built", judged("better", 4)), ("Bins", judged("similar"))])
    assert words.startswith("Of 2 measures judged, 1 stands out as better and none as worse")
    assert "by chance alone about 0.1 would" in words
    assert words.endswith("Whichever peers are chosen, this holds of homes built (better).")


def test_a_word_that_hangs_on_the_peers_is_said_to():
    words = results_sentence([("Homes built", judged("better", 3))])
    assert words.endswith("None of them holds under every choice of peers.")


def test_what_is_only_clear_of_chance_is_called_somewhat():
    words = results_sentence([("A", judged("somewhat_worse")), ("B", judged("similar"))])
    assert words.endswith(
        "1 is somewhat worse: clear of chance, within the usual differences between councils."
    )


def test_nothing_judged_is_said():
    assert results_sentence([("A", Judgement("position"))]) == NOTHING_JUDGED


def test_old_figures_say_how_old():
    rows = [
        {"measure": "reserves_share", "title": "R", "value": 5.46, "unit": "%", "decimals": 1,
         "period": "2017-18"},
        {"measure": "borrowing_per_head", "title": "B", "value": 2891.1, "unit": "£ per head",
         "decimals": 0, "period": "2023-24"},
    ]  # fmt: skip
    assert footing_sentence(rows, 2025) == (
        "Reserves were 5.5% of a year’s spending (2017-18, 7 years old); borrowing was £2,891 per "
        "resident (2023-24)."
    )


def test_nothing_held_is_said():
    assert footing_sentence([], 2025).startswith("Neither reserves nor debt")


def test_a_gap_in_pounds_has_no_sign():
    assert gap_in_pounds(-3.0, 4.0) == "£7 less"
    assert gap_in_pounds(4.2, 4.0) == "the same"
    assert gap_in_pounds(None, 4.0) == ""


def test_a_council_of_few_residents_stands_beside_nobody():
    """The City of London spent "512% more than the median of 11 usual peers"."""
    words = spending_sentence(
        [row("decided", 7991.0, 1305.0, n=11)],
        name="Tiny City",
        period="2024-25",
        peers_name="usual peers",
        not_decided=set(),
        beside_nobody=True,
    )
    assert words == (
        "In 2024-25 Tiny City spent £7,991 per resident on the services that it decides on: too "
        "few live there to set that beside other councils."
    )
