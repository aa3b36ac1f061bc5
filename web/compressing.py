"""Text files as they go over the wire: made small once, smaller still while nobody waits.

Brotli at its quickest is smaller than gzip and sooner done; at its densest it takes a quarter off
again and six seconds for the chart library. So the first reader gets the quick one, and a thread
of the lowest priority makes the dense one for all who come later.
"""

import gzip
import os
import queue
import threading
from contextlib import suppress
from functools import partial
from pathlib import Path

import pyarrow as pa

from shelf import Shelf

# In the order in which they are preferred.
CODINGS = ("br", "gzip")
QUICK, DENSE = 5, 11
MOST, HEAVIEST_BYTES = 1_000, 64_000_000
File = tuple[str, int]  # where it lies, and when it was written (nanoseconds)


def coding_for(accepted: str) -> str | None:
    """The best that a browser takes, by its Accept-Encoding; None when it takes the plain file."""
    offers = [offer.replace(" ", "").lower().split(";q=") for offer in accepted.split(",")]
    taken = {name for name, *weight in offers if not weight or weight[0].strip("0.")}
    return next((coding for coding in CODINGS if coding in taken), None)


class Compressor:
    """Bodies of files by coding. The dense ones are made one after the other, unasked."""

    def __init__(self) -> None:
        self._bodies: Shelf[bytes] = Shelf(MOST, HEAVIEST_BYTES, len)
        self._dense: Shelf[bytes] = Shelf(MOST, HEAVIEST_BYTES, len)
        self._wanted: queue.Queue[File] = queue.Queue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def body(self, path: str, mtime_ns: int, coding: str) -> bytes:
        """The file in `coding`. Call it where it may take a tenth of a second."""
        file = path, mtime_ns
        if coding == "br" and (dense := self._dense.held(file)) is not None:
            return dense
        return self._bodies.get((file, coding), lambda: self._quick(file, coding))

    def wait(self) -> None:
        """Until what was asked for so far is as dense as it gets."""
        self._wanted.join()

    def _quick(self, file: File, coding: str) -> bytes:
        plain = Path(file[0]).read_bytes()
        if coding == "gzip":
            return gzip.compress(plain, compresslevel=6, mtime=0)
        self._wanted.put(file)
        self._at_work()
        return _brotli(plain, QUICK)

    def _at_work(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="dense", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        # Linux counts priority by thread; elsewhere it stays as it is.
        with suppress(AttributeError, OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
        while True:
            file = self._wanted.get()
            # A file that went in the meantime is nobody's wish any more.
            with suppress(OSError):
                self._dense.get(file, partial(_densest, file))
            self._wanted.task_done()


def _densest(file: File) -> bytes:
    return _brotli(Path(file[0]).read_bytes(), DENSE)


def _brotli(plain: bytes, level: int) -> bytes:
    """Without Python's lock: others go on while it works."""
    return pa.Codec("brotli", compression_level=level).compress(plain, asbytes=True)
