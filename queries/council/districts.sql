-- question: Which district councils lie in this county?
-- takes: council text
-- gives: council text, slug text, name text, ends date
-- one row per: council
SELECT council, slug, name, ends FROM council WHERE county = $council ORDER BY name
