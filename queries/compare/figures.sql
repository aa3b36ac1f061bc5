-- question: Which figure has each council of the comparison, and which of them may not be compared, and why?
-- takes: council text, model text, others text[], measures text[], periods text[]
-- gives: measure text, council text, slug text, name text, period text, value double, lower double,
--   upper double, denominator double, status text, note text, source text, sparse boolean,
--   left_out_because text
-- one row per: measure, council
WITH asked AS (SELECT unnest($measures) AS measure, unnest($periods) AS period),
subject AS (SELECT council, nation FROM council WHERE council = $council),
beside AS (
    SELECT service, peer FROM comparable_peer WHERE council = $council AND model = $model
    UNION
    SELECT a.service, b.council
    FROM responsibility a
    JOIN responsibility b USING (service, comparison_group)
    JOIN council c ON c.council = b.council
    JOIN subject s ON s.council = a.council AND s.nation = c.nation
    WHERE $model = 'own' AND list_contains($others, b.council) AND b.council <> a.council AND NOT c.sparse
    UNION
    SELECT service, council FROM responsibility WHERE council = $council
)
SELECT m.measure, c.council, c.slug, c.name, v.period, v.real_value AS value, v.real_lower AS lower,
       v.real_upper AS upper, v.denominator, v.status, v.note, v.source, c.sparse,
       CASE WHEN v.comparable AND NOT c.sparse THEN NULL
            WHEN v.status NOT IN ('published', 'estimated', 'derived') THEN v.status
            WHEN v.value IS NULL THEN 'no_value'
            WHEN c.sparse THEN 'sparse'
            ELSE 'small_denominator' END AS left_out_because
FROM asked a
JOIN measure m ON m.measure = a.measure
JOIN beside b ON b.service = m.service
JOIN measure_value v ON v.measure = a.measure AND v.period = a.period AND v.council = b.peer
JOIN council c ON c.council = b.peer
ORDER BY m.position, m.measure, c.name, c.council
