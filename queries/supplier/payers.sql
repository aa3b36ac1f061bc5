-- question: Which councils pay this supplier, how much, and how much of each council is held?
-- takes: supplier integer
-- gives: council text, slug text, name text, class text, amount_gbp double, payments integer,
--   first_year text, last_year text, months_held integer, first_held date, last_held date,
--   threshold_gbp integer, level text, note text, source text
-- one row per: council
WITH paid AS (
    SELECT council, sum(amount_pence) AS pence, sum(payments) AS payments,
           min(period) AS first_year, max(period) AS last_year
    FROM ledger.supplier_year WHERE supplier = $supplier GROUP BY council
), held AS (
    SELECT council, count(*) AS months, min(month) AS first_held, max(month) AS last_held
    FROM (FROM ledger.month_held WHERE council IN (SELECT council FROM paid)
          QUALIFY NOT card OR bool_and(card) OVER (PARTITION BY council))
    GROUP BY council
)
SELECT p.council, c.slug, c.name, c.class, ledger.pounds(p.pence) AS amount_gbp,
       CAST(p.payments AS INTEGER) AS payments, p.first_year, p.last_year,
       CAST(coalesce(h.months, 0) AS INTEGER) AS months_held, h.first_held, h.last_held,
       b.threshold_gbp, b.level, b.note, b.source
FROM paid p
JOIN council c USING (council)
LEFT JOIN ledger.publisher b USING (council)
LEFT JOIN held h USING (council)
ORDER BY p.pence DESC, c.name, p.council
