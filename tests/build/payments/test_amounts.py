import pytest

from data.build.payments.amounts import exact_pence_of, pence_of


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("12", 1200),
        ("12.5", 1250),
        ("-0.05", -5),
        ("£1,718.72", 171872),
        ("œ1,718.72", 171872),
        (" 1 234.50 ", 123450),
        ("(500.00)", -50000),
        ("123.45-", -12345),
        ("-£12.00", -1200),
        ("50.00 CR", -5000),
        ("50.00DR", 5000),
        ("1428.6399999999999", 142864),
        ("1.5E+3", 150000),
        ("1.234,56", 123456),
        (".5", 50),
    ],
)
def test_the_ways_councils_write_an_amount(text, pence):
    assert pence_of(text) == pence


@pytest.mark.parametrize(
    "text", ["", "REDACTED", "-", "12,50", "1,2,3", "01/02/2020", "12.5.6", "NaN", "1e99", "9" * 20]
)
def test_what_is_no_amount_is_not_guessed(text):
    assert pence_of(text) is None


def test_half_a_penny_rounds_away_from_zero_and_its_fraction_is_kept():
    assert (pence_of("0.005"), pence_of("-0.005")) == (1, -1)
    assert float(exact_pence_of("11.1123")) == 1111.23


@pytest.mark.parametrize("text", ["9" * 1_000_000, "1" * 4_301, "9" * 90 + "E99"])
def test_more_digits_than_money_has_are_no_amount(text):
    """A million of them ended the reading with an error of arithmetic."""
    assert pence_of(text) is None
