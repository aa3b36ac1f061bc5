"""The regression's specification, within stated choices, kept in the address."""

import streamlit as st

from components.address import pick, refusal, said
from components.delivery.plain_names import CIRCUMSTANCES, SHARE
from components.several import pick_several, refusal_of_several
from inference.panel.sample import Specification

EFFECTS = {
    "two_way": "What never changes in a council, and what changes everywhere (council and year)",
    "council": "What never changes in a council (council)",
    "year": "What changes everywhere in a year (year)",
    "none": "Nothing",
}
LAGS = {
    "0": "The outcome’s year",
    "1": "One year earlier",
    "2": "Two years earlier",
}
SCALES = {"plain": "As published", "log": "Its logarithm: differences in per cent"}
SAMPLES = {"all": "All that have figures", "balanced": "Only those with every year"}
WEIGHTS = {"alike": "Every council counts alike", "residents": "By residents"}
CHOICES = {
    "effects": (EFFECTS, "choice of what is set aside"),
    "lag": (LAGS, "year of the share"),
    "scale": (SCALES, "scale of the outcome"),
    "sample": (SAMPLES, "choice of councils"),
    "weights": (WEIGHTS, "weight"),
}
# Of one date only: council effects take them out whole.
STILL = ("deprivation", "rural_pct")
NOT_STILL = (
    "Deprivation and rurality are of one date in this edition: they are among what never changes "
    "in a council, and are offered only where that is not set aside."
)


def choose() -> Specification:
    """The specification that the reader chose; see `wrong` for what the address got wrong."""
    asked = any(said(name) for name in (*CHOICES, "with"))
    with st.expander("Change the specification", expanded=asked):
        effects = _one(st, "Set aside", "effects")
        covariates = pick_several(
            "Held level as well (covariates)",
            "with",
            covariates_of(effects),
            words=lambda key: CIRCUMSTANCES[key][0].upper() + CIRCUMSTANCES[key][1:],
            help=NOT_STILL,
        )
        left, right = st.columns(2)
        lag = _one(left, "Share read in", "lag")
        scale = _one(right, "Outcome", "scale")
        sample = _one(left, "Councils", "sample")
        weights = _one(right, "Weights", "weights")
    return Specification(
        outcome="outcome",
        exposure=SHARE,
        covariates=tuple(covariates),
        effects=effects,
        lag_years=int(lag),
        log_outcome=scale == "log",
        balanced=sample == "balanced",
        weight="residents" if weights == "residents" else None,
    )


def circumstances(wanted: Specification) -> tuple[str, ...]:
    """Those that the specification uses, as covariates or as weight."""
    return (*wanted.covariates, *([wanted.weight] if wanted.weight else []))


def covariates_of(effects: str) -> list[str]:
    absorbed = STILL if effects in ("two_way", "council") else ()
    return [key for key in CIRCUMSTANCES if key not in (*absorbed, "residents")]


def wrong(wanted: Specification) -> list[str]:
    """Sentences on what the address asks for and is not on offer."""
    found = [refusal(name, list(offered), what) for name, (offered, what) in CHOICES.items()]
    found.append(refusal_of_several("with", covariates_of(wanted.effects), "covariates"))
    return [one for one in found if one]


def _one(place, label: str, name: str) -> str:
    offered, _ = CHOICES[name]
    return pick(place.selectbox, label, name, list(offered), words=offered.get)
