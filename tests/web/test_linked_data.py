"""The Data page names the edition and its files for search engines; no other page does."""

import json
import re

import pytest

from tests.web.test_first_html import sent
from web.linked_data import as_script

pytestmark = pytest.mark.usefixtures("world")


def test_the_data_page_has_the_dataset():
    _, text = sent("/data")
    (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    one = json.loads(told)
    assert (one["@type"], one["version"]) == ("Dataset", "2025-01-01-world")
    assert all(
        file["contentUrl"].startswith("http://pound.example/app/") for file in one["distribution"]
    )
    assert "ld+json" not in sent("/council")[1]


def test_nothing_in_it_ends_the_script():
    assert as_script({"name": "</script>"}).count("</script>") == 1
