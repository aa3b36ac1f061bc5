-- question: Which suppliers have a name, in any council's spelling, with all of these words or ones nearly like them?
-- takes: words text[], sort text, most integer, skip integer
-- gives: slug text, name text, company_number text, amount_gbp double, councils integer,
--   payments integer, names integer, first_month date, last_month date, spelling text,
--   near boolean, found integer
-- one row per: slug
WITH hit AS MATERIALIZED (
    FROM ledger.suppliers_named($words)
), shown AS (
    SELECT s.*, h.off, h.near, CAST(count(*) OVER () AS INTEGER) AS found
    FROM hit h JOIN ledger.supplier s USING (supplier)
    WHERE s.kind = 'organisation'
    ORDER BY CASE $sort WHEN 'sum' THEN -s.amount_pence WHEN 'councils' THEN -s.councils END,
             CASE WHEN $sort = 'name' THEN lower(s.name) END,
             h.near, lower(s.name) = lower(array_to_string($words, ' ')) DESC,
             starts_with(lower(s.name), lower($words[1])) DESC, h.off, s.councils DESC,
             s.amount_pence DESC, s.slug
    LIMIT greatest($most, 0) OFFSET greatest($skip, 0)
), spelled AS (
    -- Which spelling it was found by, where the name shown does not say so itself.
    SELECT s.slug, arg_min(n.name, (NOT list_has_all(ledger.words_of(n.name), w.words), n.name)) AS spelling
    FROM shown s
    CROSS JOIN (SELECT list_filter(list_transform($words, lambda said: ledger.word_of(said)), lambda word: word <> '') AS words) w
    JOIN ledger.supplier_name n USING (supplier)
    WHERE NOT list_has_all(ledger.words_of(s.name), coalesce(w.words, []))
      AND NOT list_contains(list_transform($words, lambda said: upper(said)), coalesce(s.company_number, ''))
    GROUP BY s.slug
)
SELECT s.slug, s.name, s.company_number, ledger.pounds(s.amount_pence) AS amount_gbp, s.councils,
       CAST(s.payments AS INTEGER) AS payments, s.names, s.first_month, s.last_month,
       CASE WHEN p.spelling <> s.name THEN p.spelling END AS spelling, s.near, s.found
FROM shown s LEFT JOIN spelled p USING (slug)
ORDER BY CASE $sort WHEN 'sum' THEN -s.amount_pence WHEN 'councils' THEN -s.councils END,
         CASE WHEN $sort = 'name' THEN lower(s.name) END,
         s.near, lower(s.name) = lower(array_to_string($words, ' ')) DESC,
         starts_with(lower(s.name), lower($words[1])) DESC, s.off, s.councils DESC,
         s.amount_pence DESC, s.slug
