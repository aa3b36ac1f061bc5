-- question: Which services and common categories is this supplier paid for?
-- takes: supplier integer
-- gives: service text, plain_name text, official_name text, category text, category_name text,
--   councils integer, payments integer, amount_gbp double
-- one row per: service, category
SELECT y.service, s.plain_name, s.official_name, y.category, c.plain_name AS category_name,
       CAST(count(DISTINCT y.council) AS INTEGER) AS councils,
       CAST(sum(y.payments) AS INTEGER) AS payments,
       ledger.pounds(sum(y.amount_pence)) AS amount_gbp
FROM ledger.supplier_year y
LEFT JOIN service s ON s.service = y.service
LEFT JOIN ledger.category c ON c.category = y.category
WHERE y.supplier = $supplier
GROUP BY ALL
ORDER BY amount_gbp DESC, y.service, y.category
