"""Sixteen outcomes, a line each with a mark for every metric, and each metric's row behind it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from charts.judgement_sentences import judgement_words, left_out_words, stability_words
from charts.palette import SIGNS
from charts.periods import days_in_words
from charts.wording import count_words, figure, gap_label, joined
from components.look import palette
from inference.comparison.judgement import Judgement, grade_of, judgement_of

Row = Mapping[str, Any]
NOT_HELD, NOT_ASKED, NO_METRIC = "not_held", "not_asked", "no_metric"
MARKS = {NOT_HELD: ("–", "not held here"), NOT_ASKED: ("·", "not this council’s duty")}
RELATIONS = {
    "exact": "",
    "derived": "worked out here from published figures",
    "part": "one part of the metric",
    "near": "near to it",
}
DAYS_OF_A_YEAR = 365.25
STYLE = """<style>
.framework {margin: 0 0 1rem}
.framework > details {border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent)}
.framework summary {cursor: pointer; display: grid; align-items: baseline; gap: 0 1rem;
  grid-template-columns: 2rem minmax(12rem, 1.2fr) minmax(8rem, 1fr) minmax(10rem, 1.3fr);
  padding: .38rem 0}
.framework summary b {font-weight: 600}
.framework .marks {letter-spacing: .18em; font-weight: 700; overflow-wrap: anywhere}
.framework .counts {font-size: .85rem; opacity: .85}
.framework table {border-collapse: collapse; width: 100%; font-size: .92rem; margin: 0 0 .8rem}
.framework th, .framework td {text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0;
  border-top: 1px solid color-mix(in srgb, currentColor 10%, transparent); font-weight: 400}
.framework thead th {font-weight: 600; font-size: .85rem; border: 0}
.framework tbody th {width: 34%} .framework td:nth-child(2), .framework td:nth-child(3) {width: 15%}
.framework small {display: block; font-size: .8rem; opacity: .85}
.framework a {color: inherit}
@media (max-width: 40rem) {
  .framework summary {grid-template-columns: 1.6rem 1fr}
  .framework .marks, .framework .counts {grid-column: 2}
  .framework thead {position: absolute; left: -999px}
  .framework tbody th, .framework td, .framework tr {display: block; width: auto !important}
  .framework td {border: 0; padding: .1rem 0}
}
</style>"""


def outcomes_table(rows: Sequence[Row], open_outcome: str | None = None) -> str:
    """HTML of all outcomes in the framework's order; everything from the edition escaped."""
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row["outcome"])]
    return (
        STYLE + f'<div class="framework">{"".join(_outcome(g, open_outcome) for g in groups)}</div>'
    )


def key_words() -> str:
    """What the marks mean."""
    said = [f"{SIGNS[word].character} {words}" for word, words in KEY.items()]
    return ", ".join([*said, *(f"{mark} {words}" for mark, words in MARKS.values())])


KEY = {
    "better": "better",
    "somewhat_better": "somewhat better",
    "similar": "similar",
    "somewhat_worse": "somewhat worse",
    "worse": "worse",
    "higher": "higher",
    "lower": "lower",
    "position": "position only",
    "grade": "grade",
    "not_judged": "figure not judged",
}


def standing_of(row: Row) -> str:
    """The word of the figure, or why there is none: not_held, not_asked."""
    if not _asked(row):
        return NOT_ASKED
    if row["value"] is None:
        return NOT_HELD
    return str(row["word"])


def _asked(row: Row) -> bool:
    """Whether the framework asks the metric of a council of this kind."""
    return bool(row["reason"] != "not_responsible")


def _outcome(rows: Sequence[Row], open_outcome: str | None) -> str:
    first = rows[0]
    number = int(first["outcome"])
    is_open = " open" if open_outcome == str(number) else ""
    body = "".join(_row(row) for row in rows)
    heads = ("Metric", "This council", "Peers’ median", "Beside peers")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        f"<details{is_open}><summary><span>{number}</span><b>{escape(first['outcome_title'])}</b>"
        f'<span class="marks" aria-hidden="true">{"".join(_mark(row) for row in rows)}</span>'
        f'<span class="counts">{escape(_counts(rows))}</span></summary>'
        f"<p>The aim: {escape(str(first['ambition']))}.</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></details>"
    )


def _mark(row: Row) -> str:
    standing = standing_of(row)
    if standing in MARKS:
        return MARKS[standing][0]
    sign = palette().sign(row["word"])
    return f'<span style="color:{sign.colour}">{sign.character}</span>'


def _counts(rows: Sequence[Row]) -> str:
    """ "2 somewhat worse, 3 similar, 4 not held here"."""
    counts = Counter(standing_of(row) for row in rows)
    words = {**KEY, **{key: words for key, (_, words) in MARKS.items()}}
    return ", ".join(f"{counts[key]} {said}" for key, said in words.items() if counts[key])


