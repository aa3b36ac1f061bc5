-- check: Each cell that the roads table marks as measured otherwise stands in the row that says so.
-- level: stop
SELECT roads, authority, source_row, notes
FROM raw.road_condition
WHERE len(list_filter(regexp_extract_all(notes, '[A-Z]+(\d+)', 1), lambda row: row::INTEGER <> source_row)) > 0
