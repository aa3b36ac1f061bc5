"""``python -m tests.mutants [--named] [FILE ...]``: fails where a mutant lives that nobody has
looked at. With --named only those are made that once lived: a few minutes.
"""

import os
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

from tests.mutants.python_mutants import python_mutants
from tests.mutants.sql_mutants import sql_mutants
from tests.mutants.trying import survivors

ROOT = Path(__file__).parents[2]
TARGETS = Path(__file__).with_name("targets.toml")


def main(wanted: list[str]) -> int:
    targets = tomllib.loads(TARGETS.read_text("utf-8"))["target"]
    if "--named" in wanted:
        wanted = [name for name in wanted if name != "--named"]
        targets = [one | {"named_only": True} for one in targets if "named" in one]
    chosen = [one for one in targets if not wanted or any(name in one["file"] for name in wanted)]
    unseen = sum(_tried(target) for target in chosen)
    print(
        f"{unseen} mutants live that nobody has looked at." if unseen else "Every mutant is told."
    )
    return 1 if unseen else 0


def _tried(target: dict[str, Any]) -> int:
    file, started = ROOT / target["file"], time.monotonic()
    mutants = mutants_of(file, target)
    alike = {one["change"]: one["why"] for one in target.get("alike", [])}
    lived = unseen = 0
    print(target["file"], flush=True)
    for words in survivors(file, mutants, target["tests"], os.cpu_count() or 1):
        lived += 1
        unseen += words not in alike
        print(f"    {words}: {alike.get(words, 'LIVES')}", flush=True)
    told = len(mutants) - lived
    print(f"    {told} of {len(mutants)} told, {time.monotonic() - started:.0f} s", flush=True)
    return unseen


def mutants_of(file: Path, target: dict[str, Any]) -> list[tuple[str, str]]:
    """What is changed and the changed text, the named ones first."""
    text = file.read_text("utf-8")
    named = [_named(text, one) for one in target.get("named", [])]
    if target.get("named_only"):
        return named
    made = python_mutants(text) if file.suffix == ".py" else sql_mutants(text)
    lines = text.splitlines()
    return [*named, *((_placed(words, lines), changed) for words, changed in made)]


def _placed(words: str, lines: list[str]) -> str:
    """`line 80: Gt -> GtE` by the line's text: its number is another after the next change."""
    number, change = words.removeprefix("line ").split(": ", 1)
    return f"{change} | {lines[int(number) - 1].strip()}"


def _named(text: str, one: dict[str, str]) -> tuple[str, str]:
    if text.count(one["old"]) != 1:
        raise ValueError(f"{one['old']!r} stands {text.count(one['old'])} times, not once")
    return f"{one['old'].strip()} -> {one['new'].strip() or 'nothing'}", text.replace(
        one["old"], one["new"]
    )


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main(sys.argv[1:]))
