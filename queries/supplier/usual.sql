-- question: What do most councils pay this supplier for, most often?
-- takes: supplier integer
-- gives: category text, category_name text, councils integer, payments integer, amount_gbp double
-- one row per: category
-- What the words do not tell is left out. By councils, then by payments: one large sum is no usual purpose.
SELECT y.category, c.plain_name AS category_name, CAST(count(DISTINCT y.council) AS INTEGER) AS councils,
       CAST(sum(y.payments) AS INTEGER) AS payments, ledger.pounds(sum(y.amount_pence)) AS amount_gbp
FROM ledger.supplier_year y JOIN ledger.category c ON c.category = y.category
WHERE y.supplier = $supplier
GROUP BY ALL
ORDER BY councils DESC, payments DESC, y.category
