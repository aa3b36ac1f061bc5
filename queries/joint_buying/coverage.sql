-- question: How much of these councils' payments in these years is held, and how well do its words tell?
-- takes: councils text[], periods text[]
-- gives: council text, slug text, name text, threshold_gbp integer, months_held integer,
--   months_asked integer, payments integer, amount_gbp double, untold_pct double, card_pct double,
--   level text, note text, source text
-- one row per: council
WITH told AS (
    SELECT council, month, year(month - INTERVAL 3 MONTH) AS first, category IS NULL AS untold, card,
           sum(payments) AS payments,
           sum(amount_pence) AS amount_pence, sum(abs(amount_pence)) AS turned_over
    FROM ledger.month_total
    WHERE council IN (SELECT unnest($councils)) AND month IS NOT NULL
    GROUP BY ALL
), summed AS (
    SELECT council, sum(payments) AS payments,
           sum(amount_pence) AS pence,
           sum(turned_over) AS turned_over, sum(turned_over) FILTER (WHERE untold) AS untold,
           sum(turned_over) FILTER (WHERE card) AS cards
    FROM told
    WHERE printf('%d-%02d', first, (first + 1) % 100) IN (SELECT unnest($periods))
    GROUP BY council
), held AS (
    -- Of invoices: a month of card purchases alone is not held.
    SELECT council, count(*) AS months
    FROM (SELECT council, year(month - INTERVAL 3 MONTH) AS first FROM ledger.month_held WHERE NOT card)
    WHERE printf('%d-%02d', first, (first + 1) % 100) IN (SELECT unnest($periods))
    GROUP BY council
)
SELECT b.council, c.slug, c.name, b.threshold_gbp,
       CAST(coalesce(h.months, 0) AS INTEGER) AS months_held,
       CAST(12 * len($periods) AS INTEGER) AS months_asked,
       CAST(coalesce(s.payments, 0) AS INTEGER) AS payments,
       ledger.pounds(s.pence) AS amount_gbp,
       100 * CAST(coalesce(s.untold, 0) AS DOUBLE) / nullif(s.turned_over, 0) AS untold_pct,
       100 * CAST(coalesce(s.cards, 0) AS DOUBLE) / nullif(s.turned_over, 0) AS card_pct,
       b.level, b.note, b.source
FROM ledger.publisher b
JOIN council c USING (council)
LEFT JOIN summed s USING (council)
LEFT JOIN held h USING (council)
WHERE b.council IN (SELECT unnest($councils))
ORDER BY c.name, b.council
