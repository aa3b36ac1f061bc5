"""The rows that a figure is made of: the fewest that still give it."""

from collections.abc import Callable


def fewest_of(rows: list[int], enough: Callable[[list[int]], bool]) -> list[int]:
    """Those of ``rows`` of which none can be left out, the first ones preferred.

    ``rows`` together must be enough, and what is enough must stay so with a row more. Halves are
    tried, so that a few of thousands are found in a few dozen trials (Junker's QuickXplain, 2004).
    """

    def needed(kept: list[int], just_added: bool, rest: list[int]) -> list[int]:
        if just_added and enough(kept):
            return []
        if len(rest) == 1:
            return rest
        first, second = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        of_second = needed(kept + first, True, second)
        of_first = needed(kept + of_second, bool(of_second), first)
        return of_first + of_second

    return [] if not rows or enough([]) else needed([], False, rows)
