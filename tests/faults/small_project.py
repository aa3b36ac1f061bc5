"""A copy of the program with a made-up country: whole builds and ledgers in seconds, to be killed.

Everything that is run in it is the program's own; only records and published files are made up.
"""

import json
import re
from pathlib import Path

from data.build.ledger.listing import list_mirror, save_listed
from data.build.ledger.publishers import Publisher
from tests.build.ledger.mirror import ALDBY, BEXHOLME, FILES
from tests.build.made_up_project import FOLDERS, Country
from tests.faults.copy_of_project import copied

# The made-up councils' own codes instead of those that the payments' tests give them.
COUNCILS = {"aldby": "AAA", "bexholme": "BBB"}
EMPTY = {
    "delivery/mechanisms.toml": "mechanism = []\nnone = []\n",
    "delivery/published_results.toml": "study = []\nresult = []\nnearest = []\nbridge = []\n",
}
PART = 'note = "Every made-up payment."\nreferences = true\n[[part]]\nyears = ["2022-23"]\n'
# Single councils that run a service besides their class are real ones.
REAL_COUNCIL = re.compile(r'(?m)^[A-Z]{3} = ["{].*\n')


def small(into: Path) -> Path:
    """The project, its records replaced; nothing is built yet."""
    project = copied(into, without=("edition", "ledger", "frameworks", *FOLDERS))
    data = project / "data"
    services = (data / "services.toml").read_text("utf-8")
    country = Country(data)
    country.write("services.toml", REAL_COUNCIL.sub("", services))
    for name, text in (EMPTY | {"ledger.toml": PART}).items():
        country.write(name, text)
    (data / "frameworks").mkdir()
    _payments(data, country.mirror)
    return project


def _payments(data: Path, mirror: Path) -> None:
    for place, text in FILES.items():
        file = mirror / "payments" / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    records = data / "payments"
    for record in records.glob("*.toml"):
        record.unlink()
    publishers = {
        one.slug: one.model_copy(update={"council": COUNCILS[one.slug]})
        for one in (ALDBY, BEXHOLME)
    }
    for slug, one in publishers.items():
        (records / f"{slug}.toml").write_text(_written(one), "utf-8")
    save_listed(list_mirror(mirror, publishers, []), records / "files.csv")


def _written(one: Publisher) -> str:
    """A record as TOML, whose plain values are written as JSON's."""
    said = one.model_dump(exclude_defaults=True, exclude={"slug", "superseded"})
    lines = [f"{name} = {json.dumps(value)}" for name, value in said.items()]
    for gone in one.superseded:
        lines.append("[[superseded]]")
        lines += [f"{name} = {json.dumps(value)}" for name, value in gone.model_dump().items()]
    return "\n".join(lines) + "\n"
