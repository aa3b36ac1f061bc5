"""Known advisories against requirements.lock: `make audit` gives the place of pip-audit.

PUBLIC_POUND_ADVISORIES is the address of another index that speaks OSV's language (a mirror of a
network's own), as https://advisories.example.org/v1/query.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements.lock"
HOW = ("--require-hashes", "--disable-pip", "--format", "json", "--progress-spinner", "off")
# What its libraries say when a host is not there; anything else is a fault to be read.
OFFLINE = ("ConnectionError", "Max retries", "Failed to resolve", "ServiceError", "Timeout")


def main() -> None:
    asked = [sys.argv[1], "-r", str(LOCK), *HOW, *_index(os.environ.get("PUBLIC_POUND_ADVISORIES"))]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False)
    words, code = verdict(ran.stdout, ran.stderr)
    print(words)
    sys.exit(code)


def _index(address: str | None) -> list[str]:
    return ["--vulnerability-service", "osv", "--osv-url", address] if address else []


def verdict(told: str, complaints: str) -> tuple[str, int]:
    """What pip-audit found, in words, and 1 when something is to be done.

    `told` is its JSON, `complaints` what it wrote to standard error.
    """
    try:
        packages = json.loads(told)["dependencies"]
    except (ValueError, KeyError, TypeError):
        if any(word in complaints for word in OFFLINE):
            return "Not audited: the index of advisories could not be reached.", 1
        return f"Not audited: {complaints.strip()[-2_000:] or 'pip-audit said nothing.'}", 1
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    if packages and len(skipped) == len(packages):
        return "Not audited: the index that was asked holds no advisories (a mirror has none).", 1
    lines = [
        f"{one['name']} {one['version']}: {found['id']}, mended in {_mended(found)}"
        for one in packages
        for found in one.get("vulns", [])
    ]
    lines += [f"not looked up: {', '.join(skipped)}"] if skipped else []
    lines.append(f"{len(packages)} packages, {len(lines) - bool(skipped)} advisories.")
    return "\n".join(lines), int(len(lines) > 1)


def _mended(found: dict[str, list[str]]) -> str:
    return " or ".join(found["fix_versions"]) or "no release yet"


if __name__ == "__main__":
    main()
