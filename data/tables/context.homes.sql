-- after: council, succession, context_indicator
-- makes: households and dwellings; counts, so a county has the sum of its districts and a council of 2023 that of its predecessors
WITH counted AS (
    SELECT council, 'households' AS indicator, period, households AS value, source FROM raw.household
    UNION ALL
    SELECT council, 'dwellings', period, dwellings, source FROM raw.dwelling
), whole AS (
    FROM counted
    UNION ALL BY NAME
    SELECT s.successor AS council, c.indicator, c.period, sum(c.value) AS value, any_value(c.source) AS source
    FROM counted c JOIN succession s ON s.predecessor = c.council
    WHERE s.takes_effect = DATE '2023-04-01' AND c.indicator = 'dwellings'
    GROUP BY ALL
)
FROM whole
UNION ALL BY NAME
SELECT d.county AS council, w.indicator, w.period, sum(w.value) AS value, any_value(w.source) AS source
FROM whole w JOIN council d USING (council) JOIN council county ON county.council = d.county
WHERE d.class = 'district' AND (d.ends IS NULL) = (county.ends IS NULL)
GROUP BY ALL
