"""An outcome by groups of councils: by delivery model, or by thirds of a share.

Means come with Student's t interval, medians with the distribution-free one of order statistics
(at least 95%; null with fewer than six councils, which cannot give one). No group is compared
fairly until one has seen what else differs: `balance`.
"""

from collections.abc import Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import bdtr, stdtrit

from inference.comparison.level import TAIL
from inference.comparison.quantiles import bin_of, quantile_cuts

FEWEST_IN_GROUP = 3
# Austin 2009, Stuart 2010: differences above these deserve a word, and a strong one.
SLIGHT, MARKED = 0.1, 0.25


def thirds(frame: pl.DataFrame, share: str, names: Sequence[str]) -> pl.DataFrame:
    """The frame with `group`: one of `names` (lowest share first; three make thirds), or null.

    Councils without a share have no group. Fewer groups when many shares are equal.
    """
    values = frame[share].cast(pl.Float64)
    known = values.is_finite().fill_null(False)
    cuts = quantile_cuts(values.filter(known).to_list(), len(names))
    groups = [
        names[bin_of(value, cuts)] if sound else None
        for value, sound in zip(values, known, strict=True)
    ]
    return frame.with_columns(pl.Series("group", groups, pl.String))


def outcome_by_group(frame: pl.DataFrame, outcome: str) -> pl.DataFrame:
    """One row for each group, in order of name: group, n, without (councils with no figure), mean,
    mean_lower, mean_upper, median, median_lower, median_upper, sd.

    Takes `council` (once each), `group` and the outcome. Groups of fewer than three have n only.
    """
    if frame["council"].is_duplicated().any():
        raise ValueError("a council stands twice in the frame")
    value = pl.col(outcome).cast(pl.Float64)
    marked = frame.filter(pl.col("group").is_not_null()).with_columns(
        value=pl.when(value.is_finite()).then(value)
    )
    rows = []
    for (group,), part in marked.sort("group").group_by("group", maintain_order=True):
        values = np.sort(part["value"].drop_nulls().to_numpy())
        counted = {"group": group, "n": values.size, "without": part.height - values.size}
        rows.append(counted | _summary(values))
    return pl.DataFrame(rows, schema=_COLUMNS)


def balance(frame: pl.DataFrame, covariates: Sequence[str], reference: str) -> pl.DataFrame:
    """What else differs: one row for each covariate and group other than `reference`.

    covariate, group, n, mean, reference_n, reference_mean, difference (standardised: of means,
    over the root of the two variances' mean), word ("alike" up to 0.1, "slight", "marked" above
    0.25; null where it cannot be told).
    """
    rows = []
    others = [g for g in frame["group"].drop_nulls().unique().sort() if g != reference]
    for name in covariates:
        base = _known(frame, name, reference)
        for group in others:
            own = _known(frame, name, group)
            difference = standardised_difference(own, base)
            rows.append(
                {
                    "covariate": name,
                    "group": group,
                    "n": own.size,
                    "mean": float(own.mean()) if own.size else None,
                    "reference_n": base.size,
                    "reference_mean": float(base.mean()) if base.size else None,
                    "difference": difference,
                    "word": _word(difference),
                }
            )
    return pl.DataFrame(rows, schema=_BALANCE)


def standardised_difference(own: NDArray[np.float64], base: NDArray[np.float64]) -> float | None:
    """Difference of means in pooled standard deviations; None when there is no spread or n < 3."""
    if min(own.size, base.size) < FEWEST_IN_GROUP:
        return None
    spread = np.sqrt((own.var(ddof=1) + base.var(ddof=1)) / 2)
    return float((own.mean() - base.mean()) / spread) if spread > 0 else None


def median_limits(ordered: NDArray[np.float64]) -> tuple[float, float] | None:
    """Order statistics that hold the median with at least 95%, from sorted values."""
    n = ordered.size
    # So many values may lie below the median's lower limit, and as many above its upper one.
    below = np.flatnonzero(bdtr(np.arange(n // 2), n, 0.5) <= TAIL)
    if not below.size:
        return None
    at = int(below[-1])
    return float(ordered[at]), float(ordered[n - 1 - at])


def _summary(values: NDArray[np.float64]) -> dict[str, float | None]:
    n = values.size
    if n < FEWEST_IN_GROUP:
        return dict.fromkeys(_COLUMNS.keys() - {"group", "n", "without"})
    mean, sd = float(values.mean()), float(values.std(ddof=1))
    half = float(stdtrit(n - 1, 1 - TAIL)) * sd / n**0.5
    lower, upper = median_limits(values) or (None, None)
    return {
        "mean": mean,
        "mean_lower": mean - half,
        "mean_upper": mean + half,
        "median": float(np.median(values)),
        "median_lower": lower,
        "median_upper": upper,
        "sd": sd,
    }


def _known(frame: pl.DataFrame, name: str, group: str) -> NDArray[np.float64]:
    values = frame.filter(pl.col("group") == group)[name].cast(pl.Float64).drop_nulls()
    return values.filter(values.is_finite()).to_numpy()


def _word(difference: float | None) -> str | None:
    if difference is None:
        return None
    if abs(difference) <= SLIGHT:
        return "alike"
    return "slight" if abs(difference) <= MARKED else "marked"


_NUMBERS = ("mean", "mean_lower", "mean_upper", "median", "median_lower", "median_upper", "sd")
_COLUMNS = {"group": pl.String, "n": pl.Int64, "without": pl.Int64} | dict.fromkeys(
    _NUMBERS, pl.Float64
)
_BALANCE = {
    "covariate": pl.String,
    "group": pl.String,
    "n": pl.Int64,
    "mean": pl.Float64,
    "reference_n": pl.Int64,
    "reference_mean": pl.Float64,
    "difference": pl.Float64,
    "word": pl.String,
}
