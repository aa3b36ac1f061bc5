-- makes: spending on long-term adult care by the council's own services, by others and as grants, 2014-15
-- after: council, delivery_service, delivery_code
WITH line AS (
    SELECT council, period, source, source_file, lower(line) AS word, setting, age, 1000 * value AS value
    FROM raw.care_expenditure WHERE summary = 'Total'
), part AS (
    SELECT *, unnest(CASE setting
        WHEN 'Total' THEN ['adult_long_term_care_spending', CASE age WHEN 'Age 65 and over' THEN 'adult_long_term_care_65_spending' ELSE 'adult_long_term_care_18_64_spending' END]
        WHEN 'Residential' THEN [CASE age WHEN 'Age 65 and over' THEN 'care_home_65_spending' ELSE 'care_home_18_64_spending' END]
        WHEN 'Community: home care' THEN ['home_care_spending'] END) AS delivery_service
    FROM line
), summed AS (
    SELECT council, period, source, source_file, delivery_service, word, sum(value) AS value, bool_or(value IS NULL) AS incomplete
    FROM part GROUP BY ALL
), cell AS (
    SELECT s.*, k.model, max(s.value) FILTER (k.model IS NULL) OVER whole AS total, sum(s.value) FILTER (k.model IS NOT NULL) OVER whole AS parts,
           min(s.value) FILTER (k.model IS NOT NULL) OVER whole AS least, bool_or(s.incomplete) OVER whole AS broken
    FROM summed s LEFT JOIN delivery_code k ON k.source = s.source AND k.published_word = s.word
    WINDOW whole AS (PARTITION BY s.council, s.period, s.delivery_service)
)
SELECT council, period, delivery_service, model, '2014-15' AS series, CASE WHEN NOT incomplete THEN value END AS value, total,
       -- Cells are rounded to pounds or to thousands as each council likes: parts may miss the total by a few thousand.
       CASE WHEN NOT broken AND least >= 0 AND parts > 0 AND abs(parts - total) <= 5000 THEN 100 * (value / parts) END AS share_pct,
       CASE WHEN incomplete OR value IS NULL THEN 'not_submitted' ELSE 'published' END AS status, source, source_file,
       CASE WHEN broken THEN 'A figure is missing: no shares.' WHEN parts = 0 THEN 'Nothing was spent: no share.'
            WHEN least < 0 THEN 'An amount is below nought: no shares.'
            WHEN abs(parts - total) > 5000 THEN 'The parts do not add to the total: no shares.' END AS note
FROM cell WHERE model IS NOT NULL
