-- after: council
-- makes: events kept by hand with their evidence in areas/council_event.csv; whole_county: the county's districts as well
SELECT c.council, e.kind, e.happened, e.precision, e.says, e.evidence_url, e.as_of
FROM declared.council_event e
JOIN council c ON c.council = e.council OR (e.whole_county = 'yes' AND c.county = e.council AND c.ends IS NULL)
