-- question: Are published payments of this council held, and what should a reader know of them?
-- takes: council text
-- gives: source text, threshold_gbp integer, level text, note text, first_month date, last_month date, months integer
-- one row per: source
WITH covered AS (
    FROM ledger.coverage WHERE council = $council
    QUALIFY NOT card OR bool_and(card) OVER ()
)
SELECT p.source, p.threshold_gbp, p.level, p.note, min(c.month) AS first_month, max(c.month) AS last_month,
       CAST(count(c.month) AS INTEGER) AS months
FROM ledger.publisher p JOIN covered c USING (council)
WHERE p.council = $council
GROUP BY ALL
