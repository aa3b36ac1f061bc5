"""Files put together by chance, from a seed: any names, forms, order and company of columns."""

import random
from dataclasses import dataclass
from datetime import datetime

from tests.build.payments.gallery.amounts import brackets, late_minus, suffix
from tests.build.payments.gallery.case import lines

AMOUNTS = (
    "Amount", "Net Amount", "Net Amount (£)", "Amount excl. VAT", "Payment Amount", "Value",
    "Total", "£", "Invoice Amount", "Spend", "Sum of Amount", "Amount in LC", "Line Value", "Cost",
    "Net",
)  # fmt: skip
DATES = ("Date", "Payment Date", "Paid Date", "Posting Date", "Effective Date", "Invoice Date")
SUPPLIERS = (
    "Supplier",
    "Supplier Name",
    "Vendor Name",
    "Payee",
    "Beneficiary Name",
    "Name",
    "Vendor",
)
NAMES = (
    "Alpha Ltd",
    "Gamma & Sons",
    "J Smith",
    "REDACTED",
    "Delta Council",
    "123 Taxis",
    "Total Gas",
)
FORMS = ("%d/%m/%Y", "%d/%m/%y", "%d-%b-%y", "%Y-%m-%d", "%d.%m.%Y", "%Y-%m-%d %H:%M:%S", "%Y%m%d")
MONEY = (str, lambda amount: f"£{float(amount):,.2f}", brackets, late_minus, suffix)
# What stands beside a payment and is neither its amount, its day nor its supplier.
BESIDE = {
    "Transaction No": "5100001", "Supplier ID": "100017", "VAT": "20.00", "Gross Amount": "99.00",
    "Cost Centre": "10017", "Postcode": "AB1 2CD", "PO Number": "4500001", "Period": "202301",
    "Description": "Works, phase 1", "Body Name": "Anytown Council", "Company Number": "1234567",
    "Contract Start Date": "01/01/2020", "Exchange Rate": "1.00", "Date Uploaded": "09/09/2024",
    "Running Total": "500.00", "Directorate": "Housing Services", "Year": "2023", "": "",
    "Purchase Order Value": "99.00", "Grant (Y/N)": "N", "Quantity": "3", "Unit Price": "9.50",
}  # fmt: skip


@dataclass(frozen=True)
class Made:
    """A file by chance and its truth: rows, pounds, first and last day, rows set aside, columns."""

    content: bytes
    truth: tuple[int, str, str, str, int]
    columns: dict[str, str]


def make(seed: int) -> Made:
    chance = random.Random(seed)
    count = chance.choice((3, 8, 40))
    month = chance.randrange(1, 13)
    days = [datetime(2023, month, chance.randrange(1, 29)) for _ in range(count)]
    pence = [chance.choice((1, 1, 1, -1)) * chance.randrange(100, 5_000_000) for _ in days]
    form, money = chance.choice(FORMS), chance.choice(MONEY)
    amount, date, supplier = map(chance.choice, (AMOUNTS, DATES, SUPPLIERS))
    columns = {
        supplier: [chance.choice(NAMES) for _ in days],
        date: [day.strftime(form) for day in days],
        amount: [money(f"{one / 100:.2f}") for one in pence],
    }
    for name in chance.sample(list(BESIDE), chance.randrange(6)):
        columns[name] = [BESIDE[name]] * count
    names = chance.sample(list(columns), len(columns))
    rows = list(zip(*(columns[name] for name in names), strict=True))
    total = chance.random() < 0.4
    if total:
        sums = {amount: money(f"{sum(pence) / 100:.2f}"), chance.choice((supplier, date)): "Total"}
        rows.append(tuple(sums.get(name, "") for name in names))
    titles = [("Anytown Council",), ("Payments over £500",), ()][: chance.randrange(4)]
    delimiter, end = chance.choice(",;\t|"), chance.choice(("\n", "\r\n", "\r"))
    text = lines(*titles, names, *rows, delimiter=delimiter, end=end)
    truth = (count, f"{sum(pence) / 100:.2f}", f"{min(days):%Y-%m-%d}", f"{max(days):%Y-%m-%d}")
    encoding = chance.choice(("utf-8", "utf-8-sig", "cp1252", "utf-16"))
    told = {"supplier": supplier, "date": date, "amount": amount}
    return Made(text.encode(encoding), (*truth, int(total)), told)
