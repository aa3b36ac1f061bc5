-- question: Of which councils are payments held, for which months, and from which amount on?
-- takes: councils text[]
-- gives: council text, slug text, name text, class text, source text, threshold_gbp integer, level text,
--   note text, first_month date, last_month date, months integer, missing integer,
--   payments integer, amount_gbp double
-- one row per: council
WITH covered AS (
    SELECT council, min(month) AS first_month, max(month) AS last_month, count(*) AS months,
           sum(payments) AS payments, sum(amount_pence) AS amount_pence
    FROM ledger.coverage
    WHERE ledger.of_councils(council, $councils)
    GROUP BY council
)
SELECT p.council, c.slug, c.name, c.class, p.source, p.threshold_gbp, p.level, p.note,
       h.first_month, h.last_month, CAST(h.months AS INTEGER) AS months,
       -- Months between the first and the last for which no file is held.
       CAST(datediff('month', h.first_month, h.last_month) + 1 - h.months AS INTEGER) AS missing,
       CAST(h.payments AS INTEGER) AS payments, ledger.pounds(h.amount_pence) AS amount_gbp
FROM covered h
JOIN ledger.publisher p USING (council)
JOIN council c USING (council)
ORDER BY c.name, p.council
