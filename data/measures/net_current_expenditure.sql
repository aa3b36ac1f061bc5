-- England outturn per resident. A key is a service, with ages behind it where not all residents count.
WITH resident AS (
    SELECT council, year, age, count
    FROM population, LATERAL (VALUES
        ('', residents), ('0-15', residents * share_0_15_pct / 100), ('16+', residents * (100 - share_0_15_pct) / 100)
    ) AS by_age (age, count)
), figure AS (
    SELECT m.measure, s.*, r.count AS residents
    FROM member m
    JOIN (FROM spending UNION ALL BY NAME FROM decided_spending) s ON s.service = split_part(m.key, ' ', 1) AND s.component = 'net_current_expenditure'
    JOIN period t USING (period)
    LEFT JOIN resident r ON r.council = s.council AND r.year = year(t.starts) AND r.age = split_part(m.key, ' ', 2)
), judged AS (
    SELECT *, CASE
        WHEN value_gbp IS NULL THEN status
        WHEN residents IS NULL THEN 'not_collected'
        ELSE status END AS judgement
    FROM figure
)
SELECT measure, council, period, CASE WHEN judgement IN ('published', 'derived') THEN value_gbp / residents END AS value,
       value_gbp AS numerator, residents AS denominator, judgement AS status, source,
       CASE WHEN value_gbp IS NULL AND note IS NOT NULL THEN note
            WHEN note IS NOT NULL THEN concat_ws(' ', CASE WHEN judgement = 'derived' THEN 'From a compiler''s table of the official figures.' END, note)
            WHEN judgement = 'derived' THEN 'From a compiler''s table of the official figures.'
            WHEN value_gbp IS NULL AND judgement = 'not_submitted' THEN 'No return made.'
            WHEN residents IS NULL THEN 'No estimate of residents for this council and year; the pounds are known.'
            WHEN certified = false THEN 'Return not yet certified.' END AS note, censored
FROM judged
