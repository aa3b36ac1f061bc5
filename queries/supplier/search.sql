-- question: Which suppliers have a name, in any council's spelling, that holds all of these words?
-- takes: words text[], most integer
-- gives: slug text, name text, company_number text, amount_gbp double, councils integer,
--   payments integer, names integer, first_month date, last_month date, spelling text, found integer
-- one row per: slug
WITH hit AS (
    -- Words are looked for as they stand: no character of theirs is a pattern.
    SELECT supplier, min(n.name) AS spelling, bool_or(n.name = s.name) AS by_name
    FROM ledger.supplier_name n JOIN ledger.supplier s USING (supplier)
    WHERE s.kind = 'organisation' AND len($words) > 0
      AND (upper($words[1]) = s.company_number
           OR (contains(lower(n.name), lower(coalesce($words[1], '')))
               AND contains(lower(n.name), lower(coalesce($words[2], '')))
               AND contains(lower(n.name), lower(coalesce($words[3], '')))
               AND contains(lower(n.name), lower(coalesce($words[4], '')))))
    GROUP BY supplier
)
SELECT s.slug, s.name, s.company_number, CAST(s.amount_pence AS DOUBLE) / 100 AS amount_gbp, s.councils,
       CAST(s.payments AS INTEGER) AS payments, s.names, s.first_month, s.last_month,
       CASE WHEN NOT h.by_name THEN h.spelling END AS spelling,
       CAST(count(*) OVER () AS INTEGER) AS found
FROM hit h JOIN ledger.supplier s USING (supplier)
ORDER BY lower(s.name) = lower(array_to_string($words, ' ')) DESC,
         starts_with(lower(s.name), lower($words[1])) DESC, s.councils DESC, s.amount_pence DESC, s.slug
LIMIT greatest($most, 0)
