"""Everything that can be looked for, each thing with the names it goes by and where it leads."""

from collections.abc import Iterator

import streamlit as st

from charts.wording import count_words
from components.answers import answer
from components.search.authorities import other_authorities
from components.search.entry import (
    AREA,
    COUNCIL,
    PAGE,
    WORD,
    Entry,
    Query,
    all_names,
)
from components.search.lists import glossary, listed
from components.search.spelling import alike
from components.search.subjects import NATIONS, all_subjects
from components.words.naming import class_word, on_day
from queries import edition_key

GREATER_LONDON = "Greater London"
NO_COUNCIL = (
    "The Greater London Authority is none of them: it is the mayor’s, with a return of its own."
)


def entries() -> tuple[Entry, ...]:
    return _kept(edition_key())


@st.cache_resource(max_entries=2, show_spinner=False)
def _kept(edition: str) -> tuple[Entry, ...]:
    councils = answer("search/councils").frame.rows(named=True)
    return (
        *_councils(councils),
        *_areas(councils),
        *other_authorities(),
        *all_subjects(),
        *_pages(),
        *_words(),
    )


def _councils(rows: list[dict]) -> Iterator[Entry]:
    for row in rows:
        more = {
            one["name"]: "known as" for one in listed("nickname") if one["council"] == row["slug"]
        }
        towns = {one["name"]: "is in" for one in listed("town") if one["council"] == row["slug"]}
        yield Entry(
            COUNCIL,
            row["name"],
            _council_words(row),
            all_names(row["name"], row["official_name"], *row["other_names"], *more, *towns),
            "council",
            (("council", row["slug"]),),
            members=tuple(zip(row["after_slugs"], row["after_names"], strict=True)),
            ended=row["ends"] is not None,
            context=alike(f"{row['region'] or ''} {row['county_name'] or ''}"),
            nations=frozenset({row["nation"]}),
            through={
                alike(town): town for town in towns if alike(town) not in all_names(row["name"])
            },
        )


def _council_words(row: dict) -> str:
    if row["ends"]:
        after = " and ".join(row["after_names"]) or "other councils"
        return f"ended on {on_day(row['ends'])}; now {after}"
    place = row["county_name"] or row["region"] or row["nation"]
    where = place if row["nation"] in (place, "England") else f"{place}, {row['nation']}"
    return f"{class_word(row['class'])}, {where}"


def _areas(rows: list[dict]) -> Iterator[Entry]:
    standing = [row for row in rows if row["ends"] is None]
    by_slug = {row["slug"]: row["name"] for row in standing}
    names: dict[str, list[str]] = {}
    for one in listed("area_name"):
        names.setdefault(one["area"], []).append(one["name"])
    for nation in NATIONS:
        yield _area(nation, "nation", [r for r in standing if r["nation"] == nation], names)
    regions = {row["region"]: None for row in standing if row["region"] not in (None, *NATIONS)}
    for region in regions:
        title = GREATER_LONDON if region == "London" else region
        yield _area(title, "region", [r for r in standing if r["region"] == region], names)
    joint = {row["combined_authority"]: None for row in standing if row["combined_authority"]}
    for one in joint:
        members = [row for row in standing if row["combined_authority"] == one]
        yield _area(one, "combined authority", members, names)
    for one in listed("area"):
        members = [
            {"slug": slug, "name": by_slug[slug]}
            for slug in one["councils"].split()
            if slug in by_slug
        ]
        if members:
            yield _area(one["name"], one["kind"], members, names)


def _area(title: str, kind: str, members: list[dict], names: dict[str, list[str]]) -> Entry:
    note = NO_COUNCIL if title == GREATER_LONDON else ""
    if title == GREATER_LONDON:
        members = sorted(members, key=lambda row: row["slug"] != "city-of-london")
    slugs = [(row["slug"], row["name"]) for row in members]
    also = [f"{title} combined authority"] if kind == "combined authority" else []
    return Entry(
        AREA,
        title,
        f"{kind}, {count_words(len(slugs), 'council')}",
        all_names(title, *names.get(title, []), *also),
        "compare",
        _together(slugs),
        members=tuple(slugs),
        note=note,
    )


def _together(slugs: list[tuple[str, str]]) -> Query:
    """All councils of an area beside each other: one as the subject, the rest as its own list."""
    if not slugs:
        return ()
    others = ",".join(slug for slug, _ in slugs[1:])
    own: Query = (("peers", "own"), ("others", others)) if others else ()
    return (("council", slugs[0][0]), *own)


def _pages() -> Iterator[Entry]:
    for one in listed("page"):
        query: Query = (tuple(one["query"].split("=")),) if one["query"] else ()  # type: ignore[assignment]
        yield Entry(
            PAGE,
            one["title"],
            "",
            all_names(one["title"], *one["names"].split("|")),
            one["page"],
            query,
            context=one["words"],
        )


def _words() -> Iterator[Entry]:
    for one in glossary():
        yield Entry(
            WORD,
            one["official"],
            f"{one['plain']}: {one['meaning']}",
            all_names(one["official"], one["plain"], *one["official"].split("; ")),
            "glossary",
            (("word", alike(one["official"]).replace(" ", "-")),),
        )
