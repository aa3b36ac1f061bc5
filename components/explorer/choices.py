"""What the Explorer shows: nation, year, money, the trail, and what the whole is parted by."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

from charts.inside_sentence import inside
from components.address import pick, refusal, said, shortened
from components.answers import Answer, answer
from components.explorer import trail
from components.explorer.leaves import cells
from components.explorer.residents import Residents, residents_of
from components.explorer.trail import DIMENSIONS, WORDS, Step
from components.peers.subject import MONEY

NATIONS = ["England", "Scotland", "Wales", "Northern Ireland"]
# What a reader is offered first; a part of spending is asked for in England, where parts that are
# income make the picture harder to read.
ORDER = {
    "England": ["service", "line", "class", "region", "council", "part"],
    "Scotland": ["service", "part", "council"],
    "Wales": ["service", "council"],
    "Northern Ireland": ["service", "council"],
}
NONE = "none"
MOST_CELLS = 500
NOBODY = dict.fromkeys(["service", "line", "component", "class", "region", "slug"])


@dataclass(frozen=True)
class Chosen:
    """`frame` holds the rows of `one` with words; `levels` are one or two of its columns."""

    nation: str
    year: dict[str, object]
    money: str
    steps: list[Step]
    by: str
    then: str
    one: Answer
    frame: pl.DataFrame
    residents: Residents | None

    @property
    def levels(self) -> list[str]:
        return [WORDS[one] for one in (self.by, self.then) if one != NONE]

    @property
    def place(self) -> str:
        return ", ".join(step.words for step in self.steps) or self.nation

    @property
    def per_head(self) -> bool:
        return self.residents is not None

    @property
    def has_parts(self) -> bool:
        """Whether income is among the rows, as amounts below zero."""
        return self.nation == "England" and "part" in self._used

    @property
    def has_lines(self) -> bool:
        """Whether services are told apart by what they are made of."""
        return "line" in self._used

    @property
    def _used(self) -> set[str]:
        return {self.by, self.then, *(step.dimension for step in self.steps)}

    def step_of(self, dimension: str) -> str | None:
        return next((one.key for one in self.steps if one.dimension == dimension), None)


def choose() -> Chosen:
    what = st.columns([2, 3, 3, 2], vertical_alignment="bottom")
    with what[0]:
        nation = pick(st.selectbox, "Nation", "nation", NATIONS, words=str)
    years = {one["period"]: one for one in answer("explorer/years", nation=nation).frame.to_dicts()}
    with what[1]:
        year = _year(years)
    with what[2]:
        money = pick(
            st.selectbox, "Money", "money", list(MONEY), words=MONEY.get, default="cash_total"
        )
    with what[3]:
        kinds = ["plain", "official"]
        pick(st.segmented_control, "Words", "words", kinds, words=str.capitalize, required=True)
    steps, refused = _trail(nation, year, money)
    chosen = _parted(nation, year, money, steps)
    _complain(years, refused)
    return chosen


def asked(
    nation: str, year: dict, money: str, steps: list[Step], parts: bool, lines: bool
) -> Answer:
    """The rows under the trail, in pounds of the year or of the edition's prices."""
    takes: dict[str, object] = {"period": year["period"], "prices": money.split("_")[0]}
    narrowed = NOBODY | {DIMENSIONS[step.dimension]: step.key for step in steps}
    if year["benchmarks"]:
        kept = {name: narrowed[name] for name in ("service", "component", "slug")}
        return answer("explorer/scotland", **takes, **kept)
    return answer("explorer/spending", nation=nation, parts=parts, lines=lines, **takes, **narrowed)


def _year(years: dict[str, dict[str, object]]) -> dict[str, object]:
    chosen = pick(
        st.selectbox,
        "Year",
        "year",
        list(years),
        words=lambda label: label + (" (compiled)" if years[label]["derived"] else ""),
    )
    return years[chosen]


