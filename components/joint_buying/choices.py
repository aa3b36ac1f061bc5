"""Which councils, which years, and how many of them must buy: kept in the address."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import streamlit as st

from charts.wording import count_words, joined
from components.address import pick, refusal
from components.answers import Answer, answer
from components.several import pick_several, refusal_of_several

ALL = "all"
LEAST = ["2", "3", "4", "5", "6", "8", "10", "15", "20", "30", "50"]
USUAL_LEAST = "3"
FEWEST_BESIDE = 2
NEAR = "same_region"
SORTS = {"councils": "how many councils buy it", "money": "how much money it is"}
Row = dict[str, object]


@dataclass(frozen=True)
class Chosen:
    """`councils` are the keys of all that are compared, `subject` the row of the one in whose
    view they are seen, `beside` why the others are its others."""

    councils: tuple[str, ...]
    subject: Row | None
    beside: str
    periods: tuple[str, ...]
    least: int
    sort: str

    @property
    def takes(self) -> dict[str, object]:
        return {"councils": list(self.councils), "periods": list(self.periods)}

    @property
    def key(self) -> str | None:
        return self.subject["council"] if self.subject else None

    @property
    def others(self) -> list[str]:
        return [council for council in self.councils if council != self.key]

    def held(self, councils: Iterable[str]) -> "Chosen":
        """Without those of whom nothing is held in these years: n counts councils with figures."""
        kept = set(councils)
        return replace(self, councils=tuple(one for one in self.councils if one in kept))

    @property
    def years(self) -> str:
        return joined(sorted(self.periods))

    @property
    def who(self) -> str:
        """ "16 councils"; "6 councils (Leeds and 5 others)"."""
        many = count_words(len(self.councils), "council")
        if self.subject is None:
            return many
        return f"{many} ({self.subject['name']} and {count_words(len(self.others), 'other')})"


def choose() -> Chosen | None:
    """None when no payments are held."""
    held = {row["slug"]: row for row in answer("joint_buying/councils").frame.rows(named=True)}
    if not held:
        return None
    first, second = st.columns(2, vertical_alignment="bottom")
    with first:
        subject = _subject(held)
    with second:
        councils, beside = _beside(held, subject)
    years = answer(
        "joint_buying/years", councils=councils, council=subject["council"] if subject else None
    )
    if years.frame.is_empty():
        return None
    first, second, third = st.columns([4, 2, 3], vertical_alignment="bottom")
    with first:
        periods = _periods(years)
    with second:
        least = _least(len(councils), USUAL_LEAST if subject is None else LEAST[0])
    with third:
        sort = pick(st.selectbox, "In order of", "sort", list(SORTS), words=SORTS.get)
    _complain(held, years, subject, len(councils))
    return Chosen(tuple(councils), subject, beside, tuple(periods), least, sort)


def usual_year(years: Answer) -> str:
    """The year in which the council in whose view it is and the others are held best; without
    one, that with the most councils held for all of it; of those the latest."""
    return max(
        years.frame.rows(named=True),
        key=lambda row: (
            row["own_months"] * row["other_months"],
            row["whole_councils"],
            row["councils"],
            row["period"],
        ),
    )["period"]


def _subject(held: dict[str, Row]) -> Row | None:
    names = {ALL: "All councils alike"} | {slug: row["name"] for slug, row in held.items()}
    return held.get(pick(st.selectbox, "In whose view", "council", list(names), words=names.get))


def _models(subject: Row) -> dict[str, Row]:
    rows = answer("joint_buying/peers", council=subject["council"]).frame.rows(named=True)
    return {row["model"]: row for row in rows if row["held"]}


def _beside(held: dict[str, Row], subject: Row | None) -> tuple[list[str], str]:
    """Keys of the councils compared, and in words why these."""
    every = sorted(row["council"] for row in held.values())
    if subject is None:
        return every, "Every council whose payments are held."
    models = _models(subject)
    labels = {
        model: f"{row['title']} ({len(row['held'])} of {row['peers']} held)"
        for model, row in models.items()
    }
    labels[ALL] = f"All councils held ({len(every) - 1})"
    # Who buys together are mostly those who are near.
    usual = [model for model, row in models.items() if len(row["held"]) >= FEWEST_BESIDE]
    usual.sort(key=lambda model: model != NEAR)
    chosen = pick(
        st.selectbox,
        "Beside",
        "peers",
        list(labels),
        words=labels.get,
        default=usual[0] if usual else ALL,
    )
    if chosen == ALL:
        return every, "All the other councils whose payments are held."
    row = models[chosen]
    words = f"{row['title']}: {row['explanation']} Payments are held, for some years, of "
    words += f"{joined(row['held_names'])}."
    return sorted([subject["council"], *row["held"]]), words


def _periods(years: Answer) -> list[str]:
    labels = {
        row["period"]: f"{row['period']} ({row['whole_councils']} of {row['councils']} whole)"
        for row in years.frame.rows(named=True)
    }
    return pick_several(
        "Financial years (councils held for all twelve months, of those held at all)",
        "years",
        list(labels),
        words=labels.get,
        default=[usual_year(years)],
    ) or [usual_year(years)]


def _least(councils: int, usual: str) -> int:
    offered = _offered(councils)
    return int(
        pick(
            st.selectbox,
            "Paid by at least",
            "least",
            offered,
            words=lambda n: count_words(int(n), "council"),
            default=usual,
        )
    )


def _offered(councils: int) -> list[str]:
    return [n for n in LEAST if int(n) <= councils] or LEAST[:1]


def _complain(held: dict[str, Row], years: Answer, subject: Row | None, councils: int) -> None:
    models = list(_models(subject)) if subject else []
    wrong = [
        refusal("council", [ALL, *held], "council"),
        refusal("peers", [ALL, *models], "peer group") if subject else None,
        refusal_of_several("years", years.frame["period"].to_list(), "years"),
        refusal("least", _offered(councils), "number of councils"),
        refusal("sort", list(SORTS), "order"),
    ]
    if any(wrong):
        st.info(" ".join(filter(None, wrong)) + " The usual choice is shown instead.")
