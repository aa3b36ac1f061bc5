"""What the queries about payments find is what plain Python finds in the same rows."""

import re

import duckdb
import pytest

from components.answers import answer
from queries import ask, query_of
from tests.world import payments

pytestmark = pytest.mark.usefixtures("world")
NOTHING = ("supplier_words", "supplier_slug", "councils", "service", "category", "first", "last")
NOTHING += ("least_gbp", "most_gbp", "words_like")
WHOLE = dict.fromkeys(NOTHING) | {"way": "by_place", "cards": "with", "credits": "with"}
OF_SUMS = ("councils", "service", "category", "first", "last", "cards")
ROWS = payments.tables()["payment"]
WORDS = dict(enumerate(payments.WORDINGS))


def found(**given) -> tuple[int, float]:
    one = ask("payments/found", **WHOLE | given).filter(part="all")
    return one["payments"].sum(), round(one["amount_gbp"].sum(), 2)


def by_hand(keep) -> tuple[int, float]:
    kept = [row["amount_pence"] for row in ROWS if keep(row)]
    return len(kept), round(sum(kept) / 100, 2)


@pytest.mark.parametrize(
    ("given", "keep"),
    [
        ({}, lambda row: True),
        ({"councils": ["MAA", "DIA"]}, lambda row: row["council"] in ("MAA", "DIA")),
        ({"cards": "only"}, lambda row: row["card"]),
        ({"cards": "without"}, lambda row: not row["card"]),
        ({"credits": "only"}, lambda row: row["amount_pence"] < 0),
        ({"least_gbp": 1000.23}, lambda row: row["amount_pence"] >= 100_023),
        ({"most_gbp": 1000.23}, lambda row: row["amount_pence"] <= 100_023),
        ({"service": "highways"}, lambda row: WORDS[row["wording"]][3] == "highways"),
        ({"category": "none"}, lambda row: WORDS[row["wording"]][4] is None),
        ({"words_like": "%REFUSE%"}, lambda row: "Refuse" in WORDS[row["wording"]][1]),
        ({"first": "2023-04-01"}, lambda row: f"{row['month']}" >= "2023-04-01"),
        ({"last": "2022-05-01"}, lambda row: f"{row['month']}" <= "2022-05-01"),
        ({"supplier_words": ["(north)"]}, lambda row: row["supplier"] == 2),
        # Words in any order, their beginnings, and one with a slip of a letter.
        ({"supplier_words": ["care", "acme"]}, lambda row: row["supplier"] == 2),
        ({"supplier_words": ["acem"]}, lambda row: row["supplier"] == 2),
        # Within a word is no word: ILIKE found it.
        ({"supplier_words": ["cme"]}, lambda row: False),
        ({"supplier_slug": "bold-bins"}, lambda row: row["supplier"] == 3),
        ({"supplier_words": ["%"]}, lambda row: False),
    ],
)
def test_a_search_finds_what_reading_every_row_finds(given, keep):
    assert found(**given) == by_hand(keep)


@pytest.mark.parametrize("way", ["by_supplier", "by_place"])
def test_every_way_leads_to_the_same_payments(way):
    given = {"supplier_words": ["acme"], "councils": ["MAA", "UNA"], "cards": "without"}
    straight = ask("payments/found", **WHOLE | given | {"way": way})
    kept = [row for row in ROWS if row["supplier"] == 2 and row["council"] in ("MAA", "UNA")]
    assert straight.filter(part="all")["payments"].item() == len(kept)


@pytest.mark.parametrize(
    "given",
    [{}, {"councils": ["MAC"]}, {"service": "none"}, {"first": "2022-04-01", "last": "2023-03-01"}],
)
def test_sums_that_are_kept_are_those_of_the_payments(given):
    asked = {name: (WHOLE | given)[name] for name in OF_SUMS}
    years = {"first_year": "2022-23", "last_year": "2022-23"} if "first" in given else {}
    years = {"first_year": None, "last_year": None} | years
    sums = ask("payments/sums", **asked, **years, suppliers=True)
    assert sums.equals(ask("payments/found", **WHOLE | given))


# One word, a part of one, several in their order and not, signs of patterns, a space.
WORDS_ASKED = ["%refuse%", "%EFUS%", "%home%visits%", "%visits%home%", "%=1+1%", "%^%%", "%^_%"]
WORDS_ASKED += ["%r_fuse%", "%home care%", "%", "%nobody writes this%"]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"councils": ["MAA", "CSH"], "first": "2022-06-01", "last": "2023-01-01"},
        {"service": "highways", "cards": "only"},
        {"category": "none", "cards": "without"},
    ],
)
@pytest.mark.parametrize("words_like", [None, *WORDS_ASKED])
def test_sums_by_words_are_those_of_the_payments(words_like, given):
    given = given | {"words_like": words_like}
    asked = {name: (WHOLE | given)[name] for name in (*OF_SUMS, "words_like")}
    assert ask("payments/found_in_sums", **asked).equals(ask("payments/found", **WHOLE | given))


