-- question: Which frameworks of outcomes are described, whose are they, and how much of each is held?
-- takes: nothing
-- gives: framework text, title text, publisher text, landing_url text, published text, nation text, about text,
--   cautions text[], outcomes_n integer, metrics_n integer, exact_n integer, derived_n integer, near_n integer,
--   not_held_n integer
-- one row per: framework
WITH counted AS (
    SELECT framework, count(*) FILTER (held <> 'no_metric') AS metrics_n, count(*) FILTER (held = 'exact') AS exact_n,
           count(*) FILTER (held = 'derived') AS derived_n, count(*) FILTER (held = 'near') AS near_n,
           count(*) FILTER (held = 'not_held') AS not_held_n
    FROM framework_metric GROUP BY framework
), listed AS (
    SELECT framework, count(*) AS outcomes_n FROM framework_outcome GROUP BY framework
)
SELECT framework, f.title, f.publisher, f.landing_url, f.published, f.nation, f.about, f.cautions,
       l.outcomes_n::INTEGER AS outcomes_n, c.metrics_n::INTEGER AS metrics_n, c.exact_n::INTEGER AS exact_n,
       c.derived_n::INTEGER AS derived_n, c.near_n::INTEGER AS near_n, c.not_held_n::INTEGER AS not_held_n
FROM framework f JOIN counted c USING (framework) JOIN listed l USING (framework)
ORDER BY framework
