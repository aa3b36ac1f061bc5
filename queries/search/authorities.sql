-- question: Which bodies that are no councils can be looked for, and what is held of each?
-- takes: nothing
-- gives: council text, slug text, name text, period text, value_gbp double, payments boolean
-- one row per: council
WITH returned AS (
    SELECT council, max(period) AS period, arg_max(value_gbp, period) AS value_gbp
    FROM spending WHERE service = 'total' AND component = 'net_current_expenditure' AND value_gbp IS NOT NULL
    GROUP BY council
)
SELECT c.council, c.slug, c.name, r.period, r.value_gbp,
       EXISTS (FROM ledger.month_held m WHERE m.council = c.council) AS payments
FROM council c LEFT JOIN returned r USING (council)
WHERE c.class = 'other' AND (r.period IS NOT NULL OR EXISTS (FROM ledger.month_held m WHERE m.council = c.council))
ORDER BY r.period DESC NULLS LAST, c.name, c.council
