"""What the pages ask about payments: each page is opened once, and what it asks is heard."""

from typing import NamedTuple

from benchmarks.pages import PageAddress
from benchmarks.query_times import heard

A_YEAR = "from=2023-04&to=2024-03"
SEARCH_MS, COUNCIL_MS = 200, 100
OF_COUNCIL = ("council/pay", "payments/")


class Opened(NamedTuple):
    """A page, the beginnings of the queries that are its question, and the aim in milliseconds."""

    page: str
    query: str
    names: tuple[str, ...] = ("",)
    aim_ms: int = SEARCH_MS


class Question(NamedTuple):
    """Queries that a page asks at once, each with its parameters: measured as one."""

    what: str
    asked: list[tuple[str, dict[str, object]]]
    aim_ms: int


def questions(widest: list[str], agency: str) -> list[Question]:
    """What each page asks. `widest` are suppliers by the number of councils that pay them, `agency`
    one with a hundred thousand payments: its page is the slowest.

    Without what Payments asks whatever it is asked for, which a server remembers from then on.
    """
    every = {_key(one.name, one.takes) for one in heard(PageAddress("payments", "council=leeds"))}
    found = []
    for what, opened in _pages(widest, agency).items():
        log = heard(PageAddress(opened.page, opened.query))
        asked = [
            (one.name, one.takes)
            for one in log
            if _key(one.name, one.takes) not in every
            and one.name.startswith(opened.names)
            and _about_payments(one.name)
        ]
        found.append(Question(what, asked, opened.aim_ms))
    return found


def _pages(widest: list[str], agency: str) -> dict[str, Opened]:
    devon = "council=devon"
    listed = f"{devon}&section=payments"
    rows = ("payments/rows",)
    return {
        "council's part about payments": Opened(
            "council", "council=DEV&tabs=all", OF_COUNCIL, COUNCIL_MS
        ),
        "Payments, one council": Opened("payments", devon),
        "Payments, everything": Opened("payments", ""),
        "Payments, one year of all councils": Opened("payments", A_YEAR),
        "words, one council": Opened("payments", f"{devon}&words=taxi"),
        "words, one year of all councils": Opened("payments", f"{A_YEAR}&words=taxi"),
        "words, everything": Opened("payments", "words=taxi"),
        "a supplier's name, everything": Opened("payments", "supplier=british gas"),
        "list of one council, page 1": Opened("payments", listed, rows),
        "list of one council, page 100": Opened("payments", f"{listed}&page=100", rows),
        "list of one council over £100,000": Opened("payments", f"{listed}&least=100000", rows),
        "list of one year, largest first": Opened(
            "payments", f"{A_YEAR}&section=payments&sort=largest", rows
        ),
        "Who buys this?, a category": Opened("who_buys", "category=agency_staff&year=2023-24"),
        "Who buys this?, words": Opened("who_buys", "described=playground&year=2023-24"),
        "supplier page, the widest": Opened("supplier", f"name={widest[0]}"),
        "supplier page, the fortieth": Opened("supplier", f"name={widest[39]}"),
        "supplier page, 100,000 payments": Opened("supplier", f"name={agency}"),
        "supplier page, names withheld": Opened("supplier", "name=withheld-by-council"),
        "search of suppliers, one word": Opened("supplier", "find=care"),
        "search of suppliers, two words": Opened("supplier", "find=british gas"),
        "search of suppliers, misspelled": Opened("supplier", "find=veola"),
        "bought separately": Opened("together", "council=newcastle-upon-tyne"),
    }


def _about_payments(name: str) -> bool:
    from queries import query_of

    return "ledger." in query_of(name).text


def _key(name: str, takes: dict[str, object]) -> str:
    return f"{name} {sorted(takes.items())!r}"
