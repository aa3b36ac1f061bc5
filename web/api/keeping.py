"""Answers that were made lately: an address that many ask for is worked out once an edition."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import NamedTuple

MOST_BYTES = 200_000  # of one body; larger ones are made each time
MOST_KEPT = 200


class Made(NamedTuple):
    """`zipped`: text is kept compressed, also for those who take it plain."""

    headers: dict[str, str]
    body: bytes
    zipped: bool


class Kept:
    """The `most` answers that were asked for last. For several threads."""

    def __init__(self, most: int = MOST_KEPT, most_bytes: int = MOST_BYTES) -> None:
        self.most, self.most_bytes = most, most_bytes
        self._made: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Made | None:
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
            return self._made.get(key)

    def put(self, key: Hashable, made: Made) -> None:
        if len(made.body) > self.most_bytes:
            return
        with self._lock:
            self._made[key] = made
            while len(self._made) > self.most:
                self._made.popitem(last=False)

    def clear(self) -> None:
        with self._lock:
            self._made.clear()