def _row(row: Row) -> str:
    return (
        f'<tr><th scope="row">{_metric(row)}</th><td>{_figure(row)}</td><td>{_median(row)}</td>'
        f"<td>{_beside(row)}</td></tr>"
    )


def _metric(row: Row) -> str:
    title = escape(str(row["title"]))
    if row["figure_title"] and row["relation"] in ("near", "part"):
        title += f": {escape(str(row['figure_title']))}"
    facts = [str(row["metric"]), RELATIONS.get(_relation(row), ""), row["differs"], row["caution"]]
    small = " · ".join(str(fact) for fact in facts if fact)
    official = row["official_title"]
    exact = f"<small><em>{escape(str(official))}</em></small>" if official else ""
    return f"{title}{exact}<small>{escape(small)}</small>"


def _relation(row: Row) -> str:
    return (
        "derived"
        if row["held"] == "derived" and row["relation"] == "exact"
        else row["relation"] or ""
    )


def _figure(row: Row) -> str:
    if not _asked(row):
        return f"<em>{MARKS[NOT_ASKED][1]}</em><small>{escape(str(row['level_says']))}</small>"
    if row["value"] is None:
        return _absent(row)
    grade = grade_of(row["value"], row["grades"] or ())
    words = (
        f"<strong>{escape(grade or figure(row['value'], row['unit'], row['decimals']))}</strong>"
    )
    if row["lower"] is not None and row["upper"] is not None:
        ends = [figure(row[name], row["unit"], row["decimals"]) for name in ("lower", "upper")]
        words += f"<small>95% interval {escape(' to '.join(ends))}</small>"
    return f"{words}<small>{escape(_when(row))}</small>"


def _absent(row: Row) -> str:
    """Not held here: and whose it is, with the page."""
    if row["held"] == NO_METRIC:
        return "<em>the framework sets no metric yet</em>"
    why = gap_label(row["status"]) if row["status"] else MARKS[NOT_HELD][1]
    words = f"<em>{escape(why)}</em>"
    if row["note"]:
        words += f"<small>{escape(str(row['note']))}</small>"
    if row["landing_url"]:
        said = escape(str(row["publication"] or row["publisher"]))
        words += (
            f'<small>Published: <a href="{escape(str(row["landing_url"]))}" rel="noreferrer">{said}'
            "</a></small>"
        )
    return words


def _when(row: Row) -> str:
    days = row["age_days"]
    age = (
        f", {count_words(round(days / DAYS_OF_A_YEAR), 'year')} old" if days and days > 730 else ""
    )
    return f"{days_in_words(str(row['period']))}{age}"


def _median(row: Row) -> str:
    if row["value"] is None or row["peers_median"] is None:
        return ""
    grade = grade_of(row["peers_median"], row["grades"] or ())
    middle = grade or figure(row["peers_median"], row["unit"], row["decimals"])
    return f"{escape(middle)}<small>n = {row['peers_n']}</small>"


def _beside(row: Row) -> str:
    if row["value"] is None or not _asked(row):
        return ""
    said = _judged(row)
    sign = palette().sign(said.word)
    words = _words(row, said)
    more = stability_words(said.stability) if said.stability else ""
    small = f"<small>{escape(more)}</small>" if more else ""
    mark = f'<span style="color:{sign.colour}" aria-hidden="true">{sign.character}</span>'
    return f"{mark} {escape(words)}{small}"


def _words(row: Row, said: Judgement) -> str:
    if row["not_ranked_because"]:
        return str(row["not_ranked_because"])
    if said.word == "not_judged" and said.reason == "context":
        return "a circumstance of the place: no word is said of it"
    if said.word == "not_judged":
        return f"not judged: {left_out_words(said.reason or 'no_value')}"
    return judgement_words(said, "its peers’ median")


def _judged(row: Row) -> Judgement:
    taken = dict(row) | {
        "left_out_because": None if row["word"] != "not_judged" else row["reason"],
        "models_n": row["judged_n"],
    }
    return judgement_of(taken, row["grades"] or ())


def headline(rows: Sequence[Row], name: str) -> str:
    """How many metrics are held, and which stand out; plain text."""
    metrics = {row["metric"]: row for row in rows if row["held"] != NO_METRIC}
    asked = {key for key, row in metrics.items() if _asked(row)}
    held = {row["metric"] for row in rows if _asked(row) and row["value"] is not None}
    words = (
        f"The framework asks {count_words(len(metrics), 'metric')}; {len(asked)} of them of a "
        f"council like {name}. A figure, exact or near, is held for {len(held & asked)}."
    )
    out = {way: _titles(rows, way) for way in ("better", "worse")}
    said = [
        f"{joined(titles)} {'stand' if len(titles) > 1 else 'stands'} out as {way}"
        for way, titles in out.items()
        if titles
    ]
    return (
        f"{words} {joined(said)}."
        if said
        else f"{words} None stands out as better or worse than its peers."
    )


def _titles(rows: Sequence[Row], word: str) -> list[str]:
    return list(dict.fromkeys(str(row["title"]) for row in rows if row["word"] == word))
