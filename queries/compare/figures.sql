-- question: Which figure has each council of the comparison, and which of them may not be compared, and why?
-- takes: council text, model text, others text[], measures text[], periods text[]
-- gives: measure text, council text, slug text, name text, period text, value double, lower double,
--   upper double, denominator double, joint_lead text, status text, note text, source text, sparse boolean,
--   left_out_because text
-- one row per: measure, council
WITH wanted AS (SELECT unnest($measures) AS measure, unnest($periods) AS period),
beside AS MATERIALIZED (
    FROM beside($council, $model, $others)
    UNION ALL
    SELECT service, council FROM responsibility WHERE council = $council
)
SELECT m.measure, c.council, c.slug, c.name, v.period, v.real_value AS value, v.real_lower AS lower,
       v.real_upper AS upper, v.denominator, v.joint_lead, v.status, v.note, v.source, c.sparse,
       CASE WHEN v.council <> $council AND v.joint_lead = mine.joint_lead THEN 'partner'
            ELSE v.left_out_because END AS left_out_because
FROM wanted a
JOIN measure m ON m.measure = a.measure
JOIN beside b ON b.service = m.service
JOIN measure_value v ON v.measure = a.measure AND v.period = a.period AND v.council = b.peer
JOIN council c ON c.council = b.peer
LEFT JOIN measure_value mine ON mine.measure = a.measure AND mine.period = a.period AND mine.council = $council
ORDER BY m.position, m.measure, c.name, c.council
