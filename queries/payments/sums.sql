-- question: How many payments were made and how much, in all and by month, council, service, category and supplier?
-- takes: councils text[], service text, category text, first text, last text, cards text,
--   first_year text, last_year text, suppliers boolean
-- gives: part text, key text, name text, slug text, payments integer, amount_gbp double,
--   parts integer
-- one row per: part, key
-- From sums that are kept: no payment is looked at. The suppliers come from whole financial years.
WITH counted AS (
    SELECT council, month, service, category, payments, amount_pence
    FROM ledger.month_total
    WHERE ($councils IS NULL OR list_contains($councils, council))
      AND ($service IS NULL OR coalesce(service, 'none') = $service)
      AND ($category IS NULL OR coalesce(category, 'none') = $category)
      AND ($first IS NULL OR month >= TRY_CAST($first AS DATE))
      AND ($last IS NULL OR month <= TRY_CAST($last AS DATE))
      AND ($cards = 'with' OR card = ($cards = 'only'))
),
parts AS (
    SELECT CASE grouping(council, month, service, category)
               WHEN 7 THEN 'council' WHEN 11 THEN 'month' WHEN 13 THEN 'service'
               WHEN 14 THEN 'category' ELSE 'all' END AS part,
           coalesce(council, CAST(month AS VARCHAR), service, category, 'none') AS key,
           sum(payments) AS payments, sum(amount_pence) AS amount_pence
    FROM counted
    GROUP BY GROUPING SETS ((), (council), (month), (service), (category))
    UNION ALL
    SELECT 'supplier', CAST(supplier AS VARCHAR), sum(payments), sum(amount_pence)
    FROM ledger.supplier_year
    WHERE $suppliers
      AND ($councils IS NULL OR list_contains($councils, council))
      AND ($service IS NULL OR coalesce(service, 'none') = $service)
      AND ($category IS NULL OR coalesce(category, 'none') = $category)
      AND ($first_year IS NULL OR period >= $first_year)
      AND ($last_year IS NULL OR period <= $last_year)
    GROUP BY supplier
),
largest AS (
    SELECT *, count(*) OVER (PARTITION BY part) AS parts
    FROM parts WHERE payments > 0
    QUALIFY part <> 'supplier'
         OR row_number() OVER (PARTITION BY part ORDER BY amount_pence DESC, key) <= 25
)
SELECT l.part, l.key, coalesce(s.name, c.name, v.plain_name, g.plain_name) AS name,
       coalesce(s.slug, c.slug) AS slug, CAST(l.payments AS INTEGER) AS payments,
       l.amount_pence / 100.0 AS amount_gbp, CAST(l.parts AS INTEGER) AS parts
FROM largest l
LEFT JOIN ledger.supplier s ON l.part = 'supplier' AND s.supplier = try_cast(l.key AS INTEGER)
LEFT JOIN council c ON l.part = 'council' AND c.council = l.key
LEFT JOIN service v ON l.part = 'service' AND v.service = l.key
LEFT JOIN ledger.category g ON l.part = 'category' AND g.category = l.key
ORDER BY l.part, CASE WHEN l.part = 'month' THEN l.key END, l.amount_pence DESC, l.key
