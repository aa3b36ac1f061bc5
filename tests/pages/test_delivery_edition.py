"""The Delivery page's estimates on the edition itself: by another library, and word by word."""

import io

import polars as pl
import pyfixest
import pytest

import queries
from components.answers import answer
from components.delivery import (
    coefficients,
    dated,
    groups,
    leave_one_out,
    mechanism,
    specification,
)
from components.delivery.event_study import BESIDE, WAYS, crossed
from components.delivery.grouping import grouped
from components.delivery.plain_names import CIRCUMSTANCES, SHARE
from components.delivery.share_and_outcome import ORDINAL, Together, offered
from components.delivery.subject import Part, parts
from components.figure.downloads import as_csv
from inference.events.estimation import event_study
from inference.events.sensitivity import sensitivity_of
from inference.events.sentences import (
    event_limits,
    event_sentence,
    pre_trend_sentence,
    refusal_sentence,
    sensitivity_sentence,
)
from inference.need.expectation import Refusal
from inference.panel.card import feols_formula, model_card
from inference.panel.causal_language import causal_words
from inference.panel.conclusions import may_be_concluded, may_not_be_concluded
from inference.panel.estimation import Panel, fit_panel
from inference.panel.group_sentences import balance_sentence, groups_sentence
from inference.panel.groups import balance
from inference.panel.sample import Specification
from inference.panel.sentences import association_sentence, movement_sentence
from tests.pages.opening import opened, words

pytestmark = [
    pytest.mark.skipif(
        not queries.EDITION.exists(),
        reason="there is no assembled edition (python -m data.build assemble)",
    ),
    # pandas warns pyfixest, not us.
    pytest.mark.filterwarnings("ignore:The inplace keyword"),
    pytest.mark.filterwarnings("ignore:.*singleton fixed effect"),
]
SECTIONS = ["outcomes", "regression", "change"]
NUMBERS = ["estimate", "standard_error", "statistic", "p_value", "lower", "upper"]
THEIRS = ["Estimate", "Std. Error", "t value", "Pr(>|t|)", "2.5%", "97.5%"]
SPECIFICATIONS = [
    Specification("outcome", SHARE),
    Specification("outcome", SHARE, ("share_0_15_pct", "weekly_pay_gbp"), lag_years=1),
    Specification("outcome", SHARE, ("deprivation",), effects="year", weight="residents"),
    Specification("outcome", SHARE, effects="council", log_outcome=True, balanced=True),
]


def part_of(key: str) -> Part:
    return Part({row["delivery_service"]: row for row in parts()}[key])


def looked_at(part: str, measure: str, deliverer: str = "private") -> Together | None:
    rows = {row["delivery_service"]: row for row in parts()}
    found = {row["measure"]: row for row in offered(part)}
    if measure not in found:
        return None
    asked = answer(
        "delivery/panel",
        part=part,
        deliverer=deliverer,
        measure=measure,
        series=found[measure]["series"],
    )
    return Together(Part(rows[part]), (deliverer, deliverer), found[measure], asked)


def from_csv(one: Together, wanted: Specification) -> pl.DataFrame:
    """The page's CSV as another program would ready it: whole rows, the share moved by its lag."""
    frame = pl.read_csv(io.BytesIO(as_csv(one.asked)), infer_schema_length=None)
    earlier = frame.select("council", pl.col("year") + wanted.lag_years, SHARE)
    lagged = f"{SHARE}_lag{wanted.lag_years}"
    frame = frame.join(earlier.rename({SHARE: lagged}), on=["council", "year"], how="left")
    exposure = lagged if wanted.lag_years else SHARE
    frame = frame.drop_nulls(["outcome", exposure, *wanted.covariates])
    if wanted.log_outcome:
        frame = frame.filter(pl.col("outcome") > 0)
    if wanted.balanced:
        frame = frame.filter(pl.len().over("council") == frame["year"].n_unique())
    return frame


