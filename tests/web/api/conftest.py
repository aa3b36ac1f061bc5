"""No test is answered with what another one made."""

import pytest

from web.api.answering import KEPT


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    KEPT.clear()
