"""Headers in the manner of councils that are in no mirror, over made-up rows with their truth.

Each column is ``name`` or ``name=kind``: the kind says what its cells hold (see ``CELLS``). Exactly
one column each is the amount (``A``), the day (``D``) and who was paid (``S``).
"""

# ruff: noqa: E501

from collections.abc import Callable

from tests.build.payments.gallery.case import Case, case, lines

PAID_TO = (
    "Alpha Ltd", "Oakfield House", "Beta Construction plc", "The Larches", "J & P Autos",
    "Delta Trust", "Northshire County Council", "Epsilon", "St Mary's", "Zeta Foods Limited",
    "Veritas", "Royal Mail", "Aardvark Taxis", "HMRC",
)  # fmt: skip
SERVICES = ("Adult Social Care", "Highways", "Housing Services", "Children and Families", "Parks")
WHAT_FOR = ("Agency staff", "Residential care", "Repairs and maintenance", "Equipment", "Bus hire")
PENCE = [100_000 * n + 1_234 + 7 * n for n in range(1, 15)]
PENCE[3] = -45_050
PENCE[8] = 12_500
ROWS = range(len(PENCE))
Cell = Callable[[int], str]


def _pounds(pence: float) -> str:
    return f"{pence / 100:.2f}"


CELLS: dict[str, Cell] = {
    "S": lambda n: PAID_TO[n],
    "A": lambda n: _pounds(PENCE[n]),
    "A£": lambda n: f"£{PENCE[n] / 100:,.2f}".replace("£-", "-£"),
    "D": lambda n: f"{2 * n + 1:02d}/04/2023",
    "D-": lambda n: f"2023-04-{2 * n + 1:02d}",
    "Dm": lambda n: f"{2 * n + 1:02d}-Apr-2023",
    "earlier": lambda n: f"{2 * n + 1:02d}/02/2023",
    "gross": lambda n: _pounds(PENCE[n] * 1.2),
    "vat": lambda n: _pounds(PENCE[n] * 0.2),
    "zero": lambda n: "0.00",
    "number": lambda n: str(5_100_100 + n),
    "invoice": lambda n: f"INV/{2300 + 7 * n}",
    "key": lambda n: str(200_000 + 31 * n),
    "code": lambda n: ("A1234", "B2345", "C3456")[n % 3],
    "digits": lambda n: ("41000", "42010", "30500")[n % 3],
    "service": lambda n: SERVICES[n % 5],
    "what": lambda n: WHAT_FOR[n % 5],
    "one": lambda n: "Northshire Council",
    "site": lambda n: "http://opendatacommunities.org/id/northshire",
    "gss": lambda n: "E07000999",
    "fund": lambda n: ("Revenue", "Capital")[n % 2],
    "how": lambda n: ("BACS", "CHAPS", "Cheque")[n % 3],
    "state": lambda n: "Paid",
    "year": lambda n: "2023/24",
    "month": lambda n: "April",
    "money": lambda n: "GBP",
    "company": lambda n: f"{1_234_567 + n:08d}" if n % 3 else "",
    "postcode": lambda n: f"ZZ{n + 1} 1AA",
    "yes": lambda n: "No",
    "blank": lambda n: "",
}
# What a column holds where its place alone is not enough to say so.
LAYOUTS = {
    # England: counties, unitaries, metropolitan and London boroughs, districts.
    "county, one": "Organisation Name=one|Organisation Code=site|Effective Date=D|Directorate=service|Service Category Label=service|Supplier Name=S|Supplier ID=key|Payment Date=D2|Transaction Number=number|Net Amount=A|Purpose of Spend=what|Procurement Classification=what",
    "county, SAP": "CoCd=code|Vendor=key|Name 1=S|Document No.=number|Clearing=D|Amount in local cur.=A|Cost Ctr=digits|G/L Acct=digits|G/L account name=what",
    "county, Oracle": "OPERATING_UNIT=one|VENDOR_NAME=S|VENDOR_NUMBER=key|INVOICE_NUM=invoice|CHECK_DATE=Dm|DISTRIBUTION_AMOUNT=A|SEGMENT_DESCRIPTION=service|ACCOUNT_DESCRIPTION=what",
    "county, Agresso": "Body=one|Service area(T)=service|Expense type(T)=what|Paid date=D|Trans.no=number|Amount=A|Ap/Ar ID(T)=S",
    "county, Integra": "Supplier=S|Pay Date=D|Doc Ref=number|Value=A|Expense Desc=what|CC Desc=service",
    "county, e5": "Creditor Name=S|Payment Date=D|Payment Ref=number|Payment Value (£)=A£|Department Name=service|Nominal Description=what",
    "county, two dates": "Invoice Date=earlier|Date of Payment=D|Beneficiary=S|Net Amt=A|VAT Amt=vat|Gross Amt=gross|Service Area=service",
    "county, Business World": "Cost Centre Description=service|Account Description=what|Supplier Description=S|Transaction Date=D|Transaction Amount=A|Voucher No=number",
    "unitary, Civica": "SUPPLIERNAME=S|PAYMENTDATE=D|INVOICEAMOUNT=A|DIRECTORATE=service|SERVICE=service|DESCRIPTION=what|TRANSREF=number",
    "unitary, machine names": "supplier_name=S|payment_date=D-|amount_gbp=A|service_description=service|expense_type=what|transaction_number=number|organisation_code=gss",
    "unitary, camel": "PaymentDate=D-|SupplierName=S|SupplierId=key|NetAmount=A|IrrecoverableVat=zero|ServiceArea=service|ExpenditureCategory=what",
    "unitary, irrecoverable VAT": "Body Name=one|Date Paid=D|Transaction Number=number|Amount (Net) £=A|Irrecoverable VAT £=zero|Beneficiary Name=S|Purpose of Expenditure=what|Merchant Category=what",
    "unitary, invoice lines": "Supplier Name=S|Invoice Number=invoice|Invoice Total=gross|Line Amount Net=A|Date Cleared=D|Cost Centre Name=service|Subjective Name=what",
    "unitary, payee": "Payee Name=S|Payee Ref=key|Date=D|Amount Paid £=A£|Reason for payment=what|Section=service",
    "unitary, vendor": "Vendor Name=S|Vendor Site=postcode|Payment Number=number|Payment Date=D|Invoice Distribution Amount=A|Cost Centre=service|Subjective=what",
    "unitary, amount first": "Amount=A|Date=D|Supplier=S|Service=service|Type of Expenditure=what",
    "unitary, company": "Supplier=S|Company Registration Number=company|Supplier Postcode=postcode|Payment Date=D|Amount excl VAT=A|Category=what|Directorate=service",
    "unitary, spend": "Spend Date=D|Spend Amount=A|Supplier Name=S|Spend Category=what|Spend Area=service|Unique Ref=number",
    "metropolitan, one": "Directorate=service|Updated=earlier|TransNo=number|Net=A|Vat=vat|Gross=gross|Vendor=S|Paid=D",
    "metropolitan, expense area": "Service Area Categorisation=service|Responsible Unit=service|Expenses Type=what|Paid Date=D|Document Number=number|Net Amount=A|Capital / Revenue=fund|Supplier Name=S",
    "metropolitan, redacted": "Supplier Name (redacted where personal)=S|Payment date=D|Net amount (£)=A|Dept=service|Account=what|Ref=number",
    "metropolitan, cheque": "Cheque/BACS Date=D|Cheque/BACS No=number|Payee=S|Amount=A|Method=how|Details=what",
    "metropolitan, posting": "Posting Date=D|Vendor Account Name=S|Amount in GBP=A|Cost Centre Text=service|Commitment Item Text=what|FI Document Number=number",
    "metropolitan, paid to": "Paid To=S|Paid On=D|Amount Paid=A|Paid For=what|Paid By=service",
    "metropolitan, period": "Financial Year=year|Period=month|Supplier=S|Date Paid=D|Value £=A|Service Division=service|CIPFA Category=what",
    "London, one": "Local Authority Department=service|Beneficiary=S|Summary of Purpose=what|Amount=A|VAT that cannot be recovered=zero|Date=D|Merchant Category=what",
    "London, vendor": "Vendor ID=key|Vendor Name=S|Cost Centre=digits|Cost Centre Description=service|Account Code=digits|Account Code Description=what|Payment Amount=A|Payment Date=D|Pay Number=number",
    "London, ex VAT": "Red Ref=number|Supplier / Beneficiary=S|Payment Date=D|Amount Exc. VAT=A|Department=service|Description of Goods or Services=what",
    "London, business unit": "Business Unit=service|Supplier Name=S|Cleared Date=D|Line Amount=A|Invoice Amount=gross|GL Description=what|Voucher ID=number",
    "London, expenditure": "Expenditure Date=D|Expenditure Amount £=A|Organisation Paid=S|Directorate/Service=service|Expenditure Description=what",
    "London, trading name": "Trading Name=S|Supplier Number=key|Payment Document Date=D|Net Value=A|Portfolio=service|Expense Category=what",
    "district, short": "Supplier=S|Date=D|Net=A|Service=service",
    "district, creditor": "CREDITOR=key|CREDITOR NAME=S|PAY DATE=D|REFERENCE=number|NET AMOUNT=A|DETAIL CODE=digits|DESCRIPTION=what",
    "district, pounds only": "Supplier=S|Payment Made=D|£=A|For=what",
    "district, total": "Supplier Name=S|Invoice Date=earlier|Date of Transaction=D|Total=A|Nominal Name=what|Cost Centre Name=service",
    "district, amount paid": "Who we paid=S|When we paid=D|How much we paid=A|What we paid for=what",
    "district, questions": "Name of supplier=S|Date paid=D|Amount paid excluding VAT=A|What was bought=what|Service that bought it=service",
    "district, redacted payee": "Payee (Redacted)=S|Run Date=D|Value of Payment=A|Service Head=service|Subjective Description=what",
    "district, long": "Date payment was made=D|Name of the supplier or beneficiary=S|Amount of payment net of recoverable VAT=A|Category of expenditure=what|Department which incurred the expenditure=service",
    "district, ledger": "Post Date=D|Suppl Name=S|Inv Ref=invoice|Net Val=A|VAT Val=vat|Gross Val=gross|Ledger Name=what",
    "district, accounting": "Acc Date=D|Supp Name=S|Trans Ref=number|Amt=A|CC Name=service|Subj Name=what",
    "district, status": "Supplier Name=S|Payment Date=D|Payment Amount=A|Payment Status=state|Payment Type=how|Expense Description=what",
    "district, transparency code": "OrganisationLabel=one|OrganisationURI=site|ServiceLabel=service|ServiceCode=digits|SupplierName=S|Date=D-|Amount=A|Currency=money|ExpenseCategory=what|TransactionNumber=number",
    "district, contract": "Supplier=S|Contract Ref=code|Payment Date=D|Value (ex VAT)=A|SME=yes|Voluntary Sector=yes|Category=what",
    "national park": "Payee=S|Transaction Date=D|Debit=A|Department=service|Narrative=what",
    "fire authority": "Supplier Account Name=S|Supplier Account=key|Transaction date=D|Invoice value net of VAT=A|Cost code description=service",
    "combined authority": "Entity=one|Entity Name=one|Supplier=S|Date=D|Expense Area=service|Expense Type=what|Transaction No=number|AP Amount (£)=A",
    "police": "Vendor Text=S|Pmnt Date=D|Net Amt GBP=A|Subj Text=what",
    # Wales: Welsh, English and both.
    "Wales, Welsh": "Enw'r Cyflenwr=S|Dyddiad Talu=D|Swm Net=A|Gwasanaeth=service|Disgrifiad=what|Rhif Trafodyn=number",
    "Wales, both": "Supplier / Cyflenwr=S|Payment Date / Dyddiad Talu=D|Amount / Swm (£)=A|Service / Gwasanaeth=service|Category / Categori=what",
    "Wales, Welsh first": "Cyflenwr / Supplier=S|Dyddiad / Date=D|Swm / Amount=A|Adran / Department=service|Disgrifiad / Description=what",
    "Wales, both in one": "Enw'r Cyflenwr Supplier Name=S|Dyddiad y Taliad Payment Date=D|Swm y Taliad Payment Amount=A|Cyfarwyddiaeth Directorate=service",
    "Wales, who": "Talwyd i=S|Dyddiad y Taliad=D|Swm y Taliad=A|Diben=what|Adran=service",
    "Wales, without VAT": "Enw Cyflenwr=S|Rhif Cyflenwr=key|Dyddiad Anfoneb=earlier|Dyddiad Talwyd=D|Cyfanswm heb TAW=A|TAW=vat|Maes Gwasanaeth=service",
    "Wales, beneficiary": "Buddiolwr=S|Dyddiad=D|Gwerth (£)=A|Pwrpas y gwariant=what|Uned Fusnes=service",
    "Wales, English": "Name of Supplier=S|Pay Date=D|Sum of Amount=A|Service Description=service|Subjective Description=what",
    # Scotland.
    "Scotland, one": "Supplier Name=S|Payment Date=D|Transaction Value=A|Service=service|Proclass Description=what|Supplier Town=code",
    "Scotland, PECOS": "Supplier=S|Supplier Reference=key|Invoice Number=invoice|Payment Date=D|Invoice Line Net=A|vCode Description=what",
    "Scotland, spend over": "Company Name=S|Company Number=company|Date Paid=D|Spend=A|Department/Service=service|Thomson Classification=what",
    "Scotland, Gaelic beside": "Supplier (Solaraiche)=S|Date (Ceann-latha)=D|Amount (Suim)=A|Service (Seirbheis)=service",
    "Scotland, creditor": "Creditor=S|Creditor No=key|Date of Payment=D|Payment Total=A|Charge Code Description=what",
    # Northern Ireland.
    "Northern Ireland, one": "Vendor=S|Payment Reference=number|Payment Date=D|Payment Amount £=A|Dept.=service",
    "Northern Ireland, creditors": "Creditor Account Name=S|Cheque Date=D|Cheque Amount=A|Cheque No=number|Committee=service",
    "Northern Ireland, ledger": "A/C Name=S|A/C No=key|Txn Date=D|Txn Amount=A|Narrative=what",
    "Northern Ireland, pay run": "Supplier Name=S|Payment Run Date=D|Payment Run No=number|Amount Paid (GBP)=A|Cost Centre=service",
}  # fmt: skip


def _case(name: str, layout: str) -> Case:
    columns = [column.partition("=")[::2] for column in layout.split("|")]
    # Two columns of one day agree.
    kinds = [kind.rstrip("2") for _, kind in columns]
    header = [column for column, _ in columns]
    rows = [[CELLS[kind](n) for kind in kinds] for n in ROWS]
    last = 2 * len(PENCE) - 1
    return case(
        name,
        lines(header, *rows),
        rows=len(PENCE),
        total=_pounds(sum(PENCE)),
        first="2023-04-01",
        last=f"2023-04-{last}",
        suppliers=PAID_TO,
        columns={"supplier": _held(header, kinds, "S"), "amount": _held(header, kinds, "A")},
        sure=(0.9, 1),
    )


def _held(header: list[str], kinds: list[str], letter: str) -> str:
    return next(
        " ".join(name.split())
        for name, kind in zip(header, kinds, strict=True)
        if kind in (letter, letter + "£")
    )


CASES = [_case(f"dialect: {name}", layout) for name, layout in LAYOUTS.items()]
