"""Sizes of files and counts, as a reader says them."""


def size(size_bytes: float) -> str:
    """1,234,567 -> 1.2 MB, as a person who waits for a download counts."""
    for unit, least in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size_bytes >= least:
            return f"{size_bytes / least:.3g} {unit}"
    return f"{size_bytes:.0f} bytes"


def count(number: float, one: str, many: str | None = None) -> str:
    return f"{number:,.0f} {one if number == 1 else many or one + 's'}"
