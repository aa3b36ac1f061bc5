-- question: Which payments of this council in a year were not to suppliers, and what were they?
-- takes: council text, period text, most integer
-- gives: sort text, name text, for_what text, payments double, paid_gbp double, sort_gbp double, sort_payments double
-- one row per: sort, name, for_what
-- Money of the treasury and of the balance sheet, and names that stand for many payees: the largest of each sort.
WITH told AS MATERIALIZED (
    SELECT supplier, treasury, category, sum(payments) AS payments, sum(amount_pence) AS pence
    FROM ledger.year_supplier
    WHERE council = $council AND period = $period
      AND (treasury OR supplier IN (SELECT supplier FROM ledger.special_supplier WHERE kind = 'collective'))
    GROUP BY ALL
), year AS (
    SELECT CASE WHEN t.treasury THEN 'treasury' ELSE 'collective' END AS sort, s.name, c.plain_name AS for_what,
           sum(t.payments) AS payments, sum(t.pence) AS pence
    FROM told t
    JOIN ledger.supplier s USING (supplier)
    LEFT JOIN ledger.category c USING (category)
    GROUP BY ALL
)
SELECT sort, name, for_what, CAST(payments AS DOUBLE) AS payments, ledger.pounds(pence) AS paid_gbp,
       ledger.pounds(sum(pence) OVER (PARTITION BY sort)) AS sort_gbp,
       CAST(sum(payments) OVER (PARTITION BY sort) AS DOUBLE) AS sort_payments
FROM year
QUALIFY row_number() OVER (PARTITION BY sort ORDER BY pence DESC, name, for_what) <= greatest(0, $most)
ORDER BY sort_gbp DESC, sort, paid_gbp DESC, name, for_what