@pytest.mark.parametrize(
    "given",
    [
        {"supplier_words": ["acme"]},
        {"supplier_words": ["acem"], "councils": ["MAA", "UNA"], "cards": "without"},
        {"supplier_words": ["bins", "bold"], "words_like": "%refuse%", "category": "none"},
        {"supplier_slug": "bold-bins", "first": "2022-06-01", "last": "2023-01-01"},
        {"supplier_slug": "private-persons", "service": "highways"},
        {"supplier_words": ["nobody"]},
    ],
)
def test_sums_of_suppliers_are_those_of_the_payments(given):
    names = (*OF_SUMS, "words_like", "supplier_words", "supplier_slug")
    asked = {name: (WHOLE | given)[name] for name in names}
    assert ask("payments/found_of_suppliers", **asked).equals(
        ask("payments/found", **WHOLE | given)
    )


def said(pattern: str, text: str) -> bool:
    """LIKE with ^ before a sign that is meant, small and capital letters alike, in plain Python."""
    parts = re.findall(r"\^.|[%_]|[^%_^]+", pattern)
    signs = {"%": ".*", "_": "."}
    plain = "".join(signs.get(one) or re.escape(one.removeprefix("^")) for one in parts)
    return re.fullmatch(plain, text, re.IGNORECASE | re.DOTALL) is not None


@pytest.mark.parametrize("words_like", WORDS_ASKED)
def test_words_are_found_as_parts_of_words_in_one_text(words_like):
    texts = {key: [text for text in words[:3] if text] for key, words in WORDS.items()}
    saying = {key for key, found in texts.items() if any(said(words_like, one) for one in found)}
    assert found(words_like=words_like) == by_hand(lambda row: row["wording"] in saying)


def test_every_part_adds_up_to_the_whole():
    frame = ask("payments/found", **WHOLE)
    whole = frame.filter(part="all")["payments"].item()
    for (part,), rows in frame.partition_by("part", as_dict=True).items():
        assert rows["payments"].sum() == whole, part


@pytest.mark.parametrize("sort", ["newest", "oldest", "largest", "smallest"])
def test_pages_hold_every_payment_once_and_in_order(sort):
    pages = [
        ask("payments/rows", **WHOLE, sort=sort, rows=100, skip=skip) for skip in range(0, 600, 100)
    ]
    places = [place for page in pages for place in page.select("file", "sheet", "line").rows()]
    assert len(places) == len(set(places)) == len(ROWS)
    amounts = [amount for page in pages for amount in page["amount_gbp"]]
    days = [day or month for page in pages for day, month in page.select("day", "month").rows()]
    ordered = {"newest": days[::-1], "oldest": days, "largest": amounts[::-1]}
    kept = ordered.get(sort, amounts)
    assert kept == sorted(kept)


def test_what_must_be_looked_at_is_told_before():
    asked = {"supplier_words": None, "supplier_slug": "acme-care", "councils": ["MAA"]}
    reach = ask("payments/reach", **asked, first=None, last=None).row(0, named=True)
    assert reach == {
        "by_place": by_hand(lambda row: row["council"] == "MAA")[0],
        "by_supplier": by_hand(lambda row: row["supplier"] == 2)[0],
        "suppliers": 1,
        "near": False,
    }


def test_a_missing_month_is_told_and_never_nought():
    held = ask("payments/coverage", councils=["MAC"]).row(0, named=True)
    assert (held["months"], held["missing"], held["threshold_gbp"]) == (23, 1, 250)
    months = ask("payments/months", councils=["MAC"])["month"]
    assert payments.MONTHS[2] not in months.to_list()


@pytest.mark.parametrize("sort", [None, "newest"])
def test_the_query_that_a_figure_shows_can_be_run_as_it_stands(world, sort):
    given = WHOLE | {"councils": ["MAA", "CSH"], "supplier_words": ["acme"], "least_gbp": 0.5}
    asked = answer("payments/rows", **given, sort=sort, rows=9, skip=3)
    with duckdb.connect(world, read_only=True) as database:
        for statement in database.extract_statements(asked.sql):
            rows = database.execute(statement)
        found = rows.fetchall()
    assert [row[-3:] for row in found] == [row[-3:] for row in asked.frame.rows()]


@pytest.mark.parametrize(("word", "near"), [("acme", False), ("acem", True)])
def test_a_name_that_nobody_has_is_told_from_one_that_is_found(word, near):
    asked = {"supplier_words": [word], "supplier_slug": None, "councils": None}
    assert ask("payments/reach", **asked, first=None, last=None)["near"].item() is near


def test_three_searches_say_what_they_found_in_the_same_words():
    """Where they look differs; what is made of it is one text, kept three times to plan it once."""
    tails = {
        query_of(f"payments/{name}").text.split("largest AS", 1)[1]
        for name in ("found", "found_in_sums", "found_of_suppliers")
    }
    assert len(tails) == 1
