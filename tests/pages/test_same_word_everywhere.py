"""A figure has one word: on Council, on Compare, on Service and in the table of judgements."""

import random
import re
from html import unescape

import polars as pl
import pytest

import queries
from charts.judgement_sentences import WORDS
from inference.comparison.stability import SAID
from queries import ask
from tests.pages.opening import opened, words

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
KINDS = ["outcome", "activity", "spend", "finance"]
ROW = re.compile(
    r'<th scope="row">(?:<a [^>]*>)?(?P<title>.*?)(?:</a>)?<small>.*?'
    r'data-label="Beside peers"><span.*?</span>'
    r"(?P<word>.*?)(?:<small>(?P<more>.*?)</small>)?</td>",
    re.DOTALL,
)


def table_of(page) -> dict[str, tuple[str, str]]:
    """Title -> the words beside the peers and what stands under them."""
    html = "\n".join(one.value for one in page.get("html") if "findings" in one.value)
    return {
        unescape(row["title"]): (unescape(row["word"]), unescape(row["more"] or ""))
        for row in ROW.finditer(html)
    }


def chosen(seed: int) -> tuple[dict[str, object], pl.DataFrame]:
    """A council with words, and what is stored of its measures."""
    rng = random.Random(seed)
    every = ask("council/names").rows(named=True)
    while True:
        council = rng.choice(every)
        takes = {"council": council["council"], "model": "usual", "kinds": KINDS}
        stored = ask("council/outcomes", **takes).filter("nation_collected")
        if stored["word"].is_in(SAID).sum() >= 2:
            return council, stored


@pytest.mark.parametrize("seed", range(8))
def test_council_compare_and_service_say_the_stored_word(seed):
    council, stored = chosen(seed)
    here = table_of(opened("council", council=council["slug"]))
    told = [row for row in stored.rows(named=True) if row["title"] in here]
    said = [row for row in told if row["word"] in SAID]
    assert said
    for row in said:
        word, more = here[row["title"]]
        assert word.lower().startswith(WORDS[row["word"]] + " "), row["measure"]
        assert more.startswith(f"Under {row['holds_n']} of {row['judged_n']} peer group")
    names = ",".join(row["measure"] for row in said[:8])
    there = table_of(opened("compare", council=council["slug"], show="chosen", measures=names))
    for row in said[:8]:
        assert there[row["title"]] == here[row["title"]], row["measure"]
    for row in [*said[:2], *(r for r in told if r["word"] in ("position", "grade"))][:3]:
        address = {"service": row["service"], "measure": row["measure"], "year": row["period"]}
        page = opened("service", **address, council=council["slug"])
        # "**Leeds**: 35.3% in 2023-24, somewhat worse than the median of 10 usual peers (under 3 of
        # 6 peer groups)."
        found = words(page).replace("\\", "")
        word, more = here[row["title"]]
        same = word if row["word"] == "grade" else word[0].lower() + word[1:]
        same = same.replace("the median of usual", f"the median of {row['peers_n']} usual")
        beside = f" ({more[0].lower()}{more[1:]})" if row["word"] in SAID else ""
        figure = "" if row["word"] == "grade" else r"[^*]+ in [^,*]+, "
        among = ", among itself and its usual peers" if row["word"] == "position" else ""
        whole = re.escape(f"{same}{beside}{among}.")
        told = rf"\*\*{re.escape(council['name'])}\*\*: {figure}{whole}"
        assert re.search(told, found), row["measure"]
