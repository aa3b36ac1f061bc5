-- after: council, spending, finance
-- makes: outturn, reserves, council tax and borrowing beside the publishers' own totals
WITH absent AS (
    SELECT s.period, string_agg(c.name, ', ' ORDER BY c.name) AS names
    FROM spending s JOIN council c USING (council)
    WHERE s.service = 'total' AND s.component = 'net_current_expenditure' AND s.status = 'not_submitted'
    GROUP BY s.period
), england AS (
    SELECT o.period, h.service, o.value * 1000 AS published, o.source
    FROM raw.outturn_other o
    JOIN declared.service_heading h ON h.heading = regexp_replace(lower(o.header), ' (\(total of|\[note).*$', '')
    WHERE o.authority = 'ENGLAND'
    QUALIFY row_number() OVER (PARTITION BY o.period, h.service ORDER BY o.column_index) = 1
    UNION ALL
    SELECT o.period, h.service, o.value * 1000, o.source
    FROM raw.outturn_rsx_other o JOIN declared.service_heading h ON o.header = 'RSX-' || h.heading || '-net-cur-exp'
    WHERE o.ecode = 'Eng'
), ours AS (
    SELECT period, service, sum(value_gbp) AS ours, bool_or(s.status = 'not_submitted') AS gaps
    FROM spending s JOIN council c USING (council)
    WHERE component = 'net_current_expenditure' AND c.nation = 'England' GROUP BY ALL
), compiled AS (
    SELECT period, sum(value) AS published, any_value(source) AS source FROM raw.england_compiled GROUP BY period
)
SELECT 'outturn_' || e.service AS control, e.period, 'England, net current expenditure: ' || lower(v.plain_name) AS what,
       e.published, o.ours, 'GBP' AS unit,
       CASE WHEN o.gaps THEN 'The publisher''s row is imputed for authorities without a return: ' || a.names || '.'
            ELSE '' END AS difference_explained,
       NOT o.gaps AS must_equal, e.source
FROM england e JOIN ours o USING (period, service) JOIN service v USING (service) LEFT JOIN absent a USING (period)
UNION ALL
SELECT 'outturn_lines', c.period, 'England, net current expenditure: sum of all lines of a compiler''s table', c.published, sum(o.ours), 'GBP',
       CASE WHEN any_value(a.names) IS NULL THEN 'The compiler''s table leaves out lines that are negative: our sum is higher by them.'
            ELSE 'The publisher''s total is imputed for authorities without a return: ' || any_value(a.names) || '.' END,
       false, any_value(c.source)
FROM compiled c JOIN ours o ON o.period = c.period AND o.service NOT IN ('total', 'social_care_combined') LEFT JOIN absent a ON a.period = c.period
WHERE c.period IN (SELECT period FROM spending JOIN council USING (council) WHERE status = 'derived' AND nation = 'England')
GROUP BY c.period, c.published
UNION ALL
SELECT 'compiled_cells', k.period, 'Lines of the compiler''s table that equal the official file to the thousand pounds, of those in both', count(*),
       count(*) FILTER (abs(k.value - s.value_gbp) < 1000), 'lines',
       'The compiler''s table was made from a later vintage than the yearly files: it is used only for years that they do not cover.', false, any_value(k.source)
FROM raw.outturn_compiled k
JOIN declared.service_heading h ON regexp_replace(lower(k.header), '^services_net_gbp[.]', '') IN (h.heading, h.heading || ' services')
JOIN spending s ON s.council = k.council AND s.period = k.period AND s.service = h.service
     AND s.component = 'net_current_expenditure' AND s.status = 'published'
WHERE k.value IS NOT NULL
GROUP BY k.period
UNION ALL
SELECT f.line, f.period, 'England, ' || l.official_name, round(o.value * 1000, 2), sum(f.value), 'GBP',
       CASE WHEN count(*) > count(f.value) THEN 'The publisher''s row is imputed for authorities without a return (' || count(*) - count(f.value) || ').' ELSE '' END,
       count(*) = count(f.value) AND f.period < '2016-17', any_value(f.source)
