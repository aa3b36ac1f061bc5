"""How long, how often and how much: every bound of a download in one place."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds of one download. Tests shorten them; a build uses the defaults.

    ``stall_s`` bounds the silence between two packets. A publisher that sends a byte now and
    then is never silent, so ``slow_window_s`` and ``slow_bytes_per_s`` bound the pace as well.
    """

    connect_s: float = 15
    stall_s: float = 30
    slow_window_s: float = 60
    slow_bytes_per_s: float = 256
    attempts: int = 5
    backoff_s: float = 2
    longest_wait_s: float = 60
    redirects: int = 5
    max_bytes: int = 2_000_000_000
    pause: Callable[[float], None] = time.sleep

    def wait_s(self, attempt: int, asked_s: float | None = None) -> float:
        """Seconds before the attempt after number ``attempt`` (from 0): doubling, capped.

        ``asked_s`` is what the publisher asked for in Retry-After.
        """
        wanted = self.backoff_s * 2**attempt if asked_s is None else asked_s
        return min(max(wanted, 0), self.longest_wait_s)
