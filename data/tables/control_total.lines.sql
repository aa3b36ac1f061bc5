-- after: council, spending, spending_line, service_line
-- makes: lines of services beside the publisher's row for England, and beside the same services' totals in RSX
WITH ours AS (
    SELECT l.period, n.service, round(sum(l.value_gbp), 2) AS lines_gbp, any_value(l.source) AS source
    FROM spending_line l JOIN service_line n USING (line)
    WHERE l.component = 'net_current_expenditure' AND n.part_of IS NULL
    GROUP BY ALL HAVING count(l.value_gbp) > 0
), whole AS (
    SELECT s.period, s.service, round(sum(s.value_gbp), 2) AS total_gbp, s.source
    FROM spending s JOIN council c USING (council)
    WHERE c.nation = 'England' AND s.component = 'net_current_expenditure'
      -- The compiler's table has housing authorities alone.
      AND (s.service <> 'housing' OR s.council IN (SELECT council FROM spending_line l JOIN service_line n USING (line) WHERE n.service = 'housing'))
    GROUP BY ALL
), england AS (
    SELECT o.period, k.service, o.value * 1000 AS published_gbp, o.source
    FROM raw.outturn_line_other o
    JOIN (VALUES ('csctot', 'children'), ('asctot', 'adult_social_care'), ('phtot', 'public_health')) k (code, service)
      ON o.header = 'RO3-' || k.code || '-net-cur-exp'
    WHERE o.ecode = 'Eng'
    UNION ALL
    -- The compiler's table has no row for England: the totals of four classes.
    SELECT o.period, 'housing', sum(o.value) * 1000, any_value(o.source)
    FROM raw.outturn_housing_line_other o WHERE o.header = 'total_housing_net_exp_000' GROUP BY o.period
)
SELECT 'lines_england_' || e.service AS control, e.period, 'England, lines of ' || lower(v.plain_name) || ' beside the totals of their file' AS what,
       e.published_gbp AS published, o.lines_gbp AS ours, 'GBP' AS unit,
       'The publisher''s total is estimated for authorities without a return in that release.' AS difference_explained,
       false AS must_equal, e.source
FROM england e JOIN ours o USING (period, service) JOIN service v USING (service)
UNION ALL
SELECT 'lines_total_' || o.service, o.period, 'England, lines of ' || lower(v.plain_name) || ' beside the totals of the service (RSX)',
       w.total_gbp, o.lines_gbp, 'GBP',
       CASE WHEN line_release.published < total_release.published
            THEN 'The lines are of a release of ' || line_release.published || ', without returns that came later and before 18 councils revised theirs.'
            ELSE '' END,
       line_release.published >= total_release.published, o.source
FROM ours o JOIN whole w USING (period, service) JOIN service v USING (service)
JOIN source line_release ON line_release.source = o.source
JOIN source total_release ON total_release.source = w.source
