"""Suppliers of published names, with the link of each name and its evidence."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

import polars as pl

from data.build.privacy import BY_COUNCIL, PERSON
from data.build.suppliers.candidates import well_known_names
from data.build.suppliers.joining import join
from data.build.suppliers.nodes import Unit, gather
from data.build.suppliers.numbers import company_number, vat_number
from data.build.suppliers.plain import read
from data.build.suppliers.slugs import unique
from data.build.suppliers.widths import where_names_end
from data.build.suppliers.writing import evidence, tidy

SPECIAL = {
    "person": ("private-persons", "Private persons (names withheld)", "Masked: see privacy."),
    "redacted": ("withheld-by-council", "Names withheld by councils", "The council withheld it."),
    "none": ("no-name-published", "No name published", "The council published no name."),
}
LINKS = {
    "name": pl.String,
    "council": pl.String,
    "supplier": pl.Int64,
    "rule": pl.String,
    "evidence": pl.String,
}
SUPPLIERS = {
    "supplier": pl.Int64,
    "slug": pl.String,
    "name": pl.String,
    "company_number": pl.String,
    "kind": pl.String,
    "names": pl.Int64,
}

SUSPECTS = {"number": pl.String, "names": pl.List(pl.String), "reason": pl.String}


@dataclass(frozen=True)
class Resolution:
    """``suppliers``: supplier, slug, name, company_number, kind, names (number of spellings).

    ``links``: name, council, supplier, rule, evidence, one row per row that came in.
    ``suspects``: number, names, reason: company numbers that were not believed.
    """

    suppliers: pl.DataFrame
    links: pl.DataFrame
    suspects: pl.DataFrame


def resolve(names: pl.DataFrame) -> Resolution:
    """Find the suppliers of names that are masked already.

    ``names`` has one row per distinct name and council: name (may be missing), council and, where
    known, company_number, vat_number and payments. The order of the rows does not matter.
    """
    units, special = _units(names)
    groups, suspects = join(gather(units))
    rows, links = _special(special)
    bodies = well_known_names()
    named = []
    for group in groups:
        spelled = Counter[str]()
        members = [(group.centre, "", ""), *group.joined]
        # "HMCTS (Manchester County Court)" may be paid most, and is not what the body is called.
        called = [node for node, rule, _ in members if rule in ("", "well_known")]
        called = [node for node in called if node.base in bodies] or [group.centre]
        for node, _, _ in members:
            weight = 1000 if any(node is one for one in called) else 1
            for unit in node.units:
                spelled[unit.name] += weight * max(unit.payments, 1)
        named.append((tidy(spelled, group.centre.base), group, members, len(spelled)))
    order = sorted(named, key=lambda one: (-one[1].payments, one[1].centre.key))
    slugs = unique([(one[0], one[1].centre.key) for one in order], taken=[r["slug"] for r in rows])
    for slug, (name, group, members, count) in zip(slugs, order, strict=True):
        numbers = sorted({node.number for node, _, _ in members if node.number})
        number = group.centre.number or (numbers[0] if len(numbers) == 1 else None)
        rows.append(
            dict(slug=slug, name=name, company_number=number, kind="organisation", names=count)
        )
        for node, rule, why in members:
            links += [(u.name, u.council, slug, *evidence(u, name, rule, why)) for u in node.units]
    return Resolution(*_frames(rows, links), pl.DataFrame(suspects, schema=SUSPECTS, orient="row"))


def _units(names: pl.DataFrame) -> tuple[list[Unit], dict[str, list[tuple[str | None, str]]]]:
    units, special = [], defaultdict(list)
    columns = [
        names[column].to_list() if column in names.columns else [None] * len(names)
        for column in ("name", "council", "company_number", "vat_number", "payments")
    ]
    for name, council, number, vat, payments in zip(*columns, strict=True):
        if name == PERSON:
            special["person"].append((name, council))
        elif name == BY_COUNCIL:
            special["redacted"].append((name, council))
        elif name is None or not (plain := read(name)).words:
            special["none"].append((name, council))
        else:
            numbers = company_number(number), vat_number(vat)
            units.append(Unit(name, council or "", *numbers, payments or 0, plain))
    wide = where_names_end((unit.council, unit.name) for unit in units)
    for unit in units:
        unit.cut = bool({len(unit.name), len(unit.name) + 1} & wide.get(unit.council, set()))
    units.sort(key=lambda unit: (unit.name, unit.council, unit.number or ""))
    return units, special


def _special(special: dict[str, list[Any]]) -> tuple[list[dict[str, Any]], list[tuple[Any, ...]]]:
    rows, links = [], []
    for kind, (slug, name, why) in SPECIAL.items():
        if held := special.get(kind):
            names = len({one for one, _ in held})
            rows.append(dict(slug=slug, name=name, company_number=None, kind=kind, names=names))
            links += [(one, council or "", slug, kind, why) for one, council in held]
    return rows, links


def _frames(
    rows: list[dict[str, Any]], links: list[tuple[Any, ...]]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Number suppliers in the order of their slugs."""
    suppliers = (
        pl.DataFrame(rows, schema={c: t for c, t in SUPPLIERS.items() if c != "supplier"})
        .sort("slug")
        .with_row_index("supplier", offset=1)
        .cast({"supplier": pl.Int64})
    )
    linked = (
        pl.DataFrame(links, schema={**LINKS, "supplier": pl.String}, orient="row")
        .rename({"supplier": "slug"})
        .join(suppliers.select("slug", "supplier"), on="slug")
        .with_columns(council=pl.when(pl.col("council") != "").then("council"))
        .select(list(LINKS))
        .sort("name", "council", nulls_last=True)
    )
    return suppliers, linked
