-- question: With which group of which nation is a council compared for a service?
-- takes: service text, council text
-- gives: nation text, comparison_group text
-- one row per: query
SELECT c.nation, r.comparison_group
FROM current_responsibility r JOIN council c USING (council)
WHERE r.service = $service AND r.council = $council
