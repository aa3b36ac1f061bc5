-- question: Under which spellings do councils publish this supplier, and why was each linked to it?
-- takes: supplier integer
-- gives: published_name integer, name text, rule text, evidence text, councils text[],
--   payments integer, amount_gbp double
-- one row per: published_name
WITH paid AS (
    SELECT p.published_name, list(DISTINCT c.name ORDER BY c.name) AS councils,
           count(*) AS payments, sum(p.amount_pence) AS pence
    FROM ledger.payment_by_supplier p JOIN council c USING (council)
    WHERE p.supplier = $supplier
    GROUP BY p.published_name
)
SELECT n.published_name, n.name, n.rule, n.evidence, coalesce(p.councils, []) AS councils,
       CAST(coalesce(p.payments, 0) AS INTEGER) AS payments,
       ledger.pounds(coalesce(p.pence, 0)) AS amount_gbp
FROM ledger.supplier_name n
LEFT JOIN paid p USING (published_name)
WHERE n.supplier = $supplier
ORDER BY p.payments DESC NULLS LAST, n.name, n.published_name
