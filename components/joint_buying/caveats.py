"""What this page does not say, who is left out of it, and what limits every figure of it."""

import streamlit as st

from charts.wording import pounds
from components.answers import Answer
from components.words.naming import safe

LEAD = (
    "**A lead for a talk, not a saving.** These are suppliers that several councils pay and things "
    "that several councils buy, each for itself as far as the payments show. No payment says what "
    "was bought at which price, so nothing here says that anybody would pay less. A supplier that "
    "many councils pay may already be shared: through a framework, a buying consortium or a joint "
    "contract. Ask before you conclude."
)
REASONS = {
    "person": "private persons, whose names are masked",
    "redacted": "names that councils withheld",
    "none": "payments published without a name",
    "collective": "names that stand for many payees",
    "treasury": "money of the treasury, such as loans, investments and taxes passed on",
    "not_bought": "what is not bought, such as grants, benefits, taxes, precepts and pensions",
    "duty": "public bodies paid by duty or at fees set by law, and councils among themselves",
}
SAME = [
    "A lead for a talk, not a saving: payments tell neither what was bought nor at which price.",
    "A supplier that several councils pay may already be bought jointly, through a framework, a "
    "consortium or a shared contract.",
    "Left out: private persons, names withheld or not published, grants, benefits, taxes, "
    "precepts, loans, pensions, and public bodies paid by duty or at fees set by law, which are "
    "known by words of their names.",
    "Councils of different kinds buy different things: a district runs no social care, a county "
    "empties no bins.",
    "Categories are read from the councils’ own words by rules; payments whose words do not tell "
    "are in no category, and their share differs from council to council.",
    "Purchases by card go to shops in small amounts, and a council that publishes them seems to "
    "have more suppliers.",
    "Suppliers are linked by name; a wrong link would make one supplier of two. Each supplier’s "
    "page shows why its names were linked.",
    "A council counts where its payments to the supplier, less credits, are above zero.",
]


def lead() -> None:
    st.info(LEAD)


def left_out(one: Answer) -> None:
    """How much of the money is not compared, and why."""
    rows = {row["reason"]: row for row in one.frame.rows(named=True)}
    kept = rows.pop("compared", None)
    if kept is None:
        return
    parts = [
        f"{REASONS[reason]} ({safe(pounds(row['amount_gbp'], short=True))}, {_share(row)})"
        for reason, row in rows.items()
    ]
    words = f"Compared here: **{safe(pounds(kept['amount_gbp'], short=True))}**, {_share(kept)} of "
    words += "the payments held of these councils and years."
    if parts:
        words += f" Left out: {'; '.join(parts)}."
    st.markdown(words)


def _share(row: dict[str, object]) -> str:
    share = row["share_pct"]
    if share is None:
        return "no share"
    return "under 1%" if 0 < share < 1 else f"{share:.0f}%"
