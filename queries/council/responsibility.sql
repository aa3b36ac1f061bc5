-- question: Which services does this council run, and who runs the others?
-- takes: council text
-- gives: service text, plain_name text, official_name text, explanation text, responsible boolean,
--   run_by text, run_by_slug text
-- one row per: service
SELECT s.service, s.plain_name, s.official_name, s.explanation, own.council IS NOT NULL AS responsible,
       CASE WHEN own.council IS NOT NULL THEN NULL
            WHEN s.service = 'police' THEN police.name
            WHEN s.service = 'fire' THEN coalesce(fire.name, k.name)
            WHEN of_county.council IS NOT NULL THEN k.name END AS run_by,
       CASE WHEN own.council IS NULL AND of_county.council IS NOT NULL THEN k.slug END AS run_by_slug
FROM service s
JOIN council c ON c.council = $council
LEFT JOIN council k ON k.council = c.county
LEFT JOIN council fire ON fire.ecode = c.fire_authority
LEFT JOIN council police ON police.ecode = c.police_authority
LEFT JOIN current_responsibility own ON own.council = c.council AND own.service = s.service
LEFT JOIN current_responsibility of_county ON of_county.council = c.county AND of_county.service = s.service
WHERE s.service NOT IN ('total', 'decided', 'finance', 'place', 'other', 'social_care_combined')
  -- Lines of one nation's accounts are no duties of their own.
  AND (EXISTS (FROM responsibility e JOIN council k USING (council) WHERE e.service = s.service AND k.nation = 'England')
       OR NOT EXISTS (FROM responsibility e WHERE e.service = s.service))
ORDER BY s.position
