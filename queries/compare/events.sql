-- question: What befell this council and its peers: notices of finance officers, support, intervention, reorganisation?
-- takes: council text, model text, others text[]
-- gives: council text, name text, kind text, happened text, precision text, value_gbp double, revised_gbp double,
--   says text, evidence_url text, as_of text
-- one row per: council, kind, happened, says, evidence_url
WITH listed AS (
    SELECT $council AS council
    UNION
    SELECT peer FROM peer WHERE council = $council AND model = $model
    UNION
    SELECT council FROM council WHERE $model = 'own' AND list_contains($others, council) AND class <> 'other'
)
SELECT e.council, c.name, e.kind, e.happened, e.precision, e.value_gbp, e.revised_gbp, e.says, e.evidence_url, e.as_of
FROM council_event e
JOIN listed l USING (council)
JOIN council c USING (council)
ORDER BY c.name, e.council, e.kind, e.happened DESC, e.says, e.evidence_url
