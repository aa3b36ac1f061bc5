-- question: How much of each kind of thing does each of these councils buy, and from how many suppliers?
-- takes: councils text[], periods text[]
-- gives: category text, council text, council_slug text, council_name text, amount_gbp double,
--   suppliers integer
-- one row per: category, council
WITH paid AS (
    FROM ledger.bought($councils, $periods)
)
SELECT p.category, p.council, c.slug AS council_slug, c.name AS council_name,
       ledger.pounds(sum(p.pence)) AS amount_gbp, CAST(count(*) AS INTEGER) AS suppliers
FROM paid p JOIN council c USING (council)
GROUP BY ALL
ORDER BY p.category, amount_gbp DESC, p.council
