"""The drill's commands: process groups of their own, all of which end with it."""

import os
import signal
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

LONGEST_S = 900
_going: dict[int, subprocess.Popen[Any]] = {}
_lock = threading.Lock()
_stopped = threading.Event()


class Stopped(Exception):
    """The drill ends: nothing more is begun."""


def started(project: Path, command: Sequence[str], *, words: bool = True) -> subprocess.Popen[str]:
    """A command that goes on by itself, to be ended or waited for (`said`, `killed_after`)."""
    out = subprocess.PIPE if words else subprocess.DEVNULL
    with _lock:
        if _stopped.is_set():
            raise Stopped
        process = subprocess.Popen(
            command,
            cwd=project,
            stdout=out,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        _going[process.pid] = process
    return process


def said(process: subprocess.Popen[str], longest_s: float = LONGEST_S) -> str:
    """Its words, when it has ended."""
    try:
        return process.communicate(timeout=longest_s)[0] or ""
    finally:
        _kill(process)


def killed_after(process: subprocess.Popen[str], seconds: float) -> bool:
    """kill -9 after so many seconds, with whatever it started; False where it had ended."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return True
    finally:
        _kill(process)
    return False


def ends_with_the_drill(process: subprocess.Popen[Any]) -> None:
    """One that was begun elsewhere, and is waited for there."""
    with _lock:
        _going[process.pid] = process


def is_stopped() -> bool:
    return _stopped.is_set()


def stop() -> None:
    """End all that go on; what asks for more meets Stopped."""
    with _lock:
        _stopped.set()
        going = list(_going.values())
    for process in going:
        _kill(process)


def _kill(process: subprocess.Popen[Any]) -> None:
    """Also of one that has ended by itself: what it left behind is of its group."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
    with _lock:
        _going.pop(process.pid, None)
