"""The rows of every query, as its header describes them. Made by python -m queries.rows.

A column of the key is never missing. Any other may be None where its status says why, which is what
`Maybe` stands for: a type checker asks for no check of it, and refuses another type all the same.
"""

from datetime import date
from typing import Any, Literal, Protocol, TypeAlias, TypedDict, overload

from queries.answers import Answer

Maybe: TypeAlias = Any


ApiCouncils = TypedDict("ApiCouncils", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "official_name": str | Maybe,
    "class": str | Maybe,
    "tier": str | Maybe,
    "nation": str | Maybe,
    "region": str | Maybe,
    "county_slug": str | Maybe,
    "combined_authority": str | Maybe,
    "gss": str | Maybe,
    "gss_before": list[str] | Maybe,
    "ecode": str | Maybe,
    "starts": date | Maybe,
    "ends": date | Maybe,
    "successors": list[str] | Maybe,
    "residents": int | Maybe,
    "residents_year": int | Maybe,
    "area_km2": float | Maybe,
    "longitude": float | Maybe,
    "latitude": float | Maybe,
    "rural_urban": str | Maybe,
    "total": int | Maybe,
})


class ApiEditions(TypedDict):
    name: str
    latest_spending_period: str | Maybe
    price_base: str | Maybe
    sources: int | Maybe
    measures: int | Maybe
    councils_now: int | Maybe
    newest_source: str | Maybe
    before: str | Maybe
    in_place: bool | Maybe
    answers: bool | Maybe
    in_force_from: date | Maybe
    in_force_to: date | Maybe
    files: str | Maybe


class ApiEvents(TypedDict):
    council: str
    council_slug: str | Maybe
    council_name: str | Maybe
    kind: str
    happened: str
    precision: str | Maybe
    value_gbp: float | Maybe
    revised_gbp: float | Maybe
    says: str
    evidence_url: str
    as_of: str | Maybe
    source: str | Maybe
    total: int | Maybe


class ApiJudgements(TypedDict):
    measure: str
    council: str
    council_slug: str | Maybe
    council_name: str | Maybe
    period: str
    model: str
    value: float | Maybe
    unit: str | Maybe
    price_base: str | Maybe
    status: str | Maybe
    word: str | Maybe
    reason: str | Maybe
    left_out_because: str | Maybe
    polarity: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    peers_q1: float | Maybe
    peers_q3: float | Maybe
    peers_min: float | Maybe
    peers_max: float | Maybe
    below_n: int | Maybe
    same_n: int | Maybe
    difference: float | Maybe
    funnel_place: str | Maybe
    holds_n: int | Maybe
    judged_n: int | Maybe
    models_n: int | Maybe
    source: str | Maybe
    note: str | Maybe
    total: int | Maybe


