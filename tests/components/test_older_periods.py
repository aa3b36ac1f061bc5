"""What Service works out for an older period comes of the same law as the table of judgements."""

import pytest

import queries
from components.service.group import Group
from components.service.measure import looked, offered
from findings.service_judgement import worked_out
from queries import ask

pytestmark = pytest.mark.skipif(
    not queries.EDITION.exists(),
    reason="there is no assembled edition (python -m data.build assemble)",
)
MEASURES = [
    ("housing", "homelessness_relieved"),
    ("children", "re_referrals"),
    ("children", "ofsted_children"),
    ("environment", "recycling_rate"),
    ("public_health", "preventable_heart_deaths"),
]


@pytest.mark.parametrize(("service", "measure"), MEASURES)
@pytest.mark.parametrize("council", ["LDS", "BEX", "DBY", "KET"])
def test_the_newest_period_worked_out_is_the_stored_one(service, measure, council):
    group = ask("service/group_of", service=service, council=council).rows(named=True)
    if not group:
        return
    chosen = Group({"service": service, **group[0]}, council)
    row = next((one for one in offered(chosen) if one["measure"] == measure), None)
    stored = ask("service/judgement", council=council, measure=measure, period=row["period"])
    if stored.is_empty():
        return
    one = looked(chosen, row)
    pairs = ask("service/peers", council=council, service=service)
    made = worked_out(row, one.figures.frame, pairs)
    for name, expected in stored.row(0, named=True).items():
        if isinstance(expected, float):
            expected = pytest.approx(expected)
        assert made[name] == expected, name
