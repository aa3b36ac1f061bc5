-- question: Who is this supplier, and how much of it is held?
-- takes: supplier_slug text
-- gives: supplier integer, slug text, name text, kind text, company_number text, names integer,
--   councils integer, payments integer, amount_gbp double, first_month date, last_month date,
--   councils_held integer
-- one row per: query
SELECT supplier, slug, name, kind, company_number, names, councils,
       CAST(payments AS INTEGER) AS payments, ledger.pounds(amount_pence) AS amount_gbp,
       first_month, last_month,
       CAST((SELECT count(*) FROM ledger.publisher) AS INTEGER) AS councils_held
FROM ledger.supplier
WHERE slug = $supplier_slug
