"""How much of a financial year's payments is held, in words; rows of council/payment_years.

Invoices and purchases by card are two streams of files: a year is whole when the invoices of every
month are held.
"""

WHOLE_YEAR = 12


def is_whole(year: dict) -> bool:
    """Whether invoices of every month are held."""
    return year["months"] == WHOLE_YEAR


def cards_only(year: dict) -> bool:
    """Whether no file of invoices is held of the year."""
    return not year["months"]


def months_held(year: dict) -> str:
    if cards_only(year):
        return f"purchases by card only, {_of_twelve(year['card_months'])}"
    return _of_twelve(year["months"])


def start(years: dict[str, dict]) -> str:
    """The newest year that is held whole, else the year with most months."""
    whole = [period for period, row in years.items() if is_whole(row)]
    if whole:
        return max(whole)
    return max(years, key=lambda period: (years[period]["months"], period))


def _of_twelve(months: int) -> str:
    return "all months" if months == WHOLE_YEAR else f"{months} of {WHOLE_YEAR} months"
