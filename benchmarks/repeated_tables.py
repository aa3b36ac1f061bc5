"""Every table beside payments that are repeated, each copy's rows with the keys its payments have.

Nothing is added up over the repeated payments: a sum of all copies follows from the real one.
"""

from data.build.ledger.placing import SHARED

APART = 10_000_000  # between the keys of two copies
NUMBERS = "(SELECT DISTINCT copy, years FROM copy)"
LOCAL = "(t.supplier IN (FROM local))"
ONCE = f"WHERE copy = 0 OR {LOCAL}"
YEAR = "(substr(t.period, 1, 4)::INTEGER - years)"


def small_tables(copies: int) -> dict[str, str]:
    """Table -> query of its rows, over views of the real tables and table ``copy``."""
    supplier = _own("t.supplier")
    earlier = "(t.month - to_years(years))::DATE AS month"
    longest = "(SELECT max(years)::INTEGER FROM copy)"
    # Of one copy what one council pays; of all copies what several do, in each of their councils.
    times = f"if({LOCAL}, 1, {copies})"
    bodies = "(SELECT count(DISTINCT under) // count(DISTINCT council) FROM copy)"
    return {
        "holding": f"SELECT true AS whole, {copies} * payments AS payments, "
        f"{copies} * payments AS published_payments, "
        f"(first_month - to_years({longest}))::DATE AS first_month, last_month, "
        "'Real payments repeated: a benchmark, not data.' AS note FROM holding",
        "publisher": "SELECT DISTINCT ON (under) t.* REPLACE (under AS council) "
        "FROM publisher t JOIN copy USING (council) ORDER BY under",
        "payment_file": "SELECT t.* REPLACE (t.file + 10_000 * copy AS file, under AS council, "
        f"{_marked('t.path', ' (copy ', ')')} AS path) "
        "FROM payment_file t JOIN copy USING (council)",
        "wording": f"SELECT t.* REPLACE (t.wording + {APART} * copy AS wording) "
        f"FROM wording t, {NUMBERS} ORDER BY wording",
        "supplier_name": f"SELECT t.* REPLACE ({supplier} AS supplier, "
        f"{_own('t.published_name')} AS published_name, "
        f"{_marked('t.name', ' (copy ', ')')} AS name) "
        f"FROM supplier_name t, {NUMBERS} {ONCE} ORDER BY supplier",
        "supplier": f"SELECT t.* REPLACE ({supplier} AS supplier, "
        f"{_marked('t.slug', '-copy-', '')} AS slug, {_marked('t.name', ' (copy ', ')')} AS name, "
        f"if({LOCAL}, t.councils, t.councils * {bodies})::INTEGER AS councils, "
        + ", ".join(
            f"t.{sum_} * {times} AS {sum_}"
            for sum_ in ("payments", "amount_pence", "treasury_payments", "treasury_pence")
        )
        + f", (t.first_month - to_years(if({LOCAL}, years, {longest})))::DATE AS first_month, "
        f"(t.last_month - to_years(if({LOCAL}, years, 0)))::DATE AS last_month) "
        f"FROM supplier t, {NUMBERS} {ONCE} ORDER BY supplier",
        "month_held": _sums("month_held", f"under AS council, {earlier}", "council, month"),
        "repeated": _sums("repeated", f"under AS council, {earlier}", "council, month"),
        "month_total": _sums("month_total", f"under AS council, {earlier}", "council, month"),
        "supplier_year": _sums(
            "supplier_year",
            f"under AS council, {supplier} AS supplier, CASE WHEN t.period IS NOT NULL "
            f"THEN printf('%d-%02d', {YEAR}, ({YEAR} + 1) % 100) END AS period",
            "supplier",
        ),
        # One council after another, as a build writes it.
        "wording_sum": _sums(
            "wording_sum",
            f"under AS council, t.wording + {APART} * copy AS wording, {earlier}, "
            f"{supplier} AS supplier",
            "council, wording",
        ),
        **{name: f"FROM {name}" for name in ("category", "set_aside", *SHARED)},
    }


def _own(key: str) -> str:
    """A key that each copy has its own of, where one council alone pays the supplier."""
    return f"({key} + if({LOCAL}, {APART} * copy, 0))"


def _marked(text: str, before: str, after: str) -> str:
    return f"if(copy > 0, {text} || '{before}' || copy || '{after}', {text})"


def _sums(table: str, replaced: str, order: str) -> str:
    return (
        f"SELECT t.* REPLACE ({replaced}) FROM {table} t JOIN copy USING (council) ORDER BY {order}"
    )
