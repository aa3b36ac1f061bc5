"""What can be traced, by its key or by the words in which a page says it."""

import difflib
import re
from dataclasses import dataclass

from data.build.tracing.finding import TraceError, Tracer

# Parts of spending as readers call them; the first is what is meant where no part is named.
COMPONENTS = {
    "net_current_expenditure": "net current expenditure",
    "employees": "employees",
    "running_expenses": "running expenses",
    "total_expenditure": "total expenditure",
    "sales_fees_charges": "sales, fees and charges",
    "other_income": "other income",
    "total_income": "total income",
}
RESIDENTS = ("residents", "population")
PAYMENTS = ("payments", "all payments")
NAMED = """
SELECT 'spending' AS kind, service AS key, [plain_name, official_name] AS names FROM service
UNION ALL SELECT 'line', line, [plain_name, official_name] FROM service_line
UNION ALL SELECT 'finance', line, [plain_name, official_name] FROM finance_line
UNION ALL SELECT 'measure', measure, [title, official_title] FROM measure
UNION ALL SELECT 'context', indicator, [plain_name, official_name] FROM context_indicator
UNION ALL
SELECT CASE WHEN f.measure IS NULL THEN 'context' ELSE 'measure' END,
       coalesce(f.measure, f.indicator), [f.framework || ' ' || f.metric, m.title, m.official_title]
FROM framework_figure f JOIN framework_metric m USING (framework, metric)
WHERE f.relation <> 'near'
"""
# Where the figures of a kind stand, by their key.
FIGURES = {
    "spending": "spending WHERE service",
    "line": "spending_line WHERE line",
    "finance": "finance WHERE line",
    "measure": "value WHERE measure",
    "context": "context WHERE indicator",
}


@dataclass(frozen=True)
class Asked:
    """``kind`` is spending, line, finance, measure, context, residents, payments or supplier.

    ``part`` is the part of spending that is meant.
    """

    kind: str
    key: str
    part: str = "net_current_expenditure"


def asked(tracer: Tracer, what: str, council: str) -> Asked:
    """What is meant by ``what``: a key, or words as a page has them.

    A part of spending is named after the service, as in "culture: employees". Of several things
    that are called alike, those are meant of which the council has figures. A metric of a framework
    is named by its words or its number ("local_outcomes 5.02"). Raises TraceError,
    which says what is near, or which of several could be meant.
    """
    text = _plain(what)
    if text in RESIDENTS:
        return Asked("residents", "residents")
    if text in PAYMENTS:
        return Asked("payments", "payments")
    rows = tracer.rows(NAMED)
    exact = [one for one in rows if what == one["key"]]
    # The names that pages show come before a key that reads like one.
    named = [one for one in rows if text in map(_plain, one["names"])]
    found = exact or named or [one for one in rows if text in _words(one)]
    found = found or _supplier(tracer, what)
    found = [one for one in found if _has_figures(tracer, one, council)] or found
    # A measure and the metric of a framework that it stands for may be called alike.
    found = list({(one["kind"], one["key"]): one for one in found}.values())
    # A line of finance and the measure made of it may have one key.
    if len(found) == 1 or exact:
        return Asked(found[0]["kind"], found[0]["key"])
    if found:
        keys = ", ".join(f"{one['key']} ({one['kind']})" for one in found)
        raise TraceError(f"{what!r} is said of several things. Name one by its key: {keys}.")
    service, colon, part = what.rpartition(":")
    if colon:
        return Asked("spending", _service(tracer, service.strip()), _part(part))
    raise TraceError(_unknown(what, [one["key"] for one in rows]))


def _plain(text: str) -> str:
    """Without case and punctuation."""
    return " ".join(re.sub(r"[^a-z0-9£%]+", " ", text.casefold()).split())


def _has_figures(tracer: Tracer, one: dict[str, object], council: str) -> bool:
    if one["kind"] not in FIGURES:
        return True
    sql = f"FROM {FIGURES[str(one['kind'])]} = $key AND council = $council LIMIT 1"
    return bool(tracer.one(sql, key=one["key"], council=council))


def _words(one: dict[str, object]) -> set[str]:
    names = [one["key"], *one["names"]]
    return {_plain(str(name)) for name in names}


def _service(tracer: Tracer, text: str) -> str:
    rows = [one for one in tracer.rows(NAMED) if one["kind"] == "spending"]
    found = [one["key"] for one in rows if text == one["key"] or _plain(text) in _words(one)]
    if not found:
        near = ", ".join(one["key"] for one in rows)
        raise TraceError(f"{text!r} is no service. Services: {near}.")
    return str(found[0])


def _part(text: str) -> str:
    for key, words in COMPONENTS.items():
        if _plain(text) in (_plain(key), _plain(words)):
            return key
    parts = "; ".join(COMPONENTS.values())
    raise TraceError(f"{text.strip()!r} is no part of a service's spending. Parts: {parts}.")


def _supplier(tracer: Tracer, what: str) -> list[dict[str, object]]:
    """Suppliers of that name, as a page or a published file has it."""
    return tracer.rows(
        "SELECT DISTINCT 'supplier' AS kind, s.slug AS key FROM ledger.supplier s "
        "LEFT JOIN ledger.supplier_name n USING (supplier) "
        "WHERE s.slug = $what OR lower(s.name) = lower($what) OR lower(n.name) = lower($what)",
        what=what,
    )


def _unknown(what: str, keys: list[str]) -> str:
    # A line and the measure made of it may have one key; it is named once.
    near = difflib.get_close_matches(what, list(dict.fromkeys(keys)), n=5, cutoff=0.4)
    return (
        f"{what!r} is no service, line of one, line of finance, measure, indicator of context or "
        f"supplier. Near it: {', '.join(near) or 'nothing'}."
    )
