"""Who asks, and how much that takes long one of them may have going at once."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import IPv6Address, ip_address

from starlette.types import Scope


def client_of(host: str) -> str:
    """An address, or of IPv6 the network that one subscriber has."""
    try:
        address = ip_address(host.split("%")[0])
    except ValueError:
        return host
    return address.exploded[:19] if isinstance(address, IPv6Address) else host


def client_in(scope: Scope) -> str:
    """The client of a request; behind a proxy on this machine the one that it names."""
    address = scope.get("client")
    return client_of(address[0] if address else "")


class NoPlace(Exception):
    """`own`: the client holds all that one may; else all clients together do."""

    def __init__(self, own: bool) -> None:
        super().__init__()
        self.own = own


class Places:
    """So many at once for each client, and so many for all. Lives in the event loop."""

    def __init__(self, each: int, together: int) -> None:
        self.each, self.together = each, together
        self.taken: Counter[str] = Counter()

    @contextmanager
    def one(self, client: str) -> Iterator[Callable[[], None]]:
        """Raises NoPlace. A few slow clients leave places for the others.

        What it gives lets the place go before the end, where the client knows of the end sooner.
        """
        if self.taken[client] >= self.each:
            raise NoPlace(own=True)
        if self.taken.total() >= self.together:
            raise NoPlace(own=False)
        self.taken[client] += 1
        held = True

        def let_go() -> None:
            nonlocal held
            if held:
                held = False
                self._free(client)

        try:
            yield let_go
        finally:
            let_go()

    def _free(self, client: str) -> None:
        self.taken[client] -= 1
        if not self.taken[client]:
            del self.taken[client]
