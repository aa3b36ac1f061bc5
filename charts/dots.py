"""Where the dots of a strip stand, so that near-equal values don't hide each other."""

BINS = 60
HIGHEST = 1.0
STEP = 0.26


def stacked(values: list[float]) -> list[float]:
    """A height for each value, from 0 up to 1: near-equal values stand on one another."""
    if not values:
        return []
    low, span = min(values), (max(values) - min(values)) or 1.0
    bins = [int((value - low) / span * BINS) for value in values]
    tallest = max(bins.count(b) for b in set(bins))
    step = min(STEP, HIGHEST / tallest)
    seen: dict[int, int] = {}
    heights = []
    for b in bins:
        seen[b] = seen.get(b, -1) + 1
        heights.append(step * seen[b])
    return heights
