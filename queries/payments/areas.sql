-- question: Over which areas can a sum of payments be divided by residents, and of which of them are payments held?
-- takes: layer text, year integer
-- gives: council text, gss text, slug text, name text, class text, sparse boolean, residents integer, residents_year integer,
--   held boolean
-- one row per: council
-- Today's councils of England: counties and single tiers ('upper') or districts and single tiers ('district').
WITH counted AS (
    SELECT council, residents, year FROM population WHERE year <= $year
    QUALIFY row_number() OVER (PARTITION BY council ORDER BY year DESC) = 1
)
SELECT c.council, c.gss, c.slug, c.name, c.class, c.sparse, CAST(n.residents AS INTEGER) AS residents,
       CAST(n.year AS INTEGER) AS residents_year,
       c.council IN (SELECT council FROM ledger.month_held) AS held
FROM council c LEFT JOIN counted n USING (council)
WHERE c.nation = 'England' AND c.ends IS NULL AND c.class <> 'other'
  AND c.class <> CASE $layer WHEN 'district' THEN 'county' ELSE 'district' END
ORDER BY c.name, c.council
