"""axe-core on a finished page, and what Streamlit itself fails at."""

from typing import NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


class Accepted(NamedTuple):
    """A rule that Streamlit's own markup fails, only where `within` matches the markup."""

    rule: str
    within: str
    reason: str


ACCEPTED: list[Accepted] = []


def violations(page: Page) -> list[str]:
    """What is ours to mend: one line a node, `rule: markup (help)`."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:300]} ({rule['help']})"
        for rule in found
        for node in rule["nodes"]
        if not _is_accepted(rule["id"], node)
    ]


def _is_accepted(rule: str, node: dict) -> bool:
    places = " ".join(map(str, node["target"])) + node["html"]
    return any(one.rule == rule and one.within in places for one in ACCEPTED)
