"""Run the reader where it can read the program alone and write to one folder alone.

    python -m components.data.check_file.confined FOLDER payments FILE ...

Linux' Landlock takes the rest from the process itself: it needs no root and no tool, and nothing
that the process starts gets it back. A system that has none runs the reader all the same.
"""

import ctypes
import os
import runpy
import sys
import sysconfig
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[3]
CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
NO_NEW_PRIVILEGES = 38
VERSION_WANTED = 1
BENEATH = 1
# Of a folder or a file: to run, to read, to list. All rights that each version knows come after.
RUN, READ, LIST = 1 << 0, 1 << 2, 1 << 3
ALL_FILES = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
FILE_ALONE = RUN | 1 << 1 | READ | 1 << 14 | 1 << 15
# To make links, pipes, sockets and devices: what is opened by name afterwards must be a file.
NO_PLAIN_FILE = 1 << 6 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 12
# To take and to make TCP connections; to speak to others' sockets and to send them signals.
NETWORK, NETWORK_FROM = 0b11, 4
APART, APART_FROM = 0b11, 6
# What the interpreter and its libraries look at beside their own folders.
SYSTEM = ("/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/localtime", "/dev/urandom")


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def confine(reads: Iterable[Path], writes: Iterable[Path]) -> bool:
    """Leave this process these places and no network; False where the system can't."""
    if sys.platform != "linux":
        return False
    system = ctypes.CDLL(None, use_errno=True)
    version = system.syscall(CREATE_RULESET, None, ctypes.c_size_t(0), VERSION_WANTED)
    if version < 1:
        return False
    files = ALL_FILES[max(one for one in ALL_FILES if one <= version)]
    handled = _Ruleset(files, NETWORK * (version >= NETWORK_FROM), APART * (version >= APART_FROM))
    size = ctypes.c_size_t(8 * (1 + (version >= NETWORK_FROM) + (version >= APART_FROM)))
    ruleset = system.syscall(CREATE_RULESET, ctypes.byref(handled), size, 0)
    if ruleset < 0:
        return False
    for places, rights in (
        (reads, RUN | READ | LIST),
        (writes, files & ~NO_PLAIN_FILE & ~RUN),
    ):
        for place in places:
            _allow(system, ruleset, place, rights & files)
    system.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return bool(system.syscall(RESTRICT_SELF, ruleset, 0) == 0)


def _allow(system: ctypes.CDLL, ruleset: int, place: Path, rights: int) -> None:
    with suppress(OSError):  # what is not there needs no rule
        held = os.open(place, os.O_PATH | os.O_CLOEXEC)
        rule = _Beneath(rights if place.is_dir() else rights & FILE_ALONE, held)
        system.syscall(ADD_RULE, ruleset, BENEATH, ctypes.byref(rule), 0)
        os.close(held)


def of_the_program() -> list[Path]:
    """Its code and records without what is hidden (settings, history), and the interpreter's."""
    own = [place for place in ROOT.iterdir() if not place.name.startswith(".")]
    interpreter = {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()}
    return [*own, *map(Path, interpreter), *map(Path, SYSTEM)]


def main() -> None:
    folder, *words = sys.argv[1:]
    confine(of_the_program(), [Path(folder)])
    sys.argv = ["data.build", *words]
    runpy.run_module("data.build", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
