-- question: What was refused or flagged, how often, and who can mend it?
-- takes: nothing
-- gives: source text, title text, kind text, who_can_mend text, issues integer, rows double
-- one row per: source, kind, who_can_mend
WITH i AS (
    -- One issue, however many datasets met it.
    SELECT source, source_file, source_row, field, kind, content, explanation, who_can_mend, council, period,
           sum(rows) AS rows
    FROM issue GROUP BY ALL
)
SELECT i.source, any_value(s.title) AS title, i.kind, i.who_can_mend,
       CAST(count(*) AS INTEGER) AS issues, CAST(sum(i.rows) AS DOUBLE) AS rows
FROM i LEFT JOIN source s USING (source)
GROUP BY i.source, i.kind, i.who_can_mend
ORDER BY rows DESC, i.source, i.kind, i.who_can_mend
