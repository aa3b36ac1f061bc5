"""How often one client may ask: a bucket that fills steadily and pays for a burst."""

from collections import OrderedDict
from math import ceil

PER_SECOND = 5.0
BURST = 60
MOST_CLIENTS = 10_000


class Buckets:
    """Not for several threads: it lives in the event loop."""

    def __init__(self, per_second: float = PER_SECOND, burst: int = BURST) -> None:
        self.per_second, self.burst = per_second, burst
        self.held: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_s(self, client: str, now_s: float) -> int:
        """Whole seconds until `client` may ask; 0 when it may now, which is counted."""
        left, at = self.held.pop(client, (float(self.burst), now_s))
        left = min(float(self.burst), left + (now_s - at) * self.per_second)
        may = left >= 1
        self.held[client] = (left - 1 if may else left, now_s)
        if len(self.held) > MOST_CLIENTS:
            self.held.popitem(last=False)
        return 0 if may else max(1, ceil((1 - left) / self.per_second))
