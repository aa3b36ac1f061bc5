-- question: In which divisions of the Common Procurement Vocabulary is what this supplier is paid for?
-- takes: supplier integer
-- gives: division text, division_name text, amount_gbp double, payments integer
-- one row per: division
SELECT c.division, c.division_name, ledger.pounds(sum(y.amount_pence)) AS amount_gbp,
       CAST(sum(y.payments) AS INTEGER) AS payments
FROM ledger.supplier_year y
JOIN ledger.category_code c USING (category)
WHERE y.supplier = $supplier
GROUP BY c.division, c.division_name
ORDER BY amount_gbp DESC, c.division
