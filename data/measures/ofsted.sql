-- Judgements as a scale from 1, the best; the note carries the word, the date and the report.
WITH judged AS (
    SELECT 'children' AS key, council, period, judgement::INTEGER AS grade,
           try_cast(left(published, 10) AS DATE) AS published, NULL AS link, source
    FROM raw.ofsted_five_year
    UNION ALL
    SELECT 'children', council, period, list_position(['outstanding', 'good', 'requires improvement', 'inadequate'], grade),
           CASE WHEN length(published) = 10 THEN strptime(published, '%d/%m/%Y') ELSE strptime(published, '%d/%m/%y') END, link, source
    FROM raw.ofsted_children
    UNION ALL
    SELECT 'send', council, period, try_cast(try_cast(grade AS DOUBLE) AS INTEGER),
           CASE WHEN length(published) = 10 THEN strptime(published, '%d/%m/%Y') ELSE strptime(published, '%d/%m/%y') END, link, source
    FROM raw.ofsted_send
), worded AS (
    SELECT *, CASE key WHEN 'children' THEN ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'][grade]
                       ELSE ['Typically positive experiences', 'Inconsistent experiences', 'Widespread or systemic failings'][grade] END AS word
    FROM judged
)
SELECT m.measure, council, period, grade AS value, source,
       CASE WHEN grade IS NULL THEN CASE WHEN link IS NULL THEN 'not_collected' ELSE 'not_submitted' END END AS status,
       CASE WHEN grade IS NULL AND link IS NULL THEN 'No judgement yet at this date.'
            ELSE coalesce(word, 'The overall judgement of this report could not be read')
                 || coalesce('; report published ' || strftime(published, '%-d %B %Y'), '') || coalesce('; ' || link, '') END AS note
FROM member m JOIN worded USING (key)