@pytest.mark.parametrize("wanted", SPECIFICATIONS, ids=["plain", "lag", "weights", "log"])
@pytest.mark.parametrize("measure", ["placement_moves", "placed_far_from_home"])
def test_estimates_are_pyfixests_on_the_pages_own_csv(measure, wanted):
    one = looked_at("childrens_homes", measure)
    if one is None:
        pytest.skip("this edition has no such outcome beside children's homes")
    made = fit_panel(one.frame, wanted)
    fit = pyfixest.feols(
        feols_formula(made),
        from_csv(one, wanted).to_pandas(),
        vcov={"CRV1": "council"},
        weights=wanted.weight,
        fixef_rm="singleton",
    )
    theirs = fit.tidy().drop(index="Intercept", errors="ignore")[THEIRS].to_numpy()
    assert made.coefficients.select(NUMBERS).to_numpy() == pytest.approx(theirs, rel=1e-6)
    assert made.n == fit._N


def test_a_figure_that_may_not_be_compared_is_in_no_estimate():
    for row in offered():
        one = looked_at(row["delivery_service"], row["measure"])
        unlike = one.frame.filter(pl.col("outcome_status") == "not_comparable")
        assert unlike["outcome"].null_count() == unlike.height


def test_the_nations_sums_are_those_of_the_publisher():
    frame = answer("delivery/national", part="children_looked_after_spending").frame
    newest = frame.filter(period="2013-14")
    millions = dict(newest.select("model", (pl.col("value_all") / 1e6).round(1)).iter_rows())
    assert (millions["own"], millions["private"]) == (1970.4, 1480.2)
    # Wolverhampton gave an amount below nought: it is in the sums and in no share.
    assert newest["without_shares"].to_list() == [1] * newest.height
    assert (newest["value_all"] - newest["value"]).abs().max() > 1e6


def test_kinds_that_are_not_told_apart_are_no_reason_to_hide_a_year():
    frame = answer("delivery/national", part="children_looked_after_spending").frame
    first = frame.filter(period="2008-09")
    assert first["model"].to_list() == ["public", "private", "voluntary"]
    assert first["share_pct"].sum() == pytest.approx(100)


def test_the_nations_shares_of_every_part_and_period_add_to_a_hundred():
    for part in parts():
        frame = answer("delivery/national", part=part["delivery_service"]).frame
        sums = frame.group_by("period").agg(pl.col("share_pct").sum())["share_pct"]
        assert sums.to_list() == pytest.approx([100] * sums.len()), part["delivery_service"]


def test_a_grade_is_said_to_be_one_and_is_in_no_estimate():
    graded = [row for row in offered() if row["measure"] == "ofsted_children"]
    if not graded:
        pytest.skip("this edition has no judgements beside shares")
    part = graded[0]["delivery_service"]
    assert ORDINAL in looked_at(part, "ofsted_children").caveats
    page = opened("delivery", show="outcomes", part=part, outcome="ofsted_children")
    assert ORDINAL in [one.value for one in page.caption]
    for show in ("regression", "change"):
        refused = opened("delivery", show=show, part=part, outcome="ofsted_children").info[0].value
        assert "Nothing is estimated" in refused or "is not set against this share" in refused


def test_every_share_and_outcome_that_are_held_have_a_way_or_the_reason_why_none_is_known():
    for row in offered():
        part, measure = part_of(row["delivery_service"]), row["measure"]
        known = [m for m in mechanism.kinds(part) if measure in mechanism.of_share(part, m)]
        assert known or mechanism.why_none(part, measure) != mechanism.UNKNOWN, (part.key, measure)


def test_places_are_set_against_two_outcomes_and_none_of_those_that_homes_do_not_meet():
    part = part_of("childrens_home_places")
    for deliverer in ("private", "own"):
        assert set(mechanism.of_share(part, deliverer)) == {
            "placed_far_from_home",
            "placement_moves",
        }
    page = opened("delivery", show="regression", part=part.key, outcome="social_worker_turnover")
    assert "is not set against this share" in page.info[0].value
    assert "employed by the council" in page.info[0].value


def test_a_share_of_fewer_places_than_the_measure_requires_is_in_no_estimate():
    for part, least in (("childrens_home_places", 20), ("childrens_homes", 5)):
        frame = looked_at(part, "placed_far_from_home").frame
        few = frame.filter(pl.col("share_total") < least)
        assert few.height > 100
        assert few["share_pct"].null_count() == few.height
        assert frame["share_pct"].drop_nulls().len() > 500