class ApiMeasures(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    measure_question: str | Maybe
    service: str | Maybe
    kind: str | Maybe
    describes: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    polarity: str | Maybe
    numerator: str | Maybe
    denominator: str | Maybe
    interval_method: str | Maybe
    min_denominator: float | Maybe
    price_basis: str | Maybe
    nations: list[str] | Maybe
    classes: list[str] | Maybe
    headline: bool | Maybe
    grades: list[str] | Maybe
    caveats: list[str] | Maybe
    breaks: list[str] | Maybe
    comparable_from: str | Maybe
    sources: list[str] | Maybe
    first_period: str | Maybe
    last_period: str | Maybe
    periods_n: int | Maybe
    councils_n: int | Maybe
    figures_n: int | Maybe
    total: int | Maybe


class ApiPeerModels(TypedDict):
    model: str
    title: str | Maybe
    explanation: str | Maybe
    source: str | Maybe


class ApiPeers(TypedDict):
    council: str | Maybe
    model: str
    peer: str
    peer_slug: str | Maybe
    peer_name: str | Maybe
    peer_class: str | Maybe
    peer_nation: str | Maybe
    peer_ends: date | Maybe
    rank: int | Maybe
    distance: float | Maybe
    closeness: str | Maybe
    compared_services: list[str] | Maybe
    total: int | Maybe


class ApiPeriods(TypedDict):
    period: str
    kind: str | Maybe
    starts: date | Maybe
    ends: date | Maybe


class ApiReorganisations(TypedDict):
    reorganisation: str
    name: str | Maybe
    state: str | Maybe
    happened: str | Maybe
    precision: str | Maybe
    takes_effect: date | Maybe
    new_councils: int | Maybe
    council: str
    council_slug: str | Maybe
    council_name: str | Maybe
    successor: str
    extent: str | Maybe
    says: str | Maybe
    evidence_url: str | Maybe
    as_of: str | Maybe
    part_evidence_url: str | Maybe
    total: int | Maybe


class ApiServices(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    explanation: str | Maybe
    not_decided_because: str | Maybe


ApiSpending = TypedDict("ApiSpending", {
    "council": str,
    "council_slug": str | Maybe,
    "council_name": str | Maybe,
    "class": str | Maybe,
    "nation": str | Maybe,
    "period": str,
    "service": str,
    "service_name": str | Maybe,
    "component": str,
    "value_gbp": float | Maybe,
    "real_gbp": float | Maybe,
    "per_head_gbp": float | Maybe,
    "real_per_head_gbp": float | Maybe,
    "residents": int | Maybe,
    "price_base": str | Maybe,
    "status": str | Maybe,
    "per_head_status": str | Maybe,
    "certified": bool | Maybe,
    "source": str | Maybe,
    "note": str | Maybe,
    "total": int | Maybe,
})


class ApiSuppliers(TypedDict):
    slug: str
    name: str | Maybe
    kind: str | Maybe
    company_number: str | Maybe
    family: str | Maybe
    names: int | Maybe
    councils: int | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe
    first_month: date | Maybe
    last_month: date | Maybe
    total: int | Maybe


class ApiValues(TypedDict):
    measure: str
    council: str
    council_slug: str | Maybe
    council_name: str | Maybe
    gss: str | Maybe
    nation: str | Maybe
    period: str
    starts: date | Maybe
    ends: date | Maybe
    value: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    unit: str | Maybe
    price_basis: str | Maybe
    price_base: str | Maybe
    real_value: float | Maybe
    real_lower: float | Maybe
    real_upper: float | Maybe
    numerator: float | Maybe
    denominator: float | Maybe
    status: str | Maybe
    joint_lead: str | Maybe
    left_out_because: str | Maybe
    source: str | Maybe
    note: str | Maybe
    total: int | Maybe


class CompareColumns(TypedDict):
    council: str
    slug: str | Maybe
    name: str | Maybe
    services_n: int | Maybe
    rank: float | Maybe


class CompareEvents(TypedDict):
    council: str
    name: str | Maybe
    kind: str
    happened: str
    precision: str | Maybe
    value_gbp: float | Maybe
    revised_gbp: float | Maybe
    says: str
    evidence_url: str
    as_of: str | Maybe


class CompareFigures(TypedDict):
    measure: str
    council: str
    slug: str | Maybe
    name: str | Maybe
    period: str | Maybe
    value: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    denominator: float | Maybe
    joint_lead: str | Maybe
    status: str | Maybe
    note: str | Maybe
    source: str | Maybe
    sparse: bool | Maybe
    left_out_because: str | Maybe


class CompareMeasures(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    service: str | Maybe
    service_plain: str | Maybe
    service_official: str | Maybe
    kind: str | Maybe
    describes: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    polarity: str | Maybe
    interval_method: str | Maybe
    price_basis: str | Maybe
    grades: list[str] | Maybe
    headline: bool | Maybe
    caveats: list[str] | Maybe
    period: str | Maybe
    value: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    denominator: float | Maybe
    joint_lead: str | Maybe
    status: str | Maybe
    note: str | Maybe
    source: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    peers_q1: float | Maybe
    peers_q3: float | Maybe
    peers_min: float | Maybe
    peers_max: float | Maybe
    below_n: int | Maybe
    same_n: int | Maybe
    tau: float | Maybe
    funnel_place: str | Maybe
    left_out_because: str | Maybe
    word: str | Maybe
    reason: str | Maybe
    holds_n: int | Maybe
    judged_n: int | Maybe
    models_n: int | Maybe


class CompareOffered(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    service: str | Maybe
    service_plain: str | Maybe
    service_official: str | Maybe
    kind: str | Maybe
    headline: bool | Maybe
    frameworks: list[str] | Maybe


class ComparePeerModels(TypedDict):
    measure: str
    model: str
    model_title: str | Maybe
    left_out_because: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    below_n: int | Maybe
    same_n: int | Maybe
    word: str | Maybe
    reason: str | Maybe
    holds_n: int | Maybe
    judged_n: int | Maybe
    models_n: int | Maybe


ComparePeers = TypedDict("ComparePeers", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "nation": str | Maybe,
    "region": str | Maybe,
    "rank": int | Maybe,
    "distance": float | Maybe,
    "closeness": str | Maybe,
    "compared_services": list[str] | Maybe,
    "left_out_because": str | Maybe,
})


class CompareSeries(TypedDict):
    measure: str
    period: str
    starts: date | Maybe
    ends: date | Maybe
    value: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    status: str | Maybe
    left_out_because: str | Maybe
    breaks: list[str] | Maybe
    stock: bool | Maybe


class CompareSideBySide(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    council: str
    slug: str | Maybe
    name: str | Maybe
    period: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    price_basis: str | Maybe
    grades: list[str] | Maybe
    value: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    status: str | Maybe
    note: str | Maybe
    joint_lead: str | Maybe
    source: str | Maybe
    left_out_because: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    word: str | Maybe


class CompareTrend(TypedDict):
    period: str
    starts: date | Maybe
    ends: date | Maybe
    value: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    status: str | Maybe
    note: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    peers_q1: float | Maybe
    peers_q3: float | Maybe
    source: str | Maybe


CouncilAbout = TypedDict("CouncilAbout", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "official_name": str | Maybe,
    "class": str | Maybe,
    "tier": str | Maybe,
    "nation": str | Maybe,
    "region": str | Maybe,
    "county": str | Maybe,
    "county_name": str | Maybe,
    "county_slug": str | Maybe,
    "combined_authority": str | Maybe,
    "fire_authority_name": str | Maybe,
    "police_authority_name": str | Maybe,
    "rural_urban": str | Maybe,
    "sparse": bool | Maybe,
    "starts": date | Maybe,
    "ends": date | Maybe,
    "residents": int | Maybe,
    "residents_year": int | Maybe,
    "residents_source": str | Maybe,
    "gss": str | Maybe,
})


class CouncilBoundary(TypedDict):
    boundary: str | Maybe
    nation_boundary: str | Maybe


class CouncilChanges(TypedDict):
    kind: str
    series: str
    name: str | Maybe
    change: str
    figures: int | Maybe
    first_period: str | Maybe
    last_period: str | Maybe
    period: str | Maybe
    before: float | Maybe
    now: float | Maybe
    unit: str | Maybe
    decimals: int | Maybe


class CouncilCodes(TypedDict):
    code: str
    council: str | Maybe


class CouncilComments(TypedDict):
    measure: str
    service: str
    about: str | Maybe
    period: str
    name: str
    role: str | Maybe
    said_on: date
    comment: str
    address: str | Maybe


class CouncilDeliveredDifferently(TypedDict):
    measure: str
    council: str
    delivery_service: str
    delivery_name: str | Maybe
    model: str | Maybe
    model_name: str | Maybe
    period: str | Maybe
    share_pct: float | Maybe


class CouncilDistricts(TypedDict):
    council: str
    slug: str | Maybe
    name: str | Maybe
    ends: date | Maybe


class CouncilEvents(TypedDict):
    kind: str
    happened: str
    precision: str | Maybe
    value_gbp: float | Maybe
    revised_gbp: float | Maybe
    says: str
    evidence_url: str
    as_of: str | Maybe
    source: str | Maybe


class CouncilExpected(TypedDict):
    period: str
    line: str
    plain_name: str | Maybe
    official_name: str | Maybe
    note: str | Maybe
    value_gbp: float | Maybe
    status: str | Maybe
    source: str | Maybe


class CouncilFunding(TypedDict):
    line: str
    plain_name: str | Maybe
    official_name: str | Maybe
    note: str | Maybe
    value_gbp: float | Maybe
    status: str | Maybe
    share_pct: float | Maybe
    source: str | Maybe


class CouncilFundingYears(TypedDict):
    period: str
    basis: str
    status: str | Maybe
    revenue_expenditure_gbp: float | Maybe


class CouncilMatrix(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    spend: float | Maybe
    spend_status: str | Maybe
    spend_peers_n: int | Maybe
    spend_median: float | Maybe
    spend_q1: float | Maybe
    spend_q3: float | Maybe
    spend_min: float | Maybe
    spend_max: float | Maybe
    spend_spreads: float | Maybe
    measure: str | Maybe
    title: str | Maybe
    official_title: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    polarity: str | Maybe
    grades: list[str] | Maybe
    describes: str | Maybe
    interval_method: str | Maybe
    tau: float | Maybe
    funnel_place: str | Maybe
    period: str | Maybe
    value: float | Maybe
    status: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    below_n: int | Maybe
    same_n: int | Maybe
    left_out_because: str | Maybe
    word: str | Maybe
    reason: str | Maybe
    holds_n: int | Maybe
    judged_n: int | Maybe
    models_n: int | Maybe
    result_spreads: float | Maybe
    standing_out_n: int | Maybe
    measures_n: int | Maybe
    furthest: float | Maybe


class CouncilMatrixYears(TypedDict):
    service: str
    period: str
    position: int | Maybe
    spend: float | Maybe


class CouncilMeasurePeers(TypedDict):
    council: str
    name: str | Maybe
    value: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    status: str | Maybe
    note: str | Maybe
    denominator: float | Maybe
    source: str | Maybe


class CouncilMeasureTrend(TypedDict):
    period: str
    value: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    status: str | Maybe
    note: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    peers_q1: float | Maybe
    peers_q3: float | Maybe
    numerator: float | Maybe
    denominator: float | Maybe
    cash_value: float | Maybe
    source: str | Maybe


class CouncilModels(TypedDict):
    model: str
    title: str | Maybe
    explanation: str | Maybe
    source: str | Maybe
    peers: int | Maybe


CouncilNames = TypedDict("CouncilNames", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "official_name": str | Maybe,
    "other_names": list[str] | Maybe,
    "class": str | Maybe,
    "nation": str | Maybe,
    "region": str | Maybe,
    "county": str | Maybe,
    "starts": date | Maybe,
    "ends": date | Maybe,
    "sparse": bool | Maybe,
})


class CouncilOutcomeSeries(TypedDict):
    measure: str
    period: str
    period_kind: str | Maybe
    starts: date | Maybe
    ends: date | Maybe
    value: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    status: str | Maybe
    left_out_because: str | Maybe
    breaks: list[str] | Maybe
    stock: bool | Maybe


class CouncilOutcomes(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    measure_question: str | Maybe
    service: str | Maybe
    service_plain: str | Maybe
    service_official: str | Maybe
    kind: str | Maybe
    describes: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    polarity: str | Maybe
    price_basis: str | Maybe
    interval_method: str | Maybe
    grades: list[str] | Maybe
    headline: bool | Maybe
    nation_collected: bool | Maybe
    period: str | Maybe
    value: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    denominator: float | Maybe
    status: str | Maybe
    note: str | Maybe
    source: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    peers_q1: float | Maybe
    peers_q3: float | Maybe
    below_n: int | Maybe
    same_n: int | Maybe
    tau: float | Maybe
    funnel_place: str | Maybe
    left_out_because: str | Maybe
    word: str | Maybe
    reason: str | Maybe
    holds_n: int | Maybe
    judged_n: int | Maybe
    models_n: int | Maybe


class CouncilPaymentPublisher(TypedDict):
    source: str
    threshold_gbp: int | Maybe
    level: str | Maybe
    note: str | Maybe
    first_month: date | Maybe
    last_month: date | Maybe
    months: int | Maybe


class CouncilPaymentSuppliers(TypedDict):
    slug: str
    name: str | Maybe
    kind: str | Maybe
    payments: float | Maybe
    paid_gbp: float | Maybe
    share_pct: float | Maybe
    for_what: str | Maybe
    councils: int | Maybe


class CouncilPaymentSuppliersPeers(TypedDict):
    slug: str
    peers_paying: int | Maybe
    peers_held: int | Maybe
    median_gbp: float | Maybe
    paying: list[str] | Maybe


class CouncilPaymentYears(TypedDict):
    period: str
    months: int | Maybe
    card_months: int | Maybe
    payments: float | Maybe
    paid_gbp: float | Maybe
    cards_gbp: float | Maybe
    treasury_gbp: float | Maybe
    repeated: float | Maybe
    repeated_gbp: float | Maybe


class CouncilPaymentsApart(TypedDict):
    sort: str
    name: str
    for_what: str
    payments: float | Maybe
    paid_gbp: float | Maybe
    sort_gbp: float | Maybe
    sort_payments: float | Maybe


class CouncilPaymentsBesideOutturn(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    paid_gbp: float | Maybe
    payments: float | Maybe
    outturn_gbp: float | Maybe
    basis: str | Maybe
    gap_gbp: float | Maybe
    status: str | Maybe
    source: str | Maybe


class CouncilPaymentsElsewhere(TypedDict):
    files: int | Maybe
    payments: int | Maybe
    cards: bool | Maybe
    first_day: date | Maybe
    last_day: date | Maybe


class CouncilPaymentsRatio(TypedDict):
    period: str
    paid_gbp: float | Maybe
    running_gbp: float | Maybe
    ratio: float | Maybe
    why: str | Maybe
    source: str | Maybe


CouncilPeers = TypedDict("CouncilPeers", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "nation": str | Maybe,
    "rank": int | Maybe,
    "distance": float | Maybe,
    "closeness": str | Maybe,
    "compared": bool | Maybe,
    "left_out_because": str | Maybe,
})


class CouncilPositions(TypedDict):
    period: str
    line: str
    plain_name: str | Maybe
    official_name: str | Maybe
    note: str | Maybe
    value_gbp: float | Maybe
    status: str | Maybe
    source: str | Maybe


class CouncilResponsibility(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    explanation: str | Maybe
    responsible: bool | Maybe
    run_by: str | Maybe
    run_by_slug: str | Maybe


class CouncilServicesWithoutOutcomes(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe


class CouncilSpendingBesidePeers(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    value: float | Maybe
    status: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    peers_q1: float | Maybe
    peers_q3: float | Maybe
    peers_min: float | Maybe
    peers_max: float | Maybe
    value_gbp: float | Maybe
    residents: int | Maybe
    certified: bool | Maybe
    source: str | Maybe
    note: str | Maybe


class CouncilSpendingServices(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    breaks: list[str] | Maybe


class CouncilSpendingTrend(TypedDict):
    period: str
    value: float | Maybe
    status: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    peers_q1: float | Maybe
    peers_q3: float | Maybe
    value_gbp: float | Maybe
    residents: int | Maybe
    source: str | Maybe
    note: str | Maybe


class CouncilSpendingYears(TypedDict):
    period: str
    status: str | Maybe
    derived: bool | Maybe
    certified: bool | Maybe


CouncilSuccession = TypedDict("CouncilSuccession", {
    "direction": str,
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "takes_effect": date | Maybe,
    "kind": str | Maybe,
})


class CouncilTaxBands(TypedDict):
    line: str
    plain_name: str | Maybe
    period: str
    value_gbp: float | Maybe
    status: str | Maybe
    note: str | Maybe
    source: str | Maybe


class CouncilTaxBill(TypedDict):
    line: str
    plain_name: str | Maybe
    official_name: str | Maybe
    value_gbp: float | Maybe
    of_which: bool | Maybe
    precept_gbp: float | Maybe
    homes: float | Maybe
    period: str | Maybe
    status: str | Maybe
    note: str | Maybe
    source: str | Maybe


class CouncilTaxReceipt(TypedDict):
    part: str
    plain_name: str | Maybe
    official_name: str | Maybe
    value_gbp: float | Maybe
    own_part: bool | Maybe
    period: str | Maybe
    spending_period: str | Maybe
    status: str | Maybe
    note: str | Maybe
    source: str | Maybe


class CouncilTaxReceived(TypedDict):
    line: str
    plain_name: str | Maybe
    official_name: str | Maybe
    period: str
    value_gbp: float | Maybe
    status: str | Maybe
    note: str | Maybe
    source: str | Maybe


class CouncilWholeArea(TypedDict):
    part: str
    bodies: list[str] | Maybe
    missing: list[str] | Maybe
    value_gbp: float | Maybe
    residents: float | Maybe
    per_head_gbp: float | Maybe
    status: str | Maybe
    period: str | Maybe
    source: str | Maybe


class CouncilWhomToAsk(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    service: str | Maybe
    plain_name: str | Maybe
    official_name: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    period: str | Maybe
    word: str | Maybe
    value: float | Maybe
    holds_n: int | Maybe
    judged_n: int | Maybe
    spend: float | Maybe
    peer: str
    peer_name: str | Maybe
    peer_slug: str | Maybe
    peer_word: str | Maybe
    peer_value: float | Maybe
    peer_holds_n: int | Maybe
    peer_judged_n: int | Maybe
    peer_spend: float | Maybe
    peer_above: float | Maybe
    place: int | Maybe


class DataAddresses(TypedDict):
    what: str
    kind: str | Maybe
    period: str
    url: str
    said_by: str | Maybe
    as_of: date | Maybe


class DataBuild(TypedDict):
    name: str | Maybe
    built_from: str | Maybe
    latest_spending_period: str | Maybe
    price_base: str | Maybe
    schema_version: int | Maybe
    sources: int | Maybe
    files: int | Maybe
    measures: int | Maybe
    values: int | Maybe
    figures: int | Maybe
    spending_figures: int | Maybe
    councils_now: int | Maybe
    councils_before: int | Maybe
    other_authorities: int | Maybe


class DataCodebook(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    question: str | Maybe
    service: str | Maybe
    service_plain: str | Maybe
    service_official: str | Maybe
    kind: str | Maybe
    unit: str | Maybe
    polarity: str | Maybe
    nations: list[str] | Maybe
    first_period: str | Maybe
    last_period: str | Maybe
    periods: int | Maybe
    councils: int | Maybe
    figures: int | Maybe


class DataColumns(TypedDict):
    name: str
    type: str | Maybe
    meaning: str | Maybe


class DataCoverage(TypedDict):
    period: str
    figures: int | Maybe
    suppressed: int | Maybe
    not_submitted: int | Maybe
    not_comparable: int | Maybe
    not_collected: int | Maybe
    not_held: int | Maybe


class DataExampleBesidePeers(TypedDict):
    council: str
    period: str | Maybe
    poor_pct: float | Maybe
    status: str | Maybe
    publisher: str | Maybe


class DataExampleOneCouncil(TypedDict):
    service: str
    cash_gbp: float | Maybe
    per_resident_gbp: float | Maybe
    status: str | Maybe


class DataExampleOneService(TypedDict):
    period: str
    councils: int | Maybe
    million_gbp: float | Maybe


class DataFiles(TypedDict):
    path: str
    url: str | Maybe
    bytes: float | Maybe
    sha256: str | Maybe


class DataIssueCounts(TypedDict):
    source: str
    title: str | Maybe
    kind: str
    who_can_mend: str
    issues: int | Maybe
    rows: float | Maybe


class DataIssues(TypedDict):
    source: str
    source_file: str
    source_row: int
    rows: int | Maybe
    field: str
    kind: str
    content: str
    explanation: str
    who_can_mend: str
    council: str
    council_name: str | Maybe
    period: str


class DataMeasure(TypedDict):
    measure: str
    family: str | Maybe
    title: str | Maybe
    official_title: str | Maybe
    question: str | Maybe
    service: str | Maybe
    service_plain: str | Maybe
    service_official: str | Maybe
    kind: str | Maybe
    describes: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    polarity: str | Maybe
    numerator: str | Maybe
    denominator: str | Maybe
    interval_method: str | Maybe
    min_denominator: float | Maybe
    price_basis: str | Maybe
    caveats: list[str] | Maybe
    breaks: list[str] | Maybe
    comparable_from: str | Maybe
    nations: list[str] | Maybe
    sources: list[str] | Maybe


class DataMeasuresOfSource(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe


class DataReadings(TypedDict):
    path: str
    dataset: str
    rows_read: float | Maybe
    rows_kept: float | Maybe
    rows_other: float | Maybe
    rows_set_aside: float | Maybe


class DataReconciliation(TypedDict):
    control: str
    period: str
    what: str
    published: float | Maybe
    ours: float | Maybe
    difference: float | Maybe
    equal: bool | Maybe
    unit: str | Maybe
    difference_explained: str | Maybe
    must_equal: bool | Maybe
    source: str | Maybe
    title: str | Maybe


class DataReleases(TypedDict):
    source: str
    title: str | Maybe
    publisher: str | Maybe
    use: str | Maybe
    state: str | Maybe
    rhythm: str | Maybe
    newest_period: str | Maybe
    newest_ends: date | Maybe
    next_ends: date | Maybe
    next_due: date | Maybe
    where_what: str | Maybe
    where_period: str | Maybe
    where_url: str | Maybe
    known: int | Maybe
    landing_url: str | Maybe


class DataSources(TypedDict):
    source: str
    title: str | Maybe
    publisher: str | Maybe
    licence: str | Maybe
    attribution: str | Maybe
    landing_url: str | Maybe
    published: str | Maybe
    coverage: str | Maybe
    use: str | Maybe
    about: str | Maybe
    known_problems: list[str] | Maybe
    files: int | Maybe
    bytes: float | Maybe
    rows_read: float | Maybe
    rows_kept: float | Maybe
    rows_other: float | Maybe
    rows_set_aside: float | Maybe
    measures: int | Maybe
    issues: float | Maybe


class DataTables(TypedDict):
    name: str
    meaning: str | Maybe
    rows: float | Maybe
    columns: int | Maybe


class DeliveryBesidePeers(TypedDict):
    period: str
    series: str | Maybe
    value: float | Maybe
    status: str | Maybe
    note: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    peers_q1: float | Maybe
    peers_q3: float | Maybe
    source: str | Maybe


DeliveryByCouncil = TypedDict("DeliveryByCouncil", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "value": float | Maybe,
    "amount": float | Maybe,
    "total": float | Maybe,
    "status": str | Maybe,
    "note": str | Maybe,
    "sparse": bool | Maybe,
    "source": str | Maybe,
})


class DeliveryCouncil(TypedDict):
    period: str
    series: str | Maybe
    model: str
    plain_name: str | Maybe
    official_name: str | Maybe
    value: float | Maybe
    total: float | Maybe
    share_pct: float | Maybe
    status: str | Maybe
    note: str | Maybe
    source: str | Maybe


class DeliveryCouncils(TypedDict):
    council: str
    slug: str | Maybe
    name: str | Maybe
    periods: int | Maybe


class DeliveryEvents(TypedDict):
    council: str
    slug: str | Maybe
    name: str | Maybe
    organisation: str
    before: str | Maybe
    before_name: str | Maybe
    deliverer: str | Maybe
    plain_name: str | Maybe
    since: str
    until: str | Maybe
    says: str | Maybe
    evidence_url: str | Maybe
    evidence_dated: str | Maybe


class DeliveryEventsOf(TypedDict):
    council: str
    name: str | Maybe
    organisation: str
    since: str
    until: str | Maybe
    says: str | Maybe
    evidence_url: str | Maybe
    evidence_dated: str | Maybe


class DeliveryMechanisms(TypedDict):
    delivery_service: str
    model: str
    measure: str
    mechanism: str | Maybe
    expected: str | Maybe
    exposed: str | Maybe
    reason: str | Maybe


class DeliveryNational(TypedDict):
    period: str
    series: str | Maybe
    model: str
    plain_name: str | Maybe
    official_name: str | Maybe
    value: float | Maybe
    value_all: float | Maybe
    share_pct: float | Maybe
    councils: int | Maybe
    without_shares: int | Maybe
    source: str | Maybe


class DeliveryOnePlace(TypedDict):
    council: str
    name: str | Maybe
    period: str
    value: float | Maybe
    status: str | Maybe
    note: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    peers_q1: float | Maybe
    peers_q3: float | Maybe
    source: str | Maybe


class DeliveryPanel(TypedDict):
    council: str
    slug: str | Maybe
    name: str | Maybe
    year: int
    share_pct: float | Maybe
    share_total: float | Maybe
    share_status: str | Maybe
    share_period: str | Maybe
    share_note: str | Maybe
    outcome: float | Maybe
    outcome_status: str | Maybe
    outcome_period: str | Maybe
    deprivation: float | Maybe
    rural_pct: float | Maybe
    share_0_15_pct: float | Maybe
    share_65_plus_pct: float | Maybe
    density_doublings: float | Maybe
    weekly_pay_gbp: float | Maybe
    spending_per_head_gbp: float | Maybe
    residents: int | Maybe
    source: str | Maybe
    outcome_source: str | Maybe
    population_source: str | Maybe
    pay_source: str | Maybe
    spending_source: str | Maybe
    deprivation_source: str | Maybe
    rural_source: str | Maybe


class DeliveryPanelOutcomes(TypedDict):
    delivery_service: str
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    polarity: str | Maybe
    series: str | Maybe
    first_year: int | Maybe
    last_year: int | Maybe
    years: int | Maybe
    council_years: int | Maybe


class DeliveryParts(TypedDict):
    delivery_service: str
    service: str | Maybe
    plain_name: str | Maybe
    official_name: str | Maybe
    explanation: str | Maybe
    counts: str | Maybe
    unit: str | Maybe
    first_period: str | Maybe
    last_period: str | Maybe
    periods: int | Maybe
    councils: int | Maybe
    service_plain_name: str | Maybe
    service_official_name: str | Maybe


class DeliveryStudies(TypedDict):
    study: str
    authors: str | Maybe
    year: int | Maybe
    title: str | Maybe
    journal: str | Maybe
    doi: str | Maybe
    landing_url: str | Maybe
    code_url: str | Maybe
    read: str | Maybe
    population: str | Maybe
    period: str | Maybe
    exposure: str | Maybe
    specification: str | Maybe


class DeliveryStudyEstimates(TypedDict):
    result: str | Maybe
    kind: str | Maybe
    outcome: str | Maybe
    exposure: str | Maybe
    outcome_title: str | Maybe
    estimate: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    n: int | Maybe
    councils: int | Maybe
    period: str | Maybe
    says: str | Maybe
    position: int


class DeliveryStudyNearest(TypedDict):
    result: str
    measure: str | Maybe
    delivery_service: str | Maybe
    model: str | Maybe
    differs: list[str] | Maybe


class EditionAbout(TypedDict):
    name: str | Maybe
    latest_spending_period: str | Maybe
    price_base: str | Maybe
    sources: int | Maybe
    measures: int | Maybe
    councils_now: int | Maybe
    newest_source: str | Maybe
    before: str | Maybe


class EditionChanges(TypedDict):
    kind: str
    series: str
    name: str | Maybe
    change: str
    figures: int | Maybe
    councils: int | Maybe
    first_period: str | Maybe
    last_period: str | Maybe
    periods: int | Maybe
    before: str | Maybe


class EditionNewestSource(TypedDict):
    source: str | Maybe
    title: str | Maybe
    publisher: str | Maybe
    published: str | Maybe


class EditionSpan(TypedDict):
    first_day: date | Maybe
    last_day: date | Maybe


class ExplorerPeople(TypedDict):
    residents: int | Maybe


class ExplorerResidents(TypedDict):
    name: str
    is_council: bool | Maybe
    area: str
    region: str | Maybe
    residents: int | Maybe


ExplorerScotland = TypedDict("ExplorerScotland", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "region": str | Maybe,
    "service": str,
    "plain_name": str | Maybe,
    "official_name": str | Maybe,
    "line": str | Maybe,
    "line_plain": str | Maybe,
    "line_official": str | Maybe,
    "component": str,
    "part": str | Maybe,
    "value": float | Maybe,
    "value_gbp": float | Maybe,
    "status": str | Maybe,
    "runs": bool | Maybe,
    "source": str | Maybe,
})


ExplorerSpending = TypedDict("ExplorerSpending", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "region": str | Maybe,
    "service": str,
    "plain_name": str | Maybe,
    "official_name": str | Maybe,
    "line": str,
    "line_plain": str | Maybe,
    "line_official": str | Maybe,
    "component": str,
    "part": str | Maybe,
    "value": float | Maybe,
    "value_gbp": float | Maybe,
    "status": str | Maybe,
    "runs": bool | Maybe,
    "source": str | Maybe,
})


class ExplorerYears(TypedDict):
    period: str
    derived: bool | Maybe
    positive_only: bool | Maybe
    parts: bool | Maybe
    lines: list[str] | Maybe
    benchmarks: bool | Maybe


class FrameworkAll(TypedDict):
    framework: str
    title: str | Maybe
    publisher: str | Maybe
    landing_url: str | Maybe
    published: str | Maybe
    nation: str | Maybe
    about: str | Maybe
    cautions: list[str] | Maybe
    outcomes_n: int | Maybe
    metrics_n: int | Maybe
    exact_n: int | Maybe
    derived_n: int | Maybe
    near_n: int | Maybe
    not_held_n: int | Maybe


class FrameworkStanding(TypedDict):
    outcome: int | Maybe
    outcome_title: str | Maybe
    ambition: str | Maybe
    contextual: bool | Maybe
    metric: str
    title: str | Maybe
    official_title: str | Maybe
    wording: str | Maybe
    kind: str | Maybe
    level: str | Maybe
    level_says: str | Maybe
    publisher: str | Maybe
    publication: str | Maybe
    landing_url: str | Maybe
    latest_seen: str | Maybe
    uncertainty: str | Maybe
    caution: str | Maybe
    held: str | Maybe
    not_ranked_because: str | Maybe
    part: int
    measure: str | Maybe
    indicator: str | Maybe
    figure_title: str | Maybe
    relation: str | Maybe
    differs: str | Maybe
    describes: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    polarity: str | Maybe
    interval_method: str | Maybe
    grades: list[str] | Maybe
    period: str | Maybe
    ends: date | Maybe
    age_days: int | Maybe
    value: float | Maybe
    numerator: float | Maybe
    denominator: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    status: str | Maybe
    note: str | Maybe
    source: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    peers_q1: float | Maybe
    peers_q3: float | Maybe
    below_n: int | Maybe
    same_n: int | Maybe
    word: str | Maybe
    reason: str | Maybe
    holds_n: int | Maybe
    judged_n: int | Maybe


class JointBuyingBeside(TypedDict):
    slug: str
    name: str | Maybe
    category: str
    category_name: str | Maybe
    own_gbp: float | Maybe
    own_payments: int | Maybe
    neighbours: int | Maybe
    neighbours_gbp: float | Maybe
    lowest_gbp: float | Maybe
    median_gbp: float | Maybe
    highest_gbp: float | Maybe
    paying: list[str] | Maybe
    found: int | Maybe


class JointBuyingBesideCategories(TypedDict):
    category: str
    category_name: str | Maybe
    own_gbp: float | Maybe
    own_suppliers: int | Maybe
    neighbours: int | Maybe
    neighbours_gbp: float | Maybe
    lowest_gbp: float | Maybe
    median_gbp: float | Maybe
    highest_gbp: float | Maybe
    shared_suppliers: int | Maybe
    own_shared_pct: float | Maybe


class JointBuyingBesideSpread(TypedDict):
    slug: str
    category: str
    council: str
    council_name: str | Maybe
    amount_gbp: float | Maybe


class JointBuyingCategories(TypedDict):
    category: str
    category_name: str | Maybe
    explanation: str | Maybe
    councils: int | Maybe
    amount_gbp: float | Maybe
    lowest_gbp: float | Maybe
    median_gbp: float | Maybe
    highest_gbp: float | Maybe
    suppliers: int | Maybe
    suppliers_per_council: float | Maybe
    shared_suppliers: int | Maybe
    shared_pct: float | Maybe
    largest_five_pct: float | Maybe


class JointBuyingCategorySpread(TypedDict):
    category: str
    council: str
    council_slug: str | Maybe
    council_name: str | Maybe
    amount_gbp: float | Maybe
    suppliers: int | Maybe


JointBuyingCouncils = TypedDict("JointBuyingCouncils", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "nation": str | Maybe,
    "region": str | Maybe,
})


class JointBuyingCoverage(TypedDict):
    council: str
    slug: str | Maybe
    name: str | Maybe
    threshold_gbp: int | Maybe
    months_held: int | Maybe
    months_asked: int | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe
    untold_pct: float | Maybe
    card_pct: float | Maybe
    level: str | Maybe
    note: str | Maybe
    source: str | Maybe


class JointBuyingLeftOut(TypedDict):
    reason: str
    payments: int | Maybe
    amount_gbp: float | Maybe
    share_pct: float | Maybe


class JointBuyingPeers(TypedDict):
    model: str
    title: str | Maybe
    explanation: str | Maybe
    peers: int | Maybe
    held: list[str] | Maybe
    held_names: list[str] | Maybe
    source: str | Maybe


class JointBuyingSupplierSpread(TypedDict):
    slug: str
    council: str
    council_slug: str | Maybe
    council_name: str | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe


class JointBuyingSuppliers(TypedDict):
    slug: str
    name: str | Maybe
    councils: int | Maybe
    amount_gbp: float | Maybe
    payments: int | Maybe
    lowest_gbp: float | Maybe
    median_gbp: float | Maybe
    highest_gbp: float | Maybe
    category_name: str | Maybe
    category_share_pct: float | Maybe
    paying: list[str] | Maybe
    found: int | Maybe


class JointBuyingYears(TypedDict):
    period: str
    councils: int | Maybe
    whole_councils: int | Maybe
    own_months: int | Maybe
    other_months: int | Maybe
    amount_gbp: float | Maybe


class MapGroups(TypedDict):
    comparison_group: str
    figures: int | Maybe
    counties: int | Maybe
    districts: int | Maybe
    classes: list[str] | Maybe


class MapHexagons(TypedDict):
    council: str
    place: str
    place_name: str | Maybe
    q: int | Maybe
    r: int | Maybe


class MapMeasures(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    service: str | Maybe
    service_plain: str | Maybe
    service_official: str | Maybe
    kind: str | Maybe
    figures: int | Maybe


class MapPeriods(TypedDict):
    period: str
    starts: date | Maybe
    ends: date | Maybe
    figures: int | Maybe
    derived: bool | Maybe


MapValues = TypedDict("MapValues", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "region": str | Maybe,
    "value": float | Maybe,
    "lower": float | Maybe,
    "upper": float | Maybe,
    "denominator": float | Maybe,
    "status": str | Maybe,
    "note": str | Maybe,
    "sparse": bool | Maybe,
    "starts": date | Maybe,
    "ends": date | Maybe,
    "source": str | Maybe,
})


MapWholeAreas = TypedDict("MapWholeAreas", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "region": str | Maybe,
    "value": float | Maybe,
    "own": float | Maybe,
    "county_part": float | Maybe,
    "county_name": str | Maybe,
    "status": str | Maybe,
    "note": str | Maybe,
    "sparse": bool | Maybe,
    "starts": date | Maybe,
    "ends": date | Maybe,
    "source": str | Maybe,
})


class MeasureAbout(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    measure_question: str | Maybe
    service: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    polarity: str | Maybe
    numerator: str | Maybe
    denominator: str | Maybe
    interval_method: str | Maybe
    min_denominator: float | Maybe
    price_basis: str | Maybe
    caveats: list[str] | Maybe
    breaks: list[str] | Maybe
    sources: list[str] | Maybe
    describes: str | Maybe
    kind: str | Maybe


class NationalHeadline(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    councils: int | Maybe
    without_return: int | Maybe
    value_gbp: float | Maybe
    real_gbp: float | Maybe
    derived: bool | Maybe


class NationalSources(TypedDict):
    nation: str
    period: str | Maybe
    sources: list[str] | Maybe


class NationalSpending(TypedDict):
    council: str
    slug: str | Maybe
    name: str | Maybe
    nation: str | Maybe
    period: str | Maybe
    value: float | Maybe
    median_gbp: float | Maybe
    from_median_pct: float | Maybe
    status: str | Maybe
    note: str | Maybe
    sparse: bool | Maybe
    own_gbp_per_head: float | Maybe
    county_gbp_per_head: float | Maybe
    county_name: str | Maybe


class NationalYears(TypedDict):
    period: str
    returns: int | Maybe
    sources: list[str] | Maybe
    derived: bool | Maybe


PaymentsAreas = TypedDict("PaymentsAreas", {
    "council": str,
    "gss": str | Maybe,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "sparse": bool | Maybe,
    "residents": int | Maybe,
    "residents_year": int | Maybe,
    "held": bool | Maybe,
})


class PaymentsCategories(TypedDict):
    category: str
    plain_name: str | Maybe
    explanation: str | Maybe
    bought: bool | Maybe


class PaymentsCount(TypedDict):
    payments: int | Maybe


PaymentsCoverage = TypedDict("PaymentsCoverage", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "source": str | Maybe,
    "threshold_gbp": int | Maybe,
    "level": str | Maybe,
    "note": str | Maybe,
    "first_month": date | Maybe,
    "last_month": date | Maybe,
    "months": int | Maybe,
    "missing": int | Maybe,
    "card_months": int | Maybe,
    "first_card_month": date | Maybe,
    "last_card_month": date | Maybe,
    "cards_only": bool | Maybe,
    "payments": int | Maybe,
    "amount_gbp": float | Maybe,
    "repeated": int | Maybe,
    "repeated_gbp": float | Maybe,
})


class PaymentsFound(TypedDict):
    part: str
    key: str
    name: str | Maybe
    slug: str | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe
    parts: int | Maybe
    treasury_gbp: float | Maybe


class PaymentsFoundInSums(TypedDict):
    part: str
    key: str
    name: str | Maybe
    slug: str | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe
    parts: int | Maybe
    treasury_gbp: float | Maybe


class PaymentsFoundOfSuppliers(TypedDict):
    part: str
    key: str
    name: str | Maybe
    slug: str | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe
    parts: int | Maybe
    treasury_gbp: float | Maybe


class PaymentsHeldNear(TypedDict):
    slug: str
    name: str | Maybe
    asked_name: str | Maybe
    km: float | Maybe


class PaymentsHolding(TypedDict):
    whole: bool | Maybe
    payments: int | Maybe
    published_payments: int | Maybe
    first_month: date | Maybe
    last_month: date | Maybe
    note: str | Maybe


class PaymentsMonths(TypedDict):
    council: str
    month: date
    payments: int | Maybe
    amount_gbp: float | Maybe


class PaymentsReach(TypedDict):
    by_place: int | Maybe
    by_supplier: int | Maybe
    suppliers: int | Maybe
    near: bool | Maybe


class PaymentsReachOfPlaces(TypedDict):
    payments: int | Maybe


class PaymentsRows(TypedDict):
    council: str | Maybe
    gss: str | Maybe
    council_name: str | Maybe
    council_slug: str | Maybe
    month: date | Maybe
    day: date | Maybe
    amount_gbp: float | Maybe
    supplier_as_published: str | Maybe
    supplier: str | Maybe
    supplier_slug: str | Maybe
    supplier_kind: str | Maybe
    company_number: str | Maybe
    department: str | Maybe
    purpose: str | Maybe
    published_category: str | Maybe
    service: str | Maybe
    category: str | Maybe
    reference: str | Maybe
    card: bool | Maybe
    file: str
    sheet: str
    line: int
    file_url: str | Maybe
    file_copied: bool | Maybe
    source: str | Maybe


class PaymentsServices(TypedDict):
    service: str
    plain_name: str | Maybe


class PaymentsSums(TypedDict):
    part: str
    key: str
    name: str | Maybe
    slug: str | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe
    parts: int | Maybe
    treasury_gbp: float | Maybe


PlacePostcode = TypedDict("PlacePostcode", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "county": str | Maybe,
    "county_name": str | Maybe,
    "county_slug": str | Maybe,
    "exact": bool | Maybe,
})


class PutTogetherBeforeAndAfter(TypedDict):
    period: str
    side: str | Maybe
    real_per_head_gbp: float | Maybe
    residents: int | Maybe
    lacking: list[str] | Maybe
    beside_n: int | Maybe
    beside_median: float | Maybe
    beside_q1: float | Maybe
    beside_q3: float | Maybe
    source: str | Maybe


class PutTogetherBeside(TypedDict):
    council: str
    slug: str | Maybe
    name: str | Maybe
    residents: int | Maybe


class PutTogetherDecided(TypedDict):
    reorganisation: str
    name: str | Maybe
    state: str | Maybe
    happened: str | Maybe
    precision: str | Maybe
    takes_effect: date | Maybe
    says: str | Maybe
    evidence_url: str | Maybe
    as_of: str | Maybe
    successor: str
    slugs: list[str] | Maybe
    whole: list[str] | Maybe
    divided: list[str] | Maybe
    unplaced: list[str] | Maybe


class PutTogetherHoldings(TypedDict):
    line: str
    family: str | Maybe
    plain_name: str | Maybe
    official_name: str | Maybe
    period: str | Maybe
    value_gbp: float | Maybe
    shared_gbp: float | Maybe
    lacking: list[str] | Maybe


PutTogetherParts = TypedDict("PutTogetherParts", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "tier": str | Maybe,
    "nation": str | Maybe,
    "share": float | Maybe,
    "residents": int | Maybe,
    "residents_year": int | Maybe,
    "ends": date | Maybe,
})


class PutTogetherReorganised(TypedDict):
    area: str
    takes_effect: date | Maybe
    predecessors: list[str] | Maybe
    successors: list[str] | Maybe
    name: str | Maybe


class PutTogetherResults(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    service: str | Maybe
    plain_name: str | Maybe
    official_name: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    polarity: str | Maybe
    period: str | Maybe
    value: float | Maybe
    numerator: float | Maybe
    denominator: float | Maybe
    parts_n: int | Maybe
    lowest: float | Maybe
    highest: float | Maybe
    because: str | Maybe
    lacking: list[str] | Maybe


class PutTogetherSpending(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    real_gbp: float | Maybe
    real_per_head_gbp: float | Maybe
    cash_gbp: float | Maybe
    residents: int | Maybe
    shared_gbp: float | Maybe
    lacking: list[str] | Maybe
    beside_n: int | Maybe
    beside_median: float | Maybe
    beside_q1: float | Maybe
    beside_q3: float | Maybe
    beside_min: float | Maybe
    beside_max: float | Maybe
    source: str | Maybe


class PutTogetherYears(TypedDict):
    period: str
    complete: bool | Maybe


class SearchAuthorities(TypedDict):
    council: str
    slug: str | Maybe
    name: str | Maybe
    period: str | Maybe
    value_gbp: float | Maybe
    payments: bool | Maybe


SearchCouncils = TypedDict("SearchCouncils", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "official_name": str | Maybe,
    "other_names": list[str] | Maybe,
    "class": str | Maybe,
    "nation": str | Maybe,
    "region": str | Maybe,
    "county_name": str | Maybe,
    "county_slug": str | Maybe,
    "combined_authority": str | Maybe,
    "ends": date | Maybe,
    "after_slugs": list[str] | Maybe,
    "after_names": list[str] | Maybe,
})


class SearchLines(TypedDict):
    line: str
    plain_name: str | Maybe
    official_name: str | Maybe
    service: str | Maybe
    service_plain: str | Maybe
    period: str | Maybe


class SearchMeasures(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    service: str | Maybe
    service_plain: str | Maybe
    service_official: str | Maybe
    kind: str | Maybe
    nations: list[str] | Maybe
    headline: bool | Maybe


class SearchMetrics(TypedDict):
    metric: str
    outcome: int | Maybe
    title: str | Maybe
    wording: str | Maybe
    publisher: str | Maybe
    publication: str | Maybe


class SearchServices(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    explanation: str | Maybe
    nations: list[str] | Maybe


class ServiceCircumstances(TypedDict):
    council: str
    income_deprived_pct: float | Maybe
    children_income_deprived_pct: float | Maybe
    older_income_deprived_pct: float | Maybe
    deprivation_period: str | Maybe
    household_income_1000: float | Maybe
    income_period: str | Maybe
    share_0_15_pct: float | Maybe
    share_65_plus_pct: float | Maybe
    density_doublings: float | Maybe
    population_year: int | Maybe
    weekly_pay_gbp: float | Maybe
    pay_period: str | Maybe
    rural_pct: float | Maybe
    rural_period: str | Maybe
    deprivation_source: str | Maybe
    income_source: str | Maybe
    pay_source: str | Maybe
    rural_source: str | Maybe
    residents_source: str | Maybe


ServiceFigures = TypedDict("ServiceFigures", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "region": str | Maybe,
    "value": float | Maybe,
    "lower": float | Maybe,
    "upper": float | Maybe,
    "numerator": float | Maybe,
    "denominator": float | Maybe,
    "joint_lead": str | Maybe,
    "cash_value": float | Maybe,
    "status": str | Maybe,
    "note": str | Maybe,
    "source": str | Maybe,
    "sparse": bool | Maybe,
    "left_out_because": str | Maybe,
})


class ServiceGroupOf(TypedDict):
    nation: str | Maybe
    comparison_group: str | Maybe


class ServiceGroups(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    explanation: str | Maybe
    nation: str
    comparison_group: str
    councils: int | Maybe
    classes: list[str] | Maybe


class ServiceJudgement(TypedDict):
    left_out_because: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    below_n: int | Maybe
    same_n: int | Maybe
    word: str | Maybe
    reason: str | Maybe
    holds_n: int | Maybe
    judged_n: int | Maybe
    models_n: int | Maybe
    funnel_place: str | Maybe


class ServiceLineYears(TypedDict):
    period: str
    councils: int | Maybe
    source: str | Maybe


class ServiceLines(TypedDict):
    line: str
    part_of: str | Maybe
    plain_name: str | Maybe
    official_name: str | Maybe
    group_gbp: float | Maybe
    group_n: int | Maybe
    value: float | Maybe
    status: str | Maybe
    note: str | Maybe
    peers_n: int | Maybe
    peers_median: float | Maybe
    peers_q1: float | Maybe
    peers_q3: float | Maybe
    peers_min: float | Maybe
    peers_max: float | Maybe
    value_gbp: float | Maybe
    residents: int | Maybe
    certified: bool | Maybe
    source: str | Maybe
    residents_source: str | Maybe


class ServiceMeasures(TypedDict):
    measure: str
    title: str | Maybe
    official_title: str | Maybe
    kind: str | Maybe
    describes: str | Maybe
    unit: str | Maybe
    decimals: int | Maybe
    polarity: str | Maybe
    interval_method: str | Maybe
    grades: list[str] | Maybe
    circumstances: list[str] | Maybe
    circumstances_because: list[str] | Maybe
    min_denominator: float | Maybe
    denominator_name: str | Maybe
    price_basis: str | Maybe
    headline: bool | Maybe
    period: str
    starts: date | Maybe
    ends: date | Maybe
    figures: int | Maybe


class ServiceNotDecided(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    because: str | Maybe


class ServiceOverYears(TypedDict):
    period: str
    starts: date | Maybe
    ends: date | Maybe
    councils_n: int | Maybe
    median: float | Maybe
    q1: float | Maybe
    q3: float | Maybe
    value: float | Maybe
    lower: float | Maybe
    upper: float | Maybe
    status: str | Maybe
    note: str | Maybe
    source: str | Maybe


class ServicePeers(TypedDict):
    model: str
    council: str | Maybe
    peer: str


class ServiceServed(TypedDict):
    service: str | Maybe
    plain_name: str | Maybe
    official_name: str | Maybe
    measure: str
    served: str | Maybe


class ServiceSums(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    explanation: str | Maybe


class SourceAll(TypedDict):
    source: str
    title: str | Maybe
    publisher: str | Maybe
    licence: str | Maybe
    attribution: str | Maybe
    landing_url: str | Maybe
    published: str | Maybe
    use: str | Maybe
    known_problems: list[str] | Maybe


class SupplierAbout(TypedDict):
    supplier: int | Maybe
    slug: str | Maybe
    name: str | Maybe
    kind: str | Maybe
    company_number: str | Maybe
    names: int | Maybe
    councils: int | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe
    first_month: date | Maybe
    last_month: date | Maybe
    councils_held: int | Maybe


class SupplierCodes(TypedDict):
    division: str
    division_name: str | Maybe
    amount_gbp: float | Maybe
    payments: int | Maybe


class SupplierFamily(TypedDict):
    slug: str
    name: str | Maybe
    family: str | Maybe
    evidence: str | Maybe
    company_number: str | Maybe
    amount_gbp: float | Maybe
    councils: int | Maybe
    payments: int | Maybe


class SupplierFormer(TypedDict):
    slug: str
    name: str | Maybe
    spelling: str | Maybe


class SupplierMonths(TypedDict):
    council: str
    month: date
    payments: int | Maybe
    amount_gbp: float | Maybe


class SupplierNear(TypedDict):
    slug: str
    name: str | Maybe
    company_number: str | Maybe
    amount_gbp: float | Maybe
    councils: int | Maybe
    payments: int | Maybe
    names: int | Maybe
    first_month: date | Maybe
    last_month: date | Maybe
    spelling: str | Maybe
    found: int | Maybe


SupplierPayers = TypedDict("SupplierPayers", {
    "council": str,
    "slug": str | Maybe,
    "name": str | Maybe,
    "class": str | Maybe,
    "amount_gbp": float | Maybe,
    "payments": int | Maybe,
    "first_year": str | Maybe,
    "last_year": str | Maybe,
    "months_held": int | Maybe,
    "first_held": date | Maybe,
    "last_held": date | Maybe,
    "threshold_gbp": int | Maybe,
    "level": str | Maybe,
    "note": str | Maybe,
    "source": str | Maybe,
})


class SupplierPayments(TypedDict):
    day: date | Maybe
    month: date | Maybe
    council: str | Maybe
    council_name: str | Maybe
    amount_gbp: float | Maybe
    name: str | Maybe
    department: str | Maybe
    purpose: str | Maybe
    published_category: str | Maybe
    card: bool | Maybe
    reference: str | Maybe
    path: str | Maybe
    sheet: str
    line: int
    source: str | Maybe
    file: int
    file_url: str | Maybe


class SupplierPurposes(TypedDict):
    service: str
    plain_name: str | Maybe
    official_name: str | Maybe
    category: str
    category_name: str | Maybe
    councils: int | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe


class SupplierSearch(TypedDict):
    slug: str
    name: str | Maybe
    company_number: str | Maybe
    amount_gbp: float | Maybe
    councils: int | Maybe
    payments: int | Maybe
    names: int | Maybe
    first_month: date | Maybe
    last_month: date | Maybe
    spelling: str | Maybe
    near: bool | Maybe
    found: int | Maybe


class SupplierSpellings(TypedDict):
    published_name: int
    name: str | Maybe
    rule: str | Maybe
    evidence: str | Maybe
    councils: list[str] | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe


class SupplierUsual(TypedDict):
    category: str
    category_name: str | Maybe
    councils: int | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe


class SupplierWidest(TypedDict):
    slug: str
    name: str | Maybe
    company_number: str | Maybe
    amount_gbp: float | Maybe
    councils: int | Maybe
    payments: int | Maybe
    names: int | Maybe
    first_month: date | Maybe
    last_month: date | Maybe
    spelling: str | Maybe
    found: int | Maybe


class SupplierWords(TypedDict):
    wording: int
    department: str | Maybe
    purpose: str | Maybe
    published_category: str | Maybe
    service: str | Maybe
    service_why: str | Maybe
    category_name: str | Maybe
    category_why: str | Maybe
    councils: list[str] | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe
    found: int | Maybe


class SupplierYears(TypedDict):
    period: str
    councils: int | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe


WhoBuysFound = TypedDict("WhoBuysFound", {
    "part": str,
    "council": str | Maybe,
    "gss": str | Maybe,
    "slug": str,
    "name": str | Maybe,
    "class": str | Maybe,
    "sparse": bool | Maybe,
    "nation": str | Maybe,
    "region": str | Maybe,
    "amount_gbp": float | Maybe,
    "residents": int | Maybe,
    "residents_year": int | Maybe,
    "per_head_gbp": float | Maybe,
    "payments": int | Maybe,
    "suppliers": int | Maybe,
    "card_gbp": float | Maybe,
    "card_payments": int | Maybe,
    "months_paid": int | Maybe,
    "months_held": int | Maybe,
    "threshold_gbp": int | Maybe,
    "km": float | Maybe,
    "source": str | Maybe,
    "company_number": str | Maybe,
    "councils": int | Maybe,
    "median_gbp": float | Maybe,
    "share_pct": float | Maybe,
    "paying": list[str] | Maybe,
    "found": int | Maybe,
    "shared": int | Maybe,
    "month": date,
})


class WhoBuysKinds(TypedDict):
    category: str
    plain_name: str | Maybe
    explanation: str | Maybe
    councils: int | Maybe
    payments: int | Maybe
    amount_gbp: float | Maybe


class Asks(Protocol):
    """Asks a query by its name and knows its rows; a name that is put together gives any rows."""

    @overload
    def __call__(self, name: Literal["api/councils"], **takes: object) -> Answer[ApiCouncils]: ...

    @overload
    def __call__(self, name: Literal["api/editions"], **takes: object) -> Answer[ApiEditions]: ...

    @overload
    def __call__(self, name: Literal["api/events"], **takes: object) -> Answer[ApiEvents]: ...

    @overload
    def __call__(self, name: Literal["api/judgements"], **takes: object) -> Answer[ApiJudgements]: ...

    @overload
    def __call__(self, name: Literal["api/measures"], **takes: object) -> Answer[ApiMeasures]: ...

    @overload
    def __call__(self, name: Literal["api/peer_models"], **takes: object) -> Answer[ApiPeerModels]: ...

    @overload
    def __call__(self, name: Literal["api/peers"], **takes: object) -> Answer[ApiPeers]: ...

    @overload
    def __call__(self, name: Literal["api/periods"], **takes: object) -> Answer[ApiPeriods]: ...

    @overload
    def __call__(self, name: Literal["api/reorganisations"], **takes: object) -> Answer[ApiReorganisations]: ...

    @overload
    def __call__(self, name: Literal["api/services"], **takes: object) -> Answer[ApiServices]: ...

    @overload
    def __call__(self, name: Literal["api/spending"], **takes: object) -> Answer[ApiSpending]: ...

    @overload
    def __call__(self, name: Literal["api/suppliers"], **takes: object) -> Answer[ApiSuppliers]: ...

    @overload
    def __call__(self, name: Literal["api/values"], **takes: object) -> Answer[ApiValues]: ...

    @overload
    def __call__(self, name: Literal["compare/columns"], **takes: object) -> Answer[CompareColumns]: ...

    @overload
    def __call__(self, name: Literal["compare/events"], **takes: object) -> Answer[CompareEvents]: ...

    @overload
    def __call__(self, name: Literal["compare/figures"], **takes: object) -> Answer[CompareFigures]: ...

    @overload
    def __call__(self, name: Literal["compare/measures"], **takes: object) -> Answer[CompareMeasures]: ...

    @overload
    def __call__(self, name: Literal["compare/offered"], **takes: object) -> Answer[CompareOffered]: ...

    @overload
    def __call__(self, name: Literal["compare/peer_models"], **takes: object) -> Answer[ComparePeerModels]: ...

    @overload
    def __call__(self, name: Literal["compare/peers"], **takes: object) -> Answer[ComparePeers]: ...

    @overload
    def __call__(self, name: Literal["compare/series"], **takes: object) -> Answer[CompareSeries]: ...

    @overload
    def __call__(self, name: Literal["compare/side_by_side"], **takes: object) -> Answer[CompareSideBySide]: ...

    @overload
    def __call__(self, name: Literal["compare/trend"], **takes: object) -> Answer[CompareTrend]: ...

    @overload
    def __call__(self, name: Literal["council/about"], **takes: object) -> Answer[CouncilAbout]: ...

    @overload
    def __call__(self, name: Literal["council/boundary"], **takes: object) -> Answer[CouncilBoundary]: ...

    @overload
    def __call__(self, name: Literal["council/changes"], **takes: object) -> Answer[CouncilChanges]: ...

    @overload
    def __call__(self, name: Literal["council/codes"], **takes: object) -> Answer[CouncilCodes]: ...

    @overload
    def __call__(self, name: Literal["council/comments"], **takes: object) -> Answer[CouncilComments]: ...

    @overload
    def __call__(self, name: Literal["council/delivered_differently"], **takes: object) -> Answer[CouncilDeliveredDifferently]: ...

    @overload
    def __call__(self, name: Literal["council/districts"], **takes: object) -> Answer[CouncilDistricts]: ...

    @overload
    def __call__(self, name: Literal["council/events"], **takes: object) -> Answer[CouncilEvents]: ...

    @overload
    def __call__(self, name: Literal["council/expected"], **takes: object) -> Answer[CouncilExpected]: ...

    @overload
    def __call__(self, name: Literal["council/funding"], **takes: object) -> Answer[CouncilFunding]: ...

    @overload
    def __call__(self, name: Literal["council/funding_years"], **takes: object) -> Answer[CouncilFundingYears]: ...

    @overload
    def __call__(self, name: Literal["council/matrix"], **takes: object) -> Answer[CouncilMatrix]: ...

    @overload
    def __call__(self, name: Literal["council/matrix_years"], **takes: object) -> Answer[CouncilMatrixYears]: ...

    @overload
    def __call__(self, name: Literal["council/measure_peers"], **takes: object) -> Answer[CouncilMeasurePeers]: ...

    @overload
    def __call__(self, name: Literal["council/measure_trend"], **takes: object) -> Answer[CouncilMeasureTrend]: ...

    @overload
    def __call__(self, name: Literal["council/models"], **takes: object) -> Answer[CouncilModels]: ...

    @overload
    def __call__(self, name: Literal["council/names"], **takes: object) -> Answer[CouncilNames]: ...

    @overload
    def __call__(self, name: Literal["council/outcome_series"], **takes: object) -> Answer[CouncilOutcomeSeries]: ...

    @overload
    def __call__(self, name: Literal["council/outcomes"], **takes: object) -> Answer[CouncilOutcomes]: ...

    @overload
    def __call__(self, name: Literal["council/payment_publisher"], **takes: object) -> Answer[CouncilPaymentPublisher]: ...

    @overload
    def __call__(self, name: Literal["council/payment_suppliers"], **takes: object) -> Answer[CouncilPaymentSuppliers]: ...

    @overload
    def __call__(self, name: Literal["council/payment_suppliers_peers"], **takes: object) -> Answer[CouncilPaymentSuppliersPeers]: ...

    @overload
    def __call__(self, name: Literal["council/payment_years"], **takes: object) -> Answer[CouncilPaymentYears]: ...

    @overload
    def __call__(self, name: Literal["council/payments_apart"], **takes: object) -> Answer[CouncilPaymentsApart]: ...

    @overload
    def __call__(self, name: Literal["council/payments_beside_outturn"], **takes: object) -> Answer[CouncilPaymentsBesideOutturn]: ...

    @overload
    def __call__(self, name: Literal["council/payments_elsewhere"], **takes: object) -> Answer[CouncilPaymentsElsewhere]: ...

    @overload
    def __call__(self, name: Literal["council/payments_ratio"], **takes: object) -> Answer[CouncilPaymentsRatio]: ...

    @overload
    def __call__(self, name: Literal["council/peers"], **takes: object) -> Answer[CouncilPeers]: ...

    @overload
    def __call__(self, name: Literal["council/positions"], **takes: object) -> Answer[CouncilPositions]: ...

    @overload
    def __call__(self, name: Literal["council/responsibility"], **takes: object) -> Answer[CouncilResponsibility]: ...

    @overload
    def __call__(self, name: Literal["council/services_without_outcomes"], **takes: object) -> Answer[CouncilServicesWithoutOutcomes]: ...

    @overload
    def __call__(self, name: Literal["council/spending_beside_peers"], **takes: object) -> Answer[CouncilSpendingBesidePeers]: ...

    @overload
    def __call__(self, name: Literal["council/spending_services"], **takes: object) -> Answer[CouncilSpendingServices]: ...

    @overload
    def __call__(self, name: Literal["council/spending_trend"], **takes: object) -> Answer[CouncilSpendingTrend]: ...

    @overload
    def __call__(self, name: Literal["council/spending_years"], **takes: object) -> Answer[CouncilSpendingYears]: ...

    @overload
    def __call__(self, name: Literal["council/succession"], **takes: object) -> Answer[CouncilSuccession]: ...

    @overload
    def __call__(self, name: Literal["council/tax_bands"], **takes: object) -> Answer[CouncilTaxBands]: ...

    @overload
    def __call__(self, name: Literal["council/tax_bill"], **takes: object) -> Answer[CouncilTaxBill]: ...

    @overload
    def __call__(self, name: Literal["council/tax_receipt"], **takes: object) -> Answer[CouncilTaxReceipt]: ...

    @overload
    def __call__(self, name: Literal["council/tax_received"], **takes: object) -> Answer[CouncilTaxReceived]: ...

    @overload
    def __call__(self, name: Literal["council/whole_area"], **takes: object) -> Answer[CouncilWholeArea]: ...

    @overload
    def __call__(self, name: Literal["council/whom_to_ask"], **takes: object) -> Answer[CouncilWhomToAsk]: ...

    @overload
    def __call__(self, name: Literal["data/addresses"], **takes: object) -> Answer[DataAddresses]: ...

    @overload
    def __call__(self, name: Literal["data/build"], **takes: object) -> Answer[DataBuild]: ...

    @overload
    def __call__(self, name: Literal["data/codebook"], **takes: object) -> Answer[DataCodebook]: ...

    @overload
    def __call__(self, name: Literal["data/columns"], **takes: object) -> Answer[DataColumns]: ...

    @overload
    def __call__(self, name: Literal["data/coverage"], **takes: object) -> Answer[DataCoverage]: ...

    @overload
    def __call__(self, name: Literal["data/example_beside_peers"], **takes: object) -> Answer[DataExampleBesidePeers]: ...

    @overload
    def __call__(self, name: Literal["data/example_one_council"], **takes: object) -> Answer[DataExampleOneCouncil]: ...

    @overload
    def __call__(self, name: Literal["data/example_one_service"], **takes: object) -> Answer[DataExampleOneService]: ...

    @overload
    def __call__(self, name: Literal["data/files"], **takes: object) -> Answer[DataFiles]: ...

    @overload
    def __call__(self, name: Literal["data/issue_counts"], **takes: object) -> Answer[DataIssueCounts]: ...

    @overload
    def __call__(self, name: Literal["data/issues"], **takes: object) -> Answer[DataIssues]: ...

    @overload
    def __call__(self, name: Literal["data/measure"], **takes: object) -> Answer[DataMeasure]: ...

    @overload
    def __call__(self, name: Literal["data/measures_of_source"], **takes: object) -> Answer[DataMeasuresOfSource]: ...

    @overload
    def __call__(self, name: Literal["data/readings"], **takes: object) -> Answer[DataReadings]: ...

    @overload
    def __call__(self, name: Literal["data/reconciliation"], **takes: object) -> Answer[DataReconciliation]: ...

    @overload
    def __call__(self, name: Literal["data/releases"], **takes: object) -> Answer[DataReleases]: ...

    @overload
    def __call__(self, name: Literal["data/sources"], **takes: object) -> Answer[DataSources]: ...

    @overload
    def __call__(self, name: Literal["data/tables"], **takes: object) -> Answer[DataTables]: ...

    @overload
    def __call__(self, name: Literal["delivery/beside_peers"], **takes: object) -> Answer[DeliveryBesidePeers]: ...

    @overload
    def __call__(self, name: Literal["delivery/by_council"], **takes: object) -> Answer[DeliveryByCouncil]: ...

    @overload
    def __call__(self, name: Literal["delivery/council"], **takes: object) -> Answer[DeliveryCouncil]: ...

    @overload
    def __call__(self, name: Literal["delivery/councils"], **takes: object) -> Answer[DeliveryCouncils]: ...

    @overload
    def __call__(self, name: Literal["delivery/events"], **takes: object) -> Answer[DeliveryEvents]: ...

    @overload
    def __call__(self, name: Literal["delivery/events_of"], **takes: object) -> Answer[DeliveryEventsOf]: ...

    @overload
    def __call__(self, name: Literal["delivery/mechanisms"], **takes: object) -> Answer[DeliveryMechanisms]: ...

    @overload
    def __call__(self, name: Literal["delivery/national"], **takes: object) -> Answer[DeliveryNational]: ...

    @overload
    def __call__(self, name: Literal["delivery/one_place"], **takes: object) -> Answer[DeliveryOnePlace]: ...

    @overload
    def __call__(self, name: Literal["delivery/panel"], **takes: object) -> Answer[DeliveryPanel]: ...

    @overload
    def __call__(self, name: Literal["delivery/panel_outcomes"], **takes: object) -> Answer[DeliveryPanelOutcomes]: ...

    @overload
    def __call__(self, name: Literal["delivery/parts"], **takes: object) -> Answer[DeliveryParts]: ...

    @overload
    def __call__(self, name: Literal["delivery/studies"], **takes: object) -> Answer[DeliveryStudies]: ...

    @overload
    def __call__(self, name: Literal["delivery/study_estimates"], **takes: object) -> Answer[DeliveryStudyEstimates]: ...

    @overload
    def __call__(self, name: Literal["delivery/study_nearest"], **takes: object) -> Answer[DeliveryStudyNearest]: ...

    @overload
    def __call__(self, name: Literal["edition/about"], **takes: object) -> Answer[EditionAbout]: ...

    @overload
    def __call__(self, name: Literal["edition/changes"], **takes: object) -> Answer[EditionChanges]: ...

    @overload
    def __call__(self, name: Literal["edition/newest_source"], **takes: object) -> Answer[EditionNewestSource]: ...

    @overload
    def __call__(self, name: Literal["edition/span"], **takes: object) -> Answer[EditionSpan]: ...

    @overload
    def __call__(self, name: Literal["explorer/people"], **takes: object) -> Answer[ExplorerPeople]: ...

    @overload
    def __call__(self, name: Literal["explorer/residents"], **takes: object) -> Answer[ExplorerResidents]: ...

    @overload
    def __call__(self, name: Literal["explorer/scotland"], **takes: object) -> Answer[ExplorerScotland]: ...

    @overload
    def __call__(self, name: Literal["explorer/spending"], **takes: object) -> Answer[ExplorerSpending]: ...

    @overload
    def __call__(self, name: Literal["explorer/years"], **takes: object) -> Answer[ExplorerYears]: ...

    @overload
    def __call__(self, name: Literal["framework/all"], **takes: object) -> Answer[FrameworkAll]: ...

    @overload
    def __call__(self, name: Literal["framework/standing"], **takes: object) -> Answer[FrameworkStanding]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/beside"], **takes: object) -> Answer[JointBuyingBeside]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/beside_categories"], **takes: object) -> Answer[JointBuyingBesideCategories]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/beside_spread"], **takes: object) -> Answer[JointBuyingBesideSpread]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/categories"], **takes: object) -> Answer[JointBuyingCategories]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/category_spread"], **takes: object) -> Answer[JointBuyingCategorySpread]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/councils"], **takes: object) -> Answer[JointBuyingCouncils]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/coverage"], **takes: object) -> Answer[JointBuyingCoverage]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/left_out"], **takes: object) -> Answer[JointBuyingLeftOut]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/peers"], **takes: object) -> Answer[JointBuyingPeers]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/supplier_spread"], **takes: object) -> Answer[JointBuyingSupplierSpread]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/suppliers"], **takes: object) -> Answer[JointBuyingSuppliers]: ...

    @overload
    def __call__(self, name: Literal["joint_buying/years"], **takes: object) -> Answer[JointBuyingYears]: ...

    @overload
    def __call__(self, name: Literal["map/groups"], **takes: object) -> Answer[MapGroups]: ...

    @overload
    def __call__(self, name: Literal["map/hexagons"], **takes: object) -> Answer[MapHexagons]: ...

    @overload
    def __call__(self, name: Literal["map/measures"], **takes: object) -> Answer[MapMeasures]: ...

    @overload
    def __call__(self, name: Literal["map/periods"], **takes: object) -> Answer[MapPeriods]: ...

    @overload
    def __call__(self, name: Literal["map/values"], **takes: object) -> Answer[MapValues]: ...

    @overload
    def __call__(self, name: Literal["map/whole_areas"], **takes: object) -> Answer[MapWholeAreas]: ...

    @overload
    def __call__(self, name: Literal["measure/about"], **takes: object) -> Answer[MeasureAbout]: ...

    @overload
    def __call__(self, name: Literal["national/headline"], **takes: object) -> Answer[NationalHeadline]: ...

    @overload
    def __call__(self, name: Literal["national/sources"], **takes: object) -> Answer[NationalSources]: ...

    @overload
    def __call__(self, name: Literal["national/spending"], **takes: object) -> Answer[NationalSpending]: ...

    @overload
    def __call__(self, name: Literal["national/years"], **takes: object) -> Answer[NationalYears]: ...

    @overload
    def __call__(self, name: Literal["payments/areas"], **takes: object) -> Answer[PaymentsAreas]: ...

    @overload
    def __call__(self, name: Literal["payments/categories"], **takes: object) -> Answer[PaymentsCategories]: ...

    @overload
    def __call__(self, name: Literal["payments/count"], **takes: object) -> Answer[PaymentsCount]: ...

    @overload
    def __call__(self, name: Literal["payments/coverage"], **takes: object) -> Answer[PaymentsCoverage]: ...

    @overload
    def __call__(self, name: Literal["payments/found"], **takes: object) -> Answer[PaymentsFound]: ...

    @overload
    def __call__(self, name: Literal["payments/found_in_sums"], **takes: object) -> Answer[PaymentsFoundInSums]: ...

    @overload
    def __call__(self, name: Literal["payments/found_of_suppliers"], **takes: object) -> Answer[PaymentsFoundOfSuppliers]: ...

    @overload
    def __call__(self, name: Literal["payments/held_near"], **takes: object) -> Answer[PaymentsHeldNear]: ...

    @overload
    def __call__(self, name: Literal["payments/holding"], **takes: object) -> Answer[PaymentsHolding]: ...

    @overload
    def __call__(self, name: Literal["payments/months"], **takes: object) -> Answer[PaymentsMonths]: ...

    @overload
    def __call__(self, name: Literal["payments/reach"], **takes: object) -> Answer[PaymentsReach]: ...

    @overload
    def __call__(self, name: Literal["payments/reach_of_places"], **takes: object) -> Answer[PaymentsReachOfPlaces]: ...

    @overload
    def __call__(self, name: Literal["payments/rows"], **takes: object) -> Answer[PaymentsRows]: ...

    @overload
    def __call__(self, name: Literal["payments/services"], **takes: object) -> Answer[PaymentsServices]: ...

    @overload
    def __call__(self, name: Literal["payments/sums"], **takes: object) -> Answer[PaymentsSums]: ...

    @overload
    def __call__(self, name: Literal["place/postcode"], **takes: object) -> Answer[PlacePostcode]: ...

    @overload
    def __call__(self, name: Literal["put_together/before_and_after"], **takes: object) -> Answer[PutTogetherBeforeAndAfter]: ...

    @overload
    def __call__(self, name: Literal["put_together/beside"], **takes: object) -> Answer[PutTogetherBeside]: ...

    @overload
    def __call__(self, name: Literal["put_together/decided"], **takes: object) -> Answer[PutTogetherDecided]: ...

    @overload
    def __call__(self, name: Literal["put_together/holdings"], **takes: object) -> Answer[PutTogetherHoldings]: ...

    @overload
    def __call__(self, name: Literal["put_together/parts"], **takes: object) -> Answer[PutTogetherParts]: ...

    @overload
    def __call__(self, name: Literal["put_together/reorganised"], **takes: object) -> Answer[PutTogetherReorganised]: ...

    @overload
    def __call__(self, name: Literal["put_together/results"], **takes: object) -> Answer[PutTogetherResults]: ...

    @overload
    def __call__(self, name: Literal["put_together/spending"], **takes: object) -> Answer[PutTogetherSpending]: ...

    @overload
    def __call__(self, name: Literal["put_together/years"], **takes: object) -> Answer[PutTogetherYears]: ...

    @overload
    def __call__(self, name: Literal["search/authorities"], **takes: object) -> Answer[SearchAuthorities]: ...

    @overload
    def __call__(self, name: Literal["search/councils"], **takes: object) -> Answer[SearchCouncils]: ...

    @overload
    def __call__(self, name: Literal["search/lines"], **takes: object) -> Answer[SearchLines]: ...

    @overload
    def __call__(self, name: Literal["search/measures"], **takes: object) -> Answer[SearchMeasures]: ...

    @overload
    def __call__(self, name: Literal["search/metrics"], **takes: object) -> Answer[SearchMetrics]: ...

    @overload
    def __call__(self, name: Literal["search/services"], **takes: object) -> Answer[SearchServices]: ...

    @overload
    def __call__(self, name: Literal["service/circumstances"], **takes: object) -> Answer[ServiceCircumstances]: ...

    @overload
    def __call__(self, name: Literal["service/figures"], **takes: object) -> Answer[ServiceFigures]: ...

    @overload
    def __call__(self, name: Literal["service/group_of"], **takes: object) -> Answer[ServiceGroupOf]: ...

    @overload
    def __call__(self, name: Literal["service/groups"], **takes: object) -> Answer[ServiceGroups]: ...

    @overload
    def __call__(self, name: Literal["service/judgement"], **takes: object) -> Answer[ServiceJudgement]: ...

    @overload
    def __call__(self, name: Literal["service/line_years"], **takes: object) -> Answer[ServiceLineYears]: ...

    @overload
    def __call__(self, name: Literal["service/lines"], **takes: object) -> Answer[ServiceLines]: ...

    @overload
    def __call__(self, name: Literal["service/measures"], **takes: object) -> Answer[ServiceMeasures]: ...

    @overload
    def __call__(self, name: Literal["service/not_decided"], **takes: object) -> Answer[ServiceNotDecided]: ...

    @overload
    def __call__(self, name: Literal["service/over_years"], **takes: object) -> Answer[ServiceOverYears]: ...

    @overload
    def __call__(self, name: Literal["service/peers"], **takes: object) -> Answer[ServicePeers]: ...

    @overload
    def __call__(self, name: Literal["service/served"], **takes: object) -> Answer[ServiceServed]: ...

    @overload
    def __call__(self, name: Literal["service/sums"], **takes: object) -> Answer[ServiceSums]: ...

    @overload
    def __call__(self, name: Literal["source/all"], **takes: object) -> Answer[SourceAll]: ...

    @overload
    def __call__(self, name: Literal["supplier/about"], **takes: object) -> Answer[SupplierAbout]: ...

    @overload
    def __call__(self, name: Literal["supplier/codes"], **takes: object) -> Answer[SupplierCodes]: ...

    @overload
    def __call__(self, name: Literal["supplier/family"], **takes: object) -> Answer[SupplierFamily]: ...

    @overload
    def __call__(self, name: Literal["supplier/former"], **takes: object) -> Answer[SupplierFormer]: ...

    @overload
    def __call__(self, name: Literal["supplier/months"], **takes: object) -> Answer[SupplierMonths]: ...

    @overload
    def __call__(self, name: Literal["supplier/near"], **takes: object) -> Answer[SupplierNear]: ...

    @overload
    def __call__(self, name: Literal["supplier/payers"], **takes: object) -> Answer[SupplierPayers]: ...

    @overload
    def __call__(self, name: Literal["supplier/payments"], **takes: object) -> Answer[SupplierPayments]: ...

    @overload
    def __call__(self, name: Literal["supplier/purposes"], **takes: object) -> Answer[SupplierPurposes]: ...

    @overload
    def __call__(self, name: Literal["supplier/search"], **takes: object) -> Answer[SupplierSearch]: ...

    @overload
    def __call__(self, name: Literal["supplier/spellings"], **takes: object) -> Answer[SupplierSpellings]: ...

    @overload
    def __call__(self, name: Literal["supplier/usual"], **takes: object) -> Answer[SupplierUsual]: ...

    @overload
    def __call__(self, name: Literal["supplier/widest"], **takes: object) -> Answer[SupplierWidest]: ...

    @overload
    def __call__(self, name: Literal["supplier/words"], **takes: object) -> Answer[SupplierWords]: ...

    @overload
    def __call__(self, name: Literal["supplier/years"], **takes: object) -> Answer[SupplierYears]: ...

    @overload
    def __call__(self, name: Literal["who_buys/found"], **takes: object) -> Answer[WhoBuysFound]: ...

    @overload
    def __call__(self, name: Literal["who_buys/kinds"], **takes: object) -> Answer[WhoBuysKinds]: ...

    @overload
    def __call__(self, name: str, **takes: object) -> Answer[Any]: ...
