-- question: Which payments match a search?
-- takes: way text, supplier_words text[], supplier_slug text, councils text[], service text, category text,
--   first text, last text, least_gbp double, most_gbp double, words_like text, cards text, credits text,
--   sort text, rows integer, skip integer
-- gives: council text, gss text, council_name text, council_slug text, month date, day date,
--   amount_gbp double, supplier_as_published text, supplier text, supplier_slug text,
--   supplier_kind text, company_number text, department text, purpose text, published_category text, service text,
--   category text, reference text, card boolean, file text, sheet text, line integer, file_url text,
--   file_copied boolean, source text
-- one row per: file, sheet, line
-- Without sort, all of them in the order in which they are kept: so a download need not hold them.
WITH matching AS NOT MATERIALIZED (
    -- Their words come last, for the rows that are shown: a page is sorted without them.
    SELECT * EXCLUDE (service, category) FROM ledger.matching_payments(
        $way, $supplier_words, $supplier_slug, $councils, $service, $category, $first, $last,
        $least_gbp, $most_gbp, $words_like, $cards, $credits)
),
keyed AS NOT MATERIALIZED (
    SELECT *, CASE $sort WHEN 'largest' THEN -amount_pence WHEN 'smallest' THEN amount_pence
                          WHEN 'oldest' THEN epoch(coalesce(day, month))
                          ELSE -epoch(coalesce(day, month)) END AS place
    FROM matching WHERE $sort IS NOT NULL
),
last AS (
    -- Of a page further on, where its last row stands: whole rows are sorted up to there only.
    SELECT max(place) AS place, count(place) AS rows
    FROM (SELECT place FROM keyed WHERE $skip > 500 ORDER BY place NULLS LAST LIMIT greatest($rows, 0) + greatest($skip, 0))
),
page AS (
    FROM matching WHERE $sort IS NULL
    UNION ALL
    (SELECT * EXCLUDE (place) FROM keyed
     WHERE $skip <= 500 OR (SELECT rows FROM last) < greatest($rows, 0) + greatest($skip, 0)
        OR place <= (SELECT place FROM last)
     ORDER BY place NULLS LAST, file, sheet, line
     LIMIT greatest($rows, 0) OFFSET greatest($skip, 0))
),
worded AS NOT MATERIALIZED (
    SELECT p.council, c.gss, c.name AS council_name, c.slug AS council_slug, p.month, p.day,
           ledger.pounds(p.amount_pence) AS amount_gbp, n.name AS supplier_as_published,
           s.name AS supplier, s.slug AS supplier_slug, s.kind AS supplier_kind,
           s.company_number, w.department, w.purpose, w.published_category, v.plain_name AS service,
           g.plain_name AS category, p.reference, p.card, f.path AS file, p.sheet, p.line, f.url AS file_url,
           f.copied AS file_copied, f.source, p.file AS file_number
    FROM page p
    JOIN council c USING (council)
    JOIN ledger.supplier_name n USING (published_name)
    JOIN ledger.supplier s ON s.supplier = p.supplier
    JOIN ledger.wording w USING (wording)
    LEFT JOIN service v ON v.service = w.service
    LEFT JOIN ledger.category g ON g.category = w.category
    JOIN ledger.payment_file f ON f.file = p.file
)
SELECT * EXCLUDE (file_number) FROM worded WHERE $sort IS NULL
UNION ALL
-- The joins keep no order. The same as the page was cut in, so that pages follow one another.
(SELECT * EXCLUDE (file_number) FROM worded WHERE $sort IS NOT NULL
 ORDER BY CASE $sort WHEN 'largest' THEN -amount_gbp WHEN 'smallest' THEN amount_gbp
                     WHEN 'oldest' THEN epoch(coalesce(day, month))
                     ELSE -epoch(coalesce(day, month)) END NULLS LAST, file_number, sheet, line)
