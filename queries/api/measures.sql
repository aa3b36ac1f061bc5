-- question: Which measures are there, what does each mean, and how much of it is held?
-- takes: measures text[], service text, kind text, nation text, polarity text, rows integer, skip integer
-- gives: measure text, title text, official_title text, measure_question text, service text, kind text,
--   describes text, unit text, decimals integer, polarity text, numerator text, denominator text,
--   interval_method text, min_denominator double, price_basis text, nations text[], classes text[],
--   headline boolean, grades text[], caveats text[], breaks text[], comparable_from text, sources text[],
--   first_period text, last_period text, periods_n integer, councils_n integer, figures_n integer, total integer
-- one row per: measure
WITH found AS (
    FROM measure
    WHERE ($measures IS NULL OR list_contains($measures, measure))
      AND ($service IS NULL OR service = $service)
      AND ($kind IS NULL OR kind = $kind)
      AND ($nation IS NULL OR list_contains(nations, $nation))
      AND ($polarity IS NULL OR polarity = $polarity)
), held AS (
    SELECT v.measure, arg_min(v.period, t.ends) AS first_period, arg_max(v.period, t.ends) AS last_period,
           count(DISTINCT v.period) AS periods_n, count(DISTINCT v.council) AS councils_n, count(*) AS figures_n
    FROM value v JOIN period t USING (period)
    WHERE v.value IS NOT NULL AND v.measure IN (SELECT measure FROM found)
    GROUP BY v.measure
), published AS (
    SELECT measure, list(source ORDER BY source) AS sources FROM measure_source GROUP BY measure
)
SELECT m.measure, m.title, m.official_title, m.question AS measure_question, m.service, m.kind, m.describes, m.unit,
       m.decimals, m.polarity, m.numerator, m.denominator, m.interval_method, m.min_denominator, m.price_basis,
       m.nations, m.classes, m.headline, m.grades, m.caveats, m.breaks, m.comparable_from,
       coalesce(p.sources, []) AS sources, h.first_period, h.last_period,
       CAST(coalesce(h.periods_n, 0) AS INTEGER) AS periods_n,
       CAST(coalesce(h.councils_n, 0) AS INTEGER) AS councils_n,
       CAST(coalesce(h.figures_n, 0) AS INTEGER) AS figures_n,
       CAST((SELECT count(*) FROM found) AS INTEGER) AS total
FROM found m
JOIN service s USING (service)
LEFT JOIN held h USING (measure)
LEFT JOIN published p USING (measure)
ORDER BY s.position, m.position, m.measure
LIMIT greatest($rows, 0) OFFSET greatest($skip, 0)
