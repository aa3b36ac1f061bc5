"""Nothing lost, and a sentence each time: kills, a full disk, damage, two at once.

    python -m tests.faults [build] [server] [kills] [--kills 50] [--seed 1]

Prints a line for each fault and leaves with 1 when one of them did harm. Builds are of a made-up
country, which takes seconds; the server shows the edition of this checkout.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from tests.faults.kills import kills_of
from tests.faults.of_the_build import faults_of_the_build
from tests.faults.of_the_server import faults_of_the_server
from tests.faults.small_project import small

# A fault and what went wrong; nothing when all went as it should.
Outcome = tuple[str, str]


def main(
    parts: Annotated[list[str] | None, typer.Argument(help="Of build, server, kills.")] = None,
    kills: Annotated[int, typer.Option(help="Commands killed at random moments.")] = 50,
    seed: Annotated[int, typer.Option(help="Of the moments.")] = 1,
) -> None:
    """Hurt a copy of the project in every way listed here."""
    drills: dict[str, Callable[[Path], Iterator[Outcome]]] = {
        "build": lambda place: faults_of_the_build(small(place)),
        "server": faults_of_the_server,
        "kills": lambda place: kills_of(small(place), kills, seed),
    }
    if unknown := set(parts or []) - drills.keys():
        raise typer.BadParameter(f"no such part: {', '.join(sorted(unknown))}")
    harm, tried, began = 0, 0, time.monotonic()
    for name in parts or drills:
        for fault, wrong in _in_a_place(drills[name]):
            said = f"{'HARM' if wrong else 'held'}  {fault}{': ' + wrong if wrong else ''}"
            print(f"{said}  [{time.monotonic() - began:.0f} s]", flush=True)
            tried, harm = tried + 1, harm + bool(wrong)
    print(f"{tried} faults, {harm} did harm")
    raise typer.Exit(1 if harm else 0)


def _in_a_place(drill: Callable[[Path], Iterator[Outcome]]) -> Iterator[Outcome]:
    """A folder of a name that a council might have: it must be quoted wherever it stands."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "the council's copy"
        place.mkdir()
        yield from drill(place)


if __name__ == "__main__":
    typer.run(main)
