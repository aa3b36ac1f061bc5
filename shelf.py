"""What was made once, kept for every reader of this process while there is room for it.

Whatever stands on a shelf is read by many threads at once: nobody changes it.
"""

import pickle
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from hashlib import blake2b
from typing import Any, Generic, TypeVar

ThingT = TypeVar("ThingT")
_shelves: list["Shelf[Any]"] = []


class Shelf(Generic[ThingT]):
    """Things by key; those asked for longest ago make room.

    Bounded by `most` things and by `heaviest`, the sum of what `weight` says of each (in bytes,
    by and large). What alone is heavier than that is made and not kept.
    """

    def __init__(
        self,
        most: int,
        heaviest: int | None = None,
        weight: Callable[[ThingT], int] = lambda _: 0,
    ) -> None:
        self._most, self._heaviest, self._weight = most, heaviest, weight
        self._held: OrderedDict[Hashable, tuple[ThingT, int]] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()
        self.weighs = 0
        _shelves.append(self)

    def __len__(self) -> int:
        return len(self._held)

    def get(self, key: Hashable, make: Callable[[], ThingT]) -> ThingT:
        """The thing of `key`. Whoever asks while another makes it waits for that one.

        What `make` raises is raised, and nothing is kept.
        """
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key][0]
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if key in self._held:
                    return self._held[key][0]
            try:
                thing = make()
                self._put(key, thing)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return thing

    def held(self, key: Hashable) -> ThingT | None:
        """The thing of `key` if it stands here; nothing is made."""
        with self._lock:
            if key not in self._held:
                return None
            self._held.move_to_end(key)
            return self._held[key][0]

    def clear(self) -> None:
        with self._lock:
            self._held.clear()
            self.weighs = 0

    def _put(self, key: Hashable, thing: ThingT) -> None:
        weighs = self._weight(thing)
        if self._heaviest is not None and weighs > self._heaviest:
            return
        with self._lock:
            self._held[key] = thing, weighs
            self.weighs += weighs
            while len(self._held) > self._most or self.weighs > (self._heaviest or self.weighs):
                _, (_, gone) = self._held.popitem(last=False)
                self.weighs -= gone


def clear_all() -> None:
    """Empty every shelf, as when the process began."""
    for shelf in _shelves:
        shelf.clear()


def content(*things: object) -> bytes | None:
    """A digest that is the same for the same content; None for what has none (a lambda, a file).

    Same content pickled twice may differ in a rare case (one text held once or twice): then a
    thing is made once more, never taken for another.
    """
    try:
        written = pickle.dumps(things, protocol=5)
    except (pickle.PicklingError, TypeError, AttributeError):
        return None
    return blake2b(written, digest_size=20).digest()
