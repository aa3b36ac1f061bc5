"""The comment lines at the top of an .sql file, in which it says what it is.

    -- check: No council has more broken benches
    --   than benches.
    -- level: stop

A field goes on in comment lines that are indented. Any other comment line is a remark: it belongs
to no field and ends the one before it.
"""

import re
from collections.abc import Collection

_MORE = re.compile(r"--\s{2,}(.*)")


def fields(text: str, names: Collection[str]) -> dict[str, str]:
    """Field -> what it says, for those of ``names`` that stand above the first line of SQL."""
    begins = re.compile(rf"-- ({'|'.join(names)}):\s*(.*)")
    found: dict[str, str] = {}
    last = ""
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        if match := begins.fullmatch(line):
            last = match[1]
            found[last] = match[2].strip()
        elif match := _MORE.fullmatch(line):
            if last:
                found[last] += " " + match[1].strip()
        else:
            last = ""
    return found
