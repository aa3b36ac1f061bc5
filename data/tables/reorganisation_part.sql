-- after: council, reorganisation
-- makes: which council becomes what, from areas/reorganisation_part.csv; of a county all new councils take services over, and where a council is not in the list it is not known what it becomes
WITH member AS (
    SELECT r.reorganisation, c.council, r.county = c.council AS is_county, r.evidence_url, r.as_of, r.successors
    FROM declared.reorganisation r
    JOIN council c ON c.ends IS NULL
        AND (c.council = r.county OR c.county = r.county OR list_contains(string_split(coalesce(r.others, ''), ' '), c.council))
)
SELECT reorganisation, council, successor, extent, evidence_url, as_of FROM declared.reorganisation_part
UNION ALL
SELECT reorganisation, council, unnest(string_split(successors, '; ')), 'services', evidence_url, as_of
FROM member WHERE is_county AND successors IS NOT NULL
UNION ALL
SELECT reorganisation, council, NULL, 'unknown', evidence_url, as_of
FROM member m
WHERE NOT (is_county AND successors IS NOT NULL)
  AND NOT EXISTS (FROM declared.reorganisation_part p WHERE p.council = m.council AND p.reorganisation = m.reorganisation)
