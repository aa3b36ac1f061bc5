-- The Improvement Service's outcomes of places in Scotland. A key is indicator|how its years are meant; the compiler labels
-- each by one financial year.
SELECT m.measure, c.council, s.period, c.value, c.value_status AS status,
       CASE WHEN c.value IS NULL THEN 'No figure in the compiled table.' END AS note
FROM member m
JOIN raw.cpop c ON replace(c.indicator, '-', '') = split_part(m.key, '|', 1)
JOIN period t USING (period)
CROSS JOIN LATERAL (SELECT year(t.starts) AS first) y
CROSS JOIN LATERAL (SELECT CASE split_part(m.key, '|', 2)
    WHEN 'calendar' THEN y.first::VARCHAR
    -- 2010/11 stands for 2008/09 to 2010/11.
    WHEN 'three' THEN (y.first - 2) || '-' || right((y.first - 1)::VARCHAR, 2) || ' to ' || c.period
    -- 2010/11 stands for 2009 to 2011.
    WHEN 'around' THEN (y.first - 1) || ' to ' || (y.first + 1)
    -- 2018/19 stands for 2016 to 2018.
    WHEN 'surveys' THEN (y.first - 2) || ' to ' || y.first
    ELSE c.period END AS period) s
