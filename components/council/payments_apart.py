"""What a council paid that is no payment to a supplier, and how its payments stand to its accounts.

Money of the treasury and of the balance sheet is shown as what it is, and so are names that stand
for many payees; neither is among those who were paid most.
"""

import polars as pl
import streamlit as st

from charts.wording import count_words, pounds
from components.answers import Answer, answer
from components.ledger.running_expenses import ratio_words
from components.peers.subject import Subject
from components.words.signed_pounds import signed

MOST = 6
NAMES = {
    "treasury": "Money of the treasury and the balance sheet",
    "collective": "Names that stand for many payees",
}
WHAT = {
    "treasury": "loans and investments, shares of taxes passed on, accounts of the balance sheet: "
    "no spending on services, and not among those who were paid most",
    "collective": "words of a ledger in the place of a name, as Miscellaneous Payments",
}


def paid_apart(subject: Subject, period: str) -> None:
    """Say how much went to no supplier, with the largest of it."""
    one = answer("council/payments_apart", council=subject.key, period=period, most=MOST)
    if one.frame.is_empty():
        return
    said = one.frame.unique("sort", keep="first", maintain_order=True).rows(named=True)
    st.markdown("\n".join(f"- {_sort(row)}" for row in said))
    with st.expander("The largest of these payments"):
        shown, config = signed(_table(one), {"£": st.column_config.NumberColumn(format="£%,.0f")})
        st.dataframe(shown, hide_index=True, column_config=config, alt="The largest of these")


def beside_running_expenses(subject: Subject, period: str) -> None:
    """Say what part of running expenses the year's payments come to, and why where it is far."""
    found = answer("council/payments_ratio", council=subject.key).frame.filter(period=period)
    if found.is_empty():
        return
    st.markdown(ratio_words(found.row(0, named=True)))


def _sort(row: dict) -> str:
    payments = count_words(int(row["sort_payments"]), "payment")
    sums = f"{pounds(row['sort_gbp'], short=True)} in {payments}"
    return f"**{NAMES[row['sort']]}**: {sums} ({WHAT[row['sort']]})."


def _table(one: Answer) -> pl.DataFrame:
    return one.frame.select(
        pl.col("name").alias("Paid to"),
        pl.col("for_what").alias("For what"),
        pl.col("paid_gbp").alias("£"),
        pl.col("payments").cast(pl.Int64).alias("Payments"),
        pl.col("sort").replace_strict(NAMES).alias("What it is"),
    )
