"""A year's payments beside the running expenses of the accounts, in a sentence."""

from charts.wording import pounds
from components.words.naming import safe

# Outside of these, payments and running expenses do not tell of the same things.
LEAST, MOST_OF = 0.6, 1.7
UNTOLD = (
    "Payments of housing, of capital and to people are among the first and not the second; what is "
    "published, from which amount on, differs. No one reason is known here."
)


def ratio_words(row: dict) -> str:
    """A sentence of one row of council/payments_ratio, with the reason where it is far from one."""
    words = (
        f"The year’s payments, without the treasury’s, come to {row['ratio']:.2f} times the "
        f"running expenses of the accounts ({pounds(row['paid_gbp'], short=True)} beside "
        f"{pounds(row['running_gbp'], short=True)})."
    )
    if LEAST <= row["ratio"] <= MOST_OF:
        return words
    return f"{words} That is far from one: {safe(row['why'] or UNTOLD)}"
