-- question: Which of these peers paid the same suppliers in a year, and how much?
-- takes: council text, model text, others text[], period text, slugs text[]
-- gives: slug text, peers_paying integer, peers_held integer, median_gbp double, paying text[]
-- one row per: slug
-- Peers of whom invoices of every month of that year are held.
WITH held AS (
    SELECT council FROM ledger.month_held
    WHERE NOT card AND month BETWEEN make_date(TRY_CAST(left($period, 4) AS INTEGER), 4, 1)
                                 AND make_date(TRY_CAST(left($period, 4) AS INTEGER) + 1, 3, 1)
    GROUP BY council HAVING count(*) = 12
), beside AS (
    SELECT council FROM held
    WHERE council <> $council
      AND (council IN (SELECT peer FROM peer WHERE council = $council AND model = $model)
           OR $model = 'own' AND list_contains($others, council))
), paid AS (
    SELECT s.slug, y.council, sum(y.amount_pence) AS pence
    FROM ledger.year_supplier y
    JOIN ledger.supplier s USING (supplier)
    JOIN beside USING (council)
    WHERE y.period = $period AND NOT y.treasury AND list_contains($slugs, s.slug)
    GROUP BY ALL HAVING sum(y.amount_pence) > 0
)
SELECT w.slug, CAST(count(p.council) AS INTEGER) AS peers_paying,
       CAST((SELECT count(*) FROM beside) AS INTEGER) AS peers_held, ledger.pounds(median(p.pence)) AS median_gbp,
       coalesce(list(c.name ORDER BY c.name) FILTER (WHERE c.name IS NOT NULL), []) AS paying
FROM (SELECT unnest(CAST($slugs AS VARCHAR[])) AS slug) w
LEFT JOIN paid p USING (slug)
LEFT JOIN council c ON c.council = p.council
GROUP BY w.slug
ORDER BY w.slug
