"""Patterns of header names, for the fields of the Local Government Transparency Code (part 2.1).

Each pattern is held against the whole of a header's plain form (``vocabulary.plain``); the first
that fits gives the score, and the higher score wins a column.
"""

NAME = r"(?: name| names| final| label| description| t)*"
FIELDS: dict[str, tuple[tuple[int, str], ...]] = {
    "amount": (
        (100, r"net (?:amount|amt|value|total|invoice amount|payment|spend|cost)(?: .*)?"),
        (98, r"(?:.*) (?:ex|exc|excl|excludes|excluding|exclusive|less|net) (?:of )?vat(?: .*)?"),
        (97, r"(?:amount|value|total|payment) exclusive"),
        (
            94,
            r"(?:(?:payment |invoice )?line|distribution)(?: net)? (?:amount|amt|value)(?: .*)?",
        ),
        (
            92,
            r"net(?: £| gbp)*|.* (?:amount|value|total) net(?: .*)?|"
            r"(?:amount|value|total) (?:ex|exc|excl|excluding|exclusive)(?: £| gbp)*",
        ),
        (
            90,
            r"(?:payment|paid|line|invoice|invoice line|transaction|trans|item|spend|distribution)"
            r"? ?(?:amount|amt)(?: paid)?(?: in)?(?: gbp| £| œ| sterling)*(?: line)?",
        ),
        (88, r"(?:sum of|total) (?:.* )?(?:amount|value|net|spend)(?: .*)?"),
        (86, r"(?:debit|debits|dr)(?: amount| value| £| gbp)*"),
        (84, r"(?:gbp|£|œ|amount .*|.* amount(?: £| œ| gbp)*)"),
        (82, r"(?:total|value|spend|cost|payment|price|paid)(?: value| cost| paid| £| œ| gbp)*"),
        (80, r".*(?:invoice|line|transaction|payment|spend) (?:value|total|net)(?: .*)?"),
        (74, r"original gross (?:amt|amount)"),
        (
            70,
            r".*gross.*|.* (?:inc|incl|including|inclusive)(?: of)? vat|"
            r".* (?:amt|value|cost|sum)|sum paid|"
            r"(?:value|cost|sum|amount) (?:of|in|paid) .*|(?:net|gross)? ?(?:paid|amt paid)",
        ),
        (
            60,
            r"(?:local |base |home )?currency amount|£ total|sum £|(?:net )?(?:of|ex) vat|pounds|"
            r"sterling|expenditure(?: £| gbp)*",
        ),
        (
            90,
            r"(?:swm|gwerth|cyfanswm|gwariant)(?: .*)? (?:heb|ac eithrio|heb gynnwys) taw(?: .*)?|"
            r"(?:swm|gwerth|cyfanswm) net(?: £)*",
        ),
        (60, r"(?:swm|gwerth|cyfanswm|gwariant)(?: net| gros| y taliad| gan gynnwys taw)?(?: £)*"),
        (60, r"how much(?: .*)?|amount in (?:local|lc|loc|home|base|company code) cur.*"),
        (96, r"goods(?: (?:amount|value|total|cost))?(?: £| gbp)*"),
        (40, r"actual|figure"),
    ),
    "date": (
        (
            100,
            r"(?:payment|pay|paid|clearing|cleared|invoice payment) date.*|date (?:paid|of pay.*)",
        ),
        (90, r"date|transaction date|trans date|posting date|date of transaction|spend date"),
        (76, r"effective date.*"),
        (80, r"(?:.* )?(?:paid|payment|pay|posted|post|trans|transaction) ?date.*|actual date"),
        (
            40,
            r"(?:po|(?:purchase )?order|due|start|end|award|contract .*|expiry|received|raised|"
            r"created|creation|last|updated?|upload|delivery|birth|from|to) date.*|"
            r"date (?:of order|of birth|raised|received|due|created|updated|from|to)",
        ),
        (72, r"(?:invoice|inv|document|doc|voucher|gl|accounting) date.*|date of invoice"),
        (
            70,
            r".* date(?: of .*)?|date .*|(?:.* )?period|paid on|"
            r"month|payment month|month paid|month of (?:payment|spend)|dated|payment dt",
        ),
        (85, r"dyddiad (?:y )?(?:talu|talwyd|taliad|clirio)(?: .*)?"),
        (55, r"dyddiad (?:yr )?(?:anfoneb|archeb|derbyn|dechrau|gorffen|creu)(?: .*)?"),
        (60, r"dyddiad(?: .*)?|mis(?: talu| y taliad)?"),
        (65, r"paid|payments? made(?: on)?|when(?: .*)? paid(?: .*)?|cleared(?: on)?"),
        (50, r"clearing|clrng|posting"),
    ),
    "supplier": (
        (103, r"final (?:supplier|vendor|payee)(?: name)?"),
        (100, rf"(?:supplier|beneficiary|vendor|merchant|payee|creditor){NAME}|name"),
        (95, rf"(?:supplier|vendor|creditor|payee) (?:beneficiary|merchant|payee){NAME}"),
        (94, r"beneficiary (?:merchant|supplier).*"),
        (88, r"(?:xapar|ap ar) id(?: t)?|apar name|trading name|paid to|company name"),
        (80, r".*(?:supplier|beneficiary|vendor|merchant|payee|creditor).* name.*"),
        (
            90,
            r"name of (?:the )?(?:supplier|beneficiary|vendor|payee|creditor|merchant)"
            r"(?: or .*| and .*)?",
        ),
        (60, r"recipient.*|company|contractor.*|provider.*|trader|third party|paid to.*"),
        (70, r"(?:clean|cleansed|redacted|published) (?:supplier|vendor|payee)|beneficiary of .*"),
        (65, r"payable to|payment to|(?:to )?who(?:m)? (?:was )?paid|organisation paid|party name"),
        (
            60,
            r"third party name|trading partner|(?:supplier|vendor) (?:details|title|text)|"
            r"supp name",
        ),
        (60, r"name ?1|(?:enw r |enw )?cyflenwr(?: supplier.*)?|supplier.* cyflenwr"),
        (55, r"(?:supplier|creditor|vendor|payee) account"),
        (
            60,
            r"(?:talwyd|taliad) i|derbynnydd|derbyniwr|enw|"
            r"(?:enw r |enw y |enw )?(?:buddiolwr|masnachwr|gwerthwr|credydwr|contractwr|darparwr)",
        ),
        (60, r"who (?:we |was |were )?paid(?: .*)?"),
        (50, r"a c name"),
        (88, r"(?:supplier|vendor|creditor)(?: id| no)? t(?: ?\d)?|name vend|vend(?:or)? name"),
        (86, r"(?:updated|revised|new|cleaned) (?:supplier|beneficiary|vendor|payee)"),
        (60, r"(?:supplier|vendor|payee|beneficiary) or redact.*"),
        (50, r"row labels|client name"),
    ),
    "supplier_id": (
        (90, r"(?:local )?(?:supplier|vendor|creditor)(?: internal)? ?(?:id|no|number|ref.*|code)"),
        (70, r"apar id|ap ar id|supplier"),
    ),
    "company_number": ((100, r".*(?:company|comp) ?(?:registered )?(?:reg|no|number|reg.*)\b.*"),),
    "charity_number": ((100, r".*charity.*"),),
    "vat_number": ((100, r"vat reg.*|vat (?:no|number).*"),),
    "irrecoverable_vat": ((100, r"(?:.*irrecoverable|.*unrecoverable|non recoverable) vat.*"),),
    "body": (
        (100, r"(?:body|organisation|authority|council)(?: name| label)?|name of body"),
        (60, r"(?:local )?(?:authority|council|organisation).*|org name|entity|company code"),
    ),
    "department": (
        (100, r"directorate.*|department.*|service area.*|service label.*"),
        (95, r"service category.*|dept(?: name| description)?|responsible unit|service name"),
        (90, r"service|service division.*|service cost centre|expense area|division.*|group"),
        (
            70,
            r"cost cent(?:re|er).*|organisation(?:al)? unit|service (?:t|sercop)|spend area|"
            r"service expend.*",
        ),
        (
            55,
            r"business (?:unit|area)|portfolio|cc desc.*|profit centre.*|org(?:anisation)? unit|"
            r"team|section|unit|(?:yr )?adran|(?:y )?gwasanaeth|maes gwasanaeth|cyfarwyddiaeth",
        ),
    ),
    "purpose": (
        (100, r"purpose.*|(?:expenditure|expense) purpose|narrative|summary of purpose.*"),
        (90, r"description|extended description|item description|transaction description|details"),
        (
            80,
            r"(?:invoice|line|goods|spend|gl|nominal) (?:description|text)|"
            r"description of (?:goods|spend|service).*",
        ),
        (
            60,
            r"what .*|account(?: detail| description| name)?|text description|definition|"
            r"explanation",
        ),
        (50, r"text|reason|disgrifiad(?: .*)?|pwrpas(?: .*)?|diben(?: .*)?"),
    ),
    "category": (
        (100, r"procurement classification.*|merchant category|proclass.*|category.*"),
        (90, r"(?:expenditure|expense|expenses|spend) (?:category|type).*|subjective.*"),
        (80, r"proclass .*|type of spend|expense description|cipfa detailed.*"),
        (70, r".* category.*|detailed exp.* type|thomson .*|expenditure account code desc.*"),
        (60, r"categori(?: .*)?|math o (?:wariant|gost).*"),
    ),
    "expense_code": (
        (90, r"(?:detailed )?(?:expenditure|expense|account|cost) (?:code|element).*"),
    ),
    "reference": (
        (
            100,
            r"(?:transaction|transation|trans|invoice|document|doc|payment|voucher) ?"
            r"(?:no|number|ref|reference|id)(?: .*)?|transno|docno|"
            r"voucher(?: no)?|cheque (?:no|number)",
        ),
        (
            80,
            r"(?:rhif|cyfeirnod)(?: .*)?|(?:internal|our|unique|[a-z]{3})? ?ref(?: no| number| num|"
            r"erence.*)?|transaction|order|"
            r"unique id",
        ),
    ),
    "capital_revenue": ((100, r"cap(?:ital)?(?: or)? rev(?:enue)?(?: .*)?|revenue or capital"),),
    "card_number": (
        (100, r"card (?:number|no)|procurement card.*|purchase card.*|p card.*|card transaction"),
    ),
    "payment_type": ((100, r"(?:payment|spend) (?:type|method)|method of payment"),),
    "creditor_type": ((100, r"(?:creditor|supplier|vendor) (?:type|grp|group)|type"),),
}
