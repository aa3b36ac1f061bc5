"""A council's newest files, brought from a server on this machine that speaks as theirs do."""

from datetime import date

import pytest

from data.build.fetch import Limits
from data.build.payments import read_all
from data.build.payments.newest_files import bring_newest, links_of
from data.build.payments.publisher_addresses import NotKnown, Place, place_of
from tests.build.fetch.server import Publisher, redirect, status, whole

TODAY = date(2026, 3, 15)
BODY = (
    b"Supplier Name,Payment Date,Net Amount\nAlpha Ltd,03/02/2026,1000.50\nBeta plc,04/02/2026,7\n"
)
PAGE = b"<html><title>Not found</title><body>Sorry</body></html>"
LIMITS = Limits(connect_s=2, stall_s=2, attempts=1)


@pytest.fixture
def publisher():
    import threading

    server = Publisher()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture
def bring(tmp_path):
    said: list[str] = []

    def brought(place: Place, most: int = 2):
        return bring_newest(place, tmp_path / "into", most, TODAY, said.append, LIMITS)

    brought.said = said
    return brought


def test_the_newest_months_are_found_by_the_pattern(publisher, bring):
    """March is not there yet, and a page stands in the place of February's file."""
    publisher.serve("/spend/Spending_202602.csv", whole(PAGE, Content_Type="text/html"))
    publisher.serve("/spend/Spending_202601.csv", whole(BODY))
    publisher.serve("/spend/Spending_202512.csv", redirect("/moved/december.csv"))
    publisher.serve("/moved/december.csv", whole(BODY))
    publisher.serve("/spend/Spending_202511.csv", whole(BODY))
    place = Place("X", "Aldby", "", publisher.url("/spend/Spending_{YYYYMM}.csv"))
    found = bring(place)
    assert [one.month for one in found] == [date(2026, 1, 1), date(2025, 12, 1)]
    assert "/spend/Spending_202511.csv" not in publisher.requests
    readings = list(read_all([one.path for one in found], "X"))
    assert [len(one.payments) for one in readings if not one.refused] == [2]
    assert any("not data" in said for said in bring.said)


def test_a_folder_of_the_month_of_publishing_is_tried_after_the_month(publisher, bring):
    publisher.serve("/files/2026-02/spend-january-2026.csv", whole(BODY))
    place = Place("X", "Aldby", "", publisher.url("/files/{YYYY-MM}/spend-{month}-{year}.csv"))
    (found,) = bring(place, 1)
    assert found.url.endswith("/files/2026-02/spend-january-2026.csv")


def test_a_pattern_that_tells_no_month_gives_way_to_the_page(publisher, bring):
    publisher.serve(
        "/spending",
        whole(
            b'<a href="/media/77/jan.csv">Payments over 500 pounds January 2026</a>'
            b'<a href="/media/78/feb26.xlsx?x=1">Payments <b>February 2026</b></a>'
            b'<a href="/media/80/p.csv">Purchase cards March 2026</a>'
            b'<a href="/about">January 2026</a><a href="mailto:a@b">March 2026.csv</a>',
            Content_Type="text/html",
        ),
    )
    publisher.serve("/media/78/feb26.xlsx", status(404))
    publisher.serve("/media/77/jan.csv", whole(BODY))
    page = publisher.url("/spending")
    (found,) = bring(Place("X", "Aldby", page, publisher.url("/media/{id}/{month}.csv")))
    assert (found.month, found.url) == (date(2026, 1, 1), publisher.url("/media/77/jan.csv"))


def test_where_nothing_is_found_the_page_is_named(publisher, bring):
    page = publisher.url("/spending")
    with pytest.raises(NotKnown, match="look on " + page):
        bring(Place("X", "Aldby", page, ""))


def test_a_year_noted_in_a_pattern_stands_for_every_year():
    place = Place("X", "Aldby", "", "https://a.example/Documents/{Month}-2023-Data.csv")
    assert list(place.addresses(date(2026, 1, 1))) == [
        "https://a.example/Documents/January-2026-Data.csv"
    ]


def test_ways_of_writing_a_name_are_each_tried():
    place = Place("X", "Aldby", "", "https://a.example/{KC|kc}-data-{YYYY-MM-DD}.xlsx")
    assert list(place.addresses(date(2026, 2, 1))) == [
        "https://a.example/KC-data-2026-02-28.xlsx",
        "https://a.example/kc-data-2026-02-28.xlsx",
    ]


def test_a_link_is_told_by_its_words_or_its_name():
    links = links_of('<a href="Spend%20March%202026.csv">Download</a>', "https://a.example/x/")
    assert links == [(date(2026, 3, 1), "https://a.example/x/Spend%20March%202026.csv")]


def test_councils_are_found_by_key_and_by_name_and_others_are_offered():
    assert place_of("DEV").name == place_of("devon").name == "Devon"
    assert place_of("DEV").tells_months
    with pytest.raises(NotKnown, match="did you mean"):
        place_of("north")
    with pytest.raises(NotKnown, match=r"addresses\.csv"):
        place_of("Nowhere")
