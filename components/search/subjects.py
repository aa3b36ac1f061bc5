"""What councils do, buy and are measured by, each with the plain words that people type for it."""

from collections.abc import Iterable, Iterator

from components.answers import answer
from components.search.entry import (
    BOUGHT,
    LINE,
    MEASURE,
    METRIC,
    SERVICE,
    Entry,
    Query,
    all_names,
)
from components.search.lists import listed
from components.search.spelling import alike

NATIONS = ("England", "Scotland", "Wales", "Northern Ireland")


def all_subjects() -> Iterator[Entry]:
    yield from _services()
    yield from _measures()
    yield from _lines()
    yield from _metrics()
    yield from _bought()


def _topics(kind: str, key: str) -> list[str]:
    """The words of data/search/topic.csv that mean this service, measure, line …"""
    return [one["name"] for one in listed("topic") if one[kind] == key]


def _services() -> Iterator[Entry]:
    for row in answer("search/services").frame.rows(named=True):
        topics = _topics("service", row["service"])
        yield Entry(
            SERVICE,
            row["plain_name"],
            row["explanation"],
            all_names(row["plain_name"], row["official_name"], *topics),
            "service",
            (("service", row["service"]),),
            context=alike(row["explanation"]),
            nations=frozenset(row["nations"]),
        )


def _measures() -> Iterator[Entry]:
    for row in answer("search/measures").frame.rows(named=True):
        on_map = row["service"] in ("place", "finance")
        where: Query = (("measure", row["measure"]),)
        yield Entry(
            MEASURE,
            row["title"],
            f"{row['service_plain']}, {_nations(row['nations'])}",
            all_names(row["title"], row["official_title"], *_topics("measure", row["measure"])),
            "map" if on_map else "service",
            where if on_map else (("service", row["service"]), *where),
            context=alike(f"{row['service_plain']} {row['service_official']} {row['measure']}"),
            nations=frozenset(row["nations"]),
        )


def _nations(held: Iterable[str]) -> str:
    return ", ".join(nation for nation in NATIONS if nation in set(held))


def _lines() -> Iterator[Entry]:
    """Of England's newest return: what a service is made of."""
    for row in answer("search/lines").frame.rows(named=True):
        yield Entry(
            LINE,
            row["plain_name"],
            f"a part of {row['service_plain']}, {row['period']}",
            all_names(row["plain_name"], *_topics("line", row["line"])),
            "explorer",
            (
                ("trail", f"service:{row['service']},line:{row['line']}"),
                ("by", "council"),
                ("year", row["period"]),
            ),
            context=alike(row["official_name"]),
            nations=frozenset({"England"}),
        )


def _metrics() -> Iterator[Entry]:
    """Of the government's framework, what no measure here answers: it is found, and says so."""
    for row in answer("search/metrics").frame.rows(named=True):
        where = " · ".join(filter(None, [row["publisher"], row["publication"]]))
        yield Entry(
            METRIC,
            row["title"],
            f"not held here; published by {where}",
            all_names(row["title"], *_topics("metric", row["metric"])),
            "local_outcomes",
            (("outcome", str(row["outcome"])),),
            context=alike(row["wording"]),
            nations=frozenset({"England"}),
        )


def _bought() -> Iterator[Entry]:
    """Kinds of thing that payments are sorted into: who buys it, from whom."""
    for row in answer("payments/categories").frame.rows(named=True):
        if row["bought"]:
            yield Entry(
                BOUGHT,
                row["plain_name"],
                f"which councils buy it, and from whom: {row['explanation']}",
                all_names(row["plain_name"], *_topics("category", row["category"])),
                "who_buys",
                (("category", row["category"]),),
                context=alike(row["explanation"]),
            )
