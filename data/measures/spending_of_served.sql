-- Spending per head of those whom a service is for. A key is service|measure of residents_served, whose mid-year lies in the
-- financial year; households are those of June. care_65_plus and care_18_64 are the lines of adult care for the age.
WITH wanted AS (
    SELECT measure, split_part(key, '|', 1) AS service, split_part(key, '|', 2) AS served FROM member
), child AS (
    SELECT council, t.period, max(denominator) AS to_17
    FROM raw.childrens_counts JOIN period t USING (period)
    WHERE measure = 'children_in_care' AND denominator > 0 GROUP BY council, t.period
), household AS (
    SELECT h.council, h.period, 1000 * coalesce(
               any_value(h.value) FILTER (h.item = 'households_000'), any_value(h.value) FILTER (h.item = 'ta_area_households_000')
           ) AS households
    FROM raw.homelessness h JOIN period t USING (period) WHERE month(t.ends) = 6 GROUP BY h.council, h.period
), housed AS (
    FROM household
    UNION ALL
    SELECT d.county, n.period, CASE WHEN count(n.households) = count(*) THEN sum(n.households) END
    FROM household n JOIN council d USING (council) WHERE d.class = 'district' AND d.county IS NOT NULL
    GROUP BY d.county, n.period
), amount AS (
    SELECT council, period, service, value_gbp, status, source, note, censored FROM spending WHERE component = 'net_current_expenditure'
    UNION ALL
    SELECT l.council, l.period, a.service, CASE WHEN count(l.value_gbp) = count(*) THEN sum(l.value_gbp) END,
           -- Of several reasons one is enough.
           coalesce(min(l.status) FILTER (l.value_gbp IS NULL), min(l.status)), any_value(l.source), any_value(l.note), false
    FROM spending_line l
    JOIN service_line n USING (line)
    JOIN (VALUES ('care_65_plus', '_65_plus'), ('care_18_64', '_18_64')) a (service, ending) ON ends_with(l.line, a.ending)
    WHERE n.service = 'adult_social_care' AND l.component = 'net_current_expenditure'
    GROUP BY l.council, l.period, a.service
), served AS (
    SELECT council, period, '0-17' AS served, to_17 AS people FROM child
    UNION ALL
    SELECT c.council, c.period, a.served, a.people
    FROM child c JOIN period t USING (period) JOIN population p ON p.council = c.council AND p.year = year(t.starts)
    CROSS JOIN LATERAL (VALUES
        ('18+', p.residents - c.to_17), ('18-64', p.residents * (1 - p.share_65_plus_pct / 100) - c.to_17)
    ) a (served, people)
    UNION ALL
    SELECT p.council, t.period, a.served, a.people
    FROM population p JOIN period t ON t.kind = 'financial' AND year(t.starts) = p.year
    CROSS JOIN LATERAL (VALUES ('0-15', p.residents * p.share_0_15_pct / 100), ('65+', p.residents * p.share_65_plus_pct / 100)) a (served, people)
    UNION ALL
    SELECT h.council, f.period, 'households', h.households
    FROM housed h JOIN period q ON q.period = h.period JOIN period f ON f.kind = 'financial' AND f.starts = q.starts
)
SELECT w.measure, s.council, s.period, s.value_gbp / d.people AS value, s.value_gbp AS numerator, d.people AS denominator,
       CASE WHEN s.value_gbp IS NULL THEN s.status WHEN d.people IS NULL THEN 'not_held' ELSE s.status END AS status, s.source,
       CASE WHEN s.value_gbp IS NOT NULL AND d.people IS NULL THEN 'The pounds are known; those whom the service is for are not counted in a file held here.'
            WHEN s.value_gbp IS NULL AND s.status = 'not_submitted' THEN coalesce(s.note, 'No return made.')
            ELSE s.note END AS note, s.censored
FROM wanted w
JOIN amount s ON s.service = w.service
-- Years before the first count of those served are no figures that lack.
JOIN (SELECT DISTINCT served, period FROM served WHERE people IS NOT NULL) k ON k.served = w.served AND k.period = s.period
LEFT JOIN served d ON d.council = s.council AND d.period = s.period AND d.served = w.served
