"""Open static libraries by who runs them, and the services that changed hands."""

import pytest

from data.build.tables import TableError
from tests.build.delivery.small_world import header, make, shares, write

PATH = "delivery/libraries/libraries_england_2023.csv.gz"


def library(name, kind, *operation, council="Leeds"):
    """A building and who ran it in 2016, 2019, 2021, 2022 and 2023."""
    return [council, name, kind, *operation, *["Yes"] * 5]


LEEDS = [
    library("A", "Static Library", "LA", "LA", "LA", "La", "C"),
    library("B", "Static library", "LA", "c", "C", "C", "c"),
    library("C", "Static Local History Library", "CR", "ICL", "LAU", "[Unknown]", "C"),
    library("D", "Static Library", "LA", "Closed", "closed", "Temporary Closure", "C "),
    library("E", "Mobile Library", "LA", "LA", "LA", "LA", "LA"),
    library("F", "static archive", "LA", "LA", "LA", "LA", "LA"),
    library("G", "Prison Library", "C", "C", "C", "C", "C"),
]
BRISTOL = [library("H", "Static Library", *["Closed"] * 5, council="Bristol")]


def world_of(folder, *rows):
    files = write(folder, PATH, [header("library"), *LEEDS, *BRISTOL, *rows])
    return make(files, "delivery.libraries", "delivery_event.libraries")


def counts(world, period):
    found = shares(world, "LDS", period, "libraries")
    return {model: value for model, (value, _, _, _) in found.items() if value}


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2016", {"own": 3, "community": 1}),
        ("2019", {"own": 1, "external": 1, "independent": 1}),
        ("2021", {"own": 2, "external": 1}),
        ("2022", {"own": 1, "external": 1, "unknown": 1}),
        ("2023", {"external": 4}),
    ],
)
def test_open_static_libraries_by_year(tmp_path, period, expected):
    assert counts(world_of(tmp_path), period) == expected


def test_where_all_are_closed_there_is_no_share(tmp_path):
    found = shares(world_of(tmp_path), "BST", "2023", "libraries")
    assert {(v, s, note) for v, s, _, note in found.values()} == {
        (0, None, "None was open: no share.")
    }


def test_a_service_that_changed_hands_is_an_event_with_its_evidence(tmp_path):
    rows = world_of(tmp_path).execute(
        "SELECT council, model, since, source FROM delivery_event ORDER BY since"
    )
    assert rows.fetchall() == [("LDS", "external", "2023", "libraries-basic-dataset")]


def test_a_word_that_the_codebook_lacks_stops_the_build(tmp_path):
    with pytest.raises(TableError):
        world_of(tmp_path, library("X", "Static Library", *["leased"] * 5))
