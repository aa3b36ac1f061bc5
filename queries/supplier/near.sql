-- question: Which suppliers have an address that is nearly this one?
-- takes: supplier_slug text
-- gives: slug text, name text, company_number text, amount_gbp double, councils integer,
--   payments integer, names integer, first_month date, last_month date, spelling text, found integer
-- one row per: slug
WITH alike AS (
    SELECT *, jaro_winkler_similarity(slug, $supplier_slug) AS likeness
    FROM ledger.supplier WHERE kind = 'organisation'
)
SELECT slug, name, company_number, ledger.pounds(amount_pence) AS amount_gbp, councils,
       CAST(payments AS INTEGER) AS payments, names, first_month, last_month,
       CAST(NULL AS VARCHAR) AS spelling, CAST(count(*) OVER () AS INTEGER) AS found
FROM alike
WHERE likeness > 0.85
ORDER BY likeness DESC, councils DESC, slug
LIMIT 5
