"""Where each body's files hold the amount, the name and the day: read off the files by eye."""

from typing import NamedTuple


class Layout(NamedTuple):
    """Names of columns, each with its other spellings."""

    amount: tuple[str, ...]
    supplier: tuple[str, ...]
    day: tuple[str, ...]


def _at(amount: str, supplier: str, day: str) -> Layout:
    return Layout(*(tuple(text.split("/ ")) for text in (amount, supplier, day)))


LAYOUTS = {
    "barnet": _at("Expenditure Amount (exc VAT)", "Vendor Name", "Payment Date"),
    "barnsley": _at("Gross Amount £", "Supplier Name", "Transaction Date"),
    "bath_and_north_east_somerset": _at("Amount", "Supplier Name", "Date"),
    "bedford": _at("Amount", "Supplier(T)", "Trans.date"),
    "blackpool": _at("Gross Value (detail)", "Supplier Name", "Payment Date"),
    "bracknell_forest": _at("Amount £", "Supplier", "Date"),
    "brent": _at("Amount", "Vendor Name 2", "Payment Date"),
    "brighton_and_hove": _at("Net Amount", "Creditor Name", "Date"),
    "bromley": _at("Net Amount", "Supplier_Name/ SUPPLIER_NAME_REDACTED", "Payment_Date"),
    "calderdale": _at("Net Amount", "Supplier(Beneficiary) Name", "Date"),
    "cambridge_city": _at("Invoice Amount (Excluding VAT)", "Supplier Name", "Invoice Date"),
    "chelmsford": _at("Net Amount", "Supplier", "Date"),
    "cheshire_west_and_chester": _at("Net Amount", "Supplier ID(T)", "Pay Date"),
    "city_of_london": _at("Net Amount", "Supplier Name", "Payment Date"),
    "city_of_wolverhampton": _at(
        "Amount/ amount", "Supplier ID(T)/ text xapar_id", "Payment Date/ text pay_date__1"
    ),
    "council_of_the_isles_of_scilly": _at("Net Amount", "Supplier Name", "Payment Date"),
    "coventry": _at(
        "Amount", "Supplier(T)/ Supplier (T)/ Supplier(T) 2/ Supplier(T)2", "Transaction Date"
    ),
    "cumberland": _at("Line Amount", "Supplier Name/ coded supplier/ codedsupplier", "Date"),
    "derby": _at("Exclusive Amount/ Revised Report Amount", "Supplier Name", "Payment Date"),
    "ealing": _at("Net Amount", "Amended Supplier Name", "Date"),
    "enfield": _at("Net Amount", "Supplier Name", "Payment Date"),
    "exeter_rebuilt": _at("Net Amount", "Supplier Name", "Trans Date"),
    "greenwich": _at("Invoice Line Amount", "Creditor_Name", "Payment_Date"),
    "halton": _at("Net Amount", "Beneficiary", "Date Transaction Added"),
    "hampshire": _at("Amount", "Supplier name (Amended)", "Posting date"),
    "harrow": _at("Net value", "Beneficiary/ Updated Beneficiary", "Date incurred -Payment Date"),
    "hartlepool": _at("Net Value", "Supplier", "Payment Date"),
    "havering": _at("Amount (excluding VAT)", "Beneficiary", "Transaction Date"),
    "hillingdon": _at("Distrib Amount SUM", "Vendor Name", "Paym Acc Date"),
    "hounslow": _at("Amount", "BeneficiaryName", "PaymentDate"),
    "hull": _at("Amount", "Supplier Name", "Effective Date"),
    "islington": _at("Net Amount", "Supplier Name", "Entry Date"),
    "kingston": _at("Amount £ (Excl VAT)", "Supplier name", "Date"),
    "kirklees": _at("Amount Excluding VAT", "Vendor Name", "Payment Date"),
    "knowsley": _at("AMOUNT", "SUPPLIER NAME", "DATE"),
    "leicestershire": _at("NET AMOUNT", "SUPPLIER NAME", "PAYMENT DATE"),
    "liverpool": _at("Actual Value", "Vendor", "Posting date"),
    "london_fire_brigade": _at("AMT LINE", "NAME VEND", "ISSUED DATE"),
    "medway": _at("Value", "Supplier or Redacted Statement", "Clearance Date"),
    "middlesbrough": _at("Amount", "Supplier Name/ Supplier Name (Redacted)", "Date"),
    "milton_keynes": _at("Amount", "Supplier Name", "Date Paid"),
    "newcastle": _at("Total (excludes VAT)", "Supplier Name", "Paid Date"),
    "newham": _at("Amount", "BENEFICIARY", "Transaction Date"),
    "north_lincolnshire": _at("Amount", "Supplier Name/ Redactions", "Transaction Date"),
    "north_northamptonshire": _at("Amount", "Supplier Name", "Date Paid"),
    "north_somerset": _at("Amount", "Beneficiary", "TransactionDate/ DateofTransaction"),
    "nottingham": _at("Net Amount", "Supplier Name", "Payment Date"),
    "oldham": _at("Amount (£)", "Payee", "Payment Date"),
    "reading": _at("Amount (£)/ Amount ()/ Amount (œ)", "Supplier Name", "Payment Date"),
    "redcar_and_cleveland": _at("Posted amount", "Supplier/ Supplier(T)", "Date Paid"),
    "richmond": _at("PAYMENT AMOUNT", "PAYEE", "PAYMENT DATE"),
    "royal_borough_of_windsor_and_maidenhead": _at(
        "Net Amount", "Supplier (Beneficiary name)", "Payment Date"
    ),
    "rutland": _at("Amount", "Supplier Name(T)", "Invoice Date"),
    "sandwell": _at("Amount SUM", "Beneficiary", "Date"),
    "shropshire": _at("Total Amount", "Supplier Name", "Payment Date"),
    "slough": _at("Amount", "Vendor Name", "Period"),
    "solihull": _at("Net Amount", "Supplier Name", "Payment Date"),
    "south_tyneside": _at("Amount (Net of VAT)", "Supplier Name", "Date"),
    "southampton": _at("Net_Amount", "Supplier_Name", "Date"),
    "staffordshire": _at("Amount", "BeneficiaryName", "PaymentDate"),
    "sunderland": _at("Invoice Value £", "Supplier Name", "Payment Date"),
    "sutton": _at("Amount £ (Excl VAT)", "Supplier name", "Date"),
    "swindon": _at("Amount £", "Supplier Name", "Payment Date"),
    "telford_wrekin": _at("Amount", "Supplier Name(T)", "Trans Date"),
    "tfl": _at("Amount (£)/ Amount", "Vendor Name/ Vendor", "Clearing Date"),
    "thurrock": _at("Amounts", "Beneficiary", "Date"),
    "tower_hamlets": _at("Net Amount", "Supplier Name", "Payment Date"),
    "trafford": _at("Amount", "BeneficiaryName", "PaymentDate"),
    "wandsworth": _at("PAYMENT AMOUNT", "PAYEE", "PAYMENT DATE"),
    "warrington": _at("AMOUNT", "SUPPLIER NAME", "DATE (POSTING DATE)"),
    "warwickshire": _at("Amount", "Supplier Name", "Pay date/ Pay da"),
    "west_berkshire": _at("Net amount", "Supplier name", "Date"),
    "west_northamptonshire": _at("Amount", "Supplier Name", "Date Paid"),
    "west_yorkshire_ca": _at(
        "Value £/ Amount (Exclusive)", "Beneficiary/ Creditor Account", "Date/ Posting Date"
    ),
    "westminster": _at("Amount", "Supplier name/ Supplier Name", "Posting date"),
    "westmorland_and_furness": _at(
        "Line Amount/ NetAmount/ Net Amount/ Amount",
        "Supplier Name/ Supplier",
        "Date/ PaymentDate/ Payment Date",
    ),
    "wiltshire": _at("Invoice Amount Paid", "Supplier or Party Name", "Payment Date"),
    "wirral": _at("Paid Amount/ Line Amount", "Supplier Name", "Paid Date"),
    "wokingham": _at("Payment Amount (Net)", "Accounts Payable/Accounts Receivable ID", "Pay Date"),
}
# The sum of all rows stands in the place of the last payment's amount.
TOTAL_UNDER_A_NAME = {"telford_wrekin/expenditure_over_100_june_2023.csv.gz"}
