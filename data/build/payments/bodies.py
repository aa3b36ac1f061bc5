"""Names of councils and other bodies, as files write them -> keys of the register."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

import polars as pl

from data.build import paths

KIND = re.compile(
    r"\b(?:the|of|city|royal|london|borough|county|district|metropolitan|council|mbc|mdc|bc|cc|dc|"
    r"combined|fire|and|rescue|authority|police|crime|commissioner|chief|constable|lb|rb|for|opcc|pcc|pfcc)\b"
)
POLICE = re.compile(r"\b(?:police|opcc|pcc|pfcc|opfcc|constabulary)\b")
FIRE = re.compile(r"\b(?:fire|frs|fra)\b")
# Names that are words of other meaning in a file's name or a title.
WORDS = {"reading", "bath", "hart", "eden", "bury", "barking", "boston", "craven", "march", "rugby"}
LONGEST = 16
SHORT = {
    "gla": "E5100",
    "gmca": "E6348",
    "gmp": "E7042",
    "lcrca": "E6349",
    "tvca": "E6355",
    "weca": "E6354",
    "wmca": "E6346",
    "wyca": "E6353",
}
# Police authorities gave way to commissioners on this day.
COMMISSIONERS = date(2012, 11, 22)


@dataclass(frozen=True)
class Body:
    """One body of the register, with the forms in which its name is written."""

    key: str
    name: str
    kind: str
    starts: date
    ends: date
    full: frozenset[str]
    plain: frozenset[str]

    def named_in(self, told: str) -> bool:
        """Whether a text has the whole name, and not the area's alone."""
        short = {word for word, key in SHORT.items() if key == self.key} & set(told.split())
        parks = {name for name in self.plain if "park" in name}
        return bool(short) or any(name in told for name in self.full | parks)

    def lives(self, day: date | None) -> bool:
        """Whether it was there on the day, or is there now."""
        return self.ends == date.max if day is None else self.starts <= day <= self.ends


def body_named(text: str, day: date | None = None) -> Body | None:
    """Give the only body that a cell names, by its whole name, a short one or a code."""
    told = _words(text)
    if not told:
        return None
    codes = _register_by_code()
    if found := codes.get(text.strip().upper()) or codes.get(
        text.strip().rsplit("/", 1)[-1].upper()
    ):
        return found
    if told in SHORT:
        return next((body for body in _register() if body.key == SHORT[told]), None)
    exact = [body for body in _register() if told in body.full]
    return _only(exact, day) or _only(
        _of_kind(told, [b for b in _register() if _plain(told) in b.plain]), day
    )


def body_in(text: str, day: date | None = None) -> Body | None:
    """Give the only body whose name stands in a file's name or a title."""
    words = _words(text).split()
    names = _register_by_name()
    spans = [
        (start, end, body)
        for start in range(len(words))
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1)
        for body in names.get(" ".join(words[start:end]), ())
    ]
    # Devon stands in East Devon: the longer name counts.
    outer = [one for one in spans if not any(_inside(one, other) for other in spans)]
    return _only(_of_kind(" ".join(words), [body for *_, body in outer]), day)


def _long(span: tuple[int, int, Body]) -> int:
    return span[1] - span[0]


def _inside(one: tuple[int, int, Body], other: tuple[int, int, Body]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1] and _long(other) > _long(one)


def _of_kind(told: str, bodies: list[Body]) -> list[Body]:
    """A name with police in it is not the county council's, nor the other way about."""
    for pattern, kind in ((POLICE, "police"), (FIRE, "fire")):
        if pattern.search(told):
            return [body for body in bodies if body.kind == kind]
    councils = [body for body in bodies if body.kind == "council"]
    return councils or [body for body in bodies if body.named_in(told)]


def _only(bodies: list[Body], day: date | None) -> Body | None:
    for living in (
        [b for b in bodies if b.lives(day)],
        [b for b in bodies if b.lives(None)],
        bodies,
    ):
        if living:
            return living[0] if len({body.key for body in living}) == 1 else None
    return None


def _words(text: str) -> str:
    """``LBSpend_NorthTyneside-2023`` -> ``lb spend north tyneside``."""
    text = re.sub(
        r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})", " ", text.replace("&", " and ")
    )
    return " ".join(re.sub(r"[^a-z]+", " ", text.lower().replace("'", "")).split())


def _plain(words: str) -> str:
    return " ".join(KIND.sub(" ", words).split())


@cache
def _register_by_code() -> dict[str, Body]:
    file = paths.EDITION / "council.parquet"
    if not file.exists():
        return {}
    frame = pl.read_parquet(file)
    columns = [name for name in ("gss", "ecode", "slug") if name in frame.columns]
    bodies = {body.key: body for body in _register()}
    codes = frame.select("council", *columns).iter_rows()
    return {code.upper(): bodies[key] for key, *given in codes for code in given if code}


@cache
def _register_by_name() -> dict[str, list[Body]]:
    """Names, whole and short, in words and in one word, that mean a body in any text."""
    names: dict[str, list[Body]] = {}
    for body in _register():
        forms = {name for name in body.full | body.plain if name not in WORDS and len(name) > 2}
        forms |= {name.replace(" ", "") for name in forms}
        for name in forms | {short for short, key in SHORT.items() if key == body.key}:
            names.setdefault(name, []).append(body)
    return names


@cache
def _register() -> list[Body]:
    """The register of the edition in place; empty without one."""
    file = paths.EDITION / "council.parquet"
    if not file.exists():
        return []
    frame = pl.read_parquet(file)
    for name in ("starts", "ends"):
        if name not in frame.columns:
            frame = frame.with_columns(pl.lit(None, pl.Date).alias(name))
    columns = ["council", "name", "official_name", "other_names", "class", "starts", "ends"]
    return [_body(*row) for row in frame.select(columns).iter_rows()]


def _body(key, name, official, others, kind, starts, ends) -> Body:
    full = {_words(called) for called in (name, official, *(others or []))} - {""}
    sort = _kind(full) if kind == "other" else "council"
    if sort == "police":
        commissioner = "commissioner" in " ".join(full) or key.startswith("E7")
        starts = starts or (COMMISSIONERS if commissioner else None)
        ends = ends or (None if commissioner else COMMISSIONERS)
    return Body(
        key,
        name,
        sort,
        starts or date.min,
        ends or date.max,
        frozenset(full),
        frozenset(map(_plain, full)) - {""},
    )


def _kind(names: set[str]) -> str:
    told = " ".join(names)
    return "fire" if FIRE.search(told) else "police" if POLICE.search(told) else "other"
