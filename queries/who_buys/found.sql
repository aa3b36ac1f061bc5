-- question: Who buys a kind of thing, or what is described by words, in a year: which councils, from whom and in which months?
-- takes: words_like text, category text, first text, last text, cards text, near text, members text[], most integer
-- gives: part text, council text, gss text, slug text, name text, class text, sparse boolean, nation text, region text,
--   amount_gbp double, residents integer, residents_year integer, per_head_gbp double, payments integer,
--   suppliers integer, card_gbp double, card_payments integer, months_paid integer, months_held integer,
--   threshold_gbp integer, km double, source text, company_number text, councils integer, median_gbp double,
--   share_pct double, paying text[], found integer, shared integer, month date
-- one row per: part, slug, month
-- "council": every one of which a month is held: amounts are empty where no payment was found, which is not the same as nought.
-- "supplier": organisations that the members pay; the share is that of all that is paid for it, whoever got it.
-- "month": of the members whose invoices are held in all twelve months, so that none is low for want of a file.
-- All three from one pass over the sums by words.
WITH held AS MATERIALIZED (
    SELECT council, count(*) FILTER (WHERE NOT card) AS months, list_contains($members, council) AS member
    FROM ledger.month_held WHERE ledger.in_months(month, $first, $last) GROUP BY council
), paid AS MATERIALIZED (
    SELECT p.council, p.supplier, p.month, p.card, sum(p.amount_pence) AS pence, sum(p.payments) AS payments
    FROM ledger.sums_to_anyone(NULL, NULL, $category, $first, $last, $words_like, $cards) p
    WHERE NOT coalesce(p.category IN (SELECT category FROM ledger.category WHERE treasury), false)
    GROUP BY ALL
), told AS MATERIALIZED (
    SELECT p.*, coalesce(k.kind, 'duty') = 'duty' AS named, h.member, h.months AS months_held
    FROM paid p LEFT JOIN ledger.special_supplier k USING (supplier) JOIN held h USING (council)
    WHERE k.kind IS DISTINCT FROM 'treasury'
), by_council AS (
    SELECT council, sum(pence) AS pence, sum(payments) AS payments,
           count(DISTINCT supplier) FILTER (WHERE named) AS suppliers,
           coalesce(sum(pence) FILTER (WHERE card), 0) AS card_pence, count(DISTINCT month) AS months
    FROM told GROUP BY council
), counted AS (
    SELECT council, residents, year FROM population WHERE year <= year(TRY_CAST($first AS DATE))
    QUALIFY row_number() OVER (PARTITION BY council ORDER BY year DESC) = 1
), here AS (
    SELECT longitude, latitude FROM council WHERE council = $near
), buying AS (
    SELECT h.council, c.gss, c.slug, c.name, c.class, c.sparse, c.nation, c.region, p.pence,
           CAST(n.residents AS INTEGER) AS residents, CAST(n.year AS INTEGER) AS residents_year,
           ledger.pounds(p.pence) / n.residents AS per_head_gbp, p.payments,
           CAST(p.suppliers AS INTEGER) AS suppliers, ledger.pounds(p.card_pence) AS card_gbp,
           CAST(p.months AS INTEGER) AS months_paid, CAST(h.months AS INTEGER) AS months_held, b.threshold_gbp,
           -- Between middles, on a globe of 6,371 km.
           2 * 6371 * asin(sqrt(pow(sin(radians(c.latitude - a.latitude) / 2), 2)
               + cos(radians(a.latitude)) * cos(radians(c.latitude))
               * pow(sin(radians(c.longitude - a.longitude) / 2), 2))) AS km, b.source
    FROM held h
    JOIN council c USING (council)
    LEFT JOIN by_council p USING (council)
    LEFT JOIN counted n USING (council)
    LEFT JOIN ledger.publisher b USING (council)
    LEFT JOIN here a ON true
), each AS (
    SELECT supplier, council, any_value(named) AS named, sum(pence) AS pence, sum(payments) AS payments
    FROM told WHERE member GROUP BY supplier, council
), selling AS (
    SELECT supplier, CAST(count(*) FILTER (WHERE pence > 0) AS INTEGER) AS councils, sum(pence) AS pence,
           ledger.pounds(median(pence)) AS median_gbp, sum(payments) AS payments, list(council) AS payers
    FROM each WHERE named GROUP BY supplier HAVING sum(pence) > 0
), largest AS (
    SELECT * EXCLUDE (payers), CAST(count(*) OVER () AS INTEGER) AS found,
           CAST(count(*) FILTER (WHERE councils > 1) OVER () AS INTEGER) AS shared,
           CAST(100.0 * pence / nullif((SELECT sum(pence) FROM each), 0) AS DOUBLE) AS share_pct, payers
    FROM selling ORDER BY pence DESC, supplier LIMIT greatest($most, 0)
), falling AS (
    SELECT month, sum(pence) AS pence, sum(payments) AS payments,
           CAST(coalesce(sum(payments) FILTER (WHERE card), 0) AS INTEGER) AS card_payments,
           ledger.pounds(coalesce(sum(pence) FILTER (WHERE card), 0)) AS card_gbp
    FROM told WHERE member AND months_held = 12 GROUP BY month
), parts AS (
    SELECT 'council' AS part, * FROM buying
    UNION ALL BY NAME
    -- Their names come last, for the few that are shown.
    SELECT 'supplier' AS part, l.* EXCLUDE (supplier, payers), s.slug, s.name, s.company_number,
           (SELECT list(c.name ORDER BY c.name) FROM council c WHERE list_contains(payers, c.council)) AS paying
    FROM largest l JOIN ledger.supplier s USING (supplier)
    UNION ALL BY NAME
    SELECT 'month' AS part, * FROM falling
)
SELECT part, council, gss, slug, name, class, sparse, nation, region, ledger.pounds(pence) AS amount_gbp,
       residents, residents_year, per_head_gbp, CAST(payments AS INTEGER) AS payments, suppliers, card_gbp, card_payments,
       months_paid, months_held, threshold_gbp, km, source, company_number, councils, median_gbp, share_pct, paying,
       found, shared, month
FROM parts
ORDER BY part, month, pence DESC NULLS LAST, name, slug
