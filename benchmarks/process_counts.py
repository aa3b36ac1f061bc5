"""What the kernel counts of this process: bytes read, and the most memory it held (Linux)."""

from pathlib import Path

HERE = Path("/proc/self")


def bytes_read() -> int:
    """Every byte read of files so far, from the disk or from the system's memory of it."""
    return int(_field(HERE / "io", "rchar"))


def forget_most_memory() -> None:
    """Let the most memory be counted from now on."""
    (HERE / "clear_refs").write_text("5")


def most_memory_mb() -> float:
    return int(_field(HERE / "status", "VmHWM").removesuffix(" kB")) / 1000


def _field(file: Path, name: str) -> str:
    lines = file.read_text().splitlines()
    return next(line for line in lines if line.startswith(f"{name}:")).split(":", 1)[1].strip()
