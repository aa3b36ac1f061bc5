"""A clone may lie below a folder with an apostrophe in its name: paths are quoted by `quoted`."""

import re

from sql_text import quoted
from tests.own_code import of

BY_HAND = re.compile(r"""(?:FROM|TO|ATTACH) '\{[^}]+\}[^']*'|\('\{[^}]+\}[^']*\.parquet'""")


def test_an_apostrophe_is_written_twice():
    assert quoted("the council's copy") == "'the council''s copy'"


def test_no_place_of_a_file_is_put_into_quotes_by_hand():
    """Eleven were, so that no ledger and no family alone could be built there."""
    texts = {one.name: one.path.read_text("utf-8") for one in of("data", "queries", "web")}
    assert not {name: found for name, text in texts.items() if (found := BY_HAND.findall(text))}
