-- check: The newest figures in cash belong to a period whose prices are known: in real terms, as pages show them, they would be blank.
-- level: stop
WITH newest AS (
    SELECT v.measure, arg_max(v.period, t.ends) AS period
    FROM value v JOIN measure m USING (measure) JOIN period t USING (period)
    WHERE m.price_basis = 'cash' AND v.value IS NOT NULL
    GROUP BY v.measure
)
SELECT n.measure, n.period FROM newest n LEFT JOIN deflator d USING (period) WHERE d.period IS NULL
