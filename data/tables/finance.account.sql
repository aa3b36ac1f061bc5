-- after: council, finance_line
-- makes: how the year was paid for, and what was left: from the revenue account, outturn (RS) and budget (RA), in pounds
WITH heading AS (
    -- A pattern is tried on each text once, not on each of its cells.
    SELECT n.header, h.line, CAST(h.sign AS INTEGER) AS sign
    FROM (SELECT DISTINCT header FROM raw.revenue_account) n
    JOIN declared.finance_heading h ON regexp_matches(lower(n.header), h.pattern)
), cell AS (
    -- Later columns repeat lines for another purpose: the first counts, but reserves have one for each kind.
    SELECT r.*, h.line, h.sign, l.family
    FROM raw.revenue_account r
    JOIN heading h USING (header)
    JOIN finance_line l USING (line)
    QUALIFY row_number() OVER (PARTITION BY r.source_file, r.basis, r.sheet, r.council, r.period, h.line,
                                  CASE WHEN h.line = 'reserves_used' THEN r.header END ORDER BY r.column_index) = 1
)
SELECT council, period, line,
       CASE WHEN family = 'reserves' THEN 'position' ELSE basis END AS basis,
       CASE WHEN count(*) = count(value) THEN round(sum(value) * any_value(sign) * 1000, 2) + 0 END AS value, 'gbp' AS unit,
       CASE WHEN count(*) > count(value) THEN any_value(value_status) FILTER (value IS NULL)
            WHEN basis = 'position' THEN 'estimated' WHEN basis = 'budget' THEN 'budget' ELSE 'published' END AS status,
       source, source_file, min(source_row) AS source_row,
       coalesce(any_value(sheet) || '!', '') || string_agg(source_column, '+' ORDER BY column_index) AS source_column
FROM cell
GROUP BY council, period, line, family, basis, source, source_file
