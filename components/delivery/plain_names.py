"""Plain words for a share, an outcome and circumstances, as they stand inside sentences."""

from collections.abc import Mapping

from charts.inside_sentence import inside
from charts.plain_text import plain
from components.words.circumstances import NAMES
from components.words.naming import measure_title
from inference.panel.sentences import Naming

SHARE = "share_pct"
CIRCUMSTANCES = {
    "share_0_15_pct": NAMES["share_0_15_pct"],
    "share_65_plus_pct": NAMES["share_65_plus_pct"],
    "density_doublings": NAMES["density_doublings"],
    "weekly_pay_gbp": NAMES["weekly_pay_gbp"],
    "spending_per_head_gbp": "real spending per head on the service",
    "deprivation": "deprivation (UK scale)",
    "rural_pct": NAMES["rural_pct"],
    "residents": "residents",
}
UNITS = {
    "%": "percentage points",
    "score": "points of the score",
    "score out of 12": "points (of 12)",
    "of 3 (1 is best)": "points (of 3, 1 is best)",
    "of 4 (1 is best)": "points (of 4, 1 is best)",
}
_OF = {
    "own": "council's own share of {}",
    "company": "share of council-owned companies and trusts in {}",
    "independent_trust": "share of independent trusts in {}",
    "other_public": "share of other public bodies in {}",
    "public": "public share of {}",
    "private": "private companies' share of {}",
    "voluntary": "voluntary bodies' share of {}",
    "external": "other providers' share of {}",
    "community": "community-run share of {}",
    "independent": "independent share of {}",
    "co_mingled": "share of councils with one bin for all ({})",
    "two_stream": "share of councils with two bins ({})",
    "multi_stream": "share of councils with boxes by material ({})",
    "unknown": "share of {} of which it is not known who delivers",
}


def share_words(deliverer: str, part_name: str) -> str:
    """As it follows "the": "private companies' share of children's homes"."""
    name = plain(part_name)
    return _OF.get(deliverer, "share of one kind of deliverer in {}").format(inside(name))


def outcome_title(outcome: Mapping[str, object]) -> str:
    return plain(measure_title(outcome))


def naming(outcome: Mapping[str, object], exposure: str) -> Naming:
    """`outcome` is a row of delivery/panel_outcomes."""
    unit = str(outcome["unit"])
    return Naming(
        exposure=exposure,
        outcome=outcome_title(outcome),
        unit=UNITS.get(unit, unit),
        covariates=CIRCUMSTANCES,
        decimals=max(int(outcome["decimals"]) + 1, 2),
    )


def plainly(sentence: str) -> str:
    """A refusal with columns called as a reader calls them."""
    for key, name in ((SHARE, "the share"), *CIRCUMSTANCES.items()):
        sentence = sentence.replace(key, name)
    return sentence[0].upper() + sentence[1:]
