"""Nothing lost, and a sentence each time: kills, a full disk, damage, two at once.

    python -m tests.faults [build] [server] [kills] [--kills 50] [--seed 1]

Prints a line for each fault and leaves with 1 when one of them did harm, or with 130 when it was
stopped (Ctrl+C), without leaving anything behind. Builds are of a made-up country, which takes
seconds; the server shows the edition of this checkout.
"""

import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from tests.faults.kills import kills_of
from tests.faults.of_the_build import faults_of_the_build
from tests.faults.of_the_server import faults_of_the_server
from tests.faults.running import stop
from tests.faults.side_by_side import Outcome, side_by_side
from tests.faults.small_project import small


def main(
    parts: Annotated[list[str] | None, typer.Argument(help="Of build, server, kills.")] = None,
    kills: Annotated[int, typer.Option(help="Commands killed at random moments.")] = 50,
    seed: Annotated[int, typer.Option(help="Of the moments.")] = 1,
) -> None:
    """Hurt a copy of the project in every way listed here."""
    drills: dict[str, Callable[[Path], Iterator[Outcome]]] = {
        "build": lambda place: faults_of_the_build(small(place)),
        "kills": lambda place: kills_of(small(place), kills, seed),
        "server": faults_of_the_server,
    }
    if unknown := set(parts or []) - drills.keys():
        raise typer.BadParameter(f"no such part: {', '.join(sorted(unknown))}")
    chosen = [name for name in drills if name in (parts or drills)]
    # A server's readers are not to wait for builds; the builds have a copy and a core each.
    together = [name for name in chosen if name != "server"]
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.default_int_handler)
    harm, tried, began = 0, 0, time.monotonic()
    try:
        for names in filter(None, (together, [name for name in chosen if name == "server"])):
            print(f"{' and '.join(names)}:", flush=True)
            run = side_by_side([partial(_in_a_place, drills[name]) for name in names])
            for fault, wrong in run:
                said = f"{'HARM' if wrong else 'held'}  {fault}{': ' + wrong if wrong else ''}"
                print(f"{said}  [{time.monotonic() - began:.0f} s]", flush=True)
                tried, harm = tried + 1, harm + bool(wrong)
    except KeyboardInterrupt:
        print(f"stopped after {tried} faults, {harm} of them with harm; nothing is left behind")
        raise typer.Exit(130) from None
    finally:
        stop()
    print(f"{tried} faults, {harm} did harm, in {time.monotonic() - began:.0f} s")
    raise typer.Exit(1 if harm else 0)


def _in_a_place(drill: Callable[[Path], Iterator[Outcome]]) -> Iterator[Outcome]:
    """A folder of a name that a council might have: it must be quoted wherever it stands."""
    with tempfile.TemporaryDirectory(prefix="faults-", ignore_cleanup_errors=True) as folder:
        place = Path(folder) / "the council's copy"
        place.mkdir()
        yield from drill(place)


if __name__ == "__main__":
    typer.run(main)
