-- question: Which suppliers do the most councils pay?
-- takes: most integer
-- gives: slug text, name text, company_number text, amount_gbp double, councils integer,
--   payments integer, names integer, first_month date, last_month date, spelling text, found integer
-- one row per: slug
SELECT slug, name, company_number, ledger.pounds(amount_pence) AS amount_gbp, councils,
       CAST(payments AS INTEGER) AS payments, names, first_month, last_month,
       CAST(NULL AS VARCHAR) AS spelling, CAST(count(*) OVER () AS INTEGER) AS found
FROM ledger.supplier
WHERE kind = 'organisation'
ORDER BY councils DESC, amount_pence DESC, slug
LIMIT greatest($most, 0)
