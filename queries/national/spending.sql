-- question: What do councils spend per resident, in each district or single-tier area of the four nations, and how far is that from the middle of their own nation?
-- takes: period text, service text
-- gives: council text, slug text, name text, nation text, period text, value double, median_gbp double,
--   from_median_pct double, status text, note text, sparse boolean, own_gbp_per_head double,
--   county_gbp_per_head double, county_name text
-- one row per: council
WITH chosen AS (
    -- England leads with what its councils decide on; schools leave the accounts there alone.
    SELECT s.*, c.nation, t.ends
    FROM spending_per_head s JOIN council c USING (council) JOIN period t USING (period)
    WHERE c.class <> 'other' AND s.component = 'net_current_expenditure'
      AND s.service = CASE WHEN c.nation = 'England' THEN $service ELSE 'total' END
), held AS (
    -- Each nation's newest year that is not after the one asked for; England's is that year.
    SELECT c.nation, max_by(c.period, c.ends) AS period, max(c.ends) AS ends
    FROM chosen c JOIN period t ON t.period = $period
    WHERE c.real_per_head_gbp IS NOT NULL AND c.ends <= t.ends AND (c.nation <> 'England' OR c.period = $period)
    GROUP BY c.nation
), amount AS (
    SELECT a.council, a.per_head_status AS status, a.real_per_head_gbp, a.censored
    FROM chosen a JOIN held h USING (nation, period)
), area AS (
    SELECT c.council, c.slug, c.name, c.nation, h.period,
           CASE WHEN c.county IS NULL THEN own.real_per_head_gbp ELSE own.real_per_head_gbp + upper.real_per_head_gbp END AS value,
           CASE WHEN own.council IS NULL THEN 'not_held'
                WHEN own.real_per_head_gbp IS NULL THEN own.status
                WHEN c.county IS NOT NULL AND upper.real_per_head_gbp IS NULL THEN coalesce(upper.status, 'not_held')
                WHEN 'derived' IN (own.status, coalesce(upper.status, '')) THEN 'derived'
                ELSE own.status END AS status,
           CASE WHEN c.county IS NOT NULL THEN 'District and ' || k.name || ' added' END AS note,
           -- Of a sum of two bodies a missing line says nothing: it is left out of the middle.
           c.county IS NULL AND coalesce(own.censored, false) AS censored,
           c.sparse, own.real_per_head_gbp AS own_gbp_per_head, upper.real_per_head_gbp AS county_gbp_per_head,
           k.name AS county_name
    FROM council c
    JOIN period t ON t.period = $period
    LEFT JOIN held h ON h.nation = c.nation
    LEFT JOIN council k ON k.council = c.county
    LEFT JOIN amount own ON own.council = c.council
    LEFT JOIN amount upper ON upper.council = c.county
    WHERE c.class NOT IN ('other', 'county')
      AND (c.starts IS NULL OR c.starts <= t.starts) AND (c.ends IS NULL OR c.ends >= t.ends)
), middle AS (
    SELECT nation, censored_quantile(value, censored, 0.5) AS median_gbp FROM area WHERE NOT sparse GROUP BY nation
)
SELECT council, slug, name, nation, coalesce(period, $period) AS period, value, median_gbp,
       100 * (value / median_gbp - 1) AS from_median_pct, status, note, sparse,
       own_gbp_per_head, county_gbp_per_head, county_name
FROM area LEFT JOIN middle USING (nation)
ORDER BY name, council
