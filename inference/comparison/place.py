"""A council's place among its peers, ties as one block: never a quarter that the block crosses."""

from dataclasses import dataclass

from inference.comparison.word import FEWEST_PEERS


@dataclass(frozen=True)
class Place:
    """From `first` to `last` among `n` councils, itself one of them; 1 is the lowest figure.

    `first` and `last` differ where others have the same figure.
    """

    first: int
    last: int
    n: int

    @property
    def tied(self) -> int:
        """How many others have the same figure."""
        return self.last - self.first

    @property
    def quarter(self) -> int | None:
        """1 (lowest) to 4, where the whole block lies in it; None across a border or too few."""
        if self.n <= FEWEST_PEERS:
            return None
        ends = {1 + int(4 * (one - 0.5) / self.n) for one in (self.first, self.last)}
        return ends.pop() if len(ends) == 1 else None


def place_among(below: int, same: int, peers: int) -> Place | None:
    """Of a council with `below` peers under it and `same` beside it; None without a peer."""
    return Place(below + 1, below + 1 + same, peers + 1) if peers else None
