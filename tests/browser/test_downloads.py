"""A figure leaves the page as CSV, Excel and a picture, made without another host."""

import re
from urllib.request import urlopen

import pytest

ADDRESS = (
    "service?service=housing&where=england-single&measure=homelessness_prevented&section=chance"
)


def taken(desktop, kind: str) -> bytes:
    """The file that the link under the figure leads to."""
    visit = desktop.open(ADDRESS)
    link = visit.page.locator(f'a[href*="figure/service/funnel.{kind}?"]').first
    address = link.evaluate("link => link.href")
    assert visit.failures == [] and visit.other_hosts() == []
    with urlopen(address, timeout=60) as answer:
        return answer.read()


@pytest.mark.parametrize(
    ("kind", "start"),
    [("png", b"\x89PNG"), ("svg", b"<svg"), ("xlsx", b"PK\x03\x04"), ("csv", b"\xef\xbb\xbf")],
)
def test_a_figure_is_taken_as_a_file(desktop, kind, start):
    assert taken(desktop, kind).startswith(start)


def test_a_picture_names_its_source_and_its_edition(desktop):
    # A line may end between any two words.
    said = " ".join(re.sub("<[^>]+>", " ", taken(desktop, "svg").decode()).split())
    assert "Statutory homelessness" in said and "Edition" in said
