"""What a test of tracing needs besides the code, and how it says that it is not there."""

import os

import pytest

from data.build import paths

MIRROR = os.environ.get("PUBLIC_POUND_MIRROR")
needs_mirror = pytest.mark.skipif(
    not MIRROR, reason="needs the published files: set PUBLIC_POUND_MIRROR to a mirror of them"
)
needs_edition = pytest.mark.skipif(
    not paths.DATABASE.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
