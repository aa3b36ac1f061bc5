"""Everything that one must know of a panel regression to judge or repeat it."""

from dataclasses import dataclass

from inference.comparison.level import LEVEL_WORDS
from inference.panel.estimation import Panel
from inference.panel.sentences import EARLIER, Naming, listed

EFFECTS = {
    "none": "None: all councils and years are compared with each other.",
    "council": "One for each council: it is compared with itself over the years.",
    "year": "One for each year: councils are compared with each other in the same year.",
    "two_way": "One for each council and one for each year.",
}
LEFT_OUT = {
    "no_outcome": "no figure for the outcome",
    "no_exposure": "no figure for the share (in the year it is read)",
    "no_weight": "no weight",
    "not_positive": "a figure of nought or less, which has no logarithm",
    "unbalanced": "of a council that lacks a year",
    "only_year": "the only year of its council",
    "only_council": "the only council of its year",
}


@dataclass(frozen=True)
class ModelCard:
    """Each field is text for a reader; `exclusions` one sentence each."""

    outcome: str
    exposure: str
    covariates: str
    formula: str
    formula_in_words: str
    effects: str
    errors: str
    weights: str
    sample: str
    periods: str
    exclusions: tuple[str, ...]
    fit: str
    method: str

    def entries(self) -> list[tuple[str, str]]:
        """Heading and text of each part, in reading order."""
        return [
            ("Outcome", self.outcome),
            ("Share", self.exposure),
            ("Covariates", self.covariates),
            ("Formula", self.formula),
            ("In words", self.formula_in_words),
            ("Fixed effects", self.effects),
            ("Errors", self.errors),
            ("Weights", self.weights),
            ("Sample", self.sample),
            ("Years", self.periods),
            ("Left out", " ".join(self.exclusions)),
            ("Fit", self.fit),
            ("Method", self.method),
        ]


def model_card(made: Panel, naming: Naming) -> ModelCard:
    wanted = made.specification
    covariates = [naming.of(one) for one in wanted.covariates]
    lag = EARLIER[wanted.lag_years]
    return ModelCard(
        outcome=("Logarithm of: " if wanted.log_outcome else "") + naming.outcome,
        exposure=f"The {naming.exposure}{lag}",
        covariates=f"{listed(covariates)}, of the outcome's year" if covariates else "None",
        formula=_formula(made),
        formula_in_words=_in_words(made, naming, covariates),
        effects=EFFECTS[wanted.effects],
        errors=(
            f"Clustered by council ({made.councils} clusters, CR1, small-sample factor "
            f"{made.small_sample_factor:.4f}); {LEVEL_WORDS} intervals from Student's t "
            f"with {made.freedom} degrees of freedom."
        ),
        weights=f"By {naming.of(wanted.weight)}" if wanted.weight else "None: councils count alike",
        sample=f"{made.n:,} council years of {made.councils} councils"
        + (", those with every year" if wanted.balanced else ""),
        periods=f"{made.years[0]} to {made.years[-1]}, {len(made.years)} years of the outcome",
        exclusions=_exclusions(made, naming),
        fit=(
            f"Share of the spread left after the effects that the terms fit (within R²): "
            f"{made.r_squared_within:.3f}. Mean of the outcome {made.outcome_mean:,.2f}, "
            f"standard deviation {made.outcome_sd:,.2f}."
        ),
        method=(
            "Least squares on columns without their effects (Frisch, Waugh and Lovell); the same "
            "numbers as pyfixest's feols with vcov={'CRV1': 'council'}."
        ),
    )


def feols_formula(made: Panel) -> str:
    """The specification as pyfixest and fixest write it."""
    wanted = made.specification
    left = f"log({wanted.outcome})" if wanted.log_outcome else wanted.outcome
    exposure = wanted.exposure + (f"_lag{wanted.lag_years}" if wanted.lag_years else "")
    effects = {"none": "", "council": " | council", "year": " | year"}
    absorbed = effects.get(wanted.effects, " | council + year")
    return f"{left} ~ {' + '.join([exposure, *wanted.covariates])}{absorbed}"


def _formula(made: Panel) -> str:
    wanted = made.specification
    lag = f"−{wanted.lag_years}" if wanted.lag_years else ""
    terms = [f"b·{wanted.exposure}[i, t{lag}]"]
    terms += [f"c{at}·{name}[i, t]" for at, name in enumerate(wanted.covariates, start=1)]
    terms += {"none": ["a"], "council": ["a[i]"], "year": ["g[t]"]}.get(
        wanted.effects, ["a[i]", "g[t]"]
    )
    outcome = f"{wanted.outcome}[i, t]"
    left = f"log {outcome}" if wanted.log_outcome else outcome
    return f"{left} = {' + '.join([*terms, 'e[i, t]'])}"


def _in_words(made: Panel, naming: Naming, covariates: list[str]) -> str:
    parts = [f"b times the {naming.exposure}{EARLIER[made.specification.lag_years]}"]
    parts += [f"a number times {name}" for name in covariates]
    parts += {
        "none": ["a constant"],
        "council": ["a constant for each council"],
        "year": ["a constant for each year"],
        "two_way": ["a constant for each council", "a constant for each year"],
    }[made.specification.effects]
    return (
        f"{naming.outcome} of a council in a year is written as {listed(parts)}, and what is left."
    )


def _exclusions(made: Panel, naming: Naming) -> tuple[str, ...]:
    said = []
    for reason, rows in made.left_out.iter_rows():
        words = LEFT_OUT.get(reason) or f"no figure for {naming.of(reason.removeprefix('no_'))}"
        said.append(f"{rows:,} council year{'s' if rows > 1 else ''}: {words}.")
    return tuple(said) or ("None.",)
