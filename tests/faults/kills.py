"""kill -9 at random moments of a build, a ledger and an assembly: the last edition answers."""

import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from data.build.checksums import Damaged, require_whole
from data.build.publishing import fresh_of, last_of
from tests.faults.copy_of_project import (
    ASSEMBLE,
    BUILD,
    LEDGER,
    MIRROR,
    answers,
    goes_through,
)
from tests.faults.running import killed_after, said, started

COMMANDS = {"a build": [*BUILD, *MIRROR], "a ledger": LEDGER, "an assembly": ASSEMBLE}
FOLDERS = ("edition", "ledger", "ledger_full")
# After so many kills all is run to its end: what was left must not be in its way.
EACH_WHOLE = 10


def kills_of(project: Path, kills: int, seed: int) -> Iterator[tuple[str, str]]:
    """Each kill and what went wrong; nothing when the last edition is there and answers.

    With whatever a command started: a ledger's files are read by processes of their own.
    """
    takes_s: dict[str, float] = {}
    yield "a first ledger", _first(project)
    yield from _whole(project, "that is let be", takes_s)
    chance = random.Random(seed)
    for number in range(1, kills + 1):
        name = list(COMMANDS)[number % len(COMMANDS)]
        after_s = _killed(project, name, takes_s, chance)
        yield f"kill {number}, {name} after {after_s:.1f} of {takes_s[name]:.1f} s", _lost(project)
        if number % EACH_WHOLE == 0 or number == kills:
            yield from _whole(project, f"after {number} kills", takes_s)


def _whole(project: Path, when: str, takes_s: dict[str, float]) -> Iterator[tuple[str, str]]:
    """Each to its end; how long it takes now is noted, for the moments that are drawn next."""
    for name, command in COMMANDS.items():
        _forget_readings(project)
        began = time.monotonic()
        yield f"{name} {when}", goes_through(project, command)
        takes_s[name] = time.monotonic() - began


def _first(project: Path) -> str:
    """It ends without an edition to be put into; the payments are there all the same."""
    said(started(project, LEDGER))
    there = (project / "data" / "ledger_full" / "holding.parquet").exists()
    return "" if there else "no payments were written"


def _forget_readings(project: Path) -> None:
    """So that a build reads the published files anew, and may be killed at that."""
    shutil.rmtree(project / "data" / "readings", ignore_errors=True)


def _killed(project: Path, name: str, takes_s: dict[str, float], chance: random.Random) -> float:
    """When it was killed. One that had ended by then is told to be as short as it was, and begun
    again: a machine has less to do than when it was timed."""
    while True:
        _forget_readings(project)
        after_s, began = chance.uniform(0, takes_s[name]), time.monotonic()
        if killed_after(started(project, COMMANDS[name], words=False), after_s):
            return after_s
        takes_s[name] = time.monotonic() - began


def _lost(project: Path) -> str:
    """What is not as it was; a folder that is cut off between two names has both beside it."""
    wrong = [] if answers(project) else ["the last database does not answer"]
    for folder in (project / "data" / name for name in FOLDERS):
        held = folder if folder.exists() else last_of(folder)
        if held != folder and not fresh_of(folder).exists():
            wrong.append(f"{folder.name} is gone")
        try:
            require_whole(held)
        except (Damaged, OSError) as error:
            wrong.append(str(error))
    return "; ".join(wrong)
