-- after: council, place_code
-- makes: section 114 notices; the day is given only where the evidence has it
SELECT council, 'section_114' AS kind,
       CASE WHEN confirmed = 'exact' THEN notice_date ELSE left(notice_date, 7) END AS happened,
       CASE WHEN confirmed = 'exact' THEN 'day' ELSE 'month' END AS precision,
       reason AS says, evidence_url, '2026-10-11' AS as_of, source
FROM raw.section_114
