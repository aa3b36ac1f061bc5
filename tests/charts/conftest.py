"""Made-up frames in the shapes that queries give. Nothing here is a council's figure."""

import polars as pl
import pytest

HOSTILE = '<b>Bold</b> & <script>alert(1)</script> <a href="x">\u202eevil\u202c %{x}'


def peers(n=9, q1=90.0, median=100.0, q3=110.0, low=80.0, high=140.0):
    return {
        "peers_n": n,
        "peers_median": median,
        "peers_q1": q1,
        "peers_q3": q3,
        "peers_min": low,
        "peers_max": high,
    }


NO_PEERS = peers(0, None, None, None, None, None)


def service(name, value, status="published", **of_peers):
    return {"plain_name": name, "value": value, "status": status, **(of_peers or peers())}


@pytest.fixture
def services():
    return pl.DataFrame(
        [
            service("Adult social care", 150.0),
            service("Highways", 60.0),
            service("Public health", None, "not_submitted"),
            service("Fire and rescue", None, "not_responsible", **NO_PEERS),
        ],
        infer_schema_length=None,
    )


@pytest.fixture
def series():
    rows = [
        ("2019-20", 50.0, "published"),
        ("2020-21", None, "not_collected"),
        ("2021-22", 55.0, "derived"),
        ("2022-23", 60.0, "published"),
        ("2023-24", 66.0, "published"),
    ]
    return pl.DataFrame(
        [
            {
                "period": period,
                "value": value,
                "status": status,
                "lower": value and value - 2,
                "upper": value and value + 2,
                "peers_n": 10,
                "peers_median": 52.0 + i,
                "peers_q1": 48.0 + i,
                "peers_q3": 56.0 + i,
            }
            for i, (period, value, status) in enumerate(rows)
        ]
    )


@pytest.fixture
def outcome():
    return pl.DataFrame(
        {
            "council": ["OWN", "AAA", "BBB", "CCC", "DDD"],
            "name": ["Own", "Aa", HOSTILE, "Cc", "Dd"],
            "value": [61.2, 50.0, 52.0, 54.0, None],
            "lower": [60.0, 49.0, None, 53.0, None],
            "upper": [62.4, 51.0, None, 55.0, None],
            "status": ["published", "published", "estimated", "published", "suppressed"],
        }
    )


@pytest.fixture
def income():
    return pl.DataFrame(
        {
            "plain_name": ["Council tax", "Grants", "Reserves added to", "Collection fund"],
            "value_gbp": [1_200_000.0, 3_400_000.25, -600_000.0, None],
            "status": ["published", "published", "published", "not_collected"],
        }
    )


@pytest.fixture
def nation():
    rows = [(f"C{i:02d}", f"Council {i}", 100.0 + i, "published", False) for i in range(50)]
    rows += [
        ("LND", "City of London", 9000.0, "published", True),
        ("BFS", "Belfast", None, "not_collected", False),
    ]
    names = ["council", "name", "value", "status", "sparse"]
    frame = pl.DataFrame(rows, schema=names, orient="row")
    return frame.with_columns(q=pl.int_range(pl.len()) % 8, r=pl.int_range(pl.len()) // 8)


def traces_named(figure, name):
    return [trace for trace in figure.data if trace.name == name]


def words_of(figure):
    """Every text a reader can see or hover: labels, annotations, names, ticks."""
    found = [a.text for a in figure.layout.annotations]
    for trace in figure.data:
        found.append(trace.name or "")
        hover = trace.hovertext
        found += [hover] if isinstance(hover, str) else list(hover if hover is not None else [])
    return found
