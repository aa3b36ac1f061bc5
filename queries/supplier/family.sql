-- question: Which suppliers are of the same group of companies as this one, and how much was each paid?
-- takes: supplier integer
-- gives: slug text, name text, family text, evidence text, company_number text, amount_gbp double,
--   councils integer, payments integer
-- one row per: slug
SELECT s.slug, s.name, f.family, f.evidence, s.company_number,
       ledger.pounds(s.amount_pence) AS amount_gbp, s.councils,
       CAST(s.payments AS INTEGER) AS payments
FROM ledger.supplier_family f
JOIN ledger.supplier s USING (supplier)
WHERE f.family = (SELECT family FROM ledger.supplier_family WHERE supplier = $supplier)
ORDER BY s.amount_pence DESC, s.slug
