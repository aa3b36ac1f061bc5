-- question: Who was paid most by this council in a year?
-- takes: council text, period text, most integer
-- gives: slug text, name text, kind text, payments double, paid_gbp double, share_pct double, for_what text, councils integer
-- one row per: slug
-- Without money of the treasury and names that stand for many payees: see council/payments_apart.
WITH year AS (
    SELECT supplier, category, sum(payments) AS payments, sum(amount_pence) AS pence
    FROM ledger.year_supplier
    WHERE council = $council AND period = $period AND NOT treasury
      AND supplier NOT IN (SELECT supplier FROM ledger.special_supplier WHERE kind IN ('collective', 'treasury'))
    GROUP BY ALL
), ranked AS (
    SELECT supplier, sum(payments) AS payments, sum(pence) AS pence,
           -- What most payments are for: a few large ones do not say what it mostly does.
           arg_max(category, (payments, pence)) FILTER (WHERE category IS NOT NULL) AS category
    FROM year GROUP BY supplier
), largest AS (
    -- Before their names are looked up: those of all suppliers would be read.
    SELECT *, sum(pence) OVER () AS all_pence FROM ranked
    ORDER BY pence DESC, supplier LIMIT greatest(0, $most)
)
SELECT s.slug, s.name, s.kind, CAST(r.payments AS DOUBLE) AS payments, ledger.pounds(r.pence) AS paid_gbp,
       CAST(100.0 * r.pence / nullif(r.all_pence, 0) AS DOUBLE) AS share_pct,
       c.plain_name AS for_what, s.councils
FROM largest r
JOIN ledger.supplier s USING (supplier)
LEFT JOIN ledger.category c USING (category)
ORDER BY r.pence DESC, s.slug
