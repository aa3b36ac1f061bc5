"""How much of a financial year's payments is held, in words; rows of council/payment_years."""

WHOLE_YEAR = 12


def is_whole(year: dict) -> bool:
    """Whether payments of every month are held: a few stray ones, or cards alone, are not."""
    return year["months"] == WHOLE_YEAR and not year["few"] and not cards_only(year)


def cards_only(year: dict) -> bool:
    return year["cards_gbp"] == year["paid_gbp"]


def months_held(year: dict) -> str:
    held = "all months" if year["months"] == WHOLE_YEAR else f"{year['months']} of 12 months"
    if cards_only(year):
        return f"{held}, purchases by card only"
    if not year["few"]:
        return held
    thin = (
        "only a few payments"
        if year["few"] == year["months"]
        else (f"only a few payments in {year['few']} of them")
    )
    return f"{held}, {thin}"


def start(years: dict[str, dict]) -> str:
    """The newest year that is held whole, else the year with most months."""
    paid = {period: row for period, row in years.items() if not cards_only(row)}
    years = paid or years
    whole = [period for period, row in years.items() if is_whole(row)]
    if whole:
        return max(whole)
    return max(years, key=lambda period: (years[period]["months"] - years[period]["few"], period))
