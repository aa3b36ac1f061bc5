import pytest

from data.build.payments import read
from data.build.payments.report import as_frame, as_json

ROWS = "\nA Ltd,01/02/2024,1,x\nB Ltd,02/02/2024,2,y\n"
PLAIN = "Supplier,Date,Amount,Ref"


@pytest.mark.parametrize(
    ("file", "header", "cards"),
    [
        ("2024-02.csv", PLAIN, False),
        ("2024-02-card.csv", PLAIN, True),
        ("pcard_transactions.csv", PLAIN, True),
        ("ProcurementCardTransactions_2024.csv", PLAIN, True),
        ("Purchase Card Spend.csv", PLAIN, True),
        ("devon_pcard/2024.csv", PLAIN, True),
        ("Cardiff spend.csv", PLAIN, False),
        ("scorecards.csv", PLAIN, False),
        ("x.csv", "Merchant Name,Trans Date,Amount,Merchant Category", True),
        ("x.csv", "Beneficiary (Merchant),Date,Amount,Merchant Category", True),
        ("x.csv", "Supplier,Date,Amount,Merchant Category", False),
        ("x.csv", "Purchasing cards 2024\nSupplier,Date,Amount,Ref", True),
        ("x.csv", "Supplier,Date,Billing Amount,Cardholder", True),
    ],
)
def test_purchases_by_card_are_marked(file, header, cards):
    found = read(file, (header + ROWS).encode())
    assert (found.cards, as_json(found)["cards"]) == (cards, cards)
    assert as_frame(found)["card"].to_list() == [cards] * 2
    assert any("purchases by card" in text for text in found.problems) == cards
