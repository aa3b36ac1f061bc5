"""Bytes of files on a shared disk or in an object store, and a sentence where there are none."""

import os
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from urllib.parse import urlsplit

import pyarrow as pa
from pyarrow import fs

from far_ledger.place import SETTING, Place

# A reader waits for no store longer than for a slow page.
CONNECTS_WITHIN_S = 2.0
ANSWERS_WITHIN_S = 5.0
# A store that did not answer is not asked again at once by everyone who waits.
LEFT_ALONE_S = 5.0
OPEN_AT_ONCE = 256
# What stores that have no regions expect to be told.
USUAL_REGION = "us-east-1"
THROUGH_DUCKDB = re.compile(r"\b(?:PaymentsAway|NotThere): (.+)")
# What names somebody to ask as; without any of them a store is asked as nobody.
KEYS = (
    "AWS_ACCESS_KEY_ID",
    "AWS_PROFILE",
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
)


class PaymentsAway(Exception):
    """Payments that lie elsewhere and can't be had now; the message is for readers."""


class NotThere(PaymentsAway):
    """A file that is not where it should be."""


def told_by(error: Exception) -> str:
    """Give the sentence of a PaymentsAway that went through DuckDB, which keeps only its words."""
    found = THROUGH_DUCKDB.search(str(error))
    return found[1].strip() if found else ""


class Store:
    """Reads, and nothing else, below one place."""

    def __init__(self, place: Place, environment: Mapping[str, str] = os.environ) -> None:
        self.address = place.address
        self._system, self._base = _opened(place, environment)
        self._files: OrderedDict[str, pa.NativeFile] = OrderedDict()
        self._lock = threading.Lock()
        self._alone_until = 0.0
        self._why = ""

    def read(self, name: str, start: int, length: int) -> bytes:
        """Give a part of a file. Raises PaymentsAway."""
        return bytes(self._asked(name, lambda: self._file(name).read_at(length, start)))

    def whole(self, name: str) -> bytes:
        """Give a whole small file. Raises PaymentsAway."""

        def read() -> bytes:
            with self._system.open_input_stream(f"{self._base}/{name}") as file:
                return bytes(file.read())

        return self._asked(name, read)

    def _file(self, name: str) -> pa.NativeFile:
        """An open file; opening one asks the store for its size."""
        with self._lock:
            if name in self._files:
                self._files.move_to_end(name)
                return self._files[name]
        opened = self._system.open_input_file(f"{self._base}/{name}")
        with self._lock:
            self._files[name] = opened
            while len(self._files) > OPEN_AT_ONCE:
                self._files.popitem(last=False)
        return opened

    def _asked(self, name: str, ask):  # type: ignore[no-untyped-def]
        if time.monotonic() < self._alone_until:
            raise PaymentsAway(self._why)
        try:
            return ask()
        except FileNotFoundError:
            self.forget(name)
            raise NotThere(
                f"A part of the payments is gone from where they lie ({name}). Put back what was "
                "there when the edition was assembled, or assemble again: python -m data.build "
                "assemble."
            ) from None
        except OSError as error:
            self.forget(name)
            self._why = (
                f"The payments lie at {self._shown} and can't be reached ({_reason(error)}). All "
                "figures but single payments are here; payments that were looked at lately may be."
            )
            self._alone_until = time.monotonic() + LEFT_ALONE_S
            raise PaymentsAway(self._why) from error

    def forget(self, name: str) -> None:
        """Open a file anew when it is asked for again."""
        with self._lock:
            self._files.pop(name, None)

    @property
    def _shown(self) -> str:
        """The host or disk without what is nobody's business."""
        return "an object store" if "://" in self.address else "a shared disk"


def _opened(place: Place, environment: Mapping[str, str]) -> tuple[fs.FileSystem, str]:
    if not place.is_store:
        return fs.LocalFileSystem(), place.address
    at = urlsplit(place.endpoint)
    region = environment.get("AWS_REGION") or environment.get("AWS_DEFAULT_REGION")
    system = fs.S3FileSystem(
        # Somebody who is nobody does not ask a cloud's own addresses for who they are.
        anonymous=not any(environment.get(name) for name in KEYS),
        endpoint_override=at.netloc or place.endpoint or None,
        scheme=at.scheme or "https",
        region=region or USUAL_REGION,
        connect_timeout=CONNECTS_WITHIN_S,
        request_timeout=ANSWERS_WITHIN_S,
        retry_strategy=fs.AwsStandardS3RetryStrategy(max_attempts=2),
    )
    return system, place.address.removeprefix("s3://")


def _reason(error: OSError) -> str:
    said = str(error)
    if "ACCESS_DENIED" in said or isinstance(error, PermissionError):
        return "it lets nobody of this name read them"
    if "NO_SUCH_BUCKET" in said:
        return f"it has no such bucket; {SETTING} names it"
    return "it does not answer"
