"""Find the machine's Chromium and keep it from talking to anyone but the app."""

import importlib.util
import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--process-per-site",
]


def executable() -> str | None:
    """Path of the browser: the variable CHROMIUM, or the first known name on PATH."""
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)


def reason_to_skip() -> str | None:
    """A sentence when no browser test can run here."""
    if importlib.util.find_spec("playwright") is None:
        return "playwright is not installed (it is in requirements-dev.txt)"
    if executable():
        return None
    if named := os.environ.get("CHROMIUM"):
        return f"CHROMIUM names {named}, which cannot be run"
    return f"none of {', '.join(NAMES)} is on PATH and CHROMIUM is not set"


def switches() -> list[str]:
    """Chromium refuses its sandbox to root, which is who runs in a container."""
    return SWITCHES + (["--no-sandbox"] if os.geteuid() == 0 else [])