FROM finance f
JOIN finance_line l USING (line)
JOIN declared.finance_heading h USING (line)
JOIN raw.revenue_account_other o ON o.period = f.period AND o.source_file = f.source_file AND o.authority = 'ENGLAND' AND regexp_matches(lower(o.header), h.pattern)
WHERE l.family = 'reserves'
GROUP BY f.line, f.period, l.official_name, o.value
UNION ALL
SELECT 'council_tax_requirement', f.period, 'England, council tax requirement of billing and major precepting authorities', o.value, sum(f.value), 'GBP', '', true, any_value(f.source)
FROM finance f JOIN raw.council_tax_other o ON o.period = f.period AND o.ecode IN ('Eng', 'TE') AND regexp_matches(o.header, '^1\. Council Tax Requirement')
WHERE f.line = 'council_tax_requirement'
GROUP BY f.period, o.value
UNION ALL
SELECT 'dwellings', '2022-23', 'England, dwellings on the valuation list', o.value, sum(f.value), 'dwellings', '', true, any_value(f.source)
FROM finance f, raw.dwellings_other o
WHERE f.line = 'dwellings_total' AND o.header LIKE '%Total'
GROUP BY o.value
UNION ALL
SELECT 'borrowing_' || lower(replace(t.what, ' ', '_')), t.period, 'United Kingdom, outstanding borrowing at the end of March: ' || t.what,
       t.published, b.ours, 'GBP',
       'Rows of bodies that are no councils here (Transport for London, Welsh police and fire, Scottish Fire and Rescue) are counted in.', true, t.source
FROM (SELECT period, CASE WHEN header LIKE '%PWLB%' THEN 'PWLB' ELSE 'all other' END AS what, sum(value) * 1000 AS published, any_value(source) AS source
      FROM raw.borrowing_other WHERE lgf = 'UK' GROUP BY ALL) t
JOIN (SELECT period, CASE WHEN header LIKE '%PWLB%' THEN 'PWLB' ELSE 'all other' END AS what, sum(value) * 1000 AS ours
      FROM (SELECT period, header, value FROM raw.borrowing UNION ALL
            SELECT period, header, value FROM raw.borrowing_other WHERE lgf NOT IN ('UK', 'ENG', 'SCO', 'WAL', 'NI')) GROUP BY ALL) b USING (period, what)
UNION ALL
SELECT 'capital_financing_requirement', '2020-21', 'England, capital financing requirement forecast for 31 March 2021', o.value * 1000, sum(f.value), 'GBP',
       'The publisher''s total is imputed for authorities without a return (' || count(*) - count(f.value) || ').', false, any_value(f.source)
FROM finance f, raw.prudential_other o
WHERE f.line = 'capital_financing_requirement' AND o.header LIKE 'Capital Financing%' AND o.authority = 'England'
GROUP BY o.value
UNION ALL
SELECT 'lgbf_' || lower(replace(l.code, '&', '')), '2022-23', 'Scotland, numerator of ' || any_value(i.title), any_value(l.numerator_scotland), sum(l.numerator),
       'GBP thousand', '', true, any_value(l.source)
FROM raw.lgbf l JOIN raw.lgbf_indicator i USING (code)
WHERE l.period = '2022-23' AND l.code IN ('CHN01', 'CHN02', 'CHN03', 'SW01', 'SW05', 'ENV01a', 'ENV02a', 'ENV04a', 'C&L01', 'C&L02', 'CORP01', 'FINSUS05')
GROUP BY l.code
UNION ALL
-- Counts and pounds of 2024-25, whose prices the release has.
SELECT 'lgbf_' || lower(n.code), '2024-25', 'Scotland, numerator of ' || any_value(i.title), any_value(n.numerator_scotland), sum(n.numerator),
       CASE n.code WHEN 'CORP06b' THEN 'days' WHEN 'CORP07' THEN 'GBP' ELSE 'GBP thousand' END,
       CASE WHEN any_value(n.numerator_scotland) = sum(n.numerator) THEN '' ELSE 'The publisher rounded each council, or Scotland, by itself.' END,
       false, any_value(n.source)
FROM raw.lgbf_newer n JOIN raw.lgbf_indicator i USING (code)
WHERE n.period = '2024-25' AND n.code IN ('CHN01', 'CORP06b', 'CORP07', 'ENV01a')
GROUP BY n.code
UNION ALL
SELECT 'council_tax_received', o.period, 'England, council tax received in the year', any_value(o.value) * 1000, sum(f.value), 'GBP', '',
       o.period = '2022-23', any_value(o.source)
FROM raw.council_tax_received_other o
JOIN finance f ON f.line = 'tax_received' AND f.period = o.period
WHERE o.ecode = 'Eng' AND starts_with(o.header, 'Total receipts') AND (o.sheet = 'Table_4' OR o.period <> '2022-23')
GROUP BY o.period

