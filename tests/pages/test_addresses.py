"""Any address gives a page and keeps it: a thousand random ones, and those of the edition's
councils."""

import os
import random
from urllib.parse import quote

import pytest

import queries
from queries import ask
from tests.pages.opening import opened

SEED = 20260101
TRIES = 1_000
PAGES = ["home", "council", "compare", "service", "map", "explorer", "local_outcomes"]
PAGES += ["put_together", "payments", "supplier", "joint_buying", "delivery", "data", "changes"]
PAGES += ["glossary"]
SAMPLE = 9
NAMES = ["council", "peers", "year", "money", "service", "measure", "funding", "words", "find", "x"]
NAMES += ["trail", "by", "then", "nation", "areas", "period", "view", "scale", "prices"]
NAMES += ["others", "show", "measures", "closer", "where", "spend", "limits", "with"]
SOUND = {
    "council": ["aldby", "ashford-vale", "midshire", "newtown", "oldtown", "tiny-city", "glenmore"],
    "peers": ["same_class", "same_region", "ons_global", "own"],
    "others": ["carrby,dunby", "aldby", "carrby,x,carrby", ",,"],
    "show": ["headline", "spending", "chosen", "environment"],
    "measures": ["bins_recycled,roads_poor", "hills"],
    "where": ["england-single", "england-upper", "england-district"],
    "limits": ["additive", "multiplicative", "none"],
    "with": ["deprivation", "rural_pct,weekly_pay_gbp", ",x,"],
    "closer": ["bins_recycled", "roads_poor"],
    "year": ["2017-18", "2022-23", "2024-25"],
    "money": ["real_per_head", "cash_per_head", "real_total", "cash_total"],
    "service": ["total", "environment", "children"],
    "measure": ["bins_recycled", "roads_poor", "hills"],
    "funding": ["2022-23-budget"],
    "words": ["plain", "official"],
    "nation": ["England", "Scotland", "Wales"],
    "areas": ["all_local", "single", "county"],
    "period": ["2019-20", "2024-25"],
    "view": ["boundaries", "hexagons", "both"],
    "scale": ["continuous", "quantile"],
    "trail": ["service:highways", "region:North,council:aldby", "class:county,x", ","],
    "by": ["service", "class", "part"],
    "then": ["council", "none"],
    "prices": ["real", "cash"],
    "find": ["aldby", "AA1 1ZZ", "AA1", "BT1 1AA", "old"],
}
ODD = [
    "",
    " ",
    "\x00",
    "'",
    '"',
    "--",
    "<b>",
    "{{7*7}}",
    "%s",
    "\u202e",
    "𝒳" * 40,
    "null",
    "NaN",
    "-1",
    "🙂",
    "a" * 3_000,
]


def random_address(rng: random.Random) -> dict[str, object]:
    address: dict[str, object] = {}
    for name in rng.sample(NAMES, rng.randint(1, 5)):
        sound = rng.random() < 0.6 and name in SOUND
        value = rng.choice(SOUND[name] if sound else ODD)
        address[name] = [value, rng.choice(ODD)] if rng.random() < 0.1 else value
    return address


@pytest.mark.parametrize("name", PAGES)
def test_a_thousand_random_addresses(name, world):
    rng = random.Random(f"{SEED} {name}")
    page = opened(name)
    for _ in range(-(-TRIES // len(PAGES))):
        address = random_address(rng)
        for known in NAMES:
            page.query_params.pop(known, None)
        for one, value in address.items():
            page.query_params[one] = value
        page.run()
        assert not page.exception, f"/{name}?{quote(str(address))}"
        assert len(page.title) == 1, address
        shown = dict(page.query_params)
        page.run()
        assert dict(page.query_params) == shown, f"/{name}?{quote(str(address))}"


@pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
def test_councils_of_the_edition_have_their_page():
    """Some of every kind; all of them, in some minutes, with PUBLIC_POUND_EVERY_COUNCIL=1."""
    names = ask("council/names").sort("nation", "class", "ends", "name")
    every = os.environ.get("PUBLIC_POUND_EVERY_COUNCIL")
    page = opened("council")
    for slug, name in names.select("slug", "name").rows()[:: 1 if every else SAMPLE]:
        page.query_params["council"] = slug
        page.run()
        assert not page.exception, slug
        assert page.title[0].value == name
