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
from tests.faults.running import ended_after, said, started

COMMANDS = {"a build": [*BUILD, *MIRROR], "a ledger": LEDGER, "an assembly": ASSEMBLE}
FOLDERS = ("edition", "ledger", "ledger_full")
# After so many kills all is run to its end: what was left must not be in its way.
EACH_WHOLE = 10


def kills_of(project: Path, kills: int, seed: int) -> Iterator[tuple[str, str]]:
    """Each kill and what went wrong; nothing when the last edition is there and answers.

    With whatever a command started: a ledger's files are read by processes of their own.
    """
    takes_s = {}
    yield "a first ledger", _first(project)
    for name, command in COMMANDS.items():
        _forget_readings(project)
        began = time.monotonic()
        yield f"{name} that is let be", goes_through(project, command)
        takes_s[name] = time.monotonic() - began
    chance = random.Random(seed)
    for number in range(1, kills + 1):
        name = list(COMMANDS)[number % len(COMMANDS)]
        after_s = chance.uniform(0, takes_s[name])
        _forget_readings(project)
        ended_after(started(project, COMMANDS[name], words=False), after_s)
        yield f"kill {number}, {name} after {after_s:.1f} of {takes_s[name]:.1f} s", _lost(project)
        if number % EACH_WHOLE == 0 or number == kills:
            for name, command in COMMANDS.items():
                yield f"{name} after {number} kills", goes_through(project, command)


def _first(project: Path) -> str:
    """It ends without an edition to be put into; the payments are there all the same."""
    said(started(project, LEDGER))
    there = (project / "data" / "ledger_full" / "holding.parquet").exists()
    return "" if there else "no payments were written"


def _forget_readings(project: Path) -> None:
    """So that a build reads the published files anew, and may be killed at that."""
    shutil.rmtree(project / "data" / "readings", ignore_errors=True)


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
