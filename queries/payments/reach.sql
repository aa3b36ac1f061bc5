-- question: How many payments would a search have to look at, by its councils and months or by its suppliers?
-- takes: supplier_like text, supplier_slug text, councils text[], first text, last text
-- gives: by_place integer, by_supplier integer, suppliers integer
-- one row per: query
WITH places AS (
    SELECT sum(payments) AS payments FROM ledger.month_total
    WHERE ($councils IS NULL OR list_contains($councils, council))
      AND ($first IS NULL OR month >= TRY_CAST($first AS DATE))
      AND ($last IS NULL OR month <= TRY_CAST($last AS DATE))
),
suppliers AS (
    SELECT sum(payments) AS payments, count(*) AS suppliers FROM ledger.supplier s
    WHERE ($supplier_slug IS NULL OR slug = $supplier_slug)
      AND ($supplier_like IS NULL OR s.supplier IN (SELECT supplier FROM ledger.supplier_name
                                               WHERE name ILIKE $supplier_like ESCAPE '^'))
)
SELECT CAST(coalesce(p.payments, 0) AS INTEGER) AS by_place,
       CAST(coalesce(s.payments, 0) AS INTEGER) AS by_supplier,
       CAST(s.suppliers AS INTEGER) AS suppliers
FROM places p CROSS JOIN suppliers s
