-- question: What would these councils spend on each service as one, and what do single councils of that size spend?
-- takes: councils text[], basis text, period text
-- gives: service text, plain_name text, official_name text, real_gbp double, real_per_head_gbp double, cash_gbp double,
--   residents integer, shared_gbp double, lacking text[], beside_n integer, beside_median double, beside_q1 double,
--   beside_q3 double, beside_min double, beside_max double, source text
-- one row per: service
-- Where one part has no figure there is no sum: lacking names it. shared_gbp is what of it is a county's share.
WITH part AS (FROM parts($councils, $basis)), amount AS (
    SELECT s.service, c.name, c.tier, p.share, s.real_gbp * p.share AS real_gbp, s.value_gbp * p.share AS cash_gbp, s.status,
           s.censored, s.source
    FROM part p
    JOIN council c USING (council)
    JOIN spending_per_head s USING (council)
    WHERE s.period = $period AND s.component = 'net_current_expenditure' AND s.status <> 'not_responsible'
), people AS (
    SELECT CAST(sum(n.residents) AS INTEGER) AS residents
    FROM part p
    JOIN council c USING (council)
    JOIN period t ON t.period = $period
    JOIN population n ON n.council = p.council AND n.year = year(t.starts)
    WHERE c.tier <> 'upper'
), beside AS (
    -- Single councils between two thirds of the residents and half as many again.
    SELECT s.service, CAST(count(*) FILTER (s.real_per_head_gbp IS NOT NULL OR s.censored) AS INTEGER) AS n,
           censored_quantile(s.real_per_head_gbp, s.censored, 0.5) AS middle,
           censored_quantile(s.real_per_head_gbp, s.censored, 0.25) AS q1,
           censored_quantile(s.real_per_head_gbp, s.censored, 0.75) AS q3,
           censored_quantile(s.real_per_head_gbp, s.censored, 0.0) AS least, max(s.real_per_head_gbp) AS most
    FROM spending_per_head s
    JOIN council c ON c.council = s.council AND c.class = 'unitary' AND c.ends IS NULL AND NOT c.sparse
    JOIN current_responsibility r ON r.council = s.council AND r.service = s.service
    JOIN people o ON s.residents BETWEEN o.residents * 2 / 3 AND o.residents * 3 / 2
    WHERE s.period = $period AND s.component = 'net_current_expenditure' AND NOT list_contains($councils, s.council)
    GROUP BY s.service
), together AS (
    SELECT service, sum(real_gbp) AS real_gbp, sum(cash_gbp) AS cash_gbp,
           sum(real_gbp) FILTER (share < 1) AS shared_gbp,
           list(name ORDER BY name) FILTER (real_gbp IS NULL OR censored) AS lacking, any_value(source) AS source
    FROM amount GROUP BY service
)
SELECT s.service, s.plain_name, s.official_name,
       CASE WHEN t.lacking IS NULL THEN t.real_gbp END AS real_gbp,
       CASE WHEN t.lacking IS NULL THEN t.real_gbp / o.residents END AS real_per_head_gbp,
       CASE WHEN t.lacking IS NULL THEN t.cash_gbp END AS cash_gbp, o.residents,
       CASE WHEN t.lacking IS NULL THEN coalesce(t.shared_gbp, 0) END AS shared_gbp, coalesce(t.lacking, []) AS lacking,
       coalesce(b.n, 0) AS beside_n, CASE WHEN b.n >= 3 THEN b.middle END AS beside_median,
       CASE WHEN b.n >= 8 THEN b.q1 END AS beside_q1, CASE WHEN b.n >= 8 THEN b.q3 END AS beside_q3,
       b.least AS beside_min, b.most AS beside_max, t.source
FROM together t
JOIN service s USING (service)
CROSS JOIN people o
LEFT JOIN beside b USING (service)
ORDER BY s.position