def test_no_verdict_is_passed_on_a_study_from_other_figures():
    said = words(opened("delivery", show="published"))
    assert said.count("answer different questions") == 2
    for verdict in ("published interval", "same sign", "opposite sign", "lies outside"):
        assert verdict not in said


def test_slough_is_out_of_its_council_from_2015_on():
    part = part_of("childrens_homes")
    frame = looked_at("childrens_homes", "placed_far_from_home").frame
    years = dict(dated.changes(frame, dated.known(part)).iter_rows())
    assert years["SLG"] == 2016
    assert "DNC" not in years and "WOR" not in years, "these came back"


def test_a_council_stands_once_in_a_year():
    for row in offered():
        one = looked_at(row["delivery_service"], row["measure"])
        assert not one.frame.select("council", "year").is_duplicated().any()


def without_titles(text: str) -> str:
    """Names of measures, sources and services are not ours to word."""
    names = [row["title"] for row in offered()] + [row["official_title"] for row in offered()]
    for source in answer("source/all").frame.rows(named=True):
        names += [source["title"], source["publisher"], *source["known_problems"]]
    names = [name for name in names if causal_words(name)]
    plain = text.replace("\\", "")
    for name in sorted(names, key=len, reverse=True):
        plain = plain.replace(name, "…")
    return plain


def sentences(one: Together) -> list[str]:
    """Everything that the three sections say of one outcome, whatever is chosen."""
    said = [one.title, *one.caveats]
    naming = one.naming
    for effects in ("two_way", "none"):
        wanted = Specification("outcome", SHARE, ("share_0_15_pct",), effects, lag_years=1)
        made = fit_panel(one.frame, wanted)
        if isinstance(made, Refusal):
            said.append(made.sentence)
            continue
        assert isinstance(made, Panel)
        said += [association_sentence(made, naming), movement_sentence(made, naming)]
        said += may_be_concluded(made, naming) + may_not_be_concluded(made, naming)
        said += [text for _, text in model_card(made, naming).entries()]
        said += coefficients.table_of_terms(made, naming)["Term"].to_list()
    for line in (50, 70):
        change = crossed(one, line, "down" if one.deliverer[0] == "own" else "up")
        study = event_study(one.frame, "outcome", change.councils)
        if isinstance(study, Refusal):
            said.append(study.sentence)
            continue
        said += [pre_trend_sentence(study, naming), *event_limits(study)]
        said += [event_sentence(study, naming, change.words), refusal_sentence(study, naming) or ""]
        if study.path is not None:
            said.append(sensitivity_sentence(sensitivity_of(study.path), naming))
    for by in groups.BY:
        made = grouped(one, int(one.outcome["last_year"]), by)
        if len(made.names) > 1:
            low, high = made.names[0], made.names[-1]
            said.append(groups_sentence(made.summary, one.title, "%", 1, low, high))
            table = balance(made.frame, list(CIRCUMSTANCES), low)
            said.append(balance_sentence(table, high, CIRCUMSTANCES))
    return said


def test_no_sentence_on_any_part_and_outcome_says_that_one_thing_makes_another():
    for row in offered():
        for deliverer in ("private", "own"):
            one = looked_at(row["delivery_service"], row["measure"], deliverer)
            found = causal_words(without_titles("\n".join(sentences(one))))
            assert found == [], (row["delivery_service"], row["measure"], deliverer)


def test_no_choice_is_offered_in_causal_words():
    said = [text for offered, what in specification.CHOICES.values() for text in offered.values()]
    shown = (WAYS, BESIDE, leave_one_out.ASKED, coefficients.VARIANTS, groups.BY)
    for known in shown:
        said += known.values()
    said += [*dated.CAVEATS, dated.CHOICE, specification.NOT_STILL, *groups.CAVEATS.values()]
    assert causal_words("\n".join(said)) == []


@pytest.mark.parametrize("show", SECTIONS)
@pytest.mark.parametrize("part", ["childrens_homes", "care_home_65_weeks", "libraries"])
def test_the_page_opens_without_a_causal_word(part, show):
    if part not in {row["delivery_service"] for row in parts()}:
        pytest.skip("this edition does not have the part")
    page = opened("delivery", show=show, part=part)
    assert not page.exception
    assert causal_words(without_titles(words(page))) == []
