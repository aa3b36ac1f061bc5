"""One mutant tried: a process in which a file says something else, and the tests that hold it."""

import importlib.machinery
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

LASTS_AT_MOST_S = 240


def survivors(
    file: Path, mutants: Sequence[tuple[str, str]], tests: Sequence[str], at_once: int
) -> Iterator[str]:
    """What was changed, of each mutant that the tests passed. Raises where they fail unchanged."""
    running: dict[int, tuple[str, float]] = {}
    if _finished(_start(file, file.read_text("utf-8"), tests)) != 0:
        raise RuntimeError(f"{file.name}: its tests fail before anything is changed")
    for words, text in mutants:
        while len(running) >= at_once:
            yield from _collected(running)
        running[_start(file, text, tests)] = (words, time.monotonic())
    while running:
        yield from _collected(running)


def _start(file: Path, text: str, tests: Sequence[str]) -> int:
    child = os.fork()
    if child:
        return child
    os.setpgid(0, 0)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    says_instead(file, text)
    _hide_the_edition()
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    os._exit(int(pytest.main([*options, *tests])))


def says_instead(file: Path, text: str) -> None:
    """Let `file` say `text`, imported as a module or read as a text. For this process for good."""
    read, load = Path.read_text, importlib.machinery.SourceFileLoader.get_code

    def read_text(self: Path, *given: Any, **named: Any) -> str:
        return text if self.resolve() == file else read(self, *given, **named)

    def get_code(self: Any, name: str) -> Any:
        return compile(text, str(file), "exec") if Path(self.path) == file else load(self, name)

    Path.read_text = read_text  # type: ignore[method-assign]
    importlib.machinery.SourceFileLoader.get_code = get_code  # type: ignore[method-assign]
    importlib.invalidate_caches()
    assert not any(
        getattr(module, "__file__", None) == str(file) for module in list(sys.modules.values())
    )


def _hide_the_edition() -> None:
    """It was assembled before the change, so what it answers would tell nothing."""
    import queries

    queries.EDITION = Path("hidden from mutants")


def _finished(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _collected(running: dict[int, tuple[str, float]]) -> Iterator[str]:
    """Wait for one to end, and end one that lasts too long: that the tests would notice."""
    time.sleep(0.05)
    for child, (words, started) in list(running.items()):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            del running[child]
            if os.waitstatus_to_exitcode(status) == 0:
                yield words
        elif time.monotonic() - started > LASTS_AT_MOST_S:
            os.killpg(child, signal.SIGKILL)
