"""What the choices find: councils, suppliers and months, and what is said of them first."""

from dataclasses import dataclass

import polars as pl

from charts.months import month_words
from charts.plain_text import plain
from charts.wording import count_words, joined, pounds, pounds_or_less
from components.answers import Answer, answer
from components.who_buys.choices import Chosen
from components.words.naming import safe
from queries.searching import ONLY

MOST = 50
NEAREST = 5
WHOLE_YEAR = 12
# Part of the answer -> the columns that it has.
COLUMNS = {
    "council": [
        *("council", "gss", "slug", "name", "class", "sparse", "nation", "region", "amount_gbp"),
        *("residents", "residents_year", "per_head_gbp", "payments", "suppliers", "card_gbp"),
        *("months_paid", "months_held", "threshold_gbp", "km", "source"),
    ],
    "supplier": [
        *("slug", "name", "company_number", "councils", "amount_gbp", "median_gbp", "payments"),
        *("share_pct", "paying", "found", "shared"),
    ],
    "month": ["month", "payments", "amount_gbp", "card_payments", "card_gbp"],
}
NOT_ALL = (
    "These are payments that were published and are held here, council by council and month by "
    "month: no notices of tenders, no contracts, and not every council."
)


@dataclass(frozen=True)
class Found:
    """`every` is of all bodies held in the year, `councils` of those chosen that bought, `months`
    of those chosen whose invoices are held for every month."""

    chosen: Chosen
    every: Answer
    suppliers: Answer
    months: Answer

    @property
    def held(self) -> pl.DataFrame:
        """The chosen councils of which a month of the year is held, whether they bought or not."""
        return self.every.frame.filter(pl.col("council").is_in(list(self.chosen.members)))

    @property
    def asked(self) -> Answer:
        """The rows of `held` as an answer, so that a file has them and no others."""
        return Answer(self.every.name, self.every.takes, self.held)

    @property
    def councils(self) -> pl.DataFrame:
        return self.held.filter(pl.col("payments") > 0)

    @property
    def whole(self) -> pl.DataFrame:
        """Buyers whose sum per head can stand beside others': of every month, and councils."""
        return self.councils.filter(
            (pl.col("months_held") == WHOLE_YEAR)
            & (pl.col("class") != "other")
            & ~pl.col("sparse")
            & (pl.col("amount_gbp") > 0)
        )

    @property
    def amount_gbp(self) -> float:
        return self.councils["amount_gbp"].sum()


def find(chosen: Chosen) -> Found:
    """Councils, suppliers and months from one pass over the payments."""
    near = chosen.near["council"] if chosen.near else None
    members = sorted(chosen.members)
    one = answer("who_buys/found", **chosen.takes, near=near, members=members, most=MOST)
    return Found(chosen, *(_part(one, part, columns) for part, columns in COLUMNS.items()))


def _part(one: Answer, part: str, columns: list[str]) -> Answer:
    """The rows of a part with the columns that it has."""
    return Answer(one.name, one.takes, one.frame.filter(part=part).select(columns))


def sentences(found: Found) -> list[str]:
    """The answer, and then what limits it; markdown."""
    frame, chosen = found.councils, found.chosen
    if frame.is_empty():
        return [
            f"None of {count_words(found.held.height, 'council')} held in {chosen.period} has a "
            f"payment {_what(chosen)}. Take other words, another year or more councils.",
            NOT_ALL,
        ]
    said = [_who(found), *_spread(found), *_suppliers(found), *_when(found), *_near(found)]
    return [" ".join(said), " ".join([*_held(found), NOT_ALL])]


def _what(chosen: Chosen) -> str:
    """ "for care at home", "whose words say “salt”"."""
    name = chosen.category_name
    said = [f"for {name[:1].lower()}{name[1:]}"] if name else []
    said += [f"whose words say “{plain(chosen.words)}”"] if chosen.words else []
    return safe(" ".join(said))


