-- question: Which payments match a search?
-- takes: way text, supplier_like text, supplier_slug text, councils text[], service text, category text,
--   first text, last text, least_gbp double, most_gbp double, words_like text, cards text, credits text,
--   sort text, rows integer, skip integer
-- gives: council text, council_name text, council_slug text, month date, day date,
--   amount_gbp double, supplier_as_published text, supplier text, supplier_slug text,
--   supplier_kind text, department text, purpose text, published_category text, service text,
--   category text, reference text, card boolean, file text, sheet text, line integer, source text
-- one row per: file, sheet, line
-- Without sort, all of them in the order in which they are kept: so a download need not hold them.
WITH suppliers AS (
    SELECT supplier FROM ledger.supplier s
    WHERE ($supplier_slug IS NULL OR slug = $supplier_slug)
      AND ($supplier_like IS NULL OR s.supplier IN (SELECT supplier FROM ledger.supplier_name
                                               WHERE name ILIKE $supplier_like ESCAPE '^'))
),
wordings AS (
    SELECT wording FROM ledger.wording
    WHERE ($service IS NULL OR coalesce(service, 'none') = $service)
      AND ($category IS NULL OR coalesce(category, 'none') = $category)
      AND ($words_like IS NULL OR department ILIKE $words_like ESCAPE '^' OR purpose ILIKE $words_like ESCAPE '^'
           OR published_category ILIKE $words_like ESCAPE '^')
),
-- The way is the cheapest: only one of these three is ever run.
looked_at AS (
    FROM ledger.payment WHERE $way = 'by_place' AND $supplier_like IS NULL AND $supplier_slug IS NULL
    UNION ALL
    FROM ledger.payment SEMI JOIN suppliers USING (supplier)
    WHERE $way = 'by_place' AND NOT ($supplier_like IS NULL AND $supplier_slug IS NULL)
    UNION ALL
    FROM ledger.payment_by_supplier SEMI JOIN suppliers USING (supplier) WHERE $way = 'by_supplier'
),
matching AS NOT MATERIALIZED (
    SELECT looked_at.* FROM looked_at SEMI JOIN wordings USING (wording)
    WHERE ($councils IS NULL OR (council BETWEEN list_min($councils) AND list_max($councils)
                                 AND list_contains($councils, council)))
      AND ($first IS NULL OR month >= TRY_CAST($first AS DATE))
      AND ($last IS NULL OR month <= TRY_CAST($last AS DATE))
      AND ($least_gbp IS NULL OR amount_pence >= CAST(round($least_gbp * 100) AS BIGINT))
      AND ($most_gbp IS NULL OR amount_pence <= CAST(round($most_gbp * 100) AS BIGINT))
      AND ($cards = 'with' OR card = ($cards = 'only'))
      AND ($credits = 'with' OR (amount_pence < 0) = ($credits = 'only'))
),
page AS (
    FROM matching WHERE $sort IS NULL
    UNION ALL
    (FROM matching WHERE $sort IS NOT NULL
     ORDER BY CASE $sort WHEN 'largest' THEN -amount_pence WHEN 'smallest' THEN amount_pence
                         WHEN 'oldest' THEN epoch(coalesce(day, month))
                         ELSE -epoch(coalesce(day, month)) END NULLS LAST, file, sheet, line
     LIMIT greatest($rows, 0) OFFSET greatest($skip, 0))
),
worded AS NOT MATERIALIZED (
    SELECT p.council, c.name AS council_name, c.slug AS council_slug, p.month, p.day,
           p.amount_pence / 100.0 AS amount_gbp, n.name AS supplier_as_published,
           s.name AS supplier, s.slug AS supplier_slug, s.kind AS supplier_kind, w.department,
           w.purpose, w.published_category, v.plain_name AS service, g.plain_name AS category,
           p.reference, p.card, f.path AS file, p.sheet, p.line, f.source
    FROM page p
    JOIN council c USING (council)
    JOIN ledger.supplier_name n USING (published_name)
    JOIN ledger.supplier s ON s.supplier = p.supplier
    JOIN ledger.wording w USING (wording)
    LEFT JOIN service v ON v.service = w.service
    LEFT JOIN ledger.category g ON g.category = w.category
    JOIN ledger.payment_file f ON f.file = p.file
)
FROM worded WHERE $sort IS NULL
UNION ALL
-- The joins keep no order.
(FROM worded WHERE $sort IS NOT NULL
 ORDER BY CASE $sort WHEN 'largest' THEN -amount_gbp WHEN 'smallest' THEN amount_gbp
                     WHEN 'oldest' THEN epoch(coalesce(day, month))
                     ELSE -epoch(coalesce(day, month)) END NULLS LAST, file, sheet, line)
