"""Whose payments a file holds, by the body that its own rows name."""

import re
from collections import Counter
from functools import cache

import polars as pl

from data.build import paths
from data.build.payments.result import Reading

PLAIN = re.compile(
    r"\b(?:the|of|city|royal|london|borough|county|district|metropolitan|council|mbc|mdc|bc|cc|dc)\b"
)


def council_of(reading: Reading) -> str:
    """Give the key of the council that nearly every row names as its body, or ''."""
    frame = reading.payments.frame
    if "body" not in frame.columns or not frame.height:
        return ""
    named = Counter(dict(frame["body"].value_counts().iter_rows()))
    name, count = named.most_common(1)[0]
    if count < 0.9 * named.total():
        return ""
    found = _register().get(name.strip().lower(), []) or _register().get(_plain(name), [])
    return found[0] if len(found) == 1 else ""


@cache
def _register() -> dict[str, list[str]]:
    """Name or plain name -> keys of the councils so called, of the edition in place."""
    file = paths.EDITION / "council.parquet"
    if not file.exists():
        return {}
    register: dict[str, set[str]] = {}
    columns = ["council", "name", "official_name", "other_names", "class"]
    for key, name, official, others, kind in pl.read_parquet(file, columns=columns).iter_rows():
        if kind == "other":
            continue
        for called in (name, official, *(others or [])):
            for form in (called.strip().lower(), _plain(called)):
                if form:
                    register.setdefault(form, set()).add(key)
    return {form: sorted(keys) for form, keys in register.items()}


def _plain(name: str) -> str:
    words = re.sub(r"[^a-z]+", " ", name.lower())
    return " ".join(PLAIN.sub(" ", words).split())
