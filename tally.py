"""What this process has done and does, counted for those who run it; `/metrics` tells it.

No count says who asked or for what: labels are pages, kinds and folders of the program's own.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, Histogram, generate_latest

__all__ = ["CONTENT_TYPE", "answered", "open_page", "queried", "requested", "run_of", "told"]

CONTENT_TYPE = CONTENT_TYPE_LATEST
# Seconds. A page aims at a tenth; a query ends at ten.
STEPS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

_RUNS = Counter(
    "public_pound_runs",
    "Runs of pages: done, left by a reader who clicked on, or failed.",
    ["page", "end"],
)
_RUN_S = Histogram("public_pound_run_seconds", "Seconds of a run.", ["page"], buckets=STEPS)
_QUERY_S = Histogram(
    "public_pound_query_seconds",
    "Seconds of a query by its folder under queries/, a download's until it was taken.",
    ["folder", "door"],
    buckets=STEPS,
)
_ANSWERS = Counter(
    "public_pound_answers", "Answers given to pages: kept from before, or asked anew.", ["place"]
)
_PAGES = Gauge("public_pound_open_pages", "Pages that readers have open.")
_REQUESTS = Counter(
    "public_pound_requests",
    "Requests by kind and by status; 413, 429, 503: refused.",
    ["kind", "status"],
)
_REQUEST_S = Histogram(
    "public_pound_request_seconds",
    "Seconds until the whole answer was taken.",
    ["kind"],
    buckets=STEPS,
)


@contextmanager
def run_of(page: str) -> Iterator[None]:
    """Count and time a run of `page`. Streamlit leaves a run by what is no Exception."""
    began, end = time.perf_counter(), "done"
    try:
        yield
    except Exception:
        end = "failed"
        raise
    except BaseException:
        end = "left"
        raise
    finally:
        _RUNS.labels(page, end).inc()
        _RUN_S.labels(page).observe(time.perf_counter() - began)


@contextmanager
def queried(name: str, door: str) -> Iterator[None]:
    """Time a query; `door` is "answers" or "downloads"."""
    with _QUERY_S.labels(name.partition("/")[0], door).time():
        yield


def answered(kept: bool) -> None:
    _ANSWERS.labels("kept" if kept else "asked").inc()


@contextmanager
def open_page() -> Iterator[None]:
    with _PAGES.track_inprogress():
        yield


def requested(kind: str, status: int, seconds: float) -> None:
    _REQUESTS.labels(kind, str(status)).inc()
    _REQUEST_S.labels(kind).observe(seconds)


def told() -> bytes:
    """Every count, with processor time and memory, in Prometheus' text format."""
    return generate_latest()