def _trail(nation: str, year: dict, money: str) -> tuple[list[Step], str | None]:
    """Each step is read among what stands under the steps before it."""
    text = said("trail")
    told = {
        "part": year["parts"] and "part:" in (text or ""),
        "line": bool(year["lines"]) and "line:" in (text or ""),
    }
    whole = trail.worded(asked(nation, year, money, [], told["part"], told["line"]).frame)
    known = {one: trail.keys(whole, one) for one in ORDER[nation] if told.get(one, True)}
    found = trail.read(text, known)
    return found.steps, found.word


def _parted(nation: str, year: dict, money: str, steps: list[Step]) -> Chosen:
    used = {step.dimension for step in steps}
    within = next((step.key for step in steps if step.dimension == "service"), None)
    told = within in year["lines"]
    one = asked(
        nation, year, money, steps, year["parts"] and "part" in used, told or "line" in used
    )
    frame = trail.worded(one.frame)
    offered = [
        dimension
        for dimension in _order(nation, told)
        if dimension not in used and _parts_it(frame, dimension, year["parts"])
    ] or ["council"]
    first, second = st.columns(2)
    with first:
        by = pick(st.selectbox, "Parted by", "by", offered, words=WORDS.get)
    others = [dimension for dimension in offered if dimension != by]
    # Bodies that are no councils have no lines: a second level would be "Not told apart" alone.
    if by == "service" and year["lines"] and (frame["class"] != "other").any():
        others.append("line")
    then = _then(frame, by, others, second)
    for name, options in (("by", offered), ("then", [NONE, by, *others])):
        wrong = refusal(name, options, "way to part it")
        if wrong:
            st.info(f"{wrong} The usual one is shown instead.")
    per_head = money.endswith("per_head")
    residents = residents_of(nation, year["period"], steps) if per_head else None
    used |= {by, then}
    if used & {"part", "line"}:
        one = asked(nation, year, money, steps, year["parts"] and "part" in used, "line" in used)
        frame = trail.worded(one.frame)
    return Chosen(nation, year, money, steps, by, then, one, frame, residents)


def _order(nation: str, told: bool) -> list[str]:
    """What a service is made of comes first within it, and nowhere else."""
    order = [dimension for dimension in ORDER[nation] if dimension != "line"]
    return ["line", *order] if told else order


def _parts_it(frame: pl.DataFrame, dimension: str, parts: bool) -> bool:
    if dimension == "part":
        return parts
    return frame[DIMENSIONS[dimension]].n_unique() > 1


def _then(frame: pl.DataFrame, by: str, others: list[str], where) -> str:
    """The second way to part it: none when the areas would be too many to see."""
    fits = [one for one in others if cells(frame, [WORDS[by], WORDS[one]]) <= MOST_CELLS]
    words = WORDS | {NONE: "No further"}
    usual = [one for one in fits if one != "part" or frame[DIMENSIONS["part"]].n_unique() > 1]
    # Lines have long names, which a second level leaves no room for.
    usual = [] if by == "line" else usual
    with where:
        chosen = pick(
            st.selectbox,
            "and then by",
            "then",
            [*others, NONE],
            words=words.get,
            default=usual[0] if usual else NONE,
        )
    if chosen == NONE or chosen in fits:
        return chosen
    st.info(
        f"{WORDS[by]} and {inside(WORDS[chosen])} together are more than {MOST_CELLS} areas: too "
        "many to see. Look inside one of them first."
    )
    return NONE


def _complain(years: dict[str, object], refused: str | None) -> None:
    found = [
        refusal("nation", NATIONS, "nation"),
        refusal("year", list(years), "year"),
        refusal("money", list(MONEY), "kind of money"),
    ]
    if refused:
        found.append(
            f"The trail in the address breaks at “{shortened(refused)}”, which leads nowhere in "
            "this year: what comes before it is shown."
        )
    if any(found):
        st.info(" ".join(filter(None, found)))
