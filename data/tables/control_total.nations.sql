-- after: council, spending
-- makes: spending of Wales, Scotland and Northern Ireland beside the sums that their files or other pages of the publishers give
WITH ours AS (
    SELECT c.nation, s.period, s.service, sum(s.value_gbp) AS gbp, any_value(s.source) AS source
    FROM spending s JOIN council c USING (council)
    WHERE c.nation <> 'England' AND s.component = 'net_current_expenditure' GROUP BY ALL
), known (nation, period, service, published, unit_gbp, what, explained, must_equal) AS (
    VALUES
        ('Wales', '2024-25', 'total', 10074, 1000000, 'Wales, revenue outturn expenditure, eight groups of services', 'The control is in whole million pounds.', false),
        ('Wales', '2023-24', 'education', 3596314, 1000, 'Wales, education: a stored page of StatsWales', 'The compiler rounded each council to whole thousands.', false),
        ('Wales', '2023-24', 'social_care_combined', 2847244, 1000, 'Wales, social services: a stored page of StatsWales', 'The compiler rounded each council to whole thousands.', false),
        ('Scotland', '2024-25', 'total', 15475, 1000000, 'Scotland, net revenue expenditure, eight services', 'The control is in whole million pounds.', false)
)
SELECT 'outturn_' || lower(replace(k.nation, ' ', '_')) || '_' || k.service AS control, k.period, k.what, k.published * CAST(k.unit_gbp AS DOUBLE) AS published,
       o.gbp AS ours, 'GBP' AS unit, CASE WHEN k.published * CAST(k.unit_gbp AS DOUBLE) = o.gbp THEN '' ELSE k.explained END AS difference_explained,
       k.must_equal, o.source
FROM known k JOIN ours o USING (nation, period, service)
UNION ALL
SELECT 'outturn_northern_ireland_lines', period, 'Northern Ireland, expenditure of eleven councils on ten lines', 1163700000, sum(gbp), 'GBP',
       '', true, any_value(source)
FROM ours WHERE nation = 'Northern Ireland' AND service <> 'total' AND period = '2023-24'
GROUP BY period
UNION ALL
-- Every line that a file of Wales or Scotland has, against its own sum of the lines.
SELECT 'outturn_' || lower(nation) || '_lines', period, nation || ', services beside the compiler''s own sum of them', max(gbp) FILTER (service = 'total'),
       sum(gbp) FILTER (service <> 'total'), 'GBP', '', true, any_value(source)
FROM ours WHERE nation IN ('Wales', 'Scotland')
GROUP BY nation, period