def _who(found: Found) -> str:
    frame = found.councils
    return (
        f"**{frame.height} of {count_words(found.held.height, 'council')}** held in "
        f"{found.chosen.period} paid **{safe(pounds(found.amount_gbp, short=True))}** in "
        f"{count_words(frame['payments'].sum(), 'payment')} {_what(found.chosen)}."
    )


def _spread(found: Found) -> list[str]:
    whole = found.whole.drop_nulls("per_head_gbp").sort("per_head_gbp")
    if whole.height < 3:
        return []
    rows = whole.rows(named=True)
    low, high = rows[0], rows[-1]
    return [
        f"Of the {whole.height} whose invoices are held for every month, it is "
        f"{_per_head(low)} a head in {safe(low['name'])}, "
        f"{safe(pounds(whole['per_head_gbp'].median()))} in the middle and {_per_head(high)} in "
        f"{safe(high['name'])}."
    ]


def _per_head(row: dict[str, object]) -> str:
    return safe(pounds_or_less(float(str(row["per_head_gbp"]))))


def _suppliers(found: Found) -> list[str]:
    frame = found.suppliers.frame
    if frame.is_empty():
        return ["No organisation that is named got it."]
    row = frame.row(0, named=True)
    shared = row["shared"]
    verb = "sells" if shared == 1 else "sell"
    words = f"{count_words(row['found'], 'organisation')} got it; "
    words += f"{shared:,} {verb} to more than one of these councils. " if shared else (
        "none of them sells to two of these councils. "
    )  # fmt: skip
    largest = f"The largest, {safe(row['name'])}, got {safe(pounds(row['amount_gbp'], short=True))}"
    share = f" ({row['share_pct']:.0f}%)" if (row["share_pct"] or 0) >= 0.5 else ""
    return [f"{words}{largest}{share}."]


def _when(found: Found) -> list[str]:
    frame = found.councils
    said = []
    total, card = found.amount_gbp, frame["card_gbp"].sum()
    if found.chosen.cards != ONLY and total > 0:
        share = 100 * card / total
        how = "none of it" if card == 0 else "under 1%" if share < 1 else f"{share:.0f}%"
        said.append(f"By card: {how}.")
    months = found.months.frame.filter(pl.col("amount_gbp") > 0)
    whole = months["amount_gbp"].sum()
    if months.height > 1:
        top = months.sort("amount_gbp").row(-1, named=True)
        said.append(
            f"The most falls in {month_words(top['month'])} "
            f"({100 * top['amount_gbp'] / whole:.0f}% of the year)."
        )
    return said


def _near(found: Found) -> list[str]:
    near = found.chosen.near
    if near is None:
        return []
    said = [_own(found, near["council"])]
    frame = found.councils.filter(pl.col("council") != near["council"]).drop_nulls("km")
    each = [
        f"{safe(row['name'])} ({row['km']:.0f} km, {safe(pounds(row['amount_gbp'], short=True))})"
        for row in frame.sort("km").head(NEAREST).rows(named=True)
    ]
    return [*said, f"Nearest to it are {joined(each)}."] if each else said


def _own(found: Found, council: str) -> str:
    """What the council in whose view it is paid, or that this is not known."""
    name, year = safe(found.chosen.near["name"]), found.chosen.period
    rows = found.every.frame.filter(council=council).rows(named=True)
    if not rows:
        return f"No payments of {name} are held for {year}."
    row = rows[0]
    if not row["payments"]:
        return f"In {name}’s own payments no words tell of it."
    return f"{name} itself paid {safe(pounds(row['amount_gbp'], short=True))}."


def _held(found: Found) -> list[str]:
    part = found.held.filter(pl.col("months_held") < WHOLE_YEAR).height
    none = found.held.height - found.councils.height
    said = []
    if part:
        said.append(f"Of {count_words(part, 'council')} not every month of invoices is held.")
    if none:
        said.append(
            f"In the payments of {count_words(none, 'council')} no words tell of it, which does "
            "not mean that nothing was bought."
        )
    return said
