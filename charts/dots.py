"""Where the dots of a strip stand, so that near-equal values don't hide each other."""

BINS = 60
HIGHEST = 0.9
STEP = 0.24


def stacked(values: list[float]) -> list[float]:
    """A height for each value, from -0.9 to 0.9, filled from the middle outwards."""
    if not values:
        return []
    low, span = min(values), (max(values) - min(values)) or 1.0
    bins = [int((value - low) / span * BINS) for value in values]
    tallest = max(bins.count(b) for b in set(bins))
    step = min(STEP, 2 * HIGHEST / tallest)
    seen: dict[int, int] = {}
    heights = []
    for b in bins:
        nth = seen[b] = seen.get(b, -1) + 1
        heights.append(step * ((nth + 1) // 2) * (1 if nth % 2 else -1))
    return heights
