-- question: In which words do councils say what they pay this supplier for, and what were they taken to mean?
-- takes: supplier integer, most integer
-- gives: wording integer, department text, purpose text, published_category text, service text,
--   service_why text, category_name text, category_why text, councils text[], payments integer,
--   amount_gbp double, found integer
-- one row per: wording
WITH paid AS (
    SELECT p.wording, list(DISTINCT c.name ORDER BY c.name) AS councils, sum(p.payments) AS payments,
           sum(p.amount_pence) AS pence
    FROM ledger.sum_by_supplier p JOIN council c USING (council)
    WHERE p.supplier = $supplier
    GROUP BY p.wording
), shown AS (
    -- Their words come last, for the few that are shown: to join them to all reads those of every wording.
    SELECT *, count(*) OVER () AS found FROM paid ORDER BY pence DESC, wording LIMIT greatest($most, 0)
)
SELECT w.wording, w.department, w.purpose, w.published_category, s.plain_name AS service,
       w.service_why, k.plain_name AS category_name, w.category_why, p.councils,
       CAST(p.payments AS INTEGER) AS payments, ledger.pounds(p.pence) AS amount_gbp,
       CAST(p.found AS INTEGER) AS found
FROM shown p
JOIN ledger.wording w USING (wording)
LEFT JOIN service s ON s.service = w.service
LEFT JOIN ledger.category k ON k.category = w.category
ORDER BY p.pence DESC, w.wording
