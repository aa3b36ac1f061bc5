"""A figure leaves the page as CSV, Excel and a picture, made without another host."""

import re
from urllib.request import urlopen

ADDRESS = (
    "service?service=housing&where=england-single&measure=homelessness_prevented&section=chance"
)


STARTS = {"png": b"\x89PNG", "svg": b"<svg", "xlsx": b"PK\x03\x04", "csv": b"\xef\xbb\xbf"}


def test_a_figure_is_taken_as_a_file_and_its_picture_names_source_and_edition(desktop):
    visit = desktop.open(ADDRESS)
    for kind, start in STARTS.items():
        link = visit.page.locator(f'a[href*="figure/service/funnel.{kind}?"]').first
        with urlopen(link.evaluate("link => link.href"), timeout=60) as answer:
            body = answer.read()
        assert body.startswith(start)
        if kind == "svg":
            # A line may end between any two words.
            said = " ".join(re.sub("<[^>]+>", " ", body.decode()).split())
            assert "Statutory homelessness" in said and "Edition" in said
    assert visit.failures == [] and visit.other_hosts() == []
