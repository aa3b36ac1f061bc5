-- question: How many payments would a search have to look at, by its councils and months or by its suppliers?
-- takes: supplier_words text[], supplier_slug text, councils text[], first text, last text
-- gives: by_place integer, by_supplier integer, suppliers integer, near boolean
-- one row per: query
WITH places AS (
    SELECT sum(payments) AS payments FROM ledger.council_month
    WHERE ledger.of_councils(council, $councils) AND ledger.in_months(month, $first, $last)
),
suppliers AS (
    SELECT sum(payments) AS payments, count(*) AS suppliers, bool_and(near) AS near
    FROM ledger.suppliers_called($supplier_words, $supplier_slug)
)
SELECT CAST(coalesce(p.payments, 0) AS INTEGER) AS by_place,
       CAST(coalesce(s.payments, 0) AS INTEGER) AS by_supplier,
       CAST(s.suppliers AS INTEGER) AS suppliers, coalesce(s.near, false) AS near
FROM places p CROSS JOIN suppliers s
