-- question: How many payments match a search and how much are they, in all and by month, council, service, category and supplier?
-- takes: way text, supplier_like text, supplier_slug text, councils text[], service text, category text,
--   first text, last text, least_gbp double, most_gbp double, words_like text, cards text, credits text
-- gives: part text, key text, name text, slug text, payments integer, amount_gbp double,
--   parts integer
-- one row per: part, key
WITH suppliers AS (
    SELECT supplier FROM ledger.supplier s
    WHERE ($supplier_slug IS NULL OR slug = $supplier_slug)
      AND ($supplier_like IS NULL OR s.supplier IN (SELECT supplier FROM ledger.supplier_name
                                               WHERE name ILIKE $supplier_like ESCAPE '^'))
),
wordings AS (
    SELECT wording, service, category FROM ledger.wording
    WHERE ($service IS NULL OR coalesce(service, 'none') = $service)
      AND ($category IS NULL OR coalesce(category, 'none') = $category)
      AND ($words_like IS NULL OR department ILIKE $words_like ESCAPE '^' OR purpose ILIKE $words_like ESCAPE '^'
           OR published_category ILIKE $words_like ESCAPE '^')
),
-- The way is the cheapest: only one of these three is ever run.
looked_at AS (
    SELECT council, month, wording, supplier, amount_pence, card FROM ledger.payment
    WHERE $way = 'by_place' AND $supplier_like IS NULL AND $supplier_slug IS NULL
    UNION ALL
    SELECT council, month, wording, supplier, amount_pence, card
    FROM ledger.payment SEMI JOIN suppliers USING (supplier)
    WHERE $way = 'by_place' AND NOT ($supplier_like IS NULL AND $supplier_slug IS NULL)
    UNION ALL
    SELECT council, month, wording, supplier, amount_pence, card
    FROM ledger.payment_by_supplier SEMI JOIN suppliers USING (supplier) WHERE $way = 'by_supplier'
),
matching AS NOT MATERIALIZED (
    SELECT council, month, service, category, supplier, amount_pence
    FROM looked_at JOIN wordings USING (wording)
    WHERE ($councils IS NULL OR (council BETWEEN list_min($councils) AND list_max($councils)
                                 AND list_contains($councils, council)))
      AND ($first IS NULL OR month >= TRY_CAST($first AS DATE))
      AND ($last IS NULL OR month <= TRY_CAST($last AS DATE))
      AND ($least_gbp IS NULL OR amount_pence >= CAST(round($least_gbp * 100) AS BIGINT))
      AND ($most_gbp IS NULL OR amount_pence <= CAST(round($most_gbp * 100) AS BIGINT))
      AND ($cards = 'with' OR card = ($cards = 'only'))
      AND ($credits = 'with' OR (amount_pence < 0) = ($credits = 'only'))
),
-- First into few groups: to sort every payment into six kinds of group takes ten times as long.
counted AS (
    SELECT council, month, service, category, count(*) AS payments,
           sum(amount_pence) AS amount_pence
    FROM matching GROUP BY ALL
),
parts AS (
    SELECT CASE grouping(council, month, service, category)
               WHEN 7 THEN 'council' WHEN 11 THEN 'month' WHEN 13 THEN 'service'
               WHEN 14 THEN 'category' ELSE 'all' END AS part,
           coalesce(council, CAST(month AS VARCHAR), service, category, 'none') AS key,
           sum(payments) AS payments, sum(amount_pence) AS amount_pence
    FROM counted
    GROUP BY GROUPING SETS ((), (council), (month), (service), (category))
),
paid AS (
    SELECT supplier, count(*) AS payments, sum(amount_pence) AS amount_pence
    FROM matching GROUP BY supplier
),
largest AS (
    SELECT part, key, payments, amount_pence, count(*) OVER (PARTITION BY part) AS parts
    FROM parts WHERE payments > 0
    UNION ALL
    (SELECT 'supplier', CAST(supplier AS VARCHAR), payments, amount_pence,
            (SELECT count(*) FROM paid)
     FROM paid ORDER BY amount_pence DESC, supplier LIMIT 25)
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
