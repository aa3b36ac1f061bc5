-- question: How many payments match a search that asks for no supplier and no amount, and how much are they, in all and by month, council, service, category and supplier?
-- takes: councils text[], service text, category text, first text, last text, words_like text, cards text
-- gives: part text, key text, name text, slug text, payments integer, amount_gbp double,
--   parts integer, treasury_gbp double
-- one row per: part, key
-- The answer of payments/found, from sums by words: no payment is looked at.
WITH matching AS (
    SELECT council, month, service, category, supplier, payments, amount_pence,
           coalesce(category IN (SELECT category FROM ledger.category WHERE treasury), false)
               OR supplier IN (SELECT supplier FROM ledger.special_supplier WHERE kind = 'treasury') AS treasury
    FROM ledger.sums_to_anyone($councils, $service, $category, $first, $last, $words_like, $cards)
),
-- First into few groups: every row in six kinds of group takes ten times as long.
counted AS (
    SELECT council, month, service, category, supplier, treasury, grouping(supplier) = 0 AS by_supplier,
           sum(payments) AS payments, sum(amount_pence) AS amount_pence
    FROM matching
    GROUP BY GROUPING SETS ((council, month, service, category, treasury), (supplier, treasury))
),
parts AS (
    SELECT CASE grouping(council, month, service, category)
               WHEN 7 THEN 'council' WHEN 11 THEN 'month' WHEN 13 THEN 'service'
               WHEN 14 THEN 'category' ELSE 'all' END AS part,
           coalesce(council, CAST(month AS VARCHAR), service, category, 'none') AS key,
           sum(payments) AS payments, sum(amount_pence) AS amount_pence,
           CASE WHEN grouping(council) = 0 THEN coalesce(sum(amount_pence) FILTER (WHERE treasury), 0) END AS treasury_pence
    FROM counted WHERE NOT by_supplier
    GROUP BY GROUPING SETS ((), (council), (month), (service), (category))
),
paid AS (
    -- Names that stand for many payees are no suppliers, and money of the treasury is paid to none.
    SELECT supplier, payments, amount_pence FROM counted
    WHERE by_supplier AND NOT treasury
      AND supplier NOT IN (SELECT supplier FROM ledger.special_supplier WHERE kind IN ('collective', 'treasury'))
),
top AS MATERIALIZED (
    SELECT supplier, payments, amount_pence FROM paid ORDER BY amount_pence DESC, supplier LIMIT 25
),
largest AS (
    SELECT part, key, payments, amount_pence, treasury_pence, count(*) OVER (PARTITION BY part) AS parts
    FROM parts WHERE payments > 0
    UNION ALL
    SELECT 'supplier', CAST(supplier AS VARCHAR), payments, amount_pence, NULL, (SELECT count(*) FROM paid) FROM top
),
called AS (
    -- Of the few that are shown: to join names to every row reads those of all suppliers.
    SELECT CAST(supplier AS VARCHAR) AS key, s.name, s.slug FROM top JOIN ledger.supplier s USING (supplier)
)
SELECT l.part, l.key, coalesce(s.name, c.name, v.plain_name, g.plain_name) AS name,
       coalesce(s.slug, c.slug) AS slug, CAST(l.payments AS INTEGER) AS payments,
       ledger.pounds(l.amount_pence) AS amount_gbp, CAST(l.parts AS INTEGER) AS parts,
       ledger.pounds(l.treasury_pence) AS treasury_gbp
FROM largest l
LEFT JOIN called s ON l.part = 'supplier' AND s.key = l.key
LEFT JOIN council c ON l.part = 'council' AND c.council = l.key
LEFT JOIN service v ON l.part = 'service' AND v.service = l.key
LEFT JOIN ledger.category g ON l.part = 'category' AND g.category = l.key
ORDER BY l.part, CASE WHEN l.part = 'month' THEN l.key END, l.amount_pence DESC, l.key
