"""What a reader has chosen stands in the address: whoever opens that address sees the same."""

import random

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opening import SAYING, opened

SEED = 20261130
TRIES = 4
MOST = 3  # of a list of several that are chosen at once
ADDRESSES = {
    "council": {"council": "aldby"},
    "compare": {"council": "aldby"},
    "service": {"council": "aldby"},
    "joint_buying": {},
    "map": {"council": "aldby"},
    "explorer": {},
    "local_outcomes": {"council": "aldby"},
    "put_together": {},
    "payments": {},
    "delivery": {},
    "data": {},
    "changes": {},
}
# What opens a part of the page for once, or leads elsewhere, is no part of the view.
LEADS_ON = ("Look inside one", "Open ")


def choices(app: AppTest) -> dict[str, object]:
    """Every widget that chooses: its label and what is chosen, in words."""
    kinds = ("selectbox", "multiselect", "button_group", "select_slider")
    return {
        f"{kind} {n} {one.label}": one.value
        for kind in kinds
        for n, one in enumerate(app.get(kind))
        if not one.label.startswith(LEADS_ON)
    }


def said(app: AppTest) -> list[str]:
    """What stands on the page; links to files repeat the address in an order of their own."""
    return [str(one.value) for kind in SAYING if kind != "html" for one in app.get(kind)]


def choose_something(app: AppTest, rng: random.Random) -> None:
    """Another option in one of the page's lists, or a few or none of one of several."""
    # What stands in a form counts when it is sent.
    several = [one for one in app.multiselect if not one.form_id]
    lists = [one for one in [*app.selectbox, *several] if len(one.options) > 1]
    lists = [one for one in lists if not one.label.startswith(LEADS_ON)]
    if not lists:
        return
    one = rng.choice(lists)
    if one.type == "selectbox":
        one.select_index(rng.randrange(len(one.options))).run()
    else:
        most = min(one.max_selections or MOST, MOST, len(one.options))
        one.set_value(rng.sample(one.options, rng.randint(0, most))).run()


@pytest.mark.parametrize("page", ADDRESSES)
def test_what_is_chosen_is_there_again_in_a_fresh_session(page, world):
    rng = random.Random(f"{SEED} {page}")
    app = opened(page, **ADDRESSES[page])
    for _ in range(TRIES):
        choose_something(app, rng)
        assert not app.exception
    address = {
        name: values[0] if len(values) == 1 else values
        for name, values in ((n, app.query_params[n]) for n in app.query_params)
    }
    again = opened(page, **address)
    assert choices(again) == choices(app), address
    assert said(again) == said(app), address
    assert dict(again.query_params) == dict(app.query_params)


@pytest.mark.parametrize(
    ("page", "address", "name"),
    [
        ("service", {"service": "environment", "measure": "bins_recycled"}, "with"),
        ("joint_buying", {}, "years"),
        ("compare", {"council": "aldby", "show": "chosen"}, "measures"),
    ],
)
def test_a_usual_choice_that_was_taken_away_stays_away(page, address, name, world):
    """The circumstances of a measure came back, and with them another figure."""
    app = opened(page, **address)
    one = next(one for one in app.multiselect if one.key.startswith(f"{name} "))
    assert one.value
    one.set_value([]).run()
    assert app.query_params[name] == "none"
    again = opened(page, **address, **{name: "none"})
    assert choices(again) == choices(app)
    assert said(again) == said(app)
    assert "not on offer" not in " ".join(said(again))
