-- question: What did each council pay for a kind of thing, or for what is described by words, in a year?
-- takes: words_like text, category text, first text, last text, cards text, near text
-- gives: council text, gss text, slug text, name text, class text, sparse boolean, nation text, region text, amount_gbp double,
--   residents integer, residents_year integer, per_head_gbp double, payments integer, suppliers integer,
--   card_gbp double, months_paid integer, months_held integer, threshold_gbp integer, km double, source text
-- one row per: council
-- Every council of which a month is held: amounts are empty where no payment was found, which is not the same as nought.
WITH held AS (
    SELECT council, count(*) FILTER (WHERE NOT card) AS months
    FROM ledger.month_held WHERE ledger.in_months(month, $first, $last) GROUP BY council
), paid AS (
    SELECT p.council, sum(p.amount_pence) AS pence, sum(p.payments) AS payments,
           count(DISTINCT p.supplier) FILTER (WHERE s.kind = 'organisation') AS suppliers,
           coalesce(sum(p.amount_pence) FILTER (WHERE p.card), 0) AS card_pence, count(DISTINCT p.month) AS months
    FROM ledger.sums_to_anyone(NULL, NULL, $category, $first, $last, $words_like, $cards) p
    JOIN ledger.supplier s ON s.supplier = p.supplier
    WHERE s.kind <> 'treasury' AND NOT coalesce(p.category IN (SELECT category FROM ledger.category WHERE treasury), false)
    GROUP BY p.council
), counted AS (
    SELECT council, residents, year FROM population WHERE year <= year(TRY_CAST($first AS DATE))
    QUALIFY row_number() OVER (PARTITION BY council ORDER BY year DESC) = 1
), here AS (
    SELECT longitude, latitude FROM council WHERE council = $near
)
SELECT h.council, c.gss, c.slug, c.name, c.class, c.sparse, c.nation, c.region,
       ledger.pounds(p.pence) AS amount_gbp,
       CAST(n.residents AS INTEGER) AS residents, CAST(n.year AS INTEGER) AS residents_year,
       ledger.pounds(p.pence) / n.residents AS per_head_gbp, CAST(p.payments AS INTEGER) AS payments,
       CAST(p.suppliers AS INTEGER) AS suppliers, ledger.pounds(p.card_pence) AS card_gbp,
       CAST(p.months AS INTEGER) AS months_paid, CAST(h.months AS INTEGER) AS months_held, b.threshold_gbp,
       -- Between middles, on a globe of 6,371 km.
       2 * 6371 * asin(sqrt(pow(sin(radians(c.latitude - a.latitude) / 2), 2)
           + cos(radians(a.latitude)) * cos(radians(c.latitude))
           * pow(sin(radians(c.longitude - a.longitude) / 2), 2))) AS km, b.source
FROM held h
JOIN council c USING (council)
LEFT JOIN paid p USING (council)
LEFT JOIN counted n USING (council)
LEFT JOIN ledger.publisher b USING (council)
LEFT JOIN here a ON true
ORDER BY p.pence DESC NULLS LAST, c.name, h.council
