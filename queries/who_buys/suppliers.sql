-- question: Whom do these councils pay for a kind of thing, or for what is described by words, in a year?
-- takes: words_like text, category text, first text, last text, cards text, councils text[], most integer
-- gives: slug text, name text, company_number text, councils integer, amount_gbp double, median_gbp double,
--   payments integer, share_pct double, paying text[], found integer, shared integer
-- one row per: slug
-- Organisations; the share is that of all that is paid for it, whoever got it.
WITH paid AS (
    SELECT p.supplier, p.council, s.kind, sum(p.amount_pence) AS pence, sum(p.payments) AS payments
    FROM ledger.sums_to_anyone($councils, NULL, $category, $first, $last, $words_like, $cards) p
    JOIN ledger.supplier s ON s.supplier = p.supplier
    WHERE s.kind <> 'treasury' AND NOT coalesce(p.category IN (SELECT category FROM ledger.category WHERE treasury), false)
    GROUP BY ALL
), ranked AS (
    SELECT supplier, count(*) FILTER (WHERE pence > 0) AS councils, sum(pence) AS pence, median(pence) AS middle,
           sum(payments) AS payments, list(council) AS payers
    FROM paid WHERE kind = 'organisation' GROUP BY supplier HAVING sum(pence) > 0
), largest AS (
    SELECT *, count(*) OVER () AS found, count(*) FILTER (WHERE councils > 1) OVER () AS shared
    FROM ranked ORDER BY pence DESC, supplier LIMIT greatest($most, 0)
)
SELECT s.slug, s.name, s.company_number, CAST(l.councils AS INTEGER) AS councils, ledger.pounds(l.pence) AS amount_gbp,
       ledger.pounds(l.middle) AS median_gbp, CAST(l.payments AS INTEGER) AS payments,
       CAST(100.0 * l.pence / nullif((SELECT sum(pence) FROM paid), 0) AS DOUBLE) AS share_pct,
       (SELECT list(c.name ORDER BY c.name) FROM council c WHERE list_contains(l.payers, c.council)) AS paying,
       CAST(l.found AS INTEGER) AS found, CAST(l.shared AS INTEGER) AS shared
FROM largest l JOIN ledger.supplier s USING (supplier)
ORDER BY l.pence DESC, s.slug
