-- question: Which suppliers have a name, in any council's spelling, that holds all of these words?
-- takes: words text[], most integer
-- gives: slug text, name text, company_number text, amount_gbp double, councils integer,
--   payments integer, names integer, first_month date, last_month date, spelling text, found integer
-- one row per: slug
WITH spelled AS MATERIALIZED (
    -- Words are looked for as they stand: no character of theirs is a pattern. The first one is
    -- looked for in every name, the rest only where it was found.
    SELECT supplier, name, lower(name) AS plain FROM ledger.supplier_name
    WHERE len($words) > 0 AND contains(lower(name), lower(coalesce($words[1], '')))
), numbered AS MATERIALIZED (
    SELECT supplier FROM ledger.supplier WHERE company_number = upper($words[1])
), found AS (
    SELECT supplier, name FROM spelled
    WHERE contains(plain, lower(coalesce($words[2], '')))
      AND contains(plain, lower(coalesce($words[3], '')))
      AND contains(plain, lower(coalesce($words[4], '')))
    UNION ALL
    SELECT supplier, name FROM ledger.supplier_name SEMI JOIN numbered USING (supplier)
), hit AS (
    SELECT supplier, min(f.name) AS spelling
    FROM found f JOIN ledger.supplier s USING (supplier)
    WHERE s.kind = 'organisation'
    GROUP BY supplier
), shown AS (
    SELECT s.*, h.spelling,
           -- Whether the name shown says by itself why it was found.
           coalesce(upper($words[1]) = s.company_number, false)
           OR (contains(lower(s.name), lower(coalesce($words[1], '')))
               AND contains(lower(s.name), lower(coalesce($words[2], '')))
               AND contains(lower(s.name), lower(coalesce($words[3], '')))
               AND contains(lower(s.name), lower(coalesce($words[4], '')))) AS plain
    FROM hit h JOIN ledger.supplier s USING (supplier)
)
SELECT slug, name, company_number, ledger.pounds(amount_pence) AS amount_gbp, councils,
       CAST(payments AS INTEGER) AS payments, names, first_month, last_month,
       CASE WHEN NOT plain THEN spelling END AS spelling, CAST(count(*) OVER () AS INTEGER) AS found
FROM shown
ORDER BY lower(name) = lower(array_to_string($words, ' ')) DESC,
         starts_with(lower(name), lower($words[1])) DESC, councils DESC, amount_pence DESC, slug
LIMIT greatest($most, 0)
