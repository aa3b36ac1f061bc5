-- question: Who gets what of a Band D council tax bill, the council's own part shared out over its services?
-- takes: council text, spending_period text
-- gives: part text, plain_name text, official_name text, value_gbp double, own_part boolean,
--   period text, spending_period text, status text, note text, source text
-- one row per: part
WITH newest AS (
    SELECT max(period) AS period FROM finance WHERE council = $council AND line = 'band_d' AND value IS NOT NULL
), own AS (
    SELECT f.* FROM finance f JOIN newest USING (period) WHERE f.council = $council AND f.line = 'band_d'
), service_share AS (
    -- Services that cost less than they bring in take no part of the tax; schools and public health
    -- have grants of their own.
    SELECT s.service, e.plain_name, e.official_name, e.position, s.source,
           s.value_gbp / sum(s.value_gbp) OVER () AS share
    FROM spending s JOIN service e USING (service)
    WHERE s.council = $council AND s.period = $spending_period AND s.component = 'net_current_expenditure'
      AND s.service NOT IN ('total', 'education', 'public_health') AND s.value_gbp > 0
), part AS (
    SELECT h.service AS part, h.plain_name, h.official_name, o.value * h.share AS value_gbp, true AS own_part,
           o.status, 'Share of the council''s own part, by its spending' AS note, o.source, h.position
    FROM own o CROSS JOIN service_share h
    UNION ALL
    SELECT 'own', 'The council''s own part', 'Band D of the authority', value, true, status,
           'Not shared out over services: there is no spending return', source, 0
    FROM own WHERE NOT EXISTS (FROM service_share)
    UNION ALL
    SELECT f.line, l.plain_name, l.official_name, f.value, false, f.status, l.explanation, f.source, 1000 + l.position
    FROM finance f JOIN newest USING (period) JOIN finance_line l USING (line)
    WHERE f.council = $council AND f.value <> 0
      AND f.line IN ('band_d_county', 'band_d_police', 'band_d_fire', 'band_d_combined_authority', 'band_d_parishes')
)
SELECT p.part, p.plain_name, p.official_name, p.value_gbp, p.own_part, n.period,
       CASE WHEN p.own_part AND p.part <> 'own' THEN CAST($spending_period AS VARCHAR) END AS spending_period,
       p.status, p.note, p.source
FROM part p CROSS JOIN newest n
ORDER BY p.own_part DESC, CASE WHEN p.own_part THEN -p.value_gbp END, p.position
