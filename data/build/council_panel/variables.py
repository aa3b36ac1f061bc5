"""Names of columns that every statistics program takes: at most 32 letters, unique, none reserved.

Stata cuts at 32 and keeps words for itself; R and Python keep others. A name depends on its own key
alone, so that the next edition has it too.
"""

import re
from collections.abc import Collection, Iterable
from hashlib import sha256

LONGEST = 32
# Stata's names of its own.
STATA = """_all _b byte _coef _cons double float if in int long _n _N _pi _pred _rc _skip str strL
using with"""
# Words of R and Python that can be no name there.
OTHERS = """else repeat while function for next break TRUE FALSE NULL Inf NaN NA and as assert async
await class continue def del elif except finally from global import is lambda nonlocal not or pass
raise return try yield None True False"""
RESERVED = frozenset((*STATA.split(), *OTHERS.split()))
SHORTER = {
    "accommodation": "accom", "adults": "adlt", "assessments": "asmt", "authority": "auth",
    "children": "chld", "completed": "compl", "condition": "cond", "council": "cncl",
    "development": "dev", "disadvantaged": "disadv", "education": "educ", "employment": "empl",
    "expenditure": "exp", "homelessness": "homeless", "households": "hh", "learning": "lrng",
    "maintenance": "maint", "management": "mgmt", "mothers": "moth", "needs": "need",
    "permanent": "perm", "population": "pop", "prevented": "prev", "progress": "prog",
    "protection": "prot", "residential": "resid", "satisfaction": "satis", "services": "serv",
    "special": "spec", "temporary": "temp", "people": "ppl", "within": "in",
}  # fmt: skip


def short_name(key: str, room: int = LONGEST) -> str:
    """`key` where it fits into `room` letters, otherwise cut, with the start of its hash."""
    name = re.sub(r"\W", "_", key)
    if len(name) > room:
        name = "_".join(SHORTER.get(word, word) for word in name.split("_"))
    if len(name) > room:
        digest = sha256(key.encode()).hexdigest()[:4]
        name = f"{name[: room - 5].rstrip('_')}_{digest}"
    if name in RESERVED or not re.match(r"[A-Za-z]", name):
        name = f"x_{name}"[:room]
    return name


def short_names(keys: Iterable[str], room: int = LONGEST) -> dict[str, str]:
    """Each key's name. Raises ValueError where two would have the same, whatever their case."""
    names = {key: short_name(key, room) for key in keys}
    require_unique(names.values())
    return names


def require_unique(names: Collection[str]) -> None:
    if len({name.lower() for name in names}) < len(names):
        raise ValueError("Two columns would have one name")
