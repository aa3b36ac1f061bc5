"""What to bear in mind of a figure across councils, and who or what is missing from it."""

from collections.abc import Mapping, Sequence

from brief.service_asked import ServiceAsked
from brief.service_questions import Spread
from charts.judgement_sentences import left_out_words
from charts.wording import joined
from findings.asking import Ask
from findings.service_figure import Looked
from findings.service_words import OVER_YEARS, RULE
from findings.spending_caveats import CAVEATS

FUNNEL = (
    "Limits at 95% and 99.8%: one council in twenty, and one in five hundred, lies outside by "
    "chance. A council outside asks a question; it does not answer it."
)
MOST_NAMED = 5
# Groups that are all councils of their nation.
OWN_LIST = ("scottish", "welsh", "northern_irish")


def caveats(ask: Ask, asked: ServiceAsked, spread: Spread) -> list[str]:
    said = [RULE.format(asked.group.who)]
    for one in filter(None, (asked.one, asked.spending)):
        about = ask("measure/about", measure=one.row["measure"]).row(0, named=True)
        said += [f"{one.title}: {caveat}" for caveat in about["caveats"] or ()]
    said += CAVEATS
    if spread.funnel:
        said.append(FUNNEL)
    return [*said, *OVER_YEARS]


def missing(ask: Ask, asked: ServiceAsked, every: Sequence[Looked]) -> list[str]:
    said = _left_out(asked.one)
    if asked.spending:
        said += _left_out(asked.spending)
    newest = max(str(one.row["period"]) for one in every)
    old = [
        f"{one.title} ({one.row['period']})"
        for one in every
        if one.row["kind"] != "spend" and str(one.row["period"])[:4] < newest[:4]
    ]
    if old:
        more = len(old) - MOST_NAMED
        named = f"{', '.join(old[:MOST_NAMED])} and {more} more" if more > 0 else joined(old)
        said.append(f"Nothing newer is held of: {named}.")
    others = [
        _group_words(row)
        for row in ask("service/groups").rows(named=True)
        if row["service"] == asked.group.about["service"]
        and (row["nation"], row["comparison_group"])
        != (asked.group.about["nation"], asked.group.about["comparison_group"])
    ]
    if others:
        said.append(
            f"Councils that run other parts of the service are compared apart: {joined(others)}."
        )
    return said or ["Every council that runs the service has a figure."]


def _group_words(row: Mapping[str, object]) -> str:
    """ "181 in England (district)"; a nation with one list of councils needs no name for it."""
    words = f"{row['councils']} in {row['nation']}"
    group = str(row["comparison_group"])
    return words if group in OWN_LIST else f"{words} ({group.replace('_', ' ')})"


def _left_out(one: Looked) -> list[str]:
    """Why and who, reason by reason."""
    absent = one.figures.frame.drop_nulls("left_out_because").sort("name")
    said = []
    for (why,), rows in sorted(
        absent.partition_by("left_out_because", as_dict=True).items(),
        key=lambda part: -len(part[1]),
    ):
        names = rows["name"].to_list()
        more = len(names) - MOST_NAMED
        who = f"{', '.join(names[:MOST_NAMED])} and {more} more" if more > 0 else joined(names)
        said.append(f"{one.title}, {one.row['period']}, {left_out_words(str(why))}: {who}.")
    return said
