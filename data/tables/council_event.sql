-- after: council
-- makes: events kept by hand with their evidence in areas/council_event.csv
SELECT e.council, e.kind, e.happened, e.precision, e.says, e.evidence_url, e.as_of
FROM declared.council_event e JOIN council c USING (council)
