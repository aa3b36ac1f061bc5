-- question: What is the median of the peers of every peer model, measure by measure?
-- takes: council text, others text[], measures text[], periods text[]
-- gives: measure text, model text, model_title text, peers_n integer, peers_median double
-- one row per: measure, model
WITH asked AS (SELECT unnest($measures) AS measure, unnest($periods) AS period),
subject AS (SELECT council, nation FROM council WHERE council = $council),
models AS (
    SELECT model, title, position FROM neighbour_model n
    WHERE EXISTS (FROM peer p WHERE p.model = n.model AND p.council = $council)
    UNION ALL
    SELECT 'own', 'Own list', 99 WHERE len($others) > 0
),
beside AS (
    SELECT model, service, peer FROM comparable_peer WHERE council = $council
    UNION
    SELECT 'own', a.service, b.council
    FROM responsibility a
    JOIN responsibility b USING (service, comparison_group)
    JOIN council c ON c.council = b.council
    JOIN subject s ON s.council = a.council AND s.nation = c.nation
    WHERE list_contains($others, b.council) AND b.council <> a.council AND NOT c.sparse
)
SELECT m.measure, o.model, o.title AS model_title, CAST(count(v.real_value) AS INTEGER) AS peers_n,
       median(v.real_value) AS peers_median
FROM asked a
JOIN measure m ON m.measure = a.measure
CROSS JOIN models o
LEFT JOIN beside b ON b.model = o.model AND b.service = m.service
LEFT JOIN measure_value v
    ON v.measure = a.measure AND v.period = a.period AND v.council = b.peer AND v.comparable
GROUP BY m.measure, m.position, o.model, o.title, o.position
ORDER BY m.position, m.measure, o.position
